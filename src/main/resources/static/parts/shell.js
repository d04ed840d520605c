import { html, cls, useLayoutEffect } from '../html.js';
import { connected, waiting } from '../store.js';
import { close, go, openTask, place } from '../route.js';
import { t } from '../words.js';
import { Icon } from './icons.js';
import { Chat } from './chat.js';
import { Tasks } from './tasks.js';
import { Editor } from './editor.js';
import { Me } from './me.js';
import { ZoneOffer } from './zone-offer.js';

const PLACES = { chat: Chat, tasks: Tasks, me: Me };

/** The frame: the places, the one that is open, and the task beside it. */
export function Shell() {
  useLayoutEffect(() => {
    addEventListener('keydown', shortcut);
    return () => removeEventListener('keydown', shortcut);
  }, []);
  const Place = PLACES[place.value];
  const task = openTask.value;
  return html`<div class=${cls('shell', task && 'with-task')}>
    <a class="skip" href="#main" onClick=${skip}>${t('skip')}</a>
    <nav class="places" aria-label=${t('places')}>
      ${Object.keys(PLACES).map(name => html`<a href=${'#' + name} key=${name} class="place"
        aria-current=${place.value === name && !task ? 'page' : undefined} data-on=${place.value === name}>
        <${Icon} name=${name} /><span>${t('place.' + name)}</span></a>`)}
    </nav>
    <div class="stage">
      <${Away} />
      <${ZoneOffer} />
      <main id="main" tabindex="-1" class=${'stage-' + place.value}><${Place} /></main>
    </div>
    ${task && html`<${Editor} id=${task} key=${task} />`}
  </div>`;
}

/** Says that the server is away, and how many edits wait for it. */
function Away() {
  const n = waiting.value.length;
  if (connected.value && !n)
    return null;
  return html`<p class="away" role="status">${connected.value ? t('offline.sending', { n }) : t('offline.bar', { n })}</p>`;
}

function skip(event) {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

function shortcut(event) {
  if (event.key === 'Escape' && openTask.value && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    close();
  }
  const typing = /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName ?? '');
  if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    go('tasks');
    focusSearch(20);
  }
}

/** The field is there once its place is drawn: within so many frames. */
function focusSearch(frames) {
  const field = document.getElementById('search');
  if (field)
    field.focus();
  else if (frames)
    requestAnimationFrame(() => focusSearch(frames - 1));
}
