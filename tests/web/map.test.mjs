// The explorer in a browser: the main job from a click on the map to a link that brings the same back, the same figures as
// the desktop program's, and every way of putting something in.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {after, before, test} from 'node:test';
import {countFrames, idle, launch, native, noticeOf, open, picture, ready, serve, stateOf, until} from './lib.mjs';

const DHAFRA = 'al-dhafra-pv2';
const GULF = '#v=1&lon=54.5&lat=24.5&z=5';
let browser, server;
before(async () => { browser = await launch(); server = await serve(); });
after(async () => { await browser?.close(); await server?.close(); });

async function markerOf(page, id) {
  const state = await until(page, `a symbol for ${id}`, one => one.markers.some(marker => marker.id === id));
  return state.markers.find(marker => marker.id === id);
}

/// Its place depends on the names of languages and tabs: a slash finds it.
async function search(page) {
  await page.locator('#canvas').focus();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.id === 'text');
}

async function pick(page, id) {
  const {x, y} = await markerOf(page, id);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
  return until(page, `${id} selected`, state => state.selection === id);
}

const addressHas = (page, part) => page.waitForFunction(wanted => location.hash.includes(wanted), part);

/// The figures that a link has to bring back.
const figures = ({selection, projection, year, method, digest, totals, selected, fragment}) =>
  ({selection, projection, year, method, digest, totals, selected, fragment});

test('a click on Al Dhafra shows its saving; projection and year change; the address brings the same back', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: GULF, before: countFrames});
  const first = await pick(page, DHAFRA);
  const {low, best, high} = first.selected.avoided_t;
  assert.ok(low > 0 && low <= best && best <= high, `${low} ≤ ${best} ≤ ${high}`);
  assert.ok(first.selected.reported_t > 0, 'the owner\'s own figure is there to compare');
  assert.match(first.announce, /Al Dhafra/);
  await page.waitForFunction(() => document.getElementById('status').textContent.includes('Al Dhafra'));
  await picture(page, 'al-dhafra');

  // The handle of the years: the chart begins at 2000, 128 px from the left, and has 7.5 px for each.
  await page.mouse.click(277, 670);
  const then = await until(page, 'an earlier year', state => state.year < first.year);
  assert.ok(then.totals.projects < first.totals.projects, 'fewer projects operated in an earlier year');
  assert.notEqual(then.digest, first.digest);

  await page.mouse.click(735, 680);
  await idle(page);  // the list of projections is open
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const last = await until(page, 'another projection', state => state.projection !== first.projection);
  await addressHas(page, `p=${last.projection}`);
  await addressHas(page, `y=${last.year}`);
  await addressHas(page, DHAFRA);
  await idle(page);
  const shown = figures(await stateOf(page));
  await page.waitForFunction(fragment => location.hash === `#${fragment}`, shown.fragment);

  await page.reload();
  await ready(page);
  assert.deepEqual(figures(await stateOf(page)), shown);
  assert.deepEqual(errors, []);
  await close();
});

for (const year of [2026, 2020]) {
  test(`the page and the desktop program compute the same results for ${year}, to the last bit`, async () => {
    const desktop = JSON.parse(execFileSync(native, ['simulate', '--format', 'json', '--year', String(year)], {maxBuffer: 1 << 28}));
    const {page, close} = await open(browser, server.address, {hash: `#v=1&y=${year}`});
    const state = await stateOf(page);
    assert.match(state.digest, /^[0-9a-f]{16}/);
    assert.equal(state.digest, desktop.digest);
    await close();
  });
}

test('a damaged link opens the map and names what was ignored', async () => {
  const {page, errors, close} = await open(browser, server.address,
    {hash: '#v=1&lat=abc&p=nonsense&y=99999&sel=project:nowhere&%zz=&y=2024'});
  const state = await stateOf(page);
  assert.equal(state.projection, 'equal_earth');
  assert.equal(state.year, 2024, 'what is sound still counts');
  for (const part of ['lat', 'abc', 'nonsense', '99999']) {
    assert.ok(state.notes.some(note => note.includes(part)), `no note names ${part}: ${state.notes.join('; ')}`);
  }
  assert.equal(await noticeOf(page), null);
  assert.deepEqual(errors, []);
  await picture(page, 'damaged-link');
  await close();
});

test('another address typed by hand changes the view without loading again', async () => {
  const {page, close} = await open(browser, server.address);
  await page.evaluate(() => { window.same = true; location.hash = '#v=1&p=robinson&y=2018'; });
  await until(page, 'the view of the new address', state => state.projection === 'robinson' && state.year === 2018);
  assert.equal(await page.evaluate(() => window.same), true);
  await close();
});

test('typing in the search narrows the list; a slash begins it, Escape keeps the keyboard free', async () => {
  const {page, errors, close} = await open(browser, server.address);
  const all = (await stateOf(page)).listed;
  await search(page);
  await page.keyboard.type('dhafra', {delay: 30});
  const found = await until(page, 'the query', state => state.query === 'dhafra' && state.listed < all);
  assert.ok(found.listed >= 1);
  await page.keyboard.press('Backspace');
  await until(page, 'one letter less', state => state.query === 'dhafr');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Backspace');
  await until(page, 'everything again', state => state.query === '' && state.listed === all);
  assert.deepEqual(errors, []);
  await close();
});

test('a Chinese input method composes in the search', async () => {
  const {page, close} = await open(browser, server.address, {locale: 'zh-CN', hash: '#v=1&lang=zh'});
  await search(page);
  const devtools = await page.context().newCDPSession(page);
  for (const text of ['g', 'gu', 'guang']) {
    await devtools.send('Input.imeSetComposition', {text, selectionStart: text.length, selectionEnd: text.length});
  }
  await until(page, 'the pinyin', state => state.query === 'guang');
  await devtools.send('Input.insertText', {text: '光伏'});
  await until(page, 'the hanzi', state => state.query === '光伏');
  await page.keyboard.press('Backspace');
  await until(page, 'one hanzi less', state => state.query === '光');
  await picture(page, 'search-zh');
  await close();
});

test('text is pasted into the search', async () => {
  const {page, close} = await open(browser, server.address, {permissions: ['clipboard-read', 'clipboard-write']});
  await search(page);
  await page.evaluate(() => navigator.clipboard.writeText('Šibenik 哈萨克'));
  await page.keyboard.press('Control+v');
  await until(page, 'the pasted text', state => state.query === 'Šibenik 哈萨克');
  await close();
});

/// The symbol on the map that is farthest from every other: it lies exactly on its place, for symbols that overlap move apart.
function loneliest(markers) {
  const gap = one => Math.min(...markers.filter(other => other !== one).map(other => Math.hypot(other.x - one.x, other.y - one.y)));
  const inside = markers.filter(({x, y}) => x > 450 && x < 850 && y > 200 && y < 500);
  return inside.reduce((best, one) => (gap(one) > gap(best) ? one : best));
}

test('the wheel zooms about the point under the cursor', async () => {
  const {page, close} = await open(browser, server.address, {before: countFrames});
  await idle(page);
  const {markers, viewpoint} = await stateOf(page);
  const was = loneliest(markers);
  await page.mouse.move(Math.round(was.x), Math.round(was.y));
  for (let i = 0; i < 3; ++i) {
    await page.mouse.wheel(0, -100);
    await page.waitForTimeout(60);
  }
  await until(page, 'a larger scale', state => state.viewpoint.zoom > viewpoint.zoom + 0.2);
  await idle(page);
  const now = await markerOf(page, was.id);
  assert.ok(Math.hypot(now.x - was.x, now.y - was.y) < 2, `${was.id} from ${was.x}, ${was.y} to ${now.x}, ${now.y}`);
  await close();
});

test('on a phone a finger picks, two fingers magnify, and the page itself does not scroll', async () => {
  const {page, errors, close} = await open(browser, server.address,
    {width: 390, height: 844, ratio: 2, hasTouch: true, isMobile: true, hash: GULF, before: countFrames});
  await idle(page);
  await picture(page, 'phone');
  const {x, y} = await markerOf(page, DHAFRA);
  await page.touchscreen.tap(x, y);
  await until(page, 'the touched project', state => state.selection === DHAFRA);

  await idle(page);
  const zoom = (await stateOf(page)).viewpoint.zoom;
  const devtools = await page.context().newCDPSession(page);
  const touch = (type, ...points) => devtools.send('Input.dispatchTouchEvent',
    {type, touchPoints: points.map(([px, py], id) => ({x: px, y: py, id}))});
  await touch('touchStart', [180, 200]);
  await touch('touchStart', [180, 200], [220, 200]);
  for (let i = 1; i <= 10; ++i) await touch('touchMove', [180 - 4 * i, 200], [220 + 4 * i, 200]);
  await touch('touchEnd');
  await until(page, 'a larger scale', state => state.viewpoint.zoom > zoom + 0.5);
  assert.equal((await stateOf(page)).selection, DHAFRA, 'a pinch picks nothing');
  assert.deepEqual(await page.evaluate(() => [scrollX, scrollY, visualViewport.scale]), [0, 0, 1]);
  assert.deepEqual(errors, []);
  await close();
});

test('Chinese and dark are in the page as well as on the canvas', async () => {
  const {page, errors, outside, close} = await open(browser, server.address, {locale: 'zh-CN', colorScheme: 'dark', before: countFrames});
  const state = await until(page, 'Chinese', one => one.language === 'zh' && one.theme === 'dark');
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  assert.equal(await page.title(), '绿色丝绸之路');
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(one => one.name.includes('assets/fonts/')));
  await idle(page);
  await picture(page, 'chinese-dark');
  assert.equal(state.notes.length, 0);
  assert.deepEqual(errors, []);
  assert.deepEqual(outside, []);
  await close();
});

test('every project of the list stands in a table for readers who do not see the canvas', async () => {
  const {page, close} = await open(browser, server.address);
  const {listed} = await stateOf(page);
  await page.waitForFunction(count => document.querySelectorAll('#twin tbody tr').length === count, listed);
  assert.match(await page.locator('#twin').textContent(), /Al Dhafra/);
  assert.ok(await page.locator('#twin th').count() >= 5);
  await close();
});
