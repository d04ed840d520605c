import { html, cls, useEffect, useRef, useState } from '../html.js';
import * as edits from '../edits.js';
import { list, t } from '../words.js';
import { From, Lock } from './field.js';

export const BARRIERS = ['stress', 'apathy', 'distraction', 'discomfort', 'novelty', 'dissonance'];
export const DEMANDS = ['physical', 'intellectual', 'motivational', 'emotional', 'social', 'financial'];

/** A rating as a slider that says its word; left of 0 it is not set. */
export function Scale({ task, scale }) {
  const words = list(`scale.${scale}.words`);
  const [moved, setMoved] = useState(/** @type {number|null} */ (null));
  const timer = useRef(0);
  const value = moved ?? task[scale] ?? -1;
  const word = value < 0 ? t('editor.none') : words[value];
  useEffect(() => setMoved(null), [task[scale]]);
  const move = event => {
    const to = Number(event.currentTarget.value);
    setMoved(to);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setMoved(null);
      edits.save(task.id, { [scale]: to < 0 ? null : to });
    }, 350);
  };
  const name = t('scale.' + scale);
  return html`<div class=${cls('scale', value < 0 && 'unset')}>
    <label for=${'ed-' + scale}>${name}</label>
    <input id=${'ed-' + scale} type="range" min="-1" max="3" step="1" value=${value} aria-valuetext=${word} class=${'at' + value} onInput=${move} />
    <output for=${'ed-' + scale}>${word}</output>
    <${Lock} task=${task} field=${scale} name=${name} />
    <${From} of=${task.provenance?.[scale]} />
  </div>`;
}

/** A group of scales, closed at first; its head says what is set. */
export function Scales({ task, group, scales }) {
  const said = scales.filter(scale => task[scale] > 0).map(scale => list(`scale.${scale}.words`)[task[scale]]).join(' · ');
  return html`<details class="fold">
    <summary><h3>${t('group.' + group)}</h3><span class="quiet">${said}</span></summary>
    ${scales.map(scale => html`<${Scale} key=${scale} task=${task} scale=${scale} />`)}
  </details>`;
}
