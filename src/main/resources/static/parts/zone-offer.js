import { html } from '../html.js';
import * as api from '../api.js';
import { me, toast } from '../store.js';
import { t } from '../words.js';

/** Until the person has a zone of their own: the browser's, for one tap. */
export function ZoneOffer() {
  if (!me.value || me.value.zoneSet)
    return null;
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const take = async () => {
    try {
      me.value = await api.patch('/api/me', { zone });
    } catch (e) {
      toast(e instanceof api.Offline ? t('offline.short') : e.message);
    }
  };
  const time = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, timeStyle: 'short' }).format(new Date());
  return html`<div class="offer" role="region" aria-label=${t('zone.label')}>
    <span>${t('zone.ask', { time, zone: zone.replaceAll('_', ' ') })}</span>
    <button class="primary small" onClick=${take}>${t('zone.yes')}</button>
    <a href="#me" class="button small">${t('zone.other')}</a>
  </div>`;
}
