import { html } from '../html.js';
import { dismiss, toasts } from '../store.js';

/** What is said for a moment, above everything else. */
export function Toasts() {
  return html`<div class="toasts" role="status" aria-live="polite">
    ${toasts.value.map(one => html`<div class="toast" key=${one.id}>
      <span>${one.text}</span>
      ${one.label && html`<button class="toast-do" onClick=${() => { dismiss(one.id); one.run?.(); }}>${one.label}</button>`}
    </div>`)}
  </div>`;
}
