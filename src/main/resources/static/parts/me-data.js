import { html } from '../html.js';
import * as api from '../api.js';
import { toast } from '../store.js';
import { t } from '../words.js';
import * as search from '../search.js';

/** Everything out, and in again. */
export function Data() {
  const out = async () => {
    try {
      const file = await (await api.send('GET', '/api/export')).blob();
      const link = document.createElement('a');
      link.href = URL.createObjectURL(file);
      link.download = 'ptm.ndjson';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
    } catch (e) {
      toast(e instanceof api.Offline ? t('offline.short') : e.message);
    }
  };
  const take = async event => {
    const [file] = event.currentTarget.files;
    event.currentTarget.value = '';
    if (!file)
      return;
    try {
      const response = await api.send('POST', '/api/import', file, { 'Content-Type': 'application/x-ndjson', 'Idempotency-Key': api.newKey() });
      toast(t('me.imported', { n: (await response.json()).tasks }));
      search.soon(0);
    } catch (e) {
      toast(e instanceof api.Offline ? t('offline.short') : e.line ? t('me.import.line', { line: e.line, why: e.message }) : e.message);
    }
  };
  return html`<section aria-labelledby="me-data"><h2 id="me-data">${t('me.data')}</h2><p class="quiet">${t('me.data.how')}</p>
    <div class="actions"><button class="plain small" onClick=${out}>${t('me.export')}</button>
      <label class="plain small import">${t('me.import')}<input type="file" accept=".ndjson,.jsonl,.json,application/x-ndjson" onChange=${take} /></label></div>
  </section>`;
}
