/** The server's HTTP surface: bearer token in memory, a cookie for the next one, problems as exceptions. */
import { signal } from '@preact/signals';

/** undefined while nobody knows yet, then whether someone is signed in. @type {import('@preact/signals').Signal<boolean|undefined>} */
export const signedIn = signal(undefined);

let token = null;
let refreshing = null;

/** The server's refusal, as RFC 9457 puts it. */
export class Problem extends Error {
  constructor(status, body) {
    super(body?.detail || body?.title || String(status));
    this.status = status;
    this.pointer = body?.pointer;
    this.column = body?.column;
    this.line = body?.line;
    this.reason = body?.reason;
  }
}

/** No answer at all: the server or the network is away. */
export class Offline extends Error {}

async function reach(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch (e) {
    throw new Offline(String(e));
  }
  if ([502, 503, 504].includes(response.status))
    throw new Offline(String(response.status));
  return response;
}

/** Tabs share the refresh cookie, which is good once: only one of them may spend it at a time. */
const alone = work => navigator.locks ? navigator.locks.request('ptm-refresh', work) : work();

/** Gets a new access token by cookie; false if the session is over. */
export function refresh() {
  refreshing ??= alone(async () => {
    const response = await reach('/api/session/refresh', { method: 'POST' });
    token = response.ok ? (await response.json()).accessToken : null;
    signedIn.value = token !== null;
    return token !== null;
  }).finally(() => { refreshing = null; });
  return refreshing;
}

/** Spends a one-time code. */
export async function claim(code) {
  const response = await reach('/api/session/claim', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ code }),
  });
  const body = await response.json().catch(() => null);
  if (!response.ok)
    throw new Problem(response.status, body);
  token = body.accessToken;
}

export async function signOut() {
  await alone(() => reach('/api/session', { method: 'DELETE' }));
  token = null;
  signedIn.value = false;
}

/**
 * @param {string} method
 * @param {string} path
 * @param {any} [body] sent as JSON, or as it is if it is text or a file
 * @param {Record<string, string>} [headers]
 * @returns {Promise<Response>}
 */
export async function send(method, path, body, headers = {}) {
  if (!token && !await refresh())
    throw new Problem(401, null);
  const raw = typeof body === 'string' || body instanceof Blob;
  const once = () => reach(path, {
    method,
    headers: { Authorization: `Bearer ${token}`, ...body !== undefined && !raw && { 'Content-Type': 'application/json' }, ...headers },
    body: body === undefined || raw ? body : JSON.stringify(body),
  });
  let response = await once();
  if (response.status === 401 && await refresh())
    response = await once();
  if (!response.ok)
    throw new Problem(response.status, await response.json().catch(() => null));
  return response;
}

const json = async response => response.status === 204 ? null : response.json();

export const get = async path => json(await send('GET', path));
export const post = async (path, body, headers) => json(await send('POST', path, body ?? {}, headers));
export const put = async (path, body) => json(await send('PUT', path, body));
export const patch = async (path, body, headers) => json(await send('PATCH', path, body, headers));
export const remove = async (path, headers) => json(await send('DELETE', path, undefined, headers));

/** Makes a POST that creates safe to send again. Works where `crypto.randomUUID` does not: without https. */
export const newKey = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), b => b.toString(16).padStart(2, '0')).join('');
