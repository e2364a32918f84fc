// Keeps the published page for use without a network, for readers who asked for it (offline.mjs). A version is the list of names and
// hashes in files.json: it comes whole, every file checked, or not at all, and then the one before goes on. What has a hash in its
// name is the same in every version; the others are those of this one, and a navigation looks in the background for a newer.
const VERSION = '';  // filled in by publish.mjs: another version is another worker

const PREFIX = `greensilk ${registration.scope} `;
const OWN = PREFIX + VERSION;
const HASHED = /-[0-9a-f]{8}(\.deferred)?\.[a-z0-9]+$/;

const ours = async () => (await caches.keys()).filter(name => name.startsWith(PREFIX));

/// A file whose bytes are those of the list, from an earlier version where its name says so.
async function checked(name, hash) {
  const address = new URL(name, registration.scope);
  const before = HASHED.test(name) ? await caches.match(address) : null;
  if (before) return before;
  const get = cache => fetch(address, {integrity: hash, cache});
  // What the browser has kept under a name with a hash may be damaged, and would stay so.
  const answer = HASHED.test(name) ? await get('default').catch(() => get('reload')) : await get('no-cache');
  if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
  return answer;
}

async function install() {
  const {version, files} = await (await fetch(new URL('files.json', registration.scope), {cache: 'no-store'})).json();
  if (version !== VERSION) throw new Error('another version is on its way');
  const cache = await caches.open(OWN);
  try {
    await Promise.all(Object.entries(files).map(async ([name, hash]) =>
      cache.put(new URL(name, registration.scope), await checked(name, hash))));
  } catch (error) {
    await caches.delete(OWN);
    throw error;
  }
  await skipWaiting();
}

/// The version before stays, for pages that are still open.
async function activate() {
  const old = (await ours()).filter(name => name !== OWN);
  await Promise.all(old.slice(0, -1).map(name => caches.delete(name)));
  await clients.claim();
}

async function answer(request) {
  const address = new URL(request.url);
  if (address.pathname.endsWith('/')) address.pathname += 'index.html';
  address.search = address.hash = '';
  const kept = HASHED.test(address.pathname) ? await caches.match(address) : await caches.match(address, {cacheName: OWN});
  return kept ?? fetch(request);
}

addEventListener('install', event => event.waitUntil(install()));
addEventListener('activate', event => event.waitUntil(activate()));
addEventListener('fetch', event => {
  const {method, mode, url} = event.request;
  if (method !== 'GET' || !url.startsWith(registration.scope)) return;
  event.respondWith(answer(event.request));
  if (mode === 'navigate') event.waitUntil(registration.update().catch(() => {}));
});
