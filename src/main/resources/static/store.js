/** What the page knows: the person, their tasks, what is to be said for a moment. */
import { signal, computed } from '@preact/signals';

/** @typedef {{id: number, version: number, title: string, status: string, provenance: Record<string, any>, [field: string]: any}} Task */

/** The person as `/api/me` tells; null until known. @type {import('@preact/signals').Signal<any>} */
export const me = signal(null);

/** @type {import('@preact/signals').Signal<Map<number, Task>>} */
export const tasks = signal(new Map());

/** Whether the server is heard. */
export const connected = signal(true);

/** Edits that wait for the server. */
export const waiting = signal(/** @type {any[]} */ ([]));

/** Takes tasks in; an older version never replaces a newer one unless `force`d. @param {Task[]} given */
export function keep(given, force = false) {
  const next = new Map(tasks.value);
  for (const task of given) {
    const known = next.get(task.id);
    if (force || !known || known.version <= task.version)
      next.set(task.id, task);
  }
  tasks.value = next;
}

export function forget(/** @type {number} */ id) {
  const next = new Map(tasks.value);
  next.delete(id);
  tasks.value = next;
}

/** Shows a patch at once, before the server has it. */
export function foresee(id, patch) {
  const task = tasks.value.get(id);
  if (!task)
    return;
  const { provenance, ...fields } = patch;
  const from = { ...task.provenance };
  for (const [field, lock] of Object.entries(provenance ?? {}))
    from[field] = { by: 'user', confidence: 0, ...from[field], ...lock };
  for (const field of Object.keys(fields))
    if (field !== 'status')
      from[field] = { by: 'user', confidence: 1, locked: from[field]?.locked ?? false };
  keep([{ ...task, ...fields, provenance: from }]);
}

/** Every name of a kind that the known tasks use, the most used first. */
export const names = kind => computed(() => {
  const counts = new Map();
  for (const task of tasks.value.values())
    for (const name of task[kind] ?? [])
      counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
});

/** @typedef {{id: number, text: string, label?: string, run?: () => void}} Toast */
export const toasts = signal(/** @type {Toast[]} */ ([]));
let made = 0;

/** Says something for a moment, with a button if there is something to do about it. */
export function toast(text, label, run) {
  const id = ++made;
  toasts.value = [...toasts.value.slice(-2), { id, text, label, run }];
  setTimeout(() => dismiss(id), label ? 8000 : 4500);
}

export const dismiss = id => { toasts.value = toasts.value.filter(one => one.id !== id); };
