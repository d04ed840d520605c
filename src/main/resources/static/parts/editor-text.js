import { html, useLayoutEffect, useRef } from '../html.js';
import * as edits from '../edits.js';
import { useDraft } from '../draft.js';
import { minutesWords } from '../dates.js';
import { t } from '../words.js';
import { Field, From, Lock, fieldName } from './field.js';

/** A textarea as high as its text. */
export function Grow({ field, value, lines = 1, ...rest }) {
  const area = useRef(null);
  const fit = () => {
    area.current.style.height = 'auto';
    area.current.style.height = area.current.scrollHeight + 2 + 'px';
  };
  useLayoutEffect(fit, [value]);
  return html`<textarea id=${'ed-' + field} ref=${area} rows=${lines} value=${value} ...${rest}></textarea>`;
}

/** The title; Enter ends it, for it is one line. */
export function Title({ task }) {
  const draft = useDraft(task.title, text => text.trim() && edits.save(task.id, { title: text.trim() }), text => !!text.trim());
  const key = event => {
    if (event.key === 'Enter') {
      event.preventDefault();
      event.currentTarget.blur();
    }
  };
  return html`<div class="ed-title">
    <${Grow} field="title" value=${draft.value} onInput=${draft.onInput} onBlur=${draft.onBlur} onKeyDown=${key} maxlength="200" aria-label=${t('field.title')} />
    <${Lock} task=${task} field="title" name=${fieldName('title')} />
    <${From} of=${task.provenance?.title} />
  </div>`;
}

/** A field of free words. */
export function Words({ task, field, lines = 1 }) {
  const draft = useDraft(task[field] ?? '', text => edits.save(task.id, { [field]: text }));
  return html`<${Field} task=${task} field=${field}>
    <${Grow} field=${field} value=${draft.value} lines=${lines} onInput=${draft.onInput} onBlur=${draft.onBlur} /></${Field}>`;
}

/** How long it takes. */
export function Minutes({ task }) {
  const draft = useDraft(task.minutes ? String(task.minutes) : '', text => edits.save(task.id, { minutes: text ? Math.min(100000, Math.max(1, Math.round(Number(text)))) : null }), text => text !== '');
  return html`<${Field} task=${task} field="minutes">
    <div class="ed-line"><input id="ed-minutes" type="number" inputmode="numeric" min="1" max="100000" step="5" value=${draft.value} onInput=${draft.onInput} onBlur=${draft.onBlur} placeholder="–" />
      <span class="quiet">${t('field.minutes.unit')}${task.minutes >= 60 ? ` = ${minutesWords(task.minutes)}` : ''}</span></div></${Field}>`;
}
