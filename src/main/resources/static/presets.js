/** Saved filters. */
import { signal } from '@preact/signals';
import * as api from './api.js';
import { toast } from './store.js';
import { t } from './words.js';
import * as search from './search.js';

/** @type {import('@preact/signals').Signal<any[]>} */
export const presets = signal([]);

const sorted = list => list.toSorted((a, b) => Number(b.pinned ?? false) - Number(a.pinned ?? false) || a.id - b.id);

async function tried(work) {
  try {
    return await work();
  } catch (e) {
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
    return null;
  }
}

export const load = () => tried(async () => { presets.value = sorted(await api.get('/api/presets')); });

/** Saves what is searched for now under a name. */
export const save = name => tried(async () => {
  const { limit } = search.parsed.value;
  const made = await api.post('/api/presets', { name, ...search.preset(), ...limit && { limit } }, { 'Idempotency-Key': api.newKey() });
  presets.value = sorted([...presets.value, made]);
  return made;
});

export const change = (preset, fields) => tried(async () => {
  const { id, ...rest } = preset;
  const made = await api.put('/api/presets/' + id, { ...rest, ...fields });
  presets.value = sorted(presets.value.map(one => one.id === id ? made : one));
});

export const remove = preset => tried(async () => {
  await api.remove('/api/presets/' + preset.id);
  presets.value = presets.value.filter(one => one.id !== preset.id);
  toast(t('preset.deleted', { name: preset.name ?? '' }), t('undo'), () => tried(async () => {
    const { id, ...rest } = preset;
    presets.value = sorted([...presets.value, await api.post('/api/presets', rest)]);
  }));
});

export const run = preset => tried(() => search.show(preset.where, preset.order ?? [], preset.limit));
