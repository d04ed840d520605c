/** The panel's sentences, ICU patterns by key, in the person's language. */
import { signal } from '@preact/signals';

const KEPT = 'ptm.language';

/** @type {import('@preact/signals').Signal<'en'|'ru'>} */
export const language = signal('en');
const patterns = signal(/** @type {Record<string, string>} */ ({}));

/** What the browser asks for, until the person is known. */
export const guessLanguage = () => {
  const kept = localStorage.getItem(KEPT);
  return kept === 'ru' || kept === 'en' ? kept : navigator.language.toLowerCase().startsWith('ru') ? 'ru' : 'en';
};

export async function speak(/** @type {'en'|'ru'} */ wanted) {
  if (wanted === language.value && Object.keys(patterns.value).length)
    return;
  const response = await fetch('/words/' + wanted);
  if (!response.ok)
    return;
  patterns.value = await response.json();
  language.value = wanted;
  document.documentElement.lang = wanted;
  localStorage.setItem(KEPT, wanted);
}

/** The sentence of a key. @param {Record<string, any>} [args] */
export function t(key, args = {}) {
  const pattern = patterns.value[key];
  return pattern === undefined ? key : format(pattern, args, language.value);
}

export const has = key => patterns.value[key] !== undefined;

/** The words of a scale or another list kept in one line, split by `|`. */
export const list = key => t(key).split('|').map(word => word.trim());

/**
 * The part of ICU MessageFormat that these files use: arguments, plurals with `#`, quoting by apostrophe.
 * @param {string} pattern @param {Record<string, any>} args @param {string} lang @param {number} [count] for `#`
 * @returns {string}
 */
export function format(pattern, args, lang, count) {
  let out = '';
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i];
    if (c === "'") {
      const quoted = /^'(?:'|([{}#].*?)(?:'|$))/s.exec(pattern.slice(i));
      out += quoted ? quoted[1] ?? "'" : "'";
      i += quoted ? quoted[0].length - 1 : 0;
    } else if (c === '#' && count !== undefined) {
      out += number(count, lang);
    } else if (c === '{') {
      const end = closing(pattern, i);
      out += argument(pattern.slice(i + 1, end), args, lang);
      i = end;
    } else {
      out += c;
    }
  }
  return out;
}

function argument(inside, args, lang) {
  const parts = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,(.*))?)?$/s.exec(inside);
  const value = args[parts[1]];
  if (parts[2] === 'plural' || parts[2] === 'select')
    return choose(parts[2], parts[3], value, args, lang);
  return typeof value === 'number' ? number(value, lang) : String(value ?? '');
}

function choose(kind, forms, value, args, lang) {
  const wanted = kind === 'select' ? [value] : ['=' + value, new Intl.PluralRules(lang).select(Number(value))];
  const found = {};
  for (let i = 0; i < forms.length; i++) {
    const open = forms.indexOf('{', i);
    if (open < 0)
      break;
    const end = closing(forms, open);
    found[forms.slice(i, open).trim()] = forms.slice(open + 1, end);
    i = end;
  }
  const name = [...wanted, 'other'].find(one => one in found);
  return format(found[name] ?? '', args, lang, kind === 'plural' ? Number(value) : undefined);
}

function closing(text, open) {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{')
      depth++;
    else if (text[i] === '}' && --depth === 0)
      return i;
  }
  return text.length;
}

export const number = (value, lang = language.value) => new Intl.NumberFormat(lang, { useGrouping: value >= 10000 }).format(value);
