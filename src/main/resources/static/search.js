/** The list of tasks: a filter in its text form, a scope and an order beside it, and what they find. */
import { signal, computed } from '@preact/signals';
import * as api from './api.js';
import { keep, tasks, toast } from './store.js';
import { t } from './words.js';

const PAGE = 50;
const MOST = 500;

/** The sorts that stand beside the search; an `order:` in the text goes before them. */
export const SORTS = {
  newest: [{ by: 'created', direction: 'desc' }],
  due: [{ by: 'due' }],
  impact: [{ by: 'impact', direction: 'desc' }],
  minutes: [{ by: 'minutes' }],
  title: [{ by: 'title' }],
};
export const SCOPES = ['open', 'done', 'all'];
const ALL = { all: [] };

export const text = signal('');
export const scope = signal('open');
export const sort = signal('newest');
/** What the text says: `{where, order, limit, chips, description}`. */
export const parsed = signal({ where: ALL, order: [], limit: null, chips: [], description: '' });
/** The fault of the text, with its column. @type {import('@preact/signals').Signal<{message: string, column?: number}|null>} */
export const fault = signal(null);
/** How plain words were read. */
export const reading = signal('');
export const found = signal({ ids: [], next: null, count: null, loaded: false });
export const busy = signal(false);

let round = 0;
let timer = null;

/** Whether the text itself speaks of the status, so that the scope stays out of it. */
export const ownsStatus = computed(() => JSON.stringify(parsed.value.where).includes('"field":"status"'));

/** The found tasks as they are now. */
export const rows = computed(() => found.value.ids.map(id => tasks.value.get(id)).filter(Boolean));

/** What is searched for: text, scope and order together. */
export const preset = () => ({
  where: scope.value === 'all' || ownsStatus.value ? parsed.value.where
    : { all: [{ field: 'status', anyOf: [scope.value] }, ...parsed.value.where.all ?? [parsed.value.where]] },
  order: parsed.value.order.length ? parsed.value.order : SORTS[sort.value],
});

/** Runs the search again in a moment. */
export function soon(delay = 200) {
  clearTimeout(timer);
  timer = setTimeout(run, delay);
}

export function type(words) {
  text.value = words;
  reading.value = '';
  soon();
}

export async function run() {
  clearTimeout(timer);
  const mine = ++round;
  busy.value = true;
  try {
    if (!await parse(mine))
      return;
    const limit = parsed.value.limit ?? Math.min(MOST, Math.max(PAGE, found.value.ids.length));
    const page = await api.post('/api/tasks/search', { ...preset(), limit });
    if (mine !== round)
      return;
    keep(page.tasks);
    found.value = { ids: page.tasks.map(task => task.id), next: parsed.value.limit ? null : page.next, count: page.count, loaded: true };
  } catch (e) {
    if (e instanceof api.Problem && mine === round)
      fault.value = { message: e.message };
  } finally {
    if (mine === round)
      busy.value = false;
  }
}

async function parse(mine) {
  try {
    const read = text.value.trim() ? await api.post('/api/filters/parse', { text: text.value })
      : { where: ALL, order: [], limit: null, chips: [], description: '' };
    if (mine !== round)
      return false;
    parsed.value = { ...read, order: searchable(read.order) };
    fault.value = null;
    return true;
  } catch (e) {
    if (mine === round && e instanceof api.Problem)
      fault.value = { message: e.message, column: e.column };
    return false;
  }
}

/** `fit` orders suggestions only; a search refuses it. */
const searchable = order => (order ?? []).filter(key => key.by !== 'fit');

export async function more() {
  const cursor = found.value.next;
  if (!cursor || busy.value)
    return;
  busy.value = true;
  const mine = round;
  try {
    const page = await api.post('/api/tasks/search', { ...preset(), limit: PAGE, cursor });
    if (mine !== round)
      return;
    keep(page.tasks);
    const ids = [...new Set([...found.value.ids, ...page.tasks.map(task => task.id)])];
    found.value = { ...found.value, ids, next: page.next, count: page.count };
  } catch (e) {
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
  } finally {
    busy.value = false;
  }
}

/** Takes one condition out of the text. */
export async function drop(part) {
  const gone = JSON.stringify(part);
  const { where, order, limit } = parsed.value;
  const kept = (where.all ?? [where]).filter(one => JSON.stringify(one) !== gone);
  await show({ all: kept }, order, limit);
}

/** Puts a filter into the search field, in its text form. */
export async function show(where, order, limit) {
  const sorted = searchable(order);
  const open = (where.all ?? []).findIndex(one => JSON.stringify(one) === '{"field":"status","anyOf":["open"]}');
  const rest = open < 0 ? where : { all: startLast(where.all.filter((_, i) => i !== open)) };
  if (open >= 0)
    scope.value = 'open';
  const printed = await api.post('/api/filters/print', { where: rest, order: sorted, ...limit && { limit } });
  text.value = printed.text === 'all' ? '' : printed.text;
  await run();
}

/** What goes without saying, that it may be begun, stands behind what was said. */
const isStart = one => one.any?.every(part => part.field === 'start');
const startLast = parts => [...parts.filter(one => !isStart(one)), ...parts.filter(isStart)];

/** Reads plain words as a request; true if they were one. */
export async function ask() {
  const words = text.value.trim();
  if (!words)
    return false;
  const read = await api.post('/api/interpret', { text: words });
  if (read.intent !== 'request')
    return false;
  await show(read.preset.where, read.preset.order, read.preset.limit);
  reading.value = t('ask.read', { words, reading: read.explanation });
  return true;
}
