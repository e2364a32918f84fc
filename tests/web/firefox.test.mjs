// The page in Firefox: what another engine does in its own way of starting, drawing, typing, scrolling and losing its graphics.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import {launchFirefox, missing} from './firefox.mjs';
import {coloursIn, countFrames, drop, idle, native, noticeOf, open, picture, ready, serve, stateOf, until} from './lib.mjs';

const DHAFRA = 'al-dhafra-pv2';
const GULF = '#v=1&lon=54.5&lat=24.5&z=5&y=2026';
/// In CSS px, between the panels.
const MAP = {x: 380, y: 140, width: 480, height: 400};
let browser, server;
before(async () => { if (!missing) [browser, server] = await Promise.all([launchFirefox(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

// Pictures come last in a test: for each, Playwright tries a style of its own, which the page's policy forbids and Firefox reports.

/// A test that is skipped only where there is no Firefox.
const inFirefox = (name, run) => test(`Firefox: ${name}`, {skip: missing}, run);

inFirefox('the first map stands, with the desktop program\'s figures, and an idle page draws nothing', async () => {
  const desktop = JSON.parse(execFileSync(native, ['simulate', '--format', 'json', '--year', '2026'], {maxBuffer: 1 << 28}));
  const {page, errors, outside, close} = await open(browser, server.address, {hash: GULF, before: countFrames});
  assert.equal((await stateOf(page)).digest, desktop.digest);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'loading took the focus');
  const rested = await idle(page, 1000);
  const fetched = await page.evaluate(() => performance.getEntriesByType('resource').map(one => one.name));
  assert.equal(fetched.length, new Set(fetched).size, `fetched twice: ${fetched.filter((one, i) => fetched.indexOf(one) < i)}`);
  await page.waitForTimeout(1000);
  assert.equal(await page.evaluate(() => window.frameRequests), rested);
  assert.deepEqual(errors, []);
  assert.deepEqual(outside, []);
  const colours = await coloursIn(page, MAP);
  assert.ok(colours > 100, `${colours} colours where the map should be`);
  await picture(page, 'firefox');
  await close();
});

inFirefox('a click picks the project under it, and the wheel zooms about the cursor', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: GULF, before: countFrames});
  await idle(page);
  const markerOf = ({markers}) => markers.find(one => one.id === DHAFRA);
  const {viewpoint, ...first} = await stateOf(page);
  const was = markerOf(first);
  await page.mouse.move(was.x, was.y);
  for (let i = 0; i < 3; ++i) {
    await page.mouse.wheel(0, -100);
    await page.waitForTimeout(60);
  }
  await until(page, 'a larger scale', state => state.viewpoint.zoom > viewpoint.zoom + 0.2);
  await idle(page);
  const now = markerOf(await stateOf(page));
  assert.ok(Math.hypot(now.x - was.x, now.y - was.y) < 2, `from ${was.x}, ${was.y} to ${now.x}, ${now.y}`);

  await page.mouse.click(now.x, now.y);
  const {selected} = await until(page, 'the clicked project', state => state.selection === DHAFRA);
  assert.ok(selected.avoided_t.best > 0);
  await page.waitForFunction(() => document.getElementById('status').textContent.includes('Al Dhafra'));
  await page.waitForFunction(id => location.hash.includes(id), DHAFRA);
  await idle(page);
  assert.deepEqual(errors, []);
  await picture(page, 'firefox-selected');
  await close();
});

inFirefox('Tab reaches the canvas, a slash begins the search, Escape and Tab leave', async () => {
  const {page, errors, close} = await open(browser, server.address);
  await page.evaluate(() => {
    for (const id of ['earlier', 'next']) {
      document.body[id === 'next' ? 'append' : 'prepend'](Object.assign(document.createElement('button'), {id, textContent: id}));
    }
  });
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.locator('#earlier').focus();
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'readable');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'canvas');
  assert.equal(await page.evaluate(() => getComputedStyle(document.getElementById('canvas')).outlineStyle), 'solid');

  const all = (await stateOf(page)).listed;
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.id === 'text');
  await page.keyboard.type('dhafra', {delay: 30});
  await until(page, 'the query', state => state.query === 'dhafra' && state.listed < all);
  await page.keyboard.press('Backspace');
  await until(page, 'one letter less', state => state.query === 'dhafr');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+x');
  await until(page, 'nothing left', state => state.query === '' && state.listed === all);
  await page.keyboard.press('Control+v');
  await until(page, 'what was cut', state => state.query === 'dhafr');
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => document.activeElement.id === 'canvas');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'next');
  assert.deepEqual(errors, []);
  await close();
});

inFirefox('a link in Arabic turns the page about, and a dropped file is read', async () => {
  const {page, errors, outside, close} = await open(browser, server.address, {hash: '#v=1', before: countFrames});
  await page.evaluate(() => { location.hash = '#v=1&lang=ar&lon=54.5&lat=24.1&z=4.5'; });
  await until(page, 'Arabic', state => state.language === 'ar');
  await page.waitForFunction(() => document.querySelector('#twin caption')?.textContent.match(/[\u0600-\u06ff]/));
  assert.deepEqual(await page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]), ['ar', 'rtl']);
  assert.equal(await drop(page, [['mine.csv', 'Project;Type;Lat;Lon;Capacity (MW);Status\nMine;Solar;23,5;53;500;operating\n']]), true);
  const {own} = await until(page, 'the file to be read', state => state.own.dropped);
  assert.deepEqual(own.dropped, {projects: 1, lines: 0, problems: 0});
  await idle(page);
  assert.deepEqual(errors, []);
  assert.deepEqual(outside, []);
  await picture(page, 'firefox-arabic');
  await close();
});

inFirefox('in a frame of another page the map stands and answers, and takes no focus before it is touched', async () => {
  const context = await browser.newContext({viewport: {width: 1000, height: 700}, locale: 'en-GB'});
  const page = await context.newPage();
  await page.setContent(`<p>An article.</p><iframe title="Map" style="width: 100%; height: 560px; border: 0" src="${server.address}${GULF}"></iframe>`);
  const element = await page.waitForSelector('iframe');
  const frame = await element.contentFrame();
  await ready(frame);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true);
  const {markers} = await stateOf(frame);
  const {x, y} = markers.find(one => one.id === DHAFRA);
  const box = await element.boundingBox();
  await page.mouse.move(box.x + x, box.y + y);
  await page.mouse.click(box.x + x, box.y + y);
  await until(frame, 'the clicked project', state => state.selection === DHAFRA);
  await picture(page, 'firefox-frame');
  await context.close();
});

inFirefox('on a screen of ratio 1.5 the canvas fits its pixels exactly', async t => {
  const dense = await launchFirefox({ratio: 1.5});
  t.after(() => dense.close());
  const {page, errors, close} = await open(dense, server.address, {width: 0, before: countFrames});
  const [ratio, wanted, is] = await page.evaluate(() => new Promise(done => {
    const canvas = document.getElementById('canvas');
    new ResizeObserver(([{devicePixelContentBoxSize: [size]}]) => done([devicePixelRatio,
      [size.inlineSize, size.blockSize], [canvas.width, canvas.height]])).observe(canvas, {box: 'device-pixel-content-box'});
  }));
  assert.equal(ratio, 1.5);
  assert.deepEqual(is, wanted);
  await idle(page);
  assert.deepEqual(errors, []);
  await picture(page, 'firefox-dense');
  await close();
});

inFirefox('a lost context is announced, comes back and draws again', async () => {
  const {page, close} = await open(browser, server.address, {hash: GULF, before: countFrames});
  await idle(page);
  const colours = await coloursIn(page, MAP);
  await page.evaluate(() => {
    window.losing = document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context');
    window.losing.loseContext();
  });
  await page.waitForSelector('#notice:not([hidden])');
  assert.match(await noticeOf(page), /comes back by itself/);
  await page.evaluate(() => window.losing.restoreContext());
  await page.waitForSelector('#notice', {state: 'hidden'});
  await idle(page);
  const drawn = await coloursIn(page, MAP);
  assert.ok(drawn > colours * 0.9, `${drawn} colours after, ${colours} before`);
  await close();
});

inFirefox('without WebGL 2 the page says what to do', async t => {
  const plain = await launchFirefox({gl: false});
  t.after(() => plain.close());
  const {page, close} = await open(plain, server.address, {wait: false});
  await page.waitForSelector('#notice:not([hidden])', {timeout: 60_000});
  assert.match(await noticeOf(page), /needs WebGL 2.*hardware acceleration/s);
  await close();
});
