// The page around the program: loading, sizes, resting, and everything that can go wrong.
import assert from 'node:assert/strict';
import http from 'node:http';
import {after, before, test} from 'node:test';
import {coloursIn, countFrames, headers, idle, launch, noticeOf, open, picture, ready, serve, stateOf, until} from './lib.mjs';

let browser, server;
before(async () => { browser = await launch(); server = await serve(); });
after(async () => { await browser?.close(); await server?.close(); });

test('loads from a sub-path under a strict policy, without a complaint or a request to elsewhere', async () => {
  const {page, errors, outside, close} = await open(browser, server.address);
  assert.deepEqual(errors, []);
  assert.deepEqual(outside, []);
  const policy = headers['Content-Security-Policy'];
  assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:/);
  assert.equal((await fetch(server.address)).headers.get('content-security-policy'), policy);
  const inPage = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  assert.equal(`${inPage}; frame-ancestors *`, policy);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'loading took the focus');
  assert.equal(await page.locator('#canvas').getAttribute('role'), 'application');
  await page.waitForSelector('#start', {state: 'detached'});
  await close();
});

test('nothing of a page is made of text: no markup, no code, no policy that would let it pass', async () => {
  const {page, close} = await open(browser, server.address, {wait: false});
  const refused = await page.evaluate(async () => {
    const tries = {
      markup: () => { document.body.innerHTML = '<p>'; },
      script: () => { document.createElement('script').text = '1'; },
      address: () => { document.createElement('script').src = 'app.mjs'; },
      policy: () => trustedTypes.createPolicy('another', {createHTML: text => text}),
      module: () => import('data:text/javascript,1'),
    };
    const out = [];
    for (const [name, run] of Object.entries(tries)) await (async () => run())().catch(() => out.push(name));
    return out;
  });
  assert.deepEqual(refused, ['markup', 'script', 'address', 'policy', 'module']);
  await close();
});

test('runs in a frame of another site that gives it no origin of its own', async t => {
  const host = http.createServer((request, response) => response.writeHead(200, {'Content-Type': 'text/html'})
    .end(`<!doctype html><iframe sandbox="allow-scripts" width="900" height="600" src="${server.address}"></iframe>`));
  await new Promise(done => host.listen(0, '127.0.0.1', done));
  t.after(() => host.close());
  const {page, errors, close} = await open(browser, `http://localhost:${host.address().port}/`, {wait: false});
  t.after(close);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  await ready(frame);
  assert.deepEqual(errors, []);
});

test('the map is on the canvas, after frames in which only a panel changed too', async () => {
  const {page, close} = await open(browser, server.address, {before: countFrames});
  const map = {x: 420, y: 100, width: 440, height: 440};
  await idle(page);
  const first = await coloursIn(page, map);
  assert.ok(first > 100, `${first} colours where the map should be`);
  await page.mouse.move(1100, 330);  // over the panel: the map is copied, not drawn again
  await idle(page);
  assert.ok(await coloursIn(page, map) > 0.9 * first, 'the map is gone after a frame of the panel');
  await close();
});

test('an idle page asks for no animation frame', async () => {
  const {page, close} = await open(browser, server.address, {before: countFrames});
  const rested = await idle(page, 1500);
  assert.ok(rested > 0, 'the first picture needs at least one');
  await page.waitForTimeout(2000);
  assert.equal(await page.evaluate(() => window.frameRequests) - rested, 0);
  await page.mouse.move(640, 360);
  await page.waitForFunction(before => window.frameRequests > before, rested);
  const again = await idle(page, 1500);
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => window.frameRequests) - again, 0);
  await close();
});

for (const [width, height, ratio] of [[1280, 720, 1], [1280, 720, 1.5], [1280, 720, 2], [390, 844, 2], [911, 613, 1.25]]) {
  test(`at ${width} x ${height} and device ratio ${ratio} the canvas has one pixel for each of the screen's`, async () => {
    const {page, close} = await open(browser, server.address, {width, height, ratio});
    const size = () => page.evaluate(() => {
      const canvas = document.getElementById('canvas');
      return [canvas.width, canvas.height, canvas.clientWidth, canvas.clientHeight, devicePixelRatio];
    });
    const near = (value, wanted) => assert.ok(Math.abs(value - wanted) <= 0.5, `${value} device px instead of ${wanted}`);
    let [w, h, cssW, cssH, has] = await size();
    assert.deepEqual([cssW, cssH, has], [width, height, ratio]);
    near(w, width * ratio);
    near(h, height * ratio);
    await picture(page, `page-${width}x${height}@${ratio}`);

    await page.setViewportSize({width: width - 37, height: height - 11});
    await page.waitForFunction(before => document.getElementById('canvas').width !== before, w);
    [w, h, cssW, cssH] = await size();
    assert.deepEqual([cssW, cssH], [width - 37, height - 11]);
    near(w, cssW * ratio);
    near(h, cssH * ratio);
    assert.ok(await coloursIn(page) > 5, 'the resized canvas is blank');
    await close();
  });
}

for (const ratio of [1.5, 1.1]) {
  test(`on a screen of ratio ${ratio} the canvas fits its pixels exactly`, async () => {
    const dense = await launch({ratio});
    const {page, close} = await open(dense, server.address, {width: 0});
    const [has, wanted, is] = await page.evaluate(() => new Promise(done => {
      const canvas = document.getElementById('canvas');
      new ResizeObserver(([{devicePixelContentBoxSize: [size]}]) => done([devicePixelRatio,
        [size.inlineSize, size.blockSize], [canvas.width, canvas.height]])).observe(canvas, {box: 'device-pixel-content-box'});
    }));
    assert.ok(Math.abs(has - ratio) < 0.01, `the browser has the ratio ${has}`);
    assert.deepEqual(is, wanted);
    await close();
    await dense.close();
  });
}

test('without WebGL 2 the page says what to do, in the language of the reader', async t => {
  const plain = await launch({gl: false});
  t.after(() => plain.close());
  for (const [locale, words] of [['en-GB', /needs WebGL 2.*hardware acceleration/s], ['zh-CN', /需要 WebGL 2.*硬件加速/s]]) {
    const {page, errors, close} = await open(plain, server.address, {wait: false, locale});
    await page.waitForSelector('#notice:not([hidden])');
    assert.match(await noticeOf(page), words);
    assert.deepEqual(errors, []);
    await close();
  }
});

test('without WebAssembly exceptions the page says so', async () => {
  const {page, close} = await open(browser, server.address, {wait: false, before: () => { WebAssembly.validate = () => false; }});
  await page.waitForSelector('#notice:not([hidden])');
  assert.match(await noticeOf(page), /needs WebAssembly/);
  await close();
});

test('without JavaScript the page says that it needs it', async () => {
  const {page, close} = await open(browser, server.address, {wait: false, javaScriptEnabled: false});
  assert.match(await page.locator('#start').innerText(), /needs JavaScript/);
  await close();
});

const half = bytes => bytes.subarray(0, bytes.length >> 1);
for (const [name, change, words] of [
  ['greensilk.data', half, /greensilk\.data arrived damaged/], ['greensilk.wasm', half, /greensilk\.wasm arrived damaged/],
  ['greensilk.data', () => null, /greensilk\.data could not be loaded \(HTTP 404\)/],
  ['greensilk.wasm', () => null, /greensilk\.wasm could not be loaded \(HTTP 404\)/],
  ['greensilk.mjs', () => null, /greensilk\.mjs could not be loaded/],
]) {
  test(`${name} ${change === half ? 'cut in half' : 'missing'}: the page names the file`, async () => {
    const broken = await serve({replace: {[name]: change}});
    const {page, close} = await open(browser, broken.address, {wait: false});
    await page.waitForSelector('#notice:not([hidden])', {timeout: 60_000});
    assert.match(await noticeOf(page), words);
    assert.equal(await page.locator('#notice button').isVisible(), true);
    await close();
    await broken.close();
  });
}

test('a lost context is announced, comes back and draws again with the same state', async () => {
  const {page, errors, close} = await open(browser, server.address, {before: countFrames});
  await idle(page);
  const state = await stateOf(page);
  const colours = await coloursIn(page);
  await page.evaluate(() => {
    window.losing = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.losing.loseContext();
  });
  await page.waitForSelector('#notice:not([hidden])');
  assert.match(await noticeOf(page), /comes back by itself/);
  assert.equal(await page.locator('#notice button').isVisible(), false);
  await page.evaluate(() => window.losing.restoreContext());
  await page.waitForSelector('#notice', {state: 'hidden'});
  await idle(page);
  const drawn = await coloursIn(page);
  assert.ok(drawn > colours * 0.9, `${drawn} colours after, ${colours} before`);
  const {frames: _, ...now} = await stateOf(page);
  const {frames: __, ...was} = state;
  assert.deepEqual(now, was);
  assert.deepEqual(errors.filter(text => !/CONTEXT_LOST/.test(text)), []);
  await close();
});

test('a context that stays away offers to load again, with the view in the address', async () => {
  const {page, close} = await open(browser, server.address);
  await page.evaluate(() => document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext());
  await page.waitForSelector('#notice button:visible', {timeout: 15_000});
  const before = page.url();
  await page.click('#notice button');
  await ready(page);
  assert.equal(page.url(), before);
  await close();
});

test('a program that stops shows a message with the link of the view', async () => {
  const {page, close} = await open(browser, server.address, {hash: '#v=1'});
  await page.evaluate(() => setTimeout(() => { throw new WebAssembly.RuntimeError('unreachable'); }));
  await page.waitForSelector('#notice:not([hidden])');
  assert.match(await noticeOf(page), /The map stopped/);
  assert.equal(await page.locator('#notice a').getAttribute('href'), page.url());
  await close();
});

test('the keyboard is no trap: Escape and Tab leave the canvas, browser shortcuts stay the browser\'s', async () => {
  const {page, close} = await open(browser, server.address);
  await page.evaluate(() => {
    window.prevented = [];
    addEventListener('keydown', event => window.prevented.push([event.key, event.defaultPrevented]));
    document.body.append(Object.assign(document.createElement('button'), {id: 'next', textContent: 'next'}));
  });
  const ring = () => page.evaluate(() => getComputedStyle(document.getElementById('canvas')).outlineStyle);
  await page.mouse.click(640, 360);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'canvas');
  assert.equal(await ring(), 'none', 'no ring for the mouse');
  await page.locator('#next').focus();
  await page.keyboard.press('Shift+Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'canvas');
  assert.equal(await ring(), 'solid');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'next');
  await page.locator('#canvas').focus();
  for (const key of ['F5', 'F11']) await page.locator('#canvas').dispatchEvent('keydown', {key, bubbles: true, cancelable: true});
  await page.locator('#canvas').dispatchEvent('keydown', {key: 'f', ctrlKey: true, bubbles: true, cancelable: true});
  const taken = (await page.evaluate(() => window.prevented)).filter(([key, prevented]) => prevented && ['F5', 'F11', 'f'].includes(key));
  assert.deepEqual(taken, []);
  await close();
});

test('dark and light follow the system before the first picture', async () => {
  for (const [colorScheme, colour] of [['light', 'rgb(241, 238, 231)'], ['dark', 'rgb(11, 17, 22)']]) {
    const {page, close} = await open(browser, server.address, {wait: false, colorScheme});
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), colour);
    await close();
  }
});
