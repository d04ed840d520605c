import { html, useState } from '../html.js';
import * as edits from '../edits.js';
import { whenWords } from '../dates.js';
import { t } from '../words.js';
import { Field } from './field.js';
import { Icon } from './icons.js';

/** The moments at which PTM speaks of the task. */
export function Reminders({ task }) {
  const [at, setAt] = useState('');
  const set = reminders => edits.save(task.id, { reminders });
  const add = event => {
    event.preventDefault();
    if (at)
      set([...task.reminders, at]);
    setAt('');
  };
  return html`<${Field} task=${task} field="reminders" group=${true}>
    <ul class="plain-list">${task.reminders.map((when, i) => html`<li key=${when}><span>${whenWords(when)}</span>
      <button class="bare" aria-label=${`${t('remove')}: ${whenWords(when)}`} onClick=${() => set(task.reminders.filter((_, n) => n !== i))}><${Icon} name="close" /></button></li>`)}</ul>
    <form class="ed-line" onSubmit=${add}><input type="datetime-local" value=${at} onInput=${e => setAt(e.currentTarget.value)} aria-label=${t('reminder.add')} />
      <button class="plain small" disabled=${!at}>${t('add')}</button></form></${Field}>`;
}

/** Only addresses of the web become links. */
const safe = url => /^https?:\/\//i.test(url) ? url : undefined;

export function Links({ task }) {
  const [url, setUrl] = useState('');
  const set = links => edits.save(task.id, { links });
  const add = event => {
    event.preventDefault();
    const given = url.trim();
    if (given)
      set([...task.links, { url: /^[a-z][a-z0-9+.-]*:/i.test(given) ? given : 'https://' + given, title: '' }]);
    setUrl('');
  };
  return html`<${Field} task=${task} field="links" group=${true}>
    <ul class="plain-list">${task.links.map((link, i) => html`<li key=${i}><a href=${safe(link.url)} target="_blank" rel="noopener noreferrer">${link.title || link.url}</a>
      <button class="bare" aria-label=${`${t('remove')}: ${link.title || link.url}`} onClick=${() => set(task.links.filter((_, n) => n !== i))}><${Icon} name="close" /></button></li>`)}</ul>
    <form class="ed-line" onSubmit=${add}><input type="text" inputmode="url" value=${url} onInput=${e => setUrl(e.currentTarget.value)} placeholder="https://" aria-label=${t('link.add')} maxlength="2000" />
      <button class="plain small" disabled=${!url.trim()}>${t('add')}</button></form></${Field}>`;
}
