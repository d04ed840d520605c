import { html, cls } from '../html.js';
import * as edits from '../edits.js';
import { number, t } from '../words.js';
import { Icon } from './icons.js';

export const fieldName = field => { const key = 'field.' + field; const said = t(key); return said === key ? t('scale.' + field) : said; };

/** A field of a task: its name, its lock, its value (the children), and where the value is from. */
export function Field({ task, field, group, kind, children }) {
  const name = fieldName(field);
  const Box = group ? 'fieldset' : 'div';
  const Name = group ? 'legend' : 'label';
  return html`<${Box} class=${cls('ed-field', kind)}>
    <div class="ed-name"><${Name} for=${group ? undefined : 'ed-' + field}>${name}</${Name}><${Lock} task=${task} field=${field} name=${name} /></div>
    ${children}
    <${From} of=${task.provenance?.[field]} />
  </${Box}>`;
}

/** Closes a field to machines, or opens it again. */
export function Lock({ task, field, name }) {
  const locked = !!task.provenance?.[field]?.locked;
  return html`<button class=${cls('bare lock', locked && 'locked')} aria-pressed=${locked} aria-label=${t(locked ? 'lock.off' : 'lock.on', { field: name })}
    title=${t(locked ? 'lock.off' : 'lock.on', { field: name })}
    onClick=${() => edits.save(task.id, { provenance: { [field]: { locked: !locked } } })}><${Icon} name=${locked ? 'lock' : 'unlock'} /></button>`;
}

/** Who set a value, how sure they were, and the words or the reason it came from. */
export function From({ of }) {
  if (!of || of.by === 'user' && of.confidence === 0)
    return null;
  const who = t('by.' + of.by);
  const sure = of.by === 'user' || of.by === 'import' ? who : t('from.sure', { who, percent: number(Math.round(of.confidence * 100)) });
  const why = [of.said && t('from.said', { words: of.said }), of.reason].filter(Boolean).join(' · ');
  return html`<p class="from"><span class=${'by by-' + of.by}>${sure}</span>${why && html` · ${why}`}</p>`;
}
