import { html, useEffect, useState } from '../html.js';
import * as api from '../api.js';
import * as edits from '../edits.js';
import { toast } from '../store.js';
import { minutesWords, whenWords } from '../dates.js';
import { list, t } from '../words.js';
import { From, fieldName } from './field.js';
import { Icon } from './icons.js';

/** Every change of a task, the latest first; each can be taken back. */
export function History({ task }) {
  const [changes, setChanges] = useState(/** @type {any[]|null} */ (null));
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (open)
      api.get(`/api/tasks/${task.id}/history`).then(all => setChanges(all.toSorted((a, b) => b.id - a.id)))
        .catch(e => toast(e instanceof api.Offline ? t('offline.short') : e.message));
  }, [open, task.version]);
  return html`<details class="fold history" onToggle=${e => setOpen(e.currentTarget.open)}>
    <summary><h3>${t('history')}</h3></summary>
    ${changes?.length === 0 && html`<p class="quiet">${t('history.none')}</p>`}
    <ol>${changes?.map(change => html`<li key=${change.id}>
      <div><p>${change === changes.at(-1) && change.value === 'restored' ? t('history.added') : sentence(change)}</p><p class="from"><time datetime=${change.at}>${whenWords(change.at)}</time> · <${By} of=${change.provenance} /></p></div>
      <button class="bare" aria-label=${t('history.undo')} title=${t('history.undo')} onClick=${() => edits.undo({ change: change.id })}><${Icon} name="undo" /></button>
    </li>`)}</ol>
  </details>`;
}

const By = ({ of }) => html`<span class=${'by by-' + of.by}>${t('by.' + of.by)}</span>`;

function sentence(change) {
  const field = fieldName(change.field);
  const value = say(change.field, change.value);
  const before = say(change.field, change.before);
  return before === value || change.before?.locked !== undefined || ['deleted', 'restored'].includes(change.value)
    ? t('history.set', { field, value }) : t('history.from', { field, before, value });
}

function say(field, value) {
  if (value === null || value === undefined || value === '' || Array.isArray(value) && !value.length)
    return t('history.empty');
  if (value.locked !== undefined)
    return t(value.locked ? 'history.lock' : 'history.unlock');
  if (Array.isArray(value))
    return value.map(one => one.title || one.url || (/^\d{4}-\d\d-\d\d/.test(one) ? whenWords(one) : one)).join(', ');
  if (field === 'status')
    return ['deleted', 'restored'].includes(value) ? t('history.' + value) : t('status.' + value);
  if (field === 'minutes')
    return minutesWords(value);
  if (typeof value === 'number')
    return list(`scale.${field}.words`)[value] ?? String(value);
  return ['due', 'start', 'hiddenUntil'].includes(field) ? whenWords(value) : String(value);
}
