// The page: start screen, messages over the map, the accessible side of the canvas, and `window.greensilk` for hosts.
import {makeBridge, sized} from './bridge.mjs';
import {Lack, LoadError, lacking, load} from './loader.mjs';
import {started} from './start.mjs';
import {direction, pageLanguage, words} from './words.mjs';

const RESTORE_PATIENCE = 5000;  // ms until a lost context counts as gone
const at = id => document.getElementById(id);
const root = document.documentElement;
const canvas = at('canvas');
const notice = at('notice');
const start = at('start');  // taken away once the first picture stands
let say = words(pageLanguage());
let stopped = false;
let lostTimer = 0;
let embedded = null;  // embed.mjs, in embed.html
const bench = new URLSearchParams(location.search).has('bench');
const last = {};  // JSON by type, as the program told it

function speak(language) {
  say = words(language);
  root.lang = language === 'zh' ? 'zh-CN' : language;
  root.dir = direction(language);
  document.title = say.title;
  canvas.setAttribute('aria-label', say.map);
  start.querySelector('img')?.setAttribute('alt', say.map);
  at('text').setAttribute('aria-label', say.text);
  notice.querySelector('button').textContent = say.reload;
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = say[element.dataset.word];
  twin?.then(made => made?.speak(say));
}

/// A message where the reader looks. `offer`: 'link' also shows the address that keeps the view, 'reload' only the button.
function show(title, what, offer = 'none') {
  notice.querySelector('h2').textContent = title;
  notice.querySelector('.what').textContent = what;
  const link = notice.querySelector('.link');
  link.hidden = offer !== 'link';
  link.firstElementChild.textContent = link.firstElementChild.href = location.href;
  notice.querySelector('button').hidden = offer === 'none';
  notice.hidden = false;
}

function stop(title, what, offer) {
  if (stopped) return;
  stopped = true;
  clearTimeout(lostTimer);
  start.classList.add('failed');
  start.removeAttribute('aria-busy');
  show(title, what, offer);
  embedded?.stopped(`${title}. ${what}`);
  if (start.isConnected) keepFigures();
}

/// The poster stays; its figures come under it.
async function keepFigures() {
  const dark = root.dataset.theme ? root.dataset.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const figures = await import('./figures.mjs').catch(() => null);
  figures?.showFigures(start, say, pageLanguage(), dark);
}

function crash() {
  bridge.flush();
  stop(say.crashed, say.crashedWhat, 'link');
}

function presented() {
  start.classList.add('gone');
  start.removeAttribute('aria-busy');
  setTimeout(() => start.remove(), bench ? 0 : 400);
  if (bench) ready.resolve();
}

function contextLost(lost) {
  clearTimeout(lostTimer);
  if (stopped) return;
  if (!lost) {
    notice.hidden = true;
    return;
  }
  bridge.flush();
  show(say.lost, say.lostWhat);
  lostTimer = setTimeout(() => show(say.lost, say.notRestored, 'reload'), RESTORE_PATIENCE);
}

/// The readable version, fetched once the program has told what stands in it.
let twin = null;
const readable = () => (twin ??= import('./twin.mjs').then(({makeTwin}) => makeTwin({
  twin: at('twin'), button: at('readable'), changes: at('changes'), behind: [canvas, at('text')], send: window.greensilk.send, offline: window.greensilk.offline, say,
})).catch(() => { twin = null; }));

/// From the program: {"type":"state"|"table"|"twin"|"fatal", ...}, as app/guest/state_json.hpp and twin_json.hpp describe them.
function tell(json) {
  const message = JSON.parse(json);
  last[message.type] = json;
  embedded?.tell(message);
  if (message.type === 'table' || message.type === 'twin') readable().then(made => made?.show(message));
  if (message.type === 'fatal') stop(say.failed, message.text, 'reload');
  if (message.type !== 'state') return;
  ready.resolve();
  const language = pageLanguage('', message.language ?? root.lang);
  if (words(language) !== say) speak(language);
  if (message.theme) root.dataset.theme = message.theme;
  const announce = message.announce ?? '';
  if (at('status').textContent !== announce) at('status').textContent = announce;
}

const ready = {};
ready.promise = new Promise((resolve, reject) => Object.assign(ready, {resolve, reject}));
ready.promise.catch(() => {});
const bridge = makeBridge(canvas, at('text'), {presented, contextLost, tell});

/// For host pages and tests. `ready` resolves when the figures stand on the map; `state()` is the JSON of the last state ('' before
/// any); `send(json)` gives the program a message; `offline(true)` keeps the page for use without a network, `offline(false)` forgets it, and
/// both resolve to whether it is kept.
window.greensilk = {
  ready: ready.promise,
  state: () => last.state ?? '',
  send: json => bridge.send(typeof json === 'string' ? json : JSON.stringify(json)),
  offline: async wanted => (await import('./offline.mjs')).offline(wanted),
};

/// `offline=1` in the address keeps the page for use without a network, `offline=0` forgets it; only where the page is the window's own.
function askedForOffline() {
  const wanted = /[?&#]offline=([01])(?=&|#|$)/.exec(location.search + location.hash)?.[1];
  if (!wanted || window.parent !== window) return;
  const hash = location.hash.replace(/([#&])offline=[01](&|$)/, (_, before, after) => (after ? before : ''));
  if (hash !== location.hash) history.replaceState(history.state, '', hash || location.pathname + location.search);
  ready.promise.then(() => window.greensilk.offline(wanted === '1')).catch(() => {});
}

/// For those who compare maps (`?bench`): the first frame's mark, the globe turned at once, and the program's memory.
function measured(program) {
  window.Module = program;
  requestAnimationFrame(() => performance.mark('first-map-frame'));
  window.__bench = {
    spin(seconds) {
      bridge.send(JSON.stringify({type: 'spin', seconds}));
      bridge.frame();
    },
  };
}

async function embedding() {
  try {
    return (await import('./embed.mjs')).embed({canvas, bridge, words: () => say});
  } catch (error) {
    throw new LoadError('missing', 'embed.mjs', error.message);
  }
}

async function main() {
  speak(pageLanguage());
  const theme = /[#&]theme=(light|dark|print)/.exec(location.hash)?.[1];
  if (theme) root.dataset.theme = theme === 'print' ? 'light' : theme;
  notice.querySelector('button').addEventListener('click', () => location.reload());
  if (bench) at('poster').remove();  // the map alone is measured
  sized(canvas);
  canvas.inert = true;  // until the whole program is there to answer
  askedForOffline();

  addEventListener('error', event => {
    const ours = event.error instanceof WebAssembly.RuntimeError || event.error instanceof WebAssembly.Exception ||
      /\/greensilk(-[0-9a-f]{8})?\.mjs$/.test(event.filename);
    if (ours) crash();
  });
  let starting = false;
  try {
    if (bridge.embedded()) embedded = await embedding();
    const lack = lacking();
    if (lack) throw new Lack(lack);
    const pressed = await started(start, say);
    const program = await load({
      canvas, page: bridge, onAbort: crash,
      show(bytes, share) {
        at('progress').value = share;
        at('loaded').textContent = say.loading((bytes / 1e6).toFixed(1));
      },
    });
    if (bench) ready.promise.then(() => measured(program));
    starting = true;
    at('loaded').textContent = say.starting;
    await bridge.whole;
    canvas.inert = at('twin').classList.contains('open');
    if (pressed && document.activeElement === document.body) canvas.focus({preventScroll: true});
  } catch (error) {
    ready.reject(error);
    if (error instanceof Lack) return stop(say.cannot, say[error.what]);
    if (error instanceof LoadError) stop(say.notLoaded, say[error.kind](error.file, error.why), 'reload');
    else crash();
    if (!(error instanceof LoadError) || starting) throw error;
  }
}

main();
