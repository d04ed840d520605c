import { html, cls } from '../html.js';
import * as edits from '../edits.js';
import { dueWords, minutesWords, whenWords, today } from '../dates.js';
import { open, openTask } from '../route.js';
import { list, t } from '../words.js';
import { Icon } from './icons.js';

/** A task in the list: a tick, its title, and what matters about it at a glance. */
export function TaskRow({ task }) {
  const done = task.status === 'done';
  return html`<li class=${cls('row', task.status, openTask.value === task.id && 'current')}>
    <button class="tick" role="checkbox" aria-checked=${done} aria-label=${t(done ? 'row.untick' : 'row.tick', { title: task.title })}
      onClick=${() => edits.tick(task)}><${Icon} name="check" /></button>
    <a class="row-open" href=${'#task/' + task.id} onClick=${event => { event.preventDefault(); open(task.id); }}>
      <span class="row-title">${task.title}</span>
      <${Facts} task=${task} />
    </a>
  </li>`;
}

const guessed = (task, field) => ['builtin', 'model'].includes(task.provenance?.[field]?.by) && !task.provenance[field].said;

/** The chips of a task. */
export function Facts({ task }) {
  const facts = [
    task.due && { key: 'due', text: dueWords(task), kind: task.overdue ? 'late' : task.due.slice(0, 10) === today() ? 'soon' : '' },
    task.start && task.start.slice(0, 10) > today() && { key: 'start', text: t('fact.start', { when: whenWords(task.start) }) },
    task.minutes && { key: 'minutes', text: (guessed(task, 'minutes') ? '~' : '') + minutesWords(task.minutes) },
    task.impact >= 2 && { key: 'impact', text: list('scale.impact.words')[task.impact] },
    task.risk >= 2 && { key: 'risk', text: list('scale.risk.words')[task.risk] },
    task.repeat && { key: 'repeat', icon: 'repeat', text: t('field.repeat') },
    task.subtasks?.length > 0 && { key: 'steps', text: t('fact.steps', { done: task.subtasks.filter(step => step.done).length, n: task.subtasks.length }) },
    ...(task.contexts ?? []).map(name => ({ key: 'c' + name, text: label('context', name) })),
    ...(task.themes ?? []).map(name => ({ key: 't' + name, text: label('theme', name), kind: 'theme' })),
  ].filter(Boolean);
  if (!facts.length)
    return null;
  return html`<span class="facts">${facts.map(fact => html`<span key=${fact.key} class=${cls('fact', fact.kind)}>
    ${fact.icon ? html`<${Icon} name=${fact.icon} /><span class="unseen">${fact.text}</span>` : fact.text}</span>`)}</span>`;
}

/** The word of a known activity or context; one's own stand as they are. */
export const label = (kind, name) => { const key = `${kind}.${name}`; const said = t(key); return said === key ? name : said; };
