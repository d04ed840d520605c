import { html, useState } from '../html.js';
import * as api from '../api.js';
import { toast } from '../store.js';
import { whenWords } from '../dates.js';
import { has, t } from '../words.js';

/** What went wrong, in the person's language where there is a sentence for it. */
export const why = e => e instanceof api.Offline ? t('offline.short') : has('me.ai.refused.' + e.reason) ? t('me.ai.refused.' + e.reason) : e.message;

const EMPTY = { url: '', model: '', fastModel: '', key: '' };

/** The person's own endpoint: what is kept of it, or the form to bring one. */
export function AiOwn({ ai, onKept, reload }) {
  const [open, setOpen] = useState(false);
  const remove = async () => {
    try {
      await api.remove('/api/me/ai/endpoint');
      toast(t('me.ai.own.removed'));
    } catch (e) {
      toast(why(e));
    }
    await reload();
  };
  const kept = found => {
    setOpen(false);
    onKept(found);
    toast(t('me.ai.own.kept'));
  };
  if (open)
    return html`<${Form} ai=${ai} onKept=${kept} onCancel=${() => setOpen(false)} />`;
  if (!ai.own)
    return html`<button class="plain small" onClick=${() => setOpen(true)}>${t('me.ai.own.bring')}</button>`;
  return html`<div class="own-ai"><h3>${t('me.ai.own.title')}</h3>
    <dl>
      <dt>${t('me.ai.own.url')}</dt><dd>${ai.own.url}</dd>
      <dt>${t('me.ai.own.model')}</dt><dd>${ai.own.model}</dd>
      ${ai.own.fastModel && html`<dt>${t('me.ai.own.fastModel')}</dt><dd>${ai.own.fastModel}</dd>`}
      <dt>${t('me.ai.own.key')}</dt><dd>${!ai.own.hasKey ? t('me.ai.own.noKey') : ai.own.readable ? '…' + ai.own.keyEnd : html`<span class="wrong">${t('me.ai.own.unreadable')}</span>`}</dd>
      <dt>${t('me.ai.own.since')}</dt><dd>${whenWords(ai.own.keptAt)}</dd>
    </dl>
    <div class="actions"><button class="plain small" onClick=${() => setOpen(true)}>${t('me.ai.own.change')}</button>
      <button class="plain small bad" onClick=${remove}>${t('me.ai.own.remove')}</button></div>
  </div>`;
}

function Form({ ai, onKept, onCancel }) {
  const [values, setValues] = useState({ ...EMPTY, ...ai.own && { url: ai.own.url, model: ai.own.model, fastModel: ai.own.fastModel ?? '' } });
  const [wrong, setWrong] = useState(/** @type {{field?: string, text: string}} */ ({ text: '' }));
  const [busy, setBusy] = useState(false);
  const keep = async event => {
    event.preventDefault();
    const missing = ['url', 'model'].find(name => !values[name].trim());
    if (missing)
      return setWrong({ field: missing, text: t('me.ai.own.missing') });
    setBusy(true);
    setWrong({ text: '' });
    try {
      onKept(await api.put('/api/me/ai/endpoint', Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.trim() || null]))));
    } catch (e) {
      setWrong({ field: e.pointer?.slice(1), text: why(e) });
      setBusy(false);
    }
  };
  const field = (name, more = {}) => html`<label class="field"><span>${t('me.ai.own.' + name)}</span>
    <input name=${'ai-' + name} value=${values[name]} onInput=${e => setValues({ ...values, [name]: e.currentTarget.value })} autocomplete="off" autocapitalize="off" spellcheck="false"
      aria-invalid=${wrong.field === name ? 'true' : undefined} aria-describedby=${wrong.field === name ? 'ai-wrong' : undefined} disabled=${busy} ...${more} />
    ${wrong.field === name && html`<small class="wrong" id="ai-wrong" role="alert">${wrong.text}</small>`}</label>`;
  return html`<form class="own-ai" onSubmit=${keep}><h3>${t('me.ai.own.title')}</h3>
    <p class="quiet">${t('me.ai.own.how')}</p>
    ${!ai.keepsKeys && html`<p class="wrong">${t('me.ai.refused.NO_SECRET')}</p>`}
    ${field('url', { type: 'url', inputmode: 'url', placeholder: 'https://…/v1', maxlength: 500 })}
    <div class="two">${field('model', { maxlength: 200 })}${field('fastModel', { maxlength: 200, placeholder: t('me.ai.own.optional') })}</div>
    ${field('key', { type: 'password', autocomplete: 'new-password', maxlength: 500, placeholder: ai.own?.hasKey ? t('me.ai.own.keyAgain') : '' })}
    ${wrong.text && !Object.keys(EMPTY).includes(wrong.field) && html`<p class="wrong" role="alert">${wrong.text}</p>`}
    <div class="actions"><button class="small primary" disabled=${busy} aria-busy=${busy ? 'true' : undefined}>${t(busy ? 'me.ai.own.trying' : 'me.ai.own.keep')}</button>
      <button type="button" class="plain small" onClick=${onCancel} disabled=${busy}>${t('me.ai.own.cancel')}</button></div>
  </form>`;
}
