/** Changes to tasks: shown at once, sent one after another, kept for later when the server is away. */
import * as api from './api.js';
import { connected, foresee, forget, keep, me, tasks, toast, waiting } from './store.js';
import { t } from './words.js';
import * as search from './search.js';

const store = () => `ptm.waiting.${me.value?.id}`;
const chains = new Map();

/** Reads what waited when the page was closed. */
export function restore() {
  try {
    waiting.value = JSON.parse(localStorage.getItem(store()) ?? '[]');
  } catch {
    waiting.value = [];
  }
}

function remember(list) {
  waiting.value = list;
  localStorage.setItem(store(), JSON.stringify(list));
}

const later = edit => remember([...waiting.value, edit]);

/**
 * Saves fields of a task. Resolves once it is saved or kept for later; a refusal is said and the task shown as it is.
 * @param {number} id @param {Record<string, any>} patch
 */
export function save(id, patch) {
  foresee(id, patch);
  const chain = (chains.get(id) ?? Promise.resolve()).then(() => attempt(id, patch));
  chains.set(id, chain);
  return chain;
}

async function attempt(id, patch) {
  if (waiting.value.length) {
    later({ kind: 'patch', id, patch });
    flush();
    return;
  }
  try {
    await write(id, patch);
  } catch (e) {
    if (e instanceof api.Offline) {
      connected.value = false;
      later({ kind: 'patch', id, patch });
    } else {
      await refused(id, e);
    }
  }
}

async function write(id, patch) {
  const match = version => ({ 'If-Match': `"${version}"` });
  const known = tasks.value.get(id)?.version;
  try {
    keep([await api.patch('/api/tasks/' + id, patch, known === undefined ? { 'If-Match': '*' } : match(known))], true);
  } catch (e) {
    if (!(e instanceof api.Problem) || e.status !== 412)
      throw e;
    const fresh = await api.get('/api/tasks/' + id);
    keep([await api.patch('/api/tasks/' + id, patch, match(fresh.version))], true);
    toast(t('edit.stale'));
  }
}

async function refused(id, e) {
  toast(e.message);
  try {
    keep([await api.get('/api/tasks/' + id)], true);
  } catch (gone) {
    if (gone instanceof api.Problem && gone.status === 404)
      forget(id);
  }
}

/** Adds a task by its words; kept for later when the server is away. */
export async function add(body) {
  const edit = { kind: 'add', body, key: api.newKey() };
  try {
    const task = await api.post('/api/tasks', body, { 'Idempotency-Key': edit.key });
    keep([task]);
    search.soon(0);
    return task;
  } catch (e) {
    if (!(e instanceof api.Offline)) {
      toast(e.message);
      return null;
    }
    connected.value = false;
    later(edit);
    return null;
  }
}

let flushing = false;

/** Sends what waited, oldest first; what the server refuses is said and let go. */
export async function flush() {
  if (flushing || !waiting.value.length)
    return;
  flushing = true;
  let sent = 0;
  try {
    for (let edit; (edit = waiting.value[0]);) {
      try {
        if (edit.kind === 'add')
          keep([await api.post('/api/tasks', edit.body, { 'Idempotency-Key': edit.key })]);
        else
          await write(edit.id, edit.patch);
        sent++;
      } catch (e) {
        if (e instanceof api.Offline || e.status === 401 || e.status === 429)
          return;
        toast(t('edit.lost', { title: tasks.value.get(edit.id)?.title ?? edit.body?.title ?? '', why: e.message }));
      }
      remember(waiting.value.slice(1));
    }
  } finally {
    flushing = false;
    if (sent) {
      toast(t('offline.sent', { n: sent }));
      search.soon(0);
    }
  }
}

/** Ticks a task, or unticks it. */
export async function tick(task) {
  if (task.status !== 'open') {
    await save(task.id, { status: 'open' });
    search.soon(0);
    return;
  }
  foresee(task.id, { status: 'done' });
  try {
    keep([await api.post(`/api/tasks/${task.id}/done`)], true);
    toast(t('done.toast', { title: task.title }), t('undo'), () => undoLatest(task.id));
    search.soon(600);
  } catch (e) {
    if (e instanceof api.Offline)
      await save(task.id, { status: 'done' });
    else
      await refused(task.id, e);
  }
}

async function undoLatest(id) {
  try {
    const [latest] = (await api.get(`/api/tasks/${id}/history`)).toSorted((a, b) => b.id - a.id);
    if (latest)
      await undo({ changeSet: latest.changeSet });
  } catch (e) {
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
  }
}

/** Takes back one change or a set of them; says what was kept. */
export async function undo(what) {
  try {
    const undone = await api.post('/api/undo', what);
    keep(undone.changed.filter(task => !task.deletedAt), true);
    if (undone.kept.length)
      toast(t('undo.kept', { titles: undone.kept.map(task => task.title).join('; ') }));
    search.soon(0);
  } catch (e) {
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
  }
}

/** Deletes a task; a toast offers it back. */
export async function remove(task) {
  try {
    const response = await api.send('DELETE', '/api/tasks/' + task.id);
    const changeSet = response.headers.get('Change-Set');
    forget(task.id);
    search.soon(0);
    toast(t('deleted.toast', { title: task.title }), changeSet ? t('undo') : undefined, () => undo({ changeSet }));
    return true;
  } catch (e) {
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
    return false;
  }
}
