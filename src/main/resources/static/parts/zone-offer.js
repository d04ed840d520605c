import { html, useState } from '../html.js';
import * as api from '../api.js';
import { me, toast } from '../store.js';
import { t } from '../words.js';
import { Icon } from './icons.js';

/** The zone that was offered and put off: it is not offered again. */
const PUT_OFF = 'ptm.zone.later';

/** Until the person has a zone of their own: the browser's, for one tap. */
export function ZoneOffer() {
  const [putOff, setPutOff] = useState(localStorage.getItem(PUT_OFF));
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!me.value || me.value.zoneSet || putOff === zone)
    return null;
  const later = () => {
    localStorage.setItem(PUT_OFF, zone);
    setPutOff(zone);
  };
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
    <button class="bare" aria-label=${t('zone.later')} title=${t('zone.later')} onClick=${later}><${Icon} name="close" /></button>
  </div>`;
}
