// embed.html inside pages of other origins: what it says to them, what it does for them, and what it leaves alone.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {allowedHosts} from '../../web/host.mjs';
import {boxOf, heard, hears, hint, mapIn, middle, say, scrolled, set, tall, uncovered, visit as visitAt, walksByKeys, wantedHeight, zoom} from './guests.mjs';
import {countFrames, idle, launch, open, picture, ready, root, serve, serveHosts, stateOf, until} from './lib.mjs';

let browser, site, hosts;
before(async () => {
  [browser, site] = await Promise.all([launch(), serve()]);
  hosts = await serveHosts(site.address);
});
after(async () => { await browser?.close(); await hosts?.close(); await site?.close(); });

const visit = (name, more) => visitAt(browser, hosts.address + name, {own: [hosts.address, site.address], ...more});

test('who may speak: any page, those that the server names, and of those the ones that the address names', () => {
  const [a, b, c] = ['https://a.example', 'https://b.example', 'https://c.example'];
  assert.equal(allowedHosts(undefined, ''), null);
  assert.deepEqual([...allowedHosts(undefined, `?hosts=${a},${b}`)], [a, b]);
  assert.deepEqual([...allowedHosts(`${a} ${b}`, '')], [a, b]);
  assert.deepEqual([...allowedHosts(`${a} ${b}`, `?hosts=${b},${c}`)], [b], 'an address does not widen the list');
  assert.deepEqual([...allowedHosts(a, `?hosts=${c}`)], []);
});

test('the element\'s script is small', () => {
  assert.ok(fs.statSync(path.join(root, 'web/greensilk-embed.js')).size < 4000);
});

test('in an article: heights in every dialect, a state, no focus, no complaint', async () => {
  const {page, map, errors, close} = await visit('article.html');
  const all = (await page.evaluate(() => window.heard)).map(one => one.data);
  const height = wantedHeight(720);
  assert.ok(all.includes(`pymxPYMxmap-1xPYMxheightxPYMx${height}`), 'Pym');
  assert.ok(all.some(data => data?.sentinel === 'amp' && data.type === 'embed-size' && data.height === height), 'AMP');
  assert.ok(all.some(data => data?.['datawrapper-height']?.['map-1'] === height), 'Datawrapper');
  const json = all.filter(data => typeof data === 'string' && data.startsWith('{')).map(text => JSON.parse(text));
  assert.ok(json.some(data => data.context === 'iframe.resize' && data.height === height && data.src.endsWith('initialWidth=720')), 'Medium');
  assert.ok(json.some(data => data.sender === 'Flourish' && data.method === 'resize' && data.height === height), 'Flourish');
  const state = await hears(page, 'greensilk:state', told => told.digest);
  assert.equal(state.version, 1);
  assert.equal(state.digest, (await stateOf(map)).digest);
  assert.ok(state.totals.avoided_t.best > 0);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'loading took the focus');
  assert.equal(await page.evaluate(() => history.length), 2, 'a frame made an entry in the history');
  assert.deepEqual(errors, []);
  await picture(page, 'embed-article');
  await close();
});

test('the wheel scrolls the article, until Ctrl is held or the map was pressed; Escape and leaving let go', async () => {
  const {page, map, errors, close} = await visit('article.html');
  await idle(map);
  const begin = await scrolled(page);
  const [x, y] = await middle(page);
  const start = await zoom(map);
  const wheel = async by => {
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(400);
    await idle(map);
  };
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 60);
  await map.waitForFunction(() => document.getElementById('hint').textContent);
  assert.match(await hint(map), /Ctrl \+ wheel|⌘ \+ wheel/);
  await idle(map);
  assert.ok(await scrolled(page) > begin, 'the article scrolls');
  assert.equal(await zoom(map), start);
  await map.waitForFunction(() => !document.getElementById('hint').classList.contains('shown'));

  await page.keyboard.down('Control');
  const before = await scrolled(page);
  await wheel(-120);
  await page.keyboard.up('Control');
  assert.equal(await scrolled(page), before, 'the article stays');
  const nearer = await until(map, 'a nearer view', state => state.viewpoint.zoom > start);

  await page.mouse.click(x, y);
  await idle(map);
  await wheel(120);
  assert.equal(await scrolled(page), before, 'the map was pressed: the wheel is its own');
  await until(map, 'a wider view', state => state.viewpoint.zoom < nearer.viewpoint.zoom);
  await page.keyboard.press('Escape');
  await wheel(60);
  assert.ok(await scrolled(page) > before, 'Escape lets go');

  const [, again] = await middle(page);
  await page.mouse.click(x, again);
  await page.mouse.move(x, 690);  // below the frame
  await page.mouse.move(x, again);
  const here = await scrolled(page);
  await wheel(-60);
  assert.ok(await scrolled(page) < here, 'leaving with the pointer lets go');
  assert.deepEqual(errors, []);
  await close();
});

test('Tab comes and goes; Enter begins, Escape ends', async () => {
  const {page, map, close} = await visit('article.html');
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.locator('#after').focus();
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'map');
  assert.equal(await map.evaluate(() => document.activeElement.id), 'canvas');
  assert.equal(await map.evaluate(() => getComputedStyle(document.getElementById('canvas')).outlineStyle), 'solid');
  assert.match(await hint(map), /Enter/);
  await walksByKeys(page, focused);
  await close();
});

test('messages: a hello, a view, a project, a year that plays, and what is wrong by its place', async () => {
  const {page, map, errors, close} = await visit('article.html');
  await say(page, {type: 'greensilk:hello', version: 1});
  await hears(page, 'greensilk:ready', () => true, 1);
  await set(page, {year: 2040, projection: 'ortho', id: 'first'});
  await hears(page, 'greensilk:state', state => state.year === 2040 && state.projection === 'ortho');
  await set(page, {fragment: 'v=1&y=2035&lang=zh'});
  await hears(page, 'greensilk:state', state => state.year === 2035 && state.projection === 'equal_earth' && state.language === 'zh');
  await set(page, {fragment: 'v=1&y=2036'});
  await hears(page, 'greensilk:state', state => state.year === 2036 && state.language === 'zh');
  await say(page, {type: 'greensilk:select', version: 1, selection: 'project:al-dhafra-pv2'});
  const chosen = await hears(page, 'greensilk:state', state => state.selection === 'al-dhafra-pv2');
  assert.ok(chosen.selected.avoided_t.best > 0);
  await say(page, {type: 'greensilk:play', version: 1, years: true});
  await hears(page, 'greensilk:state', state => state.year > 2036);
  await say(page, {type: 'greensilk:play', version: 1, years: false});
  await say(page, {type: 'greensilk:play', version: 1, story: 'to-2040', step: 1});
  await hears(page, 'greensilk:state', state => state.story?.id === 'to-2040' && state.story.step === 1);
  await say(page, {type: 'greensilk:play', version: 1, step: 'prev'});
  await hears(page, 'greensilk:state', state => state.story?.step === 0, (await heard(page, 'greensilk:state')).length - 1);

  for (const [message, place] of [
    [{type: 'greensilk:set', version: 1, year: 1066, id: 7}, 'greensilk:set:year'], [{type: 'greensilk:fly', version: 1}, 'message:type'],
    [{type: 'greensilk:set', version: 1, yaer: 2030}, 'greensilk:set:yaer'], [{type: 'greensilk:play', version: 1, progress: 2}, 'greensilk:play:progress'],
    [{type: 'greensilk:play', version: 1, story: 'nobody'}, 'greensilk:play:story'], [{type: 'greensilk:hello', version: 2}, 'greensilk:hello:version'],
    [{type: 'greensilk:set', version: 1, query: 'x'.repeat(30_000)}, 'message'],
  ]) {
    await say(page, message);
    const answer = await hears(page, 'greensilk:error', error => error.place === place);
    assert.ok(answer.expected && answer.found, JSON.stringify(answer));
    if (message.id) assert.equal(answer.id, message.id);
  }
  const said = await page.evaluate(() => window.heard.length);
  for (const other of ['greensilk', null, 7, {type: 'other'}, {hello: 1}]) await say(page, other);
  await idle(map);
  await page.waitForTimeout(300);
  assert.equal(await page.evaluate(() => window.heard.length), said, 'what is not meant for the map has no answer');
  assert.deepEqual(errors, []);
  await close();
});

test('a page that is not on the list is not heard, and not answered', async () => {
  const {page, map, close} = await visit('amp.html', {wait: false});
  await page.evaluate(address => { document.getElementById('map').src = `${address}embed.html?hosts=https://other.example#v=1`; }, site.address);
  await map.waitForURL(/hosts=/);
  await ready(map);
  const before = (await heard(page, 'greensilk:state')).length + (await heard(page, 'greensilk:ready')).length;
  const {year} = await stateOf(map);
  await set(page, {year: year + 5});
  await say(page, {type: 'greensilk:hello', version: 1});
  await page.waitForTimeout(1000);
  assert.equal((await stateOf(map)).year, year);
  assert.equal((await heard(page, 'greensilk:state')).length + (await heard(page, 'greensilk:ready')).length, before);
  assert.ok((await heard(page, 'embed-size')).length > 0, 'heights are no secret');
  await close();
});

test('a host that follows heights gives the frame the height for its width, on a phone a taller one', async () => {
  const {page, map, errors, close} = await visit('amp.html');
  assert.equal(await tall(page), 480);
  await page.setViewportSize({width: 390, height: 800});
  const height = wantedHeight(390 - 32);
  await page.waitForFunction(wanted => document.getElementById('map').offsetHeight === wanted, height);
  await until(map, 'a frame of that size', () => true);
  await page.waitForTimeout(600);
  assert.equal(await tall(page), height, 'the height comes to rest');
  assert.deepEqual(errors, []);
  await close();
});

test('a sandboxed frame without an origin: the map comes without a complaint', async () => {
  const {page, map, errors, close} = await visit('sandboxed.html');
  assert.equal(await map.evaluate(() => origin), 'null');
  assert.deepEqual(errors, []);
  await picture(page, 'embed-sandboxed');
  await close();
});

test('where a server gives a sandboxed frame no files, the frame says so in the reader\'s language, and how tall it is', async t => {
  const closed = await serve({shared: false});
  const pages = await serveHosts(closed.address);
  t.after(async () => { await pages.close(); await closed.close(); });
  for (const [locale, words] of [['en-GB', /cannot be loaded inside this article/], ['ru-RU', /не удалось загрузить внутри этой статьи/]]) {
    const {page, close} = await open(browser, `${pages.address}sandboxed.html`, {wait: false, locale});
    const map = await mapIn(page, 'map');
    await map.waitForSelector('#refused:not([hidden])');
    assert.match(await map.locator('#refused').innerText(), words);
    assert.equal(await uncovered(map, '#refused p:not([hidden])'), true, 'something lies over the words');
    assert.match(await map.locator('#start').innerText(), /Green Silk Road/, 'what stands in the page stays');
    assert.equal(await map.locator('#refused a:visible').getAttribute('target'), '_blank');
    assert.ok((await heard(page, 'embed-size')).at(-1).height >= 360);
    await close();
  }
});

test('several maps on one page; the one far below neither loads nor draws before it is near', async () => {
  const requests = [];
  const opened = await open(browser, `${hosts.address}several.html`, {width: 800, height: 900, wait: false, before: countFrames});
  const {page, errors, close} = opened;
  page.on('request', request => requests.push([request.frame().url(), request.url()]));
  const [one, two, far] = await Promise.all(['one', 'two', 'far'].map(id => mapIn(page, id)));
  await ready(one);
  await ready(two);
  assert.equal((await stateOf(one)).year, 2030);
  assert.equal((await stateOf(two)).projection, 'ortho');
  const frame = id => page.locator(`#${id} iframe`);
  assert.equal(await frame('one').getAttribute('title'), 'The year 2030');
  assert.equal(await frame('one').getAttribute('loading'), 'lazy');
  assert.equal(await tall(page, 'two'), 400);
  assert.deepEqual(requests.filter(([from, url]) => from.includes('y=2040') && url.endsWith('.wasm')), []);
  assert.equal(await far.evaluate(() => window.greensilk.state()), '');
  await page.locator('#far').scrollIntoViewIfNeeded();
  await ready(far);
  assert.equal((await stateOf(far)).year, 2040);

  await page.evaluate(() => document.getElementById('one').play({years: true}));
  await page.waitForTimeout(1500);
  const rested = await one.evaluate(() => window.frameRequests);
  await page.waitForTimeout(1500);
  assert.equal(await one.evaluate(() => window.frameRequests), rested, 'off screen no frame is asked for');
  await page.evaluate(() => scrollTo(0, 0));
  await until(one, 'the years go on', state => state.year > 2030);
  assert.deepEqual(errors, []);
  await close();
});

test('the element: a title in the page\'s language, events, methods, attributes that change', async () => {
  const {page, map, errors, close} = await visit('rtl.html', {id: 'one', locale: 'ar'});
  assert.equal(await page.locator('#one iframe').getAttribute('title'), 'طريق الحرير الأخضر');
  assert.equal(await map.evaluate(() => document.documentElement.dir), 'rtl');
  const [x, y] = await middle(page, 'one');
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, 10);
  await map.waitForFunction(() => document.getElementById('hint').textContent);
  assert.match(await hint(map), /العجلة/);
  await page.evaluate(() => {
    window.events = [];
    for (const name of ['greensilk-state', 'greensilk-error']) document.addEventListener(name, event => window.events.push(event.detail));
    const element = document.getElementById('one');
    element.set({year: 2031});
    element.setAttribute('height', '420');
  });
  await page.waitForFunction(() => window.events.some(detail => detail.year === 2031));
  assert.equal(await tall(page, 'one'), 420);
  await page.evaluate(() => document.getElementById('one').setAttribute('view', 'v=1&y=2032&lang=ar'));
  await page.waitForFunction(() => window.events.some(detail => detail.year === 2032));
  await page.evaluate(() => document.getElementById('one').select('nowhere'));
  await page.waitForFunction(() => window.events.some(detail => detail.place === 'greensilk:select:selection'));
  await picture(page, 'embed-rtl');
  assert.deepEqual(errors, []);
  await close();
});

test('an article tells the story as it scrolls', async () => {
  const {page, map, errors, close} = await visit('scroll.html', {id: 'one', width: 1000});
  const current = () => page.evaluate(() => document.querySelector('[data-current]')?.textContent);
  const show = async text => {
    await page.getByText(text).evaluate(element => element.scrollIntoView({block: 'center'}));
    await page.waitForFunction(words => document.querySelector('[data-current]')?.textContent === words, text);
  };
  await show('The second.');
  await until(map, 'the second step', state => state.story?.id === 'sun-over-the-desert' && state.story.step === 1);
  await show('A view of its own.');
  await until(map, 'the year 2040', state => state.year === 2040 && !state.story);
  await show('Another story.');
  await until(map, 'another story', state => state.story?.id === 'to-2040' && state.story.step === 0);
  assert.equal(await current(), 'Another story.');
  await page.evaluate(() => document.querySelector('#steps').firstElementChild.scrollIntoView());
  await until(map, 'back again', state => state.story?.id === 'sun-over-the-desert' && state.story.step === 0);
  assert.deepEqual(errors, []);
  await close();
});

test('one finger scrolls the article, two move the map, a tap selects', async () => {
  const {page, map, errors, close} = await visit('article.html', {width: 390, height: 800, hasTouch: true, isMobile: true});
  const device = await page.context().newCDPSession(page);
  const touch = (type, ...points) => device.send('Input.dispatchTouchEvent', {type, touchPoints: points.map(([x, y, id = 0]) => ({x, y, id}))});
  await idle(map);
  const [x, y] = (await middle(page)).map(Math.round);
  const before = await stateOf(map), from = await scrolled(page);

  await touch('touchStart', [x, y]);
  for (let i = 1; i <= 8; ++i) {
    await touch('touchMove', [x, y - 10 * i]);
    await page.waitForTimeout(30);
  }
  assert.match(await hint(map), /two fingers/);
  await touch('touchEnd');
  await page.waitForTimeout(300);
  assert.ok(await scrolled(page) > from, 'the article scrolls');
  await idle(map);
  assert.deepEqual((await stateOf(map)).viewpoint, before.viewpoint);

  const [, mid] = (await middle(page)).map(Math.round);
  const there = await scrolled(page);
  await touch('touchStart', [x - 40, mid]);
  await touch('touchStart', [x - 40, mid], [x + 40, mid, 1]);
  for (let i = 1; i <= 8; ++i) {
    await touch('touchMove', [x - 40 - 6 * i, mid], [x + 40 + 6 * i, mid, 1]);
    await page.waitForTimeout(30);
  }
  await touch('touchEnd');
  await until(map, 'a nearer view', state => state.viewpoint.zoom > before.viewpoint.zoom + 0.5);
  assert.equal(await scrolled(page), there, 'the article stays');

  await idle(map);
  const box = await boxOf(page);
  const {markers} = await stateOf(map);
  const marker = markers.filter(({x: mx, y: my}) => mx > 20 && my > 120 && mx < box.width - 60 && my < box.height - 100).sort((p, q) => q.r - p.r)[0];
  assert.ok(marker, 'no symbol in the middle of the map');
  await touch('touchStart', [box.x + marker.x, box.y + marker.y]);
  await touch('touchEnd');
  await until(map, 'something selected', state => state.selection !== '');
  assert.deepEqual(errors, []);
  await close();
});
