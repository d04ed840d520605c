/** The one running timer of the person. */
import { signal } from '@preact/signals';
import * as api from './api.js';
import { keep, toast } from './store.js';
import { t } from './words.js';

/** @type {import('@preact/signals').Signal<{task: number, since: string}|null>} */
export const running = signal(null);

function take(view) {
  running.value = view.task ? { task: view.task.id, since: view.since } : null;
  if (view.task)
    keep([view.task]);
}

async function tried(work) {
  try {
    await work();
  } catch (e) {
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
  }
}

export const load = () => api.get('/api/timer').then(take, () => {});
export const start = id => tried(async () => take(await api.post(`/api/tasks/${id}/start`)));
export const stop = id => tried(async () => {
  keep([await api.post(`/api/tasks/${id}/stop`)]);
  running.value = null;
});
