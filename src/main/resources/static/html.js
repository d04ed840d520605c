/** What every part of the page is made with. */
import { h } from 'preact';
import htm from 'htm';
import '@preact/signals';

export const html = htm.bind(h);
export { render } from 'preact';
export { useEffect, useLayoutEffect, useRef, useState, useMemo } from 'preact/hooks';
export { signal, computed, effect, batch } from '@preact/signals';

/** Joins the class names that hold: `cls('row', done && 'done')`. */
export const cls = (/** @type {any[]} */ ...names) => names.filter(Boolean).join(' ');
