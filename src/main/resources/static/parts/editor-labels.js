import { html, cls, useState } from '../html.js';
import * as edits from '../edits.js';
import { names } from '../store.js';
import { t } from '../words.js';
import { Field } from './field.js';
import { label } from './task-row.js';

const KNOWN = {
  themes: [],
  activities: ['analytical', 'creative', 'organizing', 'communication', 'routine', 'strategic', 'monitoring'],
  contexts: ['home', 'office', 'errand', 'outdoors', 'computer', 'phone'],
};
const USED = { themes: names('themes'), activities: names('activities'), contexts: names('contexts') };
const SINGULAR = { themes: 'theme', activities: 'activity', contexts: 'context' };
const MOST_OFFERED = 12;

/** Themes, activities or contexts: what is known to choose from, and a field for a new one. */
export function Labels({ task, kind }) {
  const [text, setText] = useState('');
  const own = task[kind] ?? [];
  const offered = [...new Set([...KNOWN[kind], ...own, ...USED[kind].value])].slice(0, Math.max(MOST_OFFERED, own.length + KNOWN[kind].length));
  const set = chosen => edits.save(task.id, { [kind]: chosen });
  const toggle = name => set(own.includes(name) ? own.filter(one => one !== name) : [...own, name]);
  const add = event => {
    event.preventDefault();
    const name = text.trim();
    setText('');
    if (name && !own.some(one => one.toLowerCase() === name.toLowerCase()))
      set([...own, name]);
  };
  const why = own.filter(name => task.reasons?.[name]);
  return html`<${Field} task=${task} field=${kind} group=${true}>
    <div class="labels">
      ${offered.map(name => html`<button key=${name} class=${cls('label', own.includes(name) && 'on')} aria-pressed=${own.includes(name)} onClick=${() => toggle(name)}>${label(SINGULAR[kind], name)}</button>`)}
      ${kind !== 'activities' && html`<form class="label-new" onSubmit=${add}>
        <input value=${text} onInput=${e => setText(e.currentTarget.value)} onBlur=${add} maxlength="100" placeholder=${t('label.placeholder.' + kind)} aria-label=${`${t('field.' + kind)}: ${t('label.add')}`} enterkeyhint="done" /></form>`}
    </div>
    ${why.map(name => html`<p class="from" key=${name}>${label(SINGULAR[kind], name)}: ${task.reasons[name]}</p>`)}</${Field}>`;
}
