import { html, cls, useEffect, useState } from '../html.js';
import * as api from '../api.js';
import { toast } from '../store.js';
import { language, t } from '../words.js';
import { AiOwn, why } from './me-ai-own.js';

const short = value => new Intl.NumberFormat(language.value, { notation: 'compact', maximumFractionDigits: 1 }).format(value);
const dollars = value => new Intl.NumberFormat(language.value, { style: 'currency', currency: 'USD' }).format(value);

/** Which model is asked about the person's words, at whose cost, and what it cost so far. */
export function Ai() {
  const [ai, setAi] = useState(/** @type {any} */ (null));
  const [failed, setFailed] = useState('');
  const load = () => api.get('/api/me/ai').then(found => { setAi(found); setFailed(''); }).catch(e => setFailed(why(e)));
  useEffect(() => { load(); }, []);
  const turn = async on => {
    try {
      setAi(await api.patch('/api/me/ai', { on }));
      toast(t(on ? 'me.ai.turnedOn' : 'me.ai.turnedOff'));
    } catch (e) {
      toast(why(e));
    }
  };
  return html`<section aria-labelledby="me-ai"><h2 id="me-ai">${t('me.ai')}</h2>
    ${failed && html`<p class="wrong" role="alert">${failed}</p><button class="plain small" onClick=${load}>${t('me.ai.again')}</button>`}
    ${ai && html`<p class="quiet">${t(state(ai), { host: ai.host })}</p>
      ${(ai.by !== 'none' || ai.usage.calls > 0) && html`<${Usage} usage=${ai.usage} />`}
      ${ai.on ? ai.by !== 'none' && html`<button class="plain small" onClick=${() => turn(false)}>${t('me.ai.off')}</button>`
        : html`<button class="small primary" onClick=${() => turn(true)}>${t('me.ai.on')}</button>`}
      <${AiOwn} ai=${ai} onKept=${setAi} reload=${load} />`}
  </section>`;
}

const state = ai => !ai.on ? 'me.ai.refused' : ai.by !== 'none' ? 'me.ai.' + ai.by : ai.own ? 'me.ai.unreadable' : 'me.ai.none';

function Usage({ usage }) {
  const parts = [t('me.ai.tokens', { tokens: short(usage.tokens) }), usage.cost !== null && '~' + dollars(usage.cost), t('me.ai.calls', { n: usage.calls })];
  const percent = usage.share === null ? null : Math.round(usage.share * 100);
  return html`<div class="usage">
    <p>${t('me.ai.month')} ${parts.filter(Boolean).join(', ')}${percent !== null && html`; ${t('me.ai.share', { percent })}`}</p>
    ${percent !== null && html`<progress class=${cls(percent >= 80 && 'near')} aria-label=${t('me.ai.budget')} max="100" value=${Math.min(percent, 100)}></progress>`}
    ${percent >= 100 && html`<p class="quiet">${t('me.ai.usedUp')}</p>`}
  </div>`;
}
