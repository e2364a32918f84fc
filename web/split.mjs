#!/usr/bin/env node
// Parts the program: what a browser needs up to the first map, and the rest that is fetched behind it.
//   split.mjs SITE WASM
// SITE holds the page without its program; SITE/greensilk.wasm and SITE/greensilk.later.wasm are written. Which functions are
// needed is not listed anywhere: the page is opened in Chromium (GREENSILK_CHROMIUM), in several sizes, with links of all
// kinds, by a program that notes what it calls (Binaryen's wasm-split). Without a browser the program stays whole.
import {execFileSync, spawn} from 'node:child_process';
import fs from 'node:fs';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';

const [site, wasm] = process.argv.slice(2).map(given => path.resolve(given));
const chromium = process.env.GREENSILK_CHROMIUM ?? '/usr/bin/chromium';
const PATIENCE = 120_000;  // ms for one start
const FEATURES = ['--enable-simd', '--enable-exception-handling', '--enable-bulk-memory', '--enable-sign-ext', '--enable-mutable-globals',
  '--enable-nontrapping-float-to-int'];
const NOTHING = Buffer.from([0, 97, 115, 109, 1, 0, 0, 0]);  // a module without anything

const views = [
  ...['robin', 'wintri', 'moll', 'natearth', 'eqc', 'merc', 'ortho', 'aeqd', 'lcc', 'aea', 'tpeqd', 'stere'].map(id => `p=${id}`),
  'lon=60&lat=45&z=4', 'lon=179&lat=-17&z=6', 'p=ortho&lon=-100&lat=80&z=2', 'theme=dark', 'theme=print', 'off=land', 'y=2040&sel=project:al-dhafra-pv2',
  'story=green-locomotive&step=2', 'panel=table', 'lang=zh', 'lang=ar', 'nonsense=1&z=abc', ''];
const starts = [
  {window: '1280,720', ratio: 1, fragment: ''},
  {window: '500,844', ratio: 2, fragment: 'v=1&p=ortho', card: true},  // Chromium has no narrower window
  {window: '720,480', ratio: 1, fragment: '', embed: true},
  {window: '1280,720', ratio: 1, fragment: '', query: '?bench', views: ['']},  // for those who compare maps
];

/// In place of app.mjs: starts the program, shows it all views, and sends what it called. Nothing else is ever fetched.
const profile = start => `
import {makeBridge, sized} from './bridge.mjs';
import {load} from './loader.mjs';
let instance;
const stream = WebAssembly.instantiateStreaming;
WebAssembly.instantiateStreaming = async (...given) => {
  const made = await stream.apply(WebAssembly, given);
  instance = made.instance;
  return made;
};
if (${Boolean(start.card)}) {
  const ask = WebGL2RenderingContext.prototype.getParameter;
  WebGL2RenderingContext.prototype.getParameter = function (name) { return name === 0x9246 ? 'A graphics card' : ask.call(this, name); };
}
const wait = ms => new Promise(done => setTimeout(done, ms));
const canvas = document.getElementById('canvas');
sized(canvas);
let first;
const presented = new Promise(done => { first = done; });
const never = new Promise(() => {});
const page = makeBridge(canvas, document.getElementById('text'), {presented: () => first(), contextLost() {}, tell() {}});
Object.assign(page, {rest: () => never, fetchAsset: () => never});
const program = await load({canvas, page, show() {}, onAbort(why) { report('abort', String(why)); }});
const report = (what, body) => fetch('/' + what, {method: 'POST', body});
addEventListener('error', event => report('abort', event.message));
await presented;
await wait(1500);
for (const view of ${JSON.stringify(start.views ?? views)}) {
  location.hash = 'v=1' + (view && '&' + view);
  await wait(250);
}
canvas.style.width = '90%';
await wait(300);
const size = instance.exports.__write_profile(0, 0);
const at = program._malloc(size);
instance.exports.__write_profile(at, size);
await report('profile', new Blob([new Uint8Array(instance.exports.memory.buffer, at, size)]));
`;

const types = {'.html': 'text/html', '.mjs': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.wasm': 'application/wasm'};

/// Serves SITE with `program` in place of its own; resolves to the profile that a browser sends.
async function called(start, program, folder) {
  const answers = {
    '/index.html': () => fs.readFileSync(path.join(site, 'index.html'), 'utf8').replaceAll('app.mjs', 'profile.mjs').replace(/<link rel="(module)?preload".*/g, '')
      .replace('<html', start.embed ? '<html data-mode="embed"' : '<html'),
    '/profile.mjs': () => profile(start),
    '/greensilk.wasm': () => fs.readFileSync(program),
  };
  let finish, fail;
  const profiled = new Promise((resolve, reject) => { finish = resolve; fail = reject; });
  const server = http.createServer((request, response) => {
    const name = new URL(request.url, 'http://x').pathname;
    if (request.method === 'POST') {
      const parts = [];
      request.on('data', part => parts.push(part)).on('end', () => {
        response.end();
        if (name === '/profile') finish(Buffer.concat(parts));
        else fail(new Error(`the program stopped: ${Buffer.concat(parts)}`));
      });
      return;
    }
    const file = path.join(site, name);
    const bytes = answers[name]?.() ?? (fs.statSync(file, {throwIfNoEntry: false})?.isFile() ? fs.readFileSync(file) : null);
    if (bytes === null) return response.writeHead(404).end();
    response.writeHead(200, {'Content-Type': types[path.extname(name)] ?? 'application/octet-stream'}).end(bytes);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const browser = spawn(chromium, ['--headless=new', '--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update',
    '--disable-sync', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', `--user-data-dir=${folder}/browser`, `--window-size=${start.window}`,
    `--force-device-scale-factor=${start.ratio}`, `http://127.0.0.1:${server.address().port}/index.html${start.query ?? ''}#${start.fragment}`], {stdio: 'ignore'});
  browser.on('error', fail);
  browser.on('exit', code => fail(new Error(`the browser ended (${code})`)));
  const timer = setTimeout(() => fail(new Error(`no profile within ${PATIENCE / 1000} s`)), PATIENCE);
  try {
    return await profiled;
  } finally {
    clearTimeout(timer);
    const gone = new Promise(done => browser.once('exit', done));
    if (browser.exitCode === null && browser.kill()) await gone;
    server.closeAllConnections();
    server.close();
  }
}

function put(name, bytes) {
  const file = path.join(site, name);
  fs.writeFileSync(`${file}.new`, bytes);
  fs.renameSync(`${file}.new`, file);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-split-'));
const inside = name => path.join(folder, name);
const split = (...given) => execFileSync('wasm-split', given, {stdio: ['ignore', 'ignore', 'inherit']});
try {
  if (!fs.existsSync(chromium)) throw new Error(`${chromium} is missing`);
  split('--instrument', ...FEATURES, wasm, '-o', inside('noting.wasm'));
  const profiles = [];
  for (const start of starts) {
    profiles.push(inside(`${profiles.length}.profile`));
    fs.writeFileSync(profiles.at(-1), await called(start, inside('noting.wasm'), folder));
  }
  split('--merge-profiles', ...profiles, '-o', inside('all.profile'));
  split('--split', ...FEATURES, `--profile=${inside('all.profile')}`, '--export-prefix=%', wasm, '-o1', inside('first.wasm'), '-o2', inside('later.wasm'));
  put('greensilk.wasm', fs.readFileSync(inside('first.wasm')));
  put('greensilk.later.wasm', fs.readFileSync(inside('later.wasm')));
} catch (error) {
  console.error(`the program stays in one file: ${error.message}`);
  put('greensilk.wasm', fs.readFileSync(wasm));
  put('greensilk.later.wasm', NOTHING);
} finally {
  fs.rmSync(folder, {recursive: true, force: true, maxRetries: 5});
}
