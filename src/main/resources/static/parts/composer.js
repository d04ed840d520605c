import { html, signal, useLayoutEffect, useRef } from '../html.js';
import { t } from '../words.js';
import { Icon } from './icons.js';

/** What is being written; it survives a look at another place. */
export const draft = signal('');

/** The field to say something in: Enter sends, Shift+Enter begins a line. */
export function Composer({ onSend }) {
  const field = useRef(null);
  useLayoutEffect(() => {
    field.current.style.height = 'auto';
    field.current.style.height = field.current.scrollHeight + 'px';
  }, [draft.value]);
  const send = event => {
    event.preventDefault();
    const text = draft.value.trim();
    if (!text)
      return;
    draft.value = '';
    onSend(text);
  };
  const key = event => {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing)
      send(event);
  };
  return html`<form class="composer" onSubmit=${send}>
    <textarea id="say" ref=${field} rows="1" value=${draft.value} placeholder=${t('chat.placeholder')} aria-label=${t('chat.placeholder')}
      onInput=${e => { draft.value = e.currentTarget.value; }} onKeyDown=${key} enterkeyhint="send" maxlength="100000"></textarea>
    <button class="send" aria-label=${t('chat.send')} disabled=${!draft.value.trim()}><${Icon} name="send" /></button>
  </form>`;
}
