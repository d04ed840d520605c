import { html } from '../html.js';
import * as edits from '../edits.js';
import { useDraft } from '../draft.js';
import { parts } from '../dates.js';
import { t } from '../words.js';
import { Field } from './field.js';
import { Icon } from './icons.js';

const join = (day, time) => day ? time ? `${day}T${time}` : day : null;
const isYear = day => /^(19|2\d)\d\d-/.test(day);

/** A day with or without a time, by the person's own clock. */
export function When({ task, field, children }) {
  const { day, time } = parts(task[field]);
  const save = (newDay, newTime) => edits.save(task.id, { [field]: join(newDay, newTime) });
  const date = useDraft(day, text => (!text || isYear(text)) && save(text, text ? time : ''), isYear);
  const clock = useDraft(time, text => save(day, text), text => text !== '');
  return html`<${Field} task=${task} field=${field}>
    <div class="ed-line">
      <input id=${'ed-' + field} type="date" min="1900-01-01" max="2999-12-31" value=${date.value} onInput=${date.onInput} onBlur=${date.onBlur} />
      <input type="time" aria-label=${`${t('field.' + field)}: ${t('field.time')}`} value=${clock.value} disabled=${!day} onInput=${clock.onInput} onBlur=${clock.onBlur} />
      ${day && html`<button class="bare" aria-label=${`${t('clear')}: ${t('field.' + field)}`} onClick=${() => save('', '')}><${Icon} name="close" /></button>`}
    </div>${children}</${Field}>`;
}

export function Due({ task }) {
  return html`<${When} task=${task} field="due">
    ${task.due && html`<div class="segments small-segments" role="group" aria-label=${t('field.dueKind')}>
      ${['by', 'at'].map(kind => html`<button key=${kind} aria-pressed=${task.dueKind === kind} onClick=${() => task.dueKind === kind || edits.save(task.id, { dueKind: kind })}>${t('dueKind.' + kind)}</button>`)}
    </div>`}</${When}>`;
}

const RULES = {
  none: null, daily: 'FREQ=DAILY', weekdays: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', weekly: 'FREQ=WEEKLY',
  biweekly: 'FREQ=WEEKLY;INTERVAL=2', monthly: 'FREQ=MONTHLY', yearly: 'FREQ=YEARLY',
};

/** How it repeats: the usual ways by name, any other as a rule. */
export function Repeat({ task }) {
  const known = Object.keys(RULES).find(name => RULES[name] === task.repeat);
  const draft = useDraft(task.repeat ?? '', rule => edits.save(task.id, { repeat: rule.trim() || null }), () => false);
  return html`<${Field} task=${task} field="repeat">
    <div class="ed-line">
      <select id="ed-repeat" value=${known ?? 'other'} onChange=${e => edits.save(task.id, { repeat: e.currentTarget.value === 'other' ? 'FREQ=DAILY;INTERVAL=3' : RULES[e.currentTarget.value] })}>
        ${[...Object.keys(RULES), 'other'].map(name => html`<option key=${name} value=${name}>${t('repeat.' + name)}</option>`)}
      </select>
      ${task.repeat && html`<select value=${task.repeatFrom} aria-label=${t('field.repeatFrom')} onChange=${e => edits.save(task.id, { repeatFrom: e.currentTarget.value })}>
        ${['due', 'done'].map(from => html`<option key=${from} value=${from}>${t('repeatFrom.' + from)}</option>`)}</select>`}
    </div>
    ${task.repeat && !known && html`<input class="rule" aria-label=${t('repeat.rule')} value=${draft.value} onInput=${draft.onInput} onBlur=${draft.onBlur} spellcheck="false" />`}</${Field}>`;
}
