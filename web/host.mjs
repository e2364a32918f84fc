// The page around this one: its messages to the program, and the program's to it. web/EMBED.md describes them.

const VERSION = 1;
const MOST_LETTERS = 20_000;  // of a message
const MOST_WAITING = 100;     // messages, while the program starts
const STATE_PAUSE = 100;      // ms

// What of the program's state the page around is told: nothing that the reader has typed or brought.
const TOLD = ['year', 'method', 'projection', 'viewpoint', 'language', 'theme', 'selection', 'selected', 'story', 'totals', 'listed',
  'data_version', 'digest'];
// Names of a link that hold what the reader has typed.
const TYPED = /&(?:q|claim)=[^&]*/g;
// What may show data that the reader brought.
const FIGURES = ['selection', 'selected', 'totals', 'listed', 'digest'], CHOSEN = /&sel=[^&]*/g;

function tellable(state) {
  const fields = Object.fromEntries(TOLD.map(name => [name, state[name] ?? null]));
  let fragment = state.fragment.replace(TYPED, '');
  const own = state.own?.joined;
  if (own?.projects || own?.lines) {
    for (const name of FIGURES) fields[name] = null;
    fragment = fragment.replace(CHOSEN, '');
  }
  return {...fields, fragment};
}

const split = list => list.split(/[\s,]+/).filter(Boolean);

/// Origins that may speak to this page, or null for any: what its server says (data-hosts), which the address (hosts=) can
/// only narrow.
export function allowedHosts(served, search) {
  const asked = new URLSearchParams(search).getAll('hosts').flatMap(split);
  if (!served) return asked.length ? new Set(asked) : null;
  const mine = split(served);
  return new Set(asked.length ? mine.filter(origin => asked.includes(origin)) : mine);
}

function originOf(url) {
  try { return new URL(url).origin; } catch { return ''; }
}

/// The origin of the page around, as far as the browser says; '' where it does not.
function surrounding() {
  const parentUrl = new URLSearchParams(location.search).get('parentUrl') ?? '';
  return location.ancestorOrigins?.[0] ?? (originOf(document.referrer) || originOf(parentUrl));
}

/// `send(json)` hands a message to the program.
export class Host {
  #parent = window.parent === window ? null : window.parent;
  #allowed = allowedHosts(document.documentElement.dataset.hosts, location.search);
  #target = '*';
  #waiting = [];
  #running = false;
  #state = null;
  #timer = 0;

  constructor(send) {
    this.send = send;
    if (!this.#parent) return;
    if (this.#allowed) this.#target = this.#allowed.has(surrounding()) ? surrounding() : '';
    addEventListener('message', event => this.#hear(event));
    this.#ready();
  }

  /// From the program, as app.mjs hears it.
  tell(message) {
    if (!this.#parent) return;
    if (message.type === 'refused') for (const problem of message.problems) this.#post('error', {id: message.id, ...problem});
    if (message.type !== 'state') return;
    if (!this.#running) {
      this.#running = true;
      queueMicrotask(() => { for (const json of this.#waiting.splice(0)) this.send(json); });
    }
    this.#state = message;
    this.#timer ||= setTimeout(() => {
      this.#timer = 0;
      this.#post('state', tellable(this.#state));
    }, STATE_PAUSE);
  }

  /// No program will hear anything: `what` says why, in the reader's language.
  stopped(what) { this.#post('error', {id: null, place: 'map', expected: 'a map that can be drawn', found: what}); }

  #post(type, fields = {}) {
    if (this.#parent && this.#target) this.#parent.postMessage({type: `greensilk:${type}`, version: VERSION, ...fields}, this.#target);
  }

  #ready() { this.#post('ready', {languages: ['en', 'zh', 'ru', 'ar']}); }

  #hear({source, origin, data}) {
    if (source !== this.#parent || (this.#allowed && !this.#allowed.has(origin))) return;
    if (data === null || typeof data !== 'object' || !String(data.type).startsWith('greensilk:')) return;
    if (this.#allowed) this.#target = origin;
    if (data.type === 'greensilk:hello') this.#ready();
    let json = '';
    try { json = JSON.stringify(data); } catch { /* a circle, or a number without an end */ }
    if (!json || json.length > MOST_LETTERS) {
      this.#post('error', {id: null, place: 'message', expected: `JSON of up to ${MOST_LETTERS} letters`, found: json ? `${json.length}` : 'something else'});
    } else if (this.#running) {
      this.send(json);
    } else if (this.#waiting.push(json) > MOST_WAITING) {
      this.#waiting.shift();
    }
  }
}
