import { html } from '../html.js';
import * as api from '../api.js';
import { me, toast } from '../store.js';
import { speak, t } from '../words.js';
import { Ai } from './me-ai.js';
import { Data } from './me-data.js';
import { People } from './me-people.js';
import { Tokens } from './me-tokens.js';
import { Telegram } from './me-telegram.js';

const TIMES = ['morning', 'noon', 'lunch', 'afternoon', 'endOfDay', 'evening', 'tonight', 'night'];

/** Saves settings of the person, and says so. */
async function set(fields) {
  try {
    me.value = await api.patch('/api/me', fields);
    await speak(me.value.language);
    toast(t('me.saved'));
  } catch (e) {
    me.value = { ...me.value };
    toast(e instanceof api.Offline ? t('offline.short') : e.message);
  }
}

/** The person's settings, keys and data. */
export function Me() {
  return html`<div class="me">
    <header><h1>${me.value.name || t('me.title')}</h1><button class="plain small" onClick=${() => api.signOut().catch(() => toast(t('offline.short')))}>${t('me.signout')}</button></header>
    <section class="two">
      <label class="field"><span>${t('me.language')}</span><select value=${me.value.language} onChange=${e => set({ language: e.currentTarget.value })}>
        <option value="en">English</option><option value="ru">Русский</option></select></label>
      <${Zone} />
    </section>
    <section aria-labelledby="me-quiet"><h2 id="me-quiet">${t('me.quiet')}</h2><p class="quiet">${t('me.quiet.how')}</p>
      <div class="times">${['from', 'until'].map(end => html`<${Clock} key=${end} name=${t('me.quiet.' + end)} value=${me.value.quiet[end]} save=${time => set({ quiet: { [end]: time } })} />`)}</div></section>
    <section aria-labelledby="me-times"><h2 id="me-times">${t('me.times')}</h2><p class="quiet">${t('me.times.how')}</p>
      <div class="times">${TIMES.map(name => html`<${Clock} key=${name} name=${t('time.' + name)} value=${me.value.times[name]} save=${time => set({ times: { [name]: time } })} />`)}</div></section>
    <${Ai} />
    <${Telegram} />
    <${Data} />
    <${Tokens} />
    ${me.value.role === 'owner' && html`<${People} />`}
  </div>`;
}

function Zone() {
  const known = Intl.supportedValuesOf('timeZone');
  const zones = known.includes(me.value.zone) ? known : [me.value.zone, ...known];
  const offset = zone => new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts(new Date()).find(part => part.type === 'timeZoneName').value;
  return html`<label class="field"><span>${t('me.zone')} · ${offset(me.value.zone)}</span>
    <select value=${me.value.zone} onChange=${e => set({ zone: e.currentTarget.value })}>
      ${zones.map(zone => html`<option key=${zone} value=${zone}>${zone.replaceAll('_', ' ')}</option>`)}</select>
    ${!me.value.zoneSet && html`<small class="quiet">${t('me.zone.unset')}</small>`}</label>`;
}

function Clock({ name, value, save }) {
  const time = value.slice(0, 5);
  return html`<label class="field"><span>${name}</span><input type="time" value=${time}
    onBlur=${e => e.currentTarget.value && e.currentTarget.value !== time && save(e.currentTarget.value)} /></label>`;
}
