// What the program asks of the page (`Module.page` of app/platform/page_web.cpp), and what the page tells it.
import {addressOf} from './files.mjs';
import {TextField} from './text_field.mjs';

// Browsers refuse an address that changes too often (Safari: 100 times in 30 s).
const ADDRESS_PAUSE = 300;

const MOST_BYTES = 10_000_000;  // of a file that a reader brings; the program says so where it is more

const queries = {
  'dark': matchMedia('(prefers-color-scheme: dark)'),
  'reduced-motion': matchMedia('(prefers-reduced-motion: reduce)'),
};

/// `on` holds `presented()`, `contextLost(lost)` and `tell(json)`.
export function makeBridge(canvas, input, on) {
  let api = null, field = null, files = null, stand;
  let seen = true;
  const address = new Address();

  return {
    connect(program) {
      api = program;
      field = new TextField(input, canvas, api);
      observeSize(canvas, api);
      listen(canvas, api, field, address);
      files = new Files(api);
      if (!seen) api.visible?.(false);
    },
    embedded: () => document.documentElement.dataset.mode === 'embed',
    stood: new Promise(resolve => { stand = resolve; }),  // the first picture
    presented() {
      stand();
      on.presented();
    },
    contextLost: on.contextLost,
    tell: on.tell,
    textField: (visible, x, y, height) => field.show(visible, x, y, height),
    query: () => location.search.slice(1),
    fragment: () => address.fragment(),
    setFragment: text => address.set(text),
    address: () => location.href.split('#')[0],
    language: () => navigator.language || 'en',
    prefers: what => queries[what].matches,
    openLink(url) {
      if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
    },
    whole: null,  // the promise of the rest of the program (loader.mjs): what comes after the first map needs it
    async fetchAsset(name) {
      await this.whole;
      return fetchAsset(name);
    },
    async rest() {
      return filesOf(await this.fetchAsset('rest.pack'));
    },
    chooseFile: () => files.choose(),
    save, copy,
    remember(name, words) {
      try { localStorage.setItem(`greensilk-${name}`, words); } catch { /* a frame without storage of its own */ }
    },
    recall(name) {
      try { return localStorage.getItem(`greensilk-${name}`) ?? ''; } catch { return ''; }
    },
    /// For app.mjs: writes an address that is still waiting.
    flush: () => address.flush(),
    send: json => api?.message(json),
    /// For embed.mjs: whether somebody can see the canvas; frames wait while nobody can.
    visible(on) {
      seen = on;
      api?.visible?.(on);
    },
    /// A frame at once instead of with the next refresh.
    frame: () => api?.frame(),
  };
}

async function fetchAsset(name) {
  const answer = await fetch(addressOf(`assets/${name}`))
    .catch(error => { throw new Error(`${name}: ${error.message}`); });
  if (!answer.ok) throw new Error(`${name}: HTTP ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

/// The files of a pack (web/pack.mjs), as views of its bytes.
function filesOf(pack) {
  const length = new DataView(pack.buffer).getUint32(0, true);
  let at = 4 + length;
  const list = JSON.parse(new TextDecoder().decode(pack.subarray(4, at)));
  if (list.reduce((sum, [, size]) => sum + size, at) !== pack.length) throw new Error('rest.pack: damaged');
  return list.map(([name, size]) => ({name, bytes: pack.subarray(at, at += size)}));
}

/// The part of the address after '#', written now and then.
class Address {
  #waiting = null;
  #timer = 0;
  #last = 0;
  #known = location.hash;  // as written or read here last: anything else was typed, and its event is on the way

  fragment() { return this.#waiting ?? location.hash.slice(1); }

  set(text) {
    this.#waiting = text;
    if (!this.#timer) this.#timer = setTimeout(() => this.flush(), Math.max(0, this.#last + ADDRESS_PAUSE - Date.now()));
  }

  flush() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    if (this.#waiting === null) return;
    const text = this.#waiting;
    this.#waiting = null;
    this.#last = Date.now();
    if (text === location.hash.slice(1) || location.hash !== this.#known) return;
    try {
      history.replaceState(history.state, '', text ? `#${text}` : location.pathname + location.search);
      this.#known = location.hash;
    } catch {
      // A frame without an address of its own (srcdoc): the state lives on without it.
    }
  }

  /// The person typed another address: what still waited is void.
  forget() {
    clearTimeout(this.#timer);
    this.#timer = 0;
    this.#waiting = null;
    this.#known = location.hash;
  }
}

/// Device pixels of the canvas: as the observer says; where it does not (Safari) or counts other pixels than the ratio does
/// (a phone imitated by developer tools), the box's edges on the pixel grid.
function devicePixels(canvas, exact) {
  const ratio = devicePixelRatio;
  const box = canvas.getBoundingClientRect();
  const pick = (known, from, to) => {
    const usual = Math.round(to * ratio) - Math.round(from * ratio);
    return known !== undefined && Math.abs(known - usual) <= 1 ? known : usual;
  };
  return [pick(exact?.inlineSize, box.left, box.right), pick(exact?.blockSize, box.top, box.bottom), ratio];
}

/// Gives the canvas its pixels. Before its context is made: another size later makes all of the context's buffers anew.
export function sized(canvas) {
  [canvas.width, canvas.height] = devicePixels(canvas);
}

function observeSize(canvas, api) {
  const send = exact => api.resize(...devicePixels(canvas, exact));
  send();
  const observer = new ResizeObserver(entries => send(entries.at(-1).devicePixelContentBoxSize?.[0]));
  try {
    observer.observe(canvas, {box: 'device-pixel-content-box'});
  } catch {
    observer.observe(canvas);
    addEventListener('resize', () => send());
  }
}

// Letters that Dear ImGui's fields use with Ctrl or Cmd. All other combinations stay the browser's.
const SHORTCUTS = new Set(['a', 'c', 'v', 'x', 'y', 'z']);

/// SDL keeps every key that reaches the canvas from the browser: let through only what the program has a use for.
function isOurs(event, leaving, api) {
  if (/^F\d+$/.test(event.key)) return false;
  if (event.ctrlKey || event.metaKey) {
    return SHORTCUTS.has(event.key.toLowerCase()) || ['Control', 'Meta', 'Shift'].includes(event.key);
  }
  if (event.altKey && event.key.startsWith('Arrow')) return false;
  if (event.key === 'Tab') return !leaving && api.takesTab();
  return !event.isComposing;
}

function listen(canvas, api, field, address) {
  let byTab = false;    // a ring shows where the keyboard is, to those who came by it
  let leaving = false;  // Escape lets go of the keyboard: the next Tab leaves the canvas
  document.addEventListener('keydown', event => {
    byTab = event.key === 'Tab';
    if (event.target !== canvas) return;
    if (!isOurs(event, leaving, api)) event.stopPropagation();
    leaving = event.key === 'Escape' || (leaving && ['Tab', 'Shift'].includes(event.key));
  }, {capture: true});
  document.addEventListener('pointerdown', () => {
    byTab = false;
    canvas.classList.remove('reached');
  }, {capture: true});
  canvas.addEventListener('pointerdown', event => {
    if (event.pointerType === 'mouse') canvas.setPointerCapture(event.pointerId);  // a drag goes on outside
    if (field.wanted) field.reset();
    else canvas.focus({preventScroll: true});
  });
  canvas.addEventListener('focus', () => canvas.classList.toggle('reached', byTab));
  canvas.addEventListener('blur', () => api.resetKeys());
  canvas.addEventListener('touchend', () => field.focusIfWanted());  // iOS opens its keyboard only within a touch
  canvas.addEventListener('contextmenu', event => event.preventDefault());
  addEventListener('hashchange', () => { address.forget(); api.fragmentChanged(); });
  addEventListener('pagehide', () => address.flush());
  addEventListener('languagechange', () => api.wake());
  document.addEventListener('visibilitychange', () => (document.hidden ? address.flush() : api.wake()));
  for (const query of Object.values(queries)) query.addEventListener('change', () => api.wake());
}

/// Files that the person drops anywhere on the page, or chooses. Their bytes go to the program and nowhere else.
class Files {
  #input = Object.assign(document.createElement('input'),
    {id: 'file', type: 'file', multiple: true, accept: '.csv,.tsv,.txt,.json,.geojson', className: 'unseen', tabIndex: -1});

  constructor(api) {
    this.#input.setAttribute('aria-hidden', 'true');
    document.body.append(this.#input);
    this.#input.addEventListener('change', async () => {
      const chosen = [...this.#input.files];
      this.#input.value = '';  // the same file again is another choice
      await give(chosen, api);
    });
    const brings = event => event.dataTransfer?.types.includes('Files');
    for (const type of ['dragenter', 'dragover']) {
      addEventListener(type, event => {
        if (!brings(event)) return;
        event.preventDefault();  // without it the browser would open the file in place of the page
        event.dataTransfer.dropEffect = 'copy';
      });
    }
    addEventListener('drop', event => {
      if (!brings(event)) return;
      event.preventDefault();
      give([...event.dataTransfer.files], api);
    });
  }

  choose() { this.#input.click(); }
}

/// All of them at once, so that files that belong together come together.
async function give(files, api) {
  const read = await Promise.all(files.map(async file => {
    if (file.size > MOST_BYTES) return {file, bytes: new Uint8Array(), failure: ''};
    try {
      return {file, bytes: new Uint8Array(await file.arrayBuffer()), failure: ''};
    } catch (error) {
      return {file, bytes: new Uint8Array(), failure: String(error.message ?? error)};  // a folder, or a file that is gone
    }
  }));
  for (const {file, bytes, failure} of read) api.drop(file.name, file.size, bytes, failure);
}

function save(name, bytes) {
  const url = URL.createObjectURL(new Blob([bytes], {type: 'application/octet-stream'}));
  const link = Object.assign(document.createElement('a'), {href: url, download: name});
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const before = document.activeElement;
    const area = Object.assign(document.createElement('textarea'), {value: text, className: 'unseen'});
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    before?.focus({preventScroll: true});
  }
}
