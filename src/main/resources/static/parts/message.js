import { html, cls } from '../html.js';
import * as talk from '../talk.js';
import { t } from '../words.js';

const STYLES = { bold: 'strong', italic: 'em', struck: 's' };

/** One's own words. */
export function Mine({ text, at, failed, parked, again, drop }) {
  return html`<article class=${cls('bubble mine', failed && 'failed')} aria-label=${t('chat.you')}>
    <p>${text}</p>
    ${failed && html`<footer><span class="wrong">${t('chat.unsent')}</span>
      <button class="link" onClick=${again}>${t('chat.again')}</button><button class="link" onClick=${drop}>${t('chat.discard')}</button></footer>`}
    ${parked && html`<footer class="quiet">${t('chat.parked')}</footer>`}
    ${at && html`<time datetime=${at}>${at.slice(11, 16)}</time>`}
  </article>`;
}

/** A message of PTM's, as it stands now. */
export function Message({ entry }) {
  return html`<article class="bubble theirs" aria-label="PTM">
    <div class="lines">${entry.lines.map((line, i) => html`<${Line} key=${i} spans=${line} />`)}</div>
    ${entry.buttons.length > 0 && html`<div class="rows">${entry.buttons.map((row, i) => html`<div class="button-row" key=${i}>
      ${row.map((button, n) => html`<${Press} key=${n} button=${button} />`)}</div>`)}</div>`}
  </article>`;
}

function Line({ spans }) {
  const text = spans.map(span => span.text).join('');
  const item = /^(\d{1,3}\.|[•–-]) /.test(text);
  return html`<p class=${cls(item && 'item', !text.trim() && 'gap')}>${spans.map((span, i) => {
    const tag = STYLES[span.style];
    return tag ? html`<${tag} key=${i}>${span.text}</${tag}>` : span.text;
  })}</p>`;
}

function Press({ button }) {
  if (button.url)
    return html`<a class="press" href=${inPanel(button.url)} target=${inPanel(button.url) === button.url ? '_blank' : undefined} rel="noopener">${button.label}</a>`;
  const waits = talk.pressed.value === button.button;
  return html`<button class=${cls('press', waits && 'waits')} aria-busy=${waits ? 'true' : undefined} onClick=${() => waits || talk.press(button.button)}>${button.label}</button>`;
}

/** An address of this very page stays in it. */
const inPanel = url => {
  const to = new URL(url, location.href);
  return to.hash && to.pathname === location.pathname && (to.origin === location.origin || /^(localhost|127\.)/.test(to.hostname)) ? to.hash : url;
};
