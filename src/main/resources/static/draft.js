/** A field's text while it is being written: it follows the task until it is touched, and is saved in a pause. */
import { useEffect, useRef, useState } from './html.js';

const PAUSE = 800;

/**
 * @param {string} value as it is known
 * @param {(text: string) => void} commit
 * @param {(text: string) => boolean} [ready] whether a text may be saved before the field is left
 */
export function useDraft(value, commit, ready = () => true) {
  const [text, setText] = useState(/** @type {string|null} */ (null));
  const now = useRef({ timer: 0, text: null, value, commit });
  Object.assign(now.current, { value, commit });
  const flush = () => {
    const { timer, text: written } = now.current;
    clearTimeout(timer);
    now.current.text = null;
    if (written !== null && written !== now.current.value)
      now.current.commit(written);
  };
  useEffect(() => flush, []);
  return {
    value: text ?? value,
    flush,
    onInput: event => {
      const written = event.currentTarget.value;
      setText(written);
      now.current.text = written;
      clearTimeout(now.current.timer);
      if (ready(written))
        now.current.timer = setTimeout(flush, PAUSE);
    },
    onBlur: () => {
      flush();
      setText(null);
    },
  };
}
