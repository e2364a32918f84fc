// The page without a network, for readers who ask for it: asks the browser to keep it (sw.js), or to forget it again.

const WORKER = new URL('sw.js', import.meta.url).href;
const SCOPE = new URL('./', import.meta.url).href;

// The one address that the page's policy lets become a script.
const trusted = globalThis.trustedTypes?.createPolicy('greensilk', {
  createScriptURL(address) {
    if (address !== WORKER) throw new TypeError(`not the page's own worker: ${address}`);
    return address;
  },
});

/// Nothing in a frame without an origin of its own, and where the address is not a safe one.
function container() {
  try {
    return navigator.serviceWorker ?? null;
  } catch {
    return null;
  }
}

const registered = async () => {
  const registration = await container().getRegistration(SCOPE);
  return registration?.scope === SCOPE ? registration : null;
};

/// Resolves when all is kept; rejects when the browser gave it up.
function whole(registration) {
  if (registration.active) return undefined;
  const worker = registration.installing ?? registration.waiting;
  return new Promise((done, fail) => {
    const look = () => {
      if (worker?.state === 'activated') done();
      if (!worker || worker.state === 'redundant') fail(new Error('the page could not be kept: a file is missing or damaged'));
    };
    worker?.addEventListener('statechange', look);
    look();
  });
}

async function forget() {
  await (await registered())?.unregister();
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(`greensilk ${SCOPE} `)).map(name => caches.delete(name)));
}

/// Keeps the page (true) or forgets it (false); undefined only asks. Resolves to whether it is kept then.
export async function offline(wanted) {
  if (!container()) {
    if (wanted) throw new Error('this browser keeps no page here');
    return false;
  }
  if (wanted) await whole(await container().register(trusted?.createScriptURL(WORKER) ?? WORKER, {scope: SCOPE}));
  else if (wanted === false) await forget();
  return Boolean((await registered())?.active);
}
