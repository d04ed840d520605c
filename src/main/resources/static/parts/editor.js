import { html, cls, useEffect, useRef, useState } from '../html.js';
import * as api from '../api.js';
import * as edits from '../edits.js';
import * as timer from '../timer.js';
import { keep, tasks, toast } from '../store.js';
import { minutesWords, whenWords } from '../dates.js';
import { close } from '../route.js';
import { t } from '../words.js';
import { Due, Repeat, When } from './editor-dates.js';
import { Labels } from './editor-labels.js';
import { Links, Reminders } from './editor-lists.js';
import { BARRIERS, DEMANDS, Scale, Scales } from './editor-scales.js';
import { Steps } from './editor-steps.js';
import { Minutes, Title, Words } from './editor-text.js';
import { Lock, fieldName } from './field.js';
import { History } from './history.js';
import { Icon } from './icons.js';

/** Everything about one task: beside the list on a desk, over it on a phone. */
export function Editor({ id }) {
  const [gone, setGone] = useState(false);
  const panel = useRef(null);
  useEffect(() => {
    api.get('/api/tasks/' + id).then(task => keep([task]), e => {
      if (e instanceof api.Problem)
        setGone(true);
      else if (!tasks.value.has(id))
        toast(t('offline.short'));
    });
    timer.load();
    panel.current.focus();
    return () => requestAnimationFrame(() => document.querySelector(`a[href="#task/${id}"]`)?.focus());
  }, []);
  const task = tasks.value.get(id);
  const seen = useRef(false);
  seen.current ||= !!task;
  return html`<aside class="editor" ref=${panel} tabindex="-1" aria-label=${t('editor.label')}>
    <header class="ed-head">
      <button class="bare" aria-label=${t('close')} onClick=${close}><${Icon} name="close" /></button>
      ${task && html`<${Actions} task=${task} />`}
    </header>
    ${task ? html`<${Body} task=${task} />` : (gone || seen.current) && html`<p class="nothing">${t('editor.gone')}</p>`}
  </aside>`;
}

function Actions({ task }) {
  const runs = timer.running.value?.task === task.id;
  const remove = async () => await edits.remove(task) && close();
  return html`<span class="ed-actions">
    ${task.status === 'open' && (runs
      ? html`<span class="quiet">${t('editor.running', { time: timer.running.value.since.slice(11, 16) })}</span>
        <button class="plain small" onClick=${() => timer.stop(task.id)}><${Icon} name="stop" />${t('editor.stop')}</button>`
      : html`<button class="plain small" onClick=${() => timer.start(task.id)}><${Icon} name="play" />${t('editor.start')}</button>`)}
    <button class="bare" aria-label=${t('editor.delete')} title=${t('editor.delete')} onClick=${remove}><${Icon} name="trash" /></button>
  </span>`;
}

function Body({ task }) {
  return html`<div class=${cls('ed-body', task.status)}>
    <div class="ed-top">
      <button class="tick" role="checkbox" aria-checked=${task.status === 'done'} aria-label=${t(task.status === 'done' ? 'row.untick' : 'row.tick', { title: task.title })} onClick=${() => edits.tick(task)}><${Icon} name="check" /></button>
      <${Title} task=${task} />
    </div>
    <${Status} task=${task} />
    <div class="ed-grid"><${Due} task=${task} /><${When} task=${task} field="start" /><${Minutes} task=${task} /></div>
    <${Words} task=${task} field="description" lines="2" />
    <${Steps} task=${task} />
    <section class="ed-group" aria-label=${t('scale.impact')}>
      <${Scale} task=${task} scale="impact" /><${Scale} task=${task} scale="risk" />
      ${(task.risk > 0 || task.riskReason || task.riskMitigation) && html`<${Words} task=${task} field="riskReason" /><${Words} task=${task} field="riskMitigation" />`}
    </section>
    <${Scales} task=${task} group="barriers" scales=${BARRIERS} />
    <${Scales} task=${task} group="demands" scales=${DEMANDS} />
    <${Labels} task=${task} kind="contexts" /><${Labels} task=${task} kind="themes" /><${Labels} task=${task} kind="activities" />
    <${Repeat} task=${task} /><${Reminders} task=${task} />
    <details class="fold"><summary><h3>${t('group.more')}</h3></summary>
      <${Words} task=${task} field="motivation" /><${Words} task=${task} field="waitsFor" /><${When} task=${task} field="hiddenUntil" /><${Links} task=${task} /></details>
    <${Origin} task=${task} />
    <${History} task=${task} />
  </div>`;
}

function Status({ task }) {
  return html`<div class="ed-status"><div class="segments" role="group" aria-label=${t('field.status')}>
    ${['open', 'done', 'dropped'].map(status => html`<button key=${status} aria-pressed=${task.status === status}
      onClick=${() => task.status === status || (status === 'done' ? edits.tick(task) : edits.save(task.id, { status }))}>${t('status.' + status)}</button>`)}
    </div><${Lock} task=${task} field="status" name=${fieldName('status')} /></div>`;
}

/** The person's own words, and when. */
function Origin({ task }) {
  return html`<section class="origin"><h3>${t('field.source')}</h3><blockquote>${task.source}</blockquote>
    <p class="from">${[t('editor.added', { when: whenWords(task.createdAt) }), task.doneAt && t('editor.done', { when: whenWords(task.doneAt) }),
      task.spentMinutes > 0 && t('editor.spent', { length: minutesWords(task.spentMinutes) })].filter(Boolean).join(' · ')}</p></section>`;
}
