/** Dates and lengths of time as the person reads them, by the clock of their own zone. */
import { language, t } from './words.js';
import { me } from './store.js';

/** The person's today, as `2026-11-24`. */
export const today = () => new Intl.DateTimeFormat('sv-SE', { timeZone: me.value?.zone }).format(new Date());

/** The moment by the person's clock, as `2026-11-24T15:08:00`. */
export const clock = () => new Intl.DateTimeFormat('sv-SE', { timeZone: me.value?.zone, dateStyle: 'short', timeStyle: 'medium' })
  .format(new Date()).replace(' ', 'T');

/** The day `n` days after a day, both as `2026-11-24`. */
export function plusDays(day, n) {
  const date = new Date(day + 'T00:00:00Z');
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}

const words = (day, options) => new Intl.DateTimeFormat(language.value === 'ru' ? 'ru' : 'en-GB', { timeZone: 'UTC', ...options })
  .formatToParts(new Date(day + 'T00:00:00Z')).map(part => part.value.replace('.', '').replace('Sept', 'Sep')).join('').replace(',', '');

/** `Tue 1 Dec`, or today and its neighbours by name; with the year where it is another. */
export function dayWords(day) {
  const now = today();
  if (day === now)
    return t('day.today');
  if (day === plusDays(now, 1))
    return t('day.tomorrow');
  if (day === plusDays(now, -1))
    return t('day.yesterday');
  const text = words(day, { weekday: 'short' }) + ' ' + words(day, { day: 'numeric' }) + ' '
    + words(day, { day: 'numeric', month: 'short' }).replace(/\d+\s*/, '').trim();
  return day.slice(0, 4) === now.slice(0, 4) ? text : text + ' ' + day.slice(0, 4);
}

/** The day and the time of `2026-11-27` or `2026-11-27T15:00:00+01:00`, as the server writes them for the person. */
export const parts = when => ({ day: when?.slice(0, 10) ?? '', time: when?.slice(11, 16) ?? '' });

/** `Tue 1 Dec, 15:00`. */
export function whenWords(when) {
  const { day, time } = parts(when);
  return dayWords(day) + (time && ', ' + time);
}

/** The due date as a chip says it. */
export function dueWords(task) {
  const words = whenWords(task.due);
  return task.dueKind === 'by' ? t('due.by', { when: words }) : words;
}

/** `2 h`, `1 h 30 min`. */
export function minutesWords(minutes) {
  const hours = Math.floor(minutes / 60), rest = minutes % 60;
  return [hours && t('length.hours', { n: hours }), (rest || !hours) && t('length.minutes', { n: rest })]
    .filter(Boolean).join(' ');
}
