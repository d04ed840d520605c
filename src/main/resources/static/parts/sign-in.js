import { html, useState } from '../html.js';
import * as api from '../api.js';
import { claimCode, forgetCode } from '../route.js';
import { t } from '../words.js';

/** The way in: a link's code, spent by a press and never by a preview, or a code typed by hand. */
export function SignIn({ onIn }) {
  const [code, setCode] = useState('');
  const [wrong, setWrong] = useState('');
  const [busy, setBusy] = useState(false);
  const given = claimCode.value;

  async function enter(event) {
    event.preventDefault();
    const secret = (given ?? code).trim();
    const typed = /claim=(.+)$/.exec(secret)?.[1] ?? secret;
    if (!typed)
      return setWrong(t('signin.empty'));
    setBusy(true);
    setWrong('');
    try {
      await api.claim(typed);
      forgetCode();
      await onIn();
    } catch (e) {
      forgetCode();
      api.signedIn.value = false;
      setWrong(e instanceof api.Offline ? t('offline.short') : e.message);
      setBusy(false);
    }
  }

  return html`<main class="sign-in">
    <form onSubmit=${enter}>
      <img src="icon.svg" alt="" width="56" height="56" />
      <h1>${t('signin.title')}</h1>
      ${given
        ? html`<p class="quiet">${t('signin.link')}</p>`
        : html`<p class="quiet">${t('signin.how')}</p>
          <label class="field"><span>${t('signin.code')}</span>
            <input name="code" autocomplete="one-time-code" autocapitalize="off" spellcheck="false" value=${code}
              onInput=${e => setCode(e.currentTarget.value)} aria-invalid=${wrong ? 'true' : undefined} /></label>`}
      <button class="primary" disabled=${busy}>${t('signin.enter')}</button>
      <p class="wrong" role="alert">${wrong}</p>
    </form>
  </main>`;
}
