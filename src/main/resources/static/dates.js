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

/** Three letters of a month, two or three of a weekday, as chats write them. */
const part = (day, type, options) => new Intl.DateTimeFormat(language.value === 'ru' ? 'ru' : 'en-GB', { timeZone: 'UTC', ...options })
  .formatToParts(new Date(day + 'T00:00:00Z')).find(one => one.type === type).value.slice(0, 3);
const weekday = day => part(day, 'weekday', { weekday: 'short' });
const isNear = day => Math.abs(Date.parse(day) - Date.parse(today())) <= 86_400_000;

/** `Tue 1 Dec`, or today and its neighbours by name; with the year where it is another. */
export function dayWords(day) {
  const now = today();
  if (day === now)
    return t('day.today');
  if (day === plusDays(now, 1))
    return t('day.tomorrow');
  if (day === plusDays(now, -1))
    return t('day.yesterday');
  const text = `${weekday(day)} ${Number(day.slice(8))} ${part(day, 'month', { day: 'numeric', month: 'short' })}`;
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
  const { day, time } = parts(task.due);
  const words = whenWords(task.due);
  if (task.dueKind !== 'by')
    return words;
  if (isNear(day))
    return time ? t('due.by.time', { day: dayWords(day), time }) : words;
  return t('due.by', { day: new Date(day).getUTCDay() === 2 ? 'tue' : 'other', when: words });
}

/** `2 h`, `1 h 30 min`. */
export function minutesWords(minutes) {
  const hours = Math.floor(minutes / 60), rest = minutes % 60;
  return [hours && t('length.hours', { n: hours }), (rest || !hours) && t('length.minutes', { n: rest })]
    .filter(Boolean).join(' ');
}
