import { html } from '../html.js';
export const Me = () => html`<div></div>`;
