import { html, useEffect, useRef } from '../html.js';
import * as search from '../search.js';
import { t } from '../words.js';
import { Presets } from './presets.js';
import { QuickAdd } from './quick-add.js';
import { SearchBar } from './search-bar.js';
import { TaskRow } from './task-row.js';

/** The list of tasks with its search. */
export function Tasks() {
  const { count, next, loaded } = search.found.value;
  const rows = search.rows.value;
  return html`<section class="tasks" aria-label=${t('place.tasks')}>
    <header class="tasks-head">
      <${SearchBar} />
      <${Presets} />
      <div class="tasks-bar">
        <${Scope} />
        <p class="count" role="status" aria-live="polite">${count === null ? '' : t('tasks.count', { n: count })}</p>
        <${Sort} />
      </div>
    </header>
    <${QuickAdd} />
    <ul class="rows-list" aria-busy=${search.busy.value}>
      ${rows.map(task => html`<${TaskRow} key=${task.id} task=${task} />`)}
    </ul>
    ${loaded && !rows.length && html`<p class="nothing">${t(search.text.value.trim() ? 'tasks.none.found' : 'tasks.none')}</p>`}
    ${next && html`<${More} />`}
  </section>`;
}

function Scope() {
  const own = search.ownsStatus.value;
  return html`<div class="segments" role="group" aria-label=${t('field.status')}>
    ${search.SCOPES.map(name => html`<button key=${name} disabled=${own} aria-pressed=${!own && search.scope.value === name}
      onClick=${() => { search.scope.value = name; search.run(); }}>${t('scope.' + name)}</button>`)}
  </div>`;
}

function Sort() {
  const own = search.parsed.value.order.length > 0;
  return html`<label class="sort"><span class="unseen">${t('sort.label')}</span>
    <select value=${own ? 'own' : search.sort.value} disabled=${own} onChange=${e => { search.sort.value = e.currentTarget.value; search.run(); }}>
      ${own && html`<option value="own">${t('sort.own')}</option>`}
      ${Object.keys(search.SORTS).map(name => html`<option key=${name} value=${name}>${t('sort.' + name)}</option>`)}
    </select></label>`;
}

/** The next page: by a press, or by itself when it comes into sight. */
function More() {
  const button = useRef(null);
  useEffect(() => {
    const watch = new IntersectionObserver(seen => seen[0].isIntersecting && search.more(), { rootMargin: '200px' });
    watch.observe(button.current);
    return () => watch.disconnect();
  }, [search.found.value.next]);
  return html`<button class="more" ref=${button} onClick=${search.more}>${t('tasks.more')}</button>`;
}
