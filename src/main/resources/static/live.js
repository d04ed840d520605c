/** What changes elsewhere, heard over the WebSocket; after a silence everything that may have been missed is fetched. */
import { effect } from '@preact/signals';
import * as api from './api.js';
import { connected, keep, forget, toast } from './store.js';
import * as talk from './talk.js';
import * as search from './search.js';
import * as edits from './edits.js';

const SHORTEST_WAIT = 500;
const LONGEST_WAIT = 20_000;
let socket = null;
let wait = SHORTEST_WAIT;
let timer = null;

const heard = {
  'task.changed': event => { keep([event.task]); search.soon(); },
  'task.deleted': event => { forget(event.task.id); search.soon(); },
  'tasks.changed': () => search.soon(),
  'chat.message': event => talk.hear(event.entry),
  'chat.toast': event => { talk.answered(); toast(event.text); },
  'enrichment.progressed': () => {},
};

/** Connects and stays connected until `stop`; while the server is away it is tried again and again. */
export async function start() {
  clearTimeout(timer);
  if (!api.signedIn.value)
    return;
  try {
    if (socket)
      await api.get('/api/timer');
    else
      listen((await api.post('/api/ws-ticket')).ticket);
  } catch (e) {
    return e instanceof api.Offline ? away() : later();
  }
  if (socket?.readyState === WebSocket.OPEN)
    back();
}

function listen(ticket) {
  if (socket)
    return;
  socket = new WebSocket(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws?ticket=${ticket}`);
  socket.onopen = back;
  socket.onmessage = message => {
    const event = JSON.parse(message.data);
    heard[event.type]?.(event);
  };
  socket.onclose = () => {
    socket = null;
    if (wait > SHORTEST_WAIT || !navigator.onLine)
      away();
    else
      later();
  };
}

/** The server is heard (again): what waited is sent, what was missed is fetched. */
function back() {
  clearTimeout(timer);
  wait = SHORTEST_WAIT;
  const wasAway = !connected.value;
  connected.value = true;
  edits.flush();
  if (wasAway) {
    talk.catchUp();
    search.soon();
  }
}

function away() {
  connected.value = false;
  later();
}

function later() {
  clearTimeout(timer);
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

/** Whoever finds the server away says so by `connected`; from then on it is tried again. */
effect(() => {
  if (!connected.value && api.signedIn.peek())
    later();
});

addEventListener('online', () => { wait = SHORTEST_WAIT; start(); });
addEventListener('offline', () => { connected.value = false; });
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible' && !connected.value)
    start();
});
