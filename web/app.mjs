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
  setTimeout(() => start.remove(), 400);
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

function makeTable({caption = '', head = [], rows = []}) {
  const table = document.createElement('table');
  table.createCaption().textContent = caption;
  const names = table.createTHead().insertRow();
  for (const name of head) names.append(Object.assign(document.createElement('th'), {scope: 'col', textContent: name}));
  const body = table.createTBody();
  for (const row of rows) {
    const line = body.insertRow();
    for (const cell of row) line.insertCell().textContent = cell ?? '';
  }
  return table;
}

/// The table, and the charts as tables behind it.
const fillTable = message => at('twin').replaceChildren(...[message, ...(message.more ?? [])].map(makeTable));

/// From the program: {"type":"state"|"table"|"fatal", ...}, as app/guest/state_json.hpp describes them.
function tell(json) {
  const message = JSON.parse(json);
  last[message.type] = json;
  if (message.type === 'table') fillTable(message);
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
/// any); `send(json)` gives the program a message.
window.greensilk = {
  ready: ready.promise,
  state: () => last.state ?? '',
  send: json => bridge.send(typeof json === 'string' ? json : JSON.stringify(json)),
};

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

async function main() {
  speak(pageLanguage());
  const theme = /[#&]theme=(light|dark|print)/.exec(location.hash)?.[1];
  if (theme) root.dataset.theme = theme === 'print' ? 'light' : theme;
  notice.querySelector('button').addEventListener('click', () => location.reload());
  sized(canvas);

  addEventListener('error', event => {
    const ours = event.error instanceof WebAssembly.RuntimeError || event.error instanceof WebAssembly.Exception ||
      event.filename?.endsWith('/greensilk.mjs');
    if (ours) crash();
  });
  let starting = false;
  try {
    const lack = lacking();
    if (lack) throw new Lack(lack);
    await started(start, say, canvas);
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
  } catch (error) {
    ready.reject(error);
    if (error instanceof Lack) return stop(say.cannot, say[error.what]);
    if (error instanceof LoadError) stop(say.notLoaded, say[error.kind](error.file, error.why), 'reload');
    else crash();
    if (!(error instanceof LoadError) || starting) throw error;
  }
}

main();
