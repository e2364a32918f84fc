// Browser tests: a static server for the built page, Chromium, and waiting for what the page's program says of itself.
//   GREENSILK_SITE          the built page               (default build/web/site)
//   GREENSILK_NATIVE        the desktop program          (default build/native/greensilk)
//   GREENSILK_NODE_MODULES  where playwright-core is     (default node_modules)
//   GREENSILK_CHROMIUM      the browser                  (default /usr/bin/chromium)
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import {createRequire} from 'node:module';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {plain} from '../../web/publish/names.mjs';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
export const site = path.resolve(process.env.GREENSILK_SITE ?? path.join(root, 'build/web/site'));
export const native = path.resolve(process.env.GREENSILK_NATIVE ?? path.join(root, 'build/native/greensilk'));
export const modules = path.resolve(process.env.GREENSILK_NODE_MODULES ?? path.join(root, 'node_modules'));
export const playwright = createRequire(path.join(modules, 'x.js'))('playwright-core');

const PATIENCE = 60_000;  // ms; the first start compiles in software on a busy machine
const TYPES = {'.html': 'text/html; charset=utf-8', '.css': 'text/css', '.mjs': 'text/javascript', '.js': 'text/javascript',
  '.wasm': 'application/wasm', '.json': 'application/json', '.svg': 'image/svg+xml', '.png': 'image/png',
  '.webp': 'image/webp', '.jpg': 'image/jpeg'};

/// What the built page's own file says of every answer's headers.
export const headers = Object.fromEntries(/^\/\*\n((?: .*\n)+)/m.exec(fs.readFileSync(path.join(site, '_headers'), 'utf8'))[1].trim().split('\n')
  .map(line => line.trim().split(/: (.*)/, 2)));

/// Serves the page under a sub-path. `replace` maps a file's name, without its hash, to a function of its bytes (null: 404);
/// `shared`: pages of every origin may use its files, those of none too, as `_headers` says.
export async function serve({replace = {}, shared = true} = {}) {
  const base = '/some/where/';
  const server = http.createServer((request, response) => {
    const name = decodeURIComponent(new URL(request.url, 'http://x').pathname);
    const file = path.join(site, name.slice(base.length) || 'index.html');
    if (!name.startsWith(base) || !file.startsWith(site) || !fs.statSync(file, {throwIfNoEntry: false})?.isFile()) {
      return response.writeHead(404).end();
    }
    let bytes = fs.readFileSync(file);
    const change = replace[plain(path.relative(site, file))];
    if (change) bytes = change(bytes);
    if (bytes === null) return response.writeHead(404).end();
    const said = {...headers, 'Content-Type': TYPES[path.extname(file)] ?? 'application/octet-stream', 'Content-Length': bytes.length, 'Cache-Control': 'no-store'};
    if (!shared) delete said['Access-Control-Allow-Origin'];
    response.writeHead(200, said).end(bytes);
  });
  return listening(server, base);
}

async function listening(server, base) {
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${server.address().port}${base}`,
    close: () => new Promise(done => { server.closeAllConnections(); server.close(done); }),
  };
}

/// Serves tests/web/hosts: pages of another origin that embed the page served at `address`, which they call SITE.
export function serveHosts(address) {
  const folder = path.join(root, 'tests/web/hosts');
  const server = http.createServer((request, response) => {
    const file = path.join(folder, path.basename(new URL(request.url, 'http://x').pathname));
    if (!fs.statSync(file, {throwIfNoEntry: false})?.isFile()) return response.writeHead(204).end();
    const text = fs.readFileSync(file, 'utf8').replaceAll('SITE', address.replace(/\/$/, ''));
    response.writeHead(200, {'Content-Type': TYPES[path.extname(file)], 'Cache-Control': 'no-store'}).end(text);
  });
  return listening(server, '/');
}

const FLAGS = ['--headless=new', '--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--hide-scrollbars'];
const NO_GL = ['--disable-gpu', '--disable-3d-apis', '--disable-software-rasterizer'];
const SOFTWARE_GL = ['--use-angle=swiftshader', '--enable-unsafe-swiftshader'];

/// A browser with a profile of its own. `gl: false` is one without WebGL; `ratio` is that of the screen itself, not imitated.
export function launch({gl = true, ratio} = {}) {
  return playwright.chromium.launch({executablePath: process.env.GREENSILK_CHROMIUM ?? '/usr/bin/chromium', headless: false,
    args: [...FLAGS, ...(gl ? SOFTWARE_GL : NO_GL),
      ...(ratio ? [`--force-device-scale-factor=${ratio}`, '--window-size=1000,700'] : [])]});
}

/// Opens the page (`width: 0`: in the browser's own window) and, unless `wait` is false, waits for its first picture.
/// `errors` gathers what the console complains of and `outside` every request to another address.
export async function open(browser, address, {hash = '', width = 1280, height = 720, ratio = 1, wait = true, before, ...more} = {}) {
  const size = width ? {viewport: {width, height}, deviceScaleFactor: ratio} : {viewport: null};
  const context = await browser.newContext({...size, locale: 'en-GB', ...more});
  const page = await context.newPage();
  const errors = [], outside = [];
  page.on('console', message => { if (['error', 'warning'].includes(message.type())) errors.push(message.text()); });
  page.on('pageerror', error => errors.push(String(error)));
  page.on('request', request => { if (!request.url().startsWith(address)) outside.push(request.url()); });
  if (before) await page.addInitScript(before);
  await page.goto(address + hash);
  if (wait) await ready(page);
  return {page, errors, outside, close: () => context.close()};
}

export async function ready(page) {
  await page.waitForFunction(() => window.greensilk?.state() || document.getElementById('notice')?.hidden === false, null, {timeout: PATIENCE});
  const notice = await noticeOf(page);
  assert.equal(notice, null, `the page says: ${notice}`);
  await page.evaluate(() => window.greensilk.ready);
  await until(page, 'the results to be whole', state => state.digest !== '', PATIENCE);
}

/// Words of the message over the map, or null.
export const noticeOf = page => page.evaluate(() => {
  const notice = document.getElementById('notice');
  return notice?.hidden === false ? notice.innerText : null;
});

export const stateOf = async page => JSON.parse(await page.evaluate(() => window.greensilk.state()));

/// Waits until the program's state satisfies `wanted`; fails with the last state.
export async function until(page, what, wanted, patience = 45_000) {
  const end = Date.now() + patience;
  for (;;) {
    const state = await stateOf(page);
    if (wanted(state)) return state;
    if (Date.now() > end) assert.fail(`waited in vain for: ${what}; the state is ${JSON.stringify(state).slice(0, 1500)}`);
    await page.waitForTimeout(50);
  }
}

/// Waits until no animation frame is asked for any more, and none that was is still to come (needs countFrames as `before`).
export async function idle(page, quiet = 400, patience = 45_000) {
  const end = Date.now() + patience;
  for (let before = -1; Date.now() < end;) {
    const [asked, came] = await page.evaluate(() => [window.frameRequests, window.framesCame]);
    if (asked === before && came === asked) return asked;
    before = asked;
    await page.waitForTimeout(quiet);
  }
  assert.fail('the page never stops to draw');
}

/// Runs in the page before its scripts: `stood` becomes the time in ms when the first map stood.
export function watchStart() {
  new MutationObserver((_, observer) => {
    if (!document.getElementById('start')?.classList.contains('gone')) return;
    window.stood = performance.now();
    observer.disconnect();
  }).observe(document, {subtree: true, childList: true, attributes: true});
}

/// Runs in the page before its scripts: counts the requests for animation frames, and those that came.
export function countFrames() {
  window.frameRequests = window.framesCame = 0;
  const request = window.requestAnimationFrame.bind(window);
  const cancel = window.cancelAnimationFrame.bind(window);
  const waiting = new Set();
  window.requestAnimationFrame = callback => {
    ++window.frameRequests;
    const id = request(time => {
      ++window.framesCame;
      waiting.delete(id);
      callback(time);
    });
    waiting.add(id);
    return id;
  };
  window.cancelAnimationFrame = id => {
    if (waiting.delete(id)) ++window.framesCame;
    cancel(id);
  };
}

/// Drops files ([name, text] each) as a person does: over the page, then let go. Whether the page takes files.
export const drop = (page, files) => page.evaluate(given => {
  const data = new DataTransfer();
  for (const [name, text] of given) data.items.add(new File([text], name));
  const at = document.getElementById('canvas');
  const send = type => at.dispatchEvent(new DragEvent(type, {dataTransfer: data, bubbles: true, cancelable: true}));
  send('dragenter');
  const taken = !send('dragover');
  send('drop');
  return taken;
}, files);

export async function picture(page, name) {
  const folder = path.join(root, 'build/pictures');
  fs.mkdirSync(folder, {recursive: true});
  await page.screenshot({path: path.join(folder, `${name}.png`)});
}

/// Colours in a picture of the page: few when nothing was drawn.
export async function coloursIn(page, clip) {
  const png = await page.screenshot({clip});
  return page.evaluate(async base64 => {
    const bytes = Uint8Array.from(atob(base64), letter => letter.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
    const context = Object.assign(document.createElement('canvas'), {width: image.width, height: image.height}).getContext('2d');
    context.drawImage(image, 0, 0);
    return new Set(new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer)).size;
  }, png.toString('base64'));
}
