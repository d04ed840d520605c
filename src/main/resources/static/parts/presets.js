import { html, cls, signal, useEffect, useLayoutEffect, useRef } from '../html.js';
import * as search from '../search.js';
import * as saved from '../presets.js';
import { t } from '../words.js';
import { Icon } from './icons.js';

/** Which preset's menu is open, or 'new' while a name is being given. */
const menu = signal(/** @type {number|'new'|null} */ (null));

/** Saved filters, a chip each: a press runs it, its menu pins, renames, deletes. */
export function Presets() {
  useEffect(() => { saved.load(); }, []);
  const canSave = search.text.value.trim() && !search.fault.value;
  if (!saved.presets.value.length && !canSave)
    return null;
  return html`<div class="presets" role="group" aria-label=${t('presets')}>
    ${saved.presets.value.map(preset => html`<${Saved} key=${preset.id} preset=${preset} />`)}
    ${canSave && (menu.value === 'new'
      ? html`<${Name} value="" label=${t('preset.name')} done=${name => { menu.value = null; if (name) saved.save(name); }} />`
      : html`<button class="preset-save" onClick=${() => { menu.value = 'new'; }}><${Icon} name="star" />${t('preset.save')}</button>`)}
  </div>`;
}

function Saved({ preset }) {
  const name = preset.name || preset.request || t('preset.unnamed');
  const open = menu.value === preset.id;
  if (open)
    return html`<span class="preset open">
      <${Name} value=${name} label=${t('preset.rename')} done=${given => { menu.value = null; if (given && given !== name) saved.change(preset, { name: given }); }} />
      <button aria-pressed=${!!preset.pinned} onMouseDown=${keepFocus} onClick=${() => { menu.value = null; saved.change(preset, { pinned: !preset.pinned }); }}>${t(preset.pinned ? 'preset.unpin' : 'preset.pin')}</button>
      <button class="bad" onMouseDown=${keepFocus} onClick=${() => { menu.value = null; saved.remove(preset); }}>${t('delete')}</button>
    </span>`;
  return html`<span class=${cls('preset', preset.pinned && 'pinned')}>
    <button onClick=${() => saved.run(preset)}>${preset.pinned && html`<${Icon} name="star" />`}${name}</button>
    <button class="bare" aria-label=${t('preset.menu', { name })} aria-expanded="false" onClick=${() => { menu.value = preset.id; }}><${Icon} name="more" /></button>
  </span>`;
}

/** A press on what stands beside the field must not end the naming first. */
const keepFocus = event => event.preventDefault();

function Name({ value, label, done }) {
  const field = useRef(null);
  const over = useRef(false);
  useLayoutEffect(() => { field.current.focus(); field.current.select(); }, []);
  const finish = name => {
    if (!over.current) {
      over.current = true;
      done(name.trim());
    }
  };
  return html`<form class="preset-name" onSubmit=${e => { e.preventDefault(); finish(field.current.value); }}>
    <input ref=${field} defaultValue=${value} aria-label=${label} placeholder=${label} maxlength="100"
      onKeyDown=${e => { if (e.key === 'Escape') { e.stopPropagation(); finish(''); } }} onBlur=${e => finish(e.currentTarget.form.contains(e.relatedTarget) ? '' : value ? e.currentTarget.value : '')} />
    <button class="small primary" onMouseDown=${keepFocus}>${t('save')}</button></form>`;
}
