/** Starts the page: who is it, in which language, and what do they see. */
import { html, render, effect } from './html.js';
import * as api from './api.js';
import { me, connected } from './store.js';
import { guessLanguage, speak } from './words.js';
import { claimCode } from './route.js';
import * as edits from './edits.js';
import * as live from './live.js';
import * as search from './search.js';
import * as talk from './talk.js';
import { Shell } from './parts/shell.js';
import { SignIn } from './parts/sign-in.js';
import { Toasts } from './parts/toasts.js';

function App() {
  if (claimCode.value || api.signedIn.value === false)
    return html`<${SignIn} onIn=${enter} /><${Toasts} />`;
  if (!me.value)
    return html`<div class="waiting" aria-busy="true"></div>`;
  return html`<${Shell} /><${Toasts} />`;
}

/** Shows the panel to whoever just signed in or was signed in before. */
async function enter() {
  me.value = await api.get('/api/me');
  await speak(me.value.language);
  api.signedIn.value = true;
  edits.restore();
  live.start();
  await Promise.allSettled([talk.load(), search.run()]);
}

/** Before the server has been reached once there is nothing to show; it is asked again until it answers. */
async function start(delay = 1000) {
  try {
    await speak(guessLanguage());
    if (!claimCode.value && await api.refresh())
      await enter();
  } catch (e) {
    if (!(e instanceof api.Offline) && !(e instanceof TypeError))
      throw e;
    connected.value = false;
    setTimeout(() => start(Math.min(delay * 2, 10_000)), delay);
  }
}

/** A session that ends takes all that the page knows with it. */
effect(() => {
  if (api.signedIn.value === false) {
    live.stop();
    if (me.peek())
      location.reload();
  }
});

await start();
render(html`<${App} />`, document.getElementById('app'));
