import { html } from '../html.js';
import * as api from '../api.js';
import * as search from '../search.js';
import { toast } from '../store.js';
import { t } from '../words.js';
import { Icon } from './icons.js';

/** The search: the text form of a filter with a live result, or plain words on "ask". */
export function SearchBar() {
  const fault = search.fault.value;
  const text = search.text.value;
  return html`<form class="search" role="search" onSubmit=${event => { event.preventDefault(); ask(true); }}>
    <div class="search-field">
      <${Icon} name="search" />
      <input id="search" value=${text} placeholder=${t('search.placeholder')} aria-label=${t('search.label')}
        autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search" aria-invalid=${fault ? 'true' : undefined}
        aria-describedby="search-says" onInput=${e => search.type(e.currentTarget.value)}
        onKeyDown=${e => { if (e.key === 'Escape') { e.stopPropagation(); text ? search.type('') : e.currentTarget.blur(); } }} />
      ${text && html`<button type="button" class="bare" aria-label=${t('search.clear')} onClick=${clear}><${Icon} name="close" /></button>`}
      <button type="button" class="ask" disabled=${!text.trim()} onClick=${() => ask(false)} title=${t('ask.hint')}>${t('ask')}</button>
    </div>
    <div id="search-says" class="search-says" aria-live="polite">
      ${fault ? html`<${Fault} fault=${fault} text=${text} />` : html`<${Chips} />`}
      ${search.reading.value && !fault && html`<span class="reading">${search.reading.value}</span>`}
    </div>
  </form>`;
}

function clear() {
  search.type('');
  document.getElementById('search').focus();
}

/** Enter asks only where the words are no filter; "ask" always does, and says so if they were no request. */
async function ask(byEnter) {
  if (byEnter && /[:<>=()"]/.test(search.text.value))
    return search.run();
  try {
    if (!await search.ask() && !byEnter)
      toast(t('ask.norequest'));
    requestAnimationFrame(() => { document.getElementById('search').scrollLeft = 0; });
  } catch (e) {
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
  }
}

/** The fault, and the text with the place of the fault marked. */
function Fault({ fault, text }) {
  const letters = Array.from(text);
  const at = fault.column ? fault.column - 1 : -1;
  return html`<div class="fault" role="alert">
    ${at >= 0 && html`<code aria-hidden="true">${letters.slice(Math.max(0, at - 24), at).join('')}<mark>${letters[at] ?? ' '}</mark>${letters.slice(at + 1, at + 16).join('')}</code>`}
    <span>${fault.message}</span></div>`;
}

/** The filter in words, a condition a chip; each can be taken out. */
function Chips() {
  const chips = search.parsed.value.chips;
  if (!chips.length || !search.text.value.trim())
    return null;
  return html`<ul class="chips">${chips.map(chip => html`<li class="chip" key=${chip.text}>${chip.text}
    <button type="button" aria-label=${t('chip.remove', { chip: chip.text })} onClick=${() => search.drop(chip.where)}><${Icon} name="close" /></button></li>`)}</ul>`;
}
