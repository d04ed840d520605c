import { html, cls, useRef, useState } from '../html.js';
import * as edits from '../edits.js';
import { tasks } from '../store.js';
import { useDraft } from '../draft.js';
import { t } from '../words.js';
import { Field } from './field.js';
import { Icon } from './icons.js';

/** The steps: tick, write, move, remove; all by keyboard too. */
export function Steps({ task }) {
  const box = useRef(null);
  const fresh = useRef(null);
  const [text, setText] = useState('');
  const now = () => tasks.value.get(task.id)?.subtasks ?? [];
  const set = steps => edits.save(task.id, { subtasks: steps });
  const focus = at => requestAnimationFrame(() => requestAnimationFrame(() => box.current?.querySelectorAll('.step-title')[at]?.focus()));
  const change = (at, fields) => set(now().map((step, i) => i === at ? { ...step, ...fields } : step));
  const remove = at => { set(now().filter((_, i) => i !== at)); focus(Math.max(0, at - 1)); };
  const move = (at, by) => {
    const steps = [...now()];
    if (at + by < 0 || at + by >= steps.length)
      return;
    steps.splice(at + by, 0, ...steps.splice(at, 1));
    set(steps);
    focus(at + by);
  };
  const add = event => {
    event.preventDefault();
    // the field itself: what was typed last may not be drawn yet
    const title = fresh.current.value.trim();
    setText(fresh.current.value = '');
    if (title)
      set([...now(), { title, done: false }]);
  };
  const steps = task.subtasks ?? [];
  return html`<${Field} task=${task} field="subtasks" group=${true}>
    <div class="steps" ref=${box}>
      <ol>${steps.map((step, i) => html`<${Step} key=${i} step=${step} n=${i + 1} last=${i === steps.length - 1}
        change=${fields => change(i, fields)} remove=${() => remove(i)} move=${by => move(i, by)} next=${() => focus(i + 1)} />`)}</ol>
      <form class="step new" onSubmit=${add}><${Icon} name="plus" />
        <input class="step-title" ref=${fresh} value=${text} onInput=${e => setText(e.currentTarget.value)} onBlur=${add} placeholder=${t('step.new')} aria-label=${t('step.new')}
          title=${t('step.hint')} maxlength="200" enterkeyhint="next" /></form>
    </div></${Field}>`;
}

function Step({ step, n, last, change, remove, move, next }) {
  const draft = useDraft(step.title, title => title.trim() && change({ title: title.trim() }), title => !!title.trim());
  const key = event => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      draft.flush();
      move(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      draft.flush();
      next();
    } else if (event.key === 'Backspace' && !draft.value) {
      event.preventDefault();
      remove();
    }
  };
  return html`<li class=${cls('step', step.done && 'done')}>
    <button class="tick" role="checkbox" aria-checked=${step.done} aria-label=${t('step.done', { n })} onClick=${() => change({ done: !step.done })}><${Icon} name="check" /></button>
    <input class="step-title" value=${draft.value} onInput=${draft.onInput} onBlur=${draft.onBlur} onKeyDown=${key} aria-label=${t('step.title', { n })} title=${t('step.hint')} maxlength="200" />
    <span class="step-moves">
      <button class="bare" disabled=${n === 1} aria-label=${t('step.up', { n })} onClick=${() => move(-1)}><${Icon} name="up" /></button>
      <button class="bare" disabled=${last} aria-label=${t('step.down', { n })} onClick=${() => move(1)}><${Icon} name="down" /></button>
      <button class="bare" aria-label=${t('step.remove', { n })} onClick=${remove}><${Icon} name="close" /></button>
    </span></li>`;
}
