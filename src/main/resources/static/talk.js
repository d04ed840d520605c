/** The conversation: what was said, and saying something. */
import { signal } from '@preact/signals';
import * as api from './api.js';
import { clock } from './dates.js';
import { toast } from './store.js';
import { t } from './words.js';

/** @typedef {{id: number, position: number, at: string, from: 'person'|'ptm', text?: string, state?: string,
 *   lines?: {text: string, style: string}[][], buttons?: {label: string, button?: string, url?: string}[][]}} Entry */

const PATIENCE = 60_000;

/** @type {import('@preact/signals').Signal<Entry[]>} */
export const entries = signal([]);
/** Said here and not yet taken. */
export const unsent = signal(/** @type {{key: string, text: string, failed: boolean}[]} */ ([]));
/** Whether an answer is being made. */
export const thinking = signal(false);
/** The button whose answer is awaited. */
export const pressed = signal(/** @type {string|null} */ (null));
export const loaded = signal(false);

let last = 0;
let awaited = 0;
let patience = null;

function merge(/** @type {Entry[]} */ given) {
  const at = new Map(entries.value.map(entry => [entry.position, entry]));
  for (const entry of given)
    if (!at.has(entry.position) || at.get(entry.position).id <= entry.id)
      at.set(entry.position, entry);
  entries.value = [...at.values()].sort((a, b) => a.position - b.position);
  if (given.some(entry => entry.from === 'ptm' && entry.id > awaited))
    answered();
}

export async function load() {
  const view = await api.get('/api/chat');
  last = view.next;
  merge(view.entries);
  loaded.value = true;
  const newest = view.entries.at(-1);
  if (newest?.from === 'person' && newest.state === 'new' && Date.now() - Date.parse(newest.at) < PATIENCE)
    think(newest.id);
}

/** Reads on from what is known. */
export async function catchUp() {
  for (let more = true; more;) {
    const view = await api.get('/api/chat?after=' + last).catch(() => ({ entries: [], next: last }));
    merge(view.entries);
    more = view.entries.length > 0;
    last = view.next;
  }
}

/** A message that came or changed; what was said in another window before it comes along. */
export function hear(/** @type {Entry} */ entry) {
  merge([entry]);
  catchUp();
}

function think(id) {
  awaited = id;
  thinking.value = true;
  clearTimeout(patience);
  patience = setTimeout(answered, PATIENCE);
}

export function answered() {
  clearTimeout(patience);
  thinking.value = false;
  pressed.value = null;
}

export async function say(text, key = api.newKey()) {
  unsent.value = [...unsent.value.filter(one => one.key !== key), { key, text, failed: false }];
  thinking.value = true;
  try {
    const { id } = await api.post('/api/chat', { text }, { 'Idempotency-Key': key });
    unsent.value = unsent.value.filter(one => one.key !== key);
    if (!entries.value.some(entry => entry.from === 'ptm' && entry.id > id))
      think(id);
    merge([{ id, position: id, at: clock(), from: 'person', text, state: 'new' }]);
  } catch (e) {
    answered();
    unsent.value = unsent.value.map(one => one.key === key ? { ...one, failed: true } : one);
    if (e instanceof api.Problem)
      toast(e.message);
  }
}

export const unsay = key => { unsent.value = unsent.value.filter(one => one.key !== key); };

export async function press(button) {
  pressed.value = button;
  try {
    await api.post('/api/chat/press', { button }, { 'Idempotency-Key': api.newKey() });
    clearTimeout(patience);
    patience = setTimeout(answered, 10_000);
  } catch (e) {
    pressed.value = null;
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
  }
}
