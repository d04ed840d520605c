import { html } from '../html.js';
export const Editor = () => html`<div></div>`;
