import { html, useEffect, useState } from '../html.js';
import * as api from '../api.js';
import { me, toast } from '../store.js';
import { t } from '../words.js';

/** For the owner: who is here, and who waits for a yes. */
export function People() {
  const [people, setPeople] = useState(/** @type {any[]} */ ([]));
  const tried = work => work().catch(e => toast(e instanceof api.Offline ? t('offline.short') : e.message));
  const load = () => tried(async () => setPeople(await api.get('/api/people')));
  useEffect(() => { load(); }, []);
  const decide = (person, decision) => tried(async () => {
    await api.post('/api/people/' + person.id, { decision });
    await load();
  });
  const others = people.filter(person => person.id !== me.value.id)
    .toSorted((a, b) => Number(b.role === 'pending') - Number(a.role === 'pending'));
  return html`<section aria-labelledby="me-people"><h2 id="me-people">${t('me.people')}</h2>
    ${others.length ? html`<ul class="people-list">${others.map(person => html`<li key=${person.id}>
      <div>${person.name || t('me.people.unnamed')}<small>${t('role.' + person.role)}</small></div>
      <span class="actions">
        ${['pending', 'blocked'].includes(person.role) && html`<button class="small primary" onClick=${() => decide(person, 'let-in')}>${t('me.people.letIn')}</button>`}
        ${person.role === 'pending' && html`<button class="plain small" onClick=${() => decide(person, 'declined')}>${t('me.people.decline')}</button>`}
        ${person.role !== 'blocked' && html`<button class="plain small bad" onClick=${() => decide(person, 'blocked')}>${t('me.people.block')}</button>`}
      </span></li>`)}</ul>` : html`<p class="quiet">${t('me.people.none')}</p>`}
  </section>`;
}
