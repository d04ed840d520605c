/** What changes elsewhere, heard over the WebSocket; after a silence everything that may have been missed is fetched. */
import * as api from './api.js';
import { connected, keep, forget, toast } from './store.js';
import * as talk from './talk.js';
import * as search from './search.js';
import * as edits from './edits.js';

const LONGEST_WAIT = 20_000;
let socket = null;
let wait = 500;
let timer = null;

const heard = {
  'task.changed': event => { keep([event.task]); search.soon(); },
  'task.deleted': event => { forget(event.task.id); search.soon(); },
  'tasks.changed': () => search.soon(),
  'chat.message': event => talk.hear(event.entry),
  'chat.toast': event => { talk.answered(); toast(event.text); },
  'enrichment.progressed': () => {},
};

/** Connects and stays connected until `stop`. */
export async function start() {
  clearTimeout(timer);
  if (socket || !api.signedIn.value)
    return;
  try {
    const { ticket } = await api.post('/api/ws-ticket');
    if (socket)
      return;
    socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws?ticket=${ticket}`);
  } catch (e) {
    away(e);
    return;
  }
  socket.onopen = () => {
    wait = 500;
    const wasAway = !connected.value;
    connected.value = true;
    edits.flush();
    if (wasAway) {
      talk.catchUp();
      search.soon();
    }
  };
  socket.onmessage = message => {
    const event = JSON.parse(message.data);
    heard[event.type]?.(event);
  };
  socket.onclose = () => away(null);
}

function away(problem) {
  socket = null;
  if (!api.signedIn.value || problem instanceof api.Problem && problem.status === 401)
    return;
  if (wait > 500 || !navigator.onLine || problem instanceof api.Offline)
    connected.value = false;
  timer = setTimeout(start, wait);
  wait = Math.min(wait * 2, LONGEST_WAIT);
}

export function stop() {
  clearTimeout(timer);
  const open = socket;
  socket = null;
  if (open) {
    open.onclose = null;
    open.close();
  }
}

addEventListener('online', () => { wait = 500; start(); });
addEventListener('offline', () => { connected.value = false; });
document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && start());
