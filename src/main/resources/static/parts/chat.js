import { html, useEffect, useLayoutEffect, useRef } from '../html.js';
import * as talk from '../talk.js';
import { dayWords } from '../dates.js';
import { t } from '../words.js';
import { Composer, draft } from './composer.js';
import { Message, Mine } from './message.js';

/** The conversation, the newest below. */
export function Chat() {
  const end = useRef(null);
  const scroller = useRef(null);
  const atEnd = useRef(true);
  const { entries, unsent, thinking, loaded } = talk;
  useLayoutEffect(() => {
    if (atEnd.current)
      scroller.current.scrollTop = scroller.current.scrollHeight;
  }, [entries.value, unsent.value, thinking.value]);
  useEffect(() => {
    const stay = () => { if (atEnd.current && scroller.current) scroller.current.scrollTop = scroller.current.scrollHeight; };
    addEventListener('resize', stay);
    return () => removeEventListener('resize', stay);
  }, []);
  const watch = () => {
    const box = scroller.current;
    atEnd.current = box.scrollHeight - box.scrollTop - box.clientHeight < 80;
  };
  const empty = loaded.value && !entries.value.length && !unsent.value.length;
  return html`<section class="chat" aria-label=${t('place.chat')}>
    <div class="talk" ref=${scroller} onScroll=${watch} tabindex="0" role="log" aria-label=${t('chat.log')}>
      <div class="talk-inner">
        ${empty ? html`<${Invitation} />` : withDays(entries.value)}
        ${unsent.value.map(one => html`<${Mine} key=${one.key} text=${one.text} failed=${one.failed} again=${() => talk.say(one.text, one.key)} drop=${() => talk.unsay(one.key)} />`)}
        <div class="thinking" aria-live="polite">${thinking.value && html`<span class="dots" role="img" aria-label=${t('chat.thinking')}><i></i><i></i><i></i></span>`}</div>
        <div ref=${end}></div>
      </div>
    </div>
    <${Composer} onSend=${text => { atEnd.current = true; talk.say(text); }} />
  </section>`;
}

function withDays(entries) {
  let day = '';
  return entries.flatMap(entry => {
    const its = entry.at.slice(0, 10);
    const line = its === day ? [] : [html`<h2 class="day" key=${'day' + its}>${dayWords(its)}</h2>`];
    day = its;
    return [...line, entry.from === 'person'
      ? html`<${Mine} key=${entry.position} text=${entry.text} at=${entry.at} parked=${entry.state === 'parked'} />`
      : html`<${Message} key=${entry.position} entry=${entry} />`];
  });
}

/** What an empty chat says: it invites, with two examples to start from. */
function Invitation() {
  return html`<div class="invitation">
    <h1>${t('chat.invite')}</h1>
    <p class="quiet">${t('chat.invite.how')}</p>
    ${['chat.example.dump', 'chat.example.request'].map(key => html`<button class="example" key=${key}
      onClick=${() => { draft.value = t(key); document.getElementById('say')?.focus(); }}>${t(key)}</button>`)}
  </div>`;
}
