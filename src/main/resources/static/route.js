/** Where one is: `#chat`, `#tasks`, `#me`, and `#task/12` on top of the place one came from. */
import { signal } from '@preact/signals';

const PLACES = ['chat', 'tasks', 'me'];

/** @type {import('@preact/signals').Signal<string>} */
export const place = signal('chat');
/** The task that is open; null where none is. @type {import('@preact/signals').Signal<number|null>} */
export const openTask = signal(null);
/** A one-time code that the address brought. */
export const claimCode = signal(/** @type {string|null} */ (null));

function read() {
  const hash = location.hash.slice(1);
  const task = /^task\/(\d+)$/.exec(hash);
  const code = /^claim=(.+)$/.exec(hash);
  if (code) {
    claimCode.value = decodeURIComponent(code[1]);
    return;
  }
  openTask.value = task ? Number(task[1]) : null;
  if (task && !started)
    place.value = 'tasks';
  if (PLACES.includes(hash))
    place.value = hash;
  started = true;
}

let started = false;
read();
addEventListener('hashchange', read);

/** Takes the code out of the address bar and the history, once it is spent. */
export function forgetCode() {
  claimCode.value = null;
  history.replaceState(null, '', location.pathname);
}

export const go = to => { location.hash = to; };
export const open = id => go('task/' + id);
export const close = () => go(place.value);
