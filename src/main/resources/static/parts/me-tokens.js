import { html, useEffect, useState } from '../html.js';
import * as api from '../api.js';
import { toast } from '../store.js';
import { whenWords } from '../dates.js';
import { t } from '../words.js';
import { Icon } from './icons.js';

/** Keys for the person's own scripts; a new one is shown once. */
export function Tokens() {
  const [tokens, setTokens] = useState(/** @type {any[]} */ ([]));
  const [made, setMade] = useState(null);
  const [name, setName] = useState('');
  const tried = work => work().catch(e => toast(e instanceof api.Offline ? t('offline.short') : e.message));
  useEffect(() => { tried(async () => setTokens(await api.get('/api/tokens'))); }, []);
  const make = event => {
    event.preventDefault();
    const wanted = name.trim();
    if (!wanted)
      return;
    tried(async () => {
      const token = await api.post('/api/tokens', { name: wanted });
      setName('');
      setMade(token);
      setTokens([...tokens, token]);
    });
  };
  const remove = token => tried(async () => {
    await api.remove('/api/tokens/' + token.id);
    setTokens(tokens.filter(one => one.id !== token.id));
    setMade(made?.id === token.id ? null : made);
    toast(t('me.tokens.deleted', { name: token.name }));
  });
  const copy = () => navigator.clipboard?.writeText(made.secret).then(() => toast(t('me.tokens.copied')), () => {});
  return html`<section aria-labelledby="me-tokens"><h2 id="me-tokens">${t('me.tokens')}</h2><p class="quiet">${t('me.tokens.how')}</p>
    <ul class="token-list">${tokens.map(token => html`<li key=${token.id}><div>${token.name}<small>${token.bootstrap
      ? t('me.tokens.bootstrap') : t('me.tokens.made', { when: whenWords(token.createdAt) })} · ${token.lastUsedAt
      ? t('me.tokens.used', { when: whenWords(token.lastUsedAt) }) : t('me.tokens.unused')}</small></div>
      <button class="bare" aria-label=${t('me.tokens.delete', { name: token.name })} onClick=${() => remove(token)}><${Icon} name="trash" /></button></li>`)}</ul>
    ${made && html`<div class="secret" role="status"><span>${t('me.tokens.once')}</span><code>${made.secret}</code>
      ${navigator.clipboard && html`<button class="small primary" onClick=${copy}>${t('me.tokens.copy')}</button>`}</div>`}
    <form class="line" onSubmit=${make}><input value=${name} onInput=${e => setName(e.currentTarget.value)} placeholder=${t('me.tokens.name')} aria-label=${t('me.tokens.name')} maxlength="100" />
      <button class="plain small" disabled=${!name.trim()}>${t('me.tokens.make')}</button></form>
  </section>`;
}
