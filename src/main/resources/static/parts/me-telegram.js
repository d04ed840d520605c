import { html, useState } from '../html.js';
import * as api from '../api.js';
import { me, toast } from '../store.js';
import { t } from '../words.js';

/** Makes the account the person's in Telegram too. */
export function Telegram() {
  const [code, setCode] = useState('');
  const get = async () => {
    try {
      setCode((await api.post('/api/link-code')).code);
    } catch (e) {
      toast(e instanceof api.Offline ? t('offline.short') : e.message);
    }
  };
  const linked = me.value.identities.some(identity => identity.provider === 'telegram');
  return html`<section aria-labelledby="me-telegram"><h2 id="me-telegram">${t('me.telegram')}</h2>
    <p class="quiet">${t(linked ? 'me.telegram.linked' : 'me.telegram.how')}</p>
    ${code ? html`<div class="secret" role="status"><span>${t('me.telegram.send')}</span><code>/start ${code}</code></div>`
      : !linked && html`<button class="plain small" onClick=${get}>${t('me.telegram.code')}</button>`}
  </section>`;
}
