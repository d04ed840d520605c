import { html, useState } from '../html.js';
import * as edits from '../edits.js';
import { t } from '../words.js';
import { Icon } from './icons.js';

/** A line that becomes a task as it stands; what wants to be understood is said in the chat. */
export function QuickAdd() {
  const [title, setTitle] = useState('');
  const add = event => {
    event.preventDefault();
    const words = title.trim();
    if (!words)
      return;
    setTitle('');
    edits.add({ title: words });
  };
  return html`<form class="quick-add" onSubmit=${add}>
    <${Icon} name="plus" />
    <input value=${title} onInput=${e => setTitle(e.currentTarget.value)} placeholder=${t('add.placeholder')} aria-label=${t('add.label')}
      maxlength="200" enterkeyhint="done" />
    ${title.trim() && html`<button class="small primary">${t('add')}</button>`}
  </form>`;
}
