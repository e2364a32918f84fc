// embed.html in Firefox, inside each page of tests/web/hosts (embed.test.mjs: in Chromium, and what does not hang on the browser).
// What WebDriver BiDi drives in this Firefox: mouse, wheel and keys, also inside frames of the same process (FRAMES of firefox.mjs),
// sizes of the window, languages, requests and the console. Touches reach the scripts of a page, but nothing else does what
// fingers do: no page scrolls under one finger, no press follows a tap. That the article scrolls under one finger is Chromium's to show.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {launchFirefox, missing, touch} from './firefox.mjs';
import {boxOf, heard, hears, hint, mapIn, middle, poster, say, scrolled, set, show, tall, uncovered, visit as visitAt, walksByKeys, wantedHeight, zoom} from './guests.mjs';
import {coloursIn, idle, open, picture, ready, serve, serveHosts, stateOf, until} from './lib.mjs';

let browser, site, hosts;
before(async () => {
  if (missing) return;
  [browser, site] = await Promise.all([launchFirefox(), serve()]);
  hosts = await serveHosts(site.address);
});
after(async () => { await browser?.close(); await hosts?.close(); await site?.close(); });

const inFirefox = (name, run) => test(`Firefox: ${name}`, {skip: missing}, run);
const visit = (name, more) => visitAt(browser, hosts.address + name, {own: [hosts.address, site.address], ...more});

/// What must hold of each visit at its end; then its picture, because Firefox complains of the style that Playwright tries for it.
async function finish({page, errors, foreign, close}, name, ...ids) {
  assert.deepEqual(errors, [], 'the console is not silent');
  assert.deepEqual(foreign(), [], 'asked of others');
  for (const id of ids) {
    await show(page, id);
    const colours = await coloursIn(page, await boxOf(page, id));
    assert.ok(colours > 100, `${colours} colours where the map of ${id} should be`);
  }
  await picture(page, `firefox-${name}`);
  await close();
}

inFirefox('in an article a poster waits far below, then the map, with heights, a state and no focus', async () => {
  const opened = await open(browser, `${hosts.address}article.html`, {width: 800, height: 700, wait: false});
  const waiting = await mapIn(opened.page, 'map');
  await waiting.waitForFunction(() => document.querySelector('#poster img'));
  assert.ok(await poster(waiting) >= 640, 'no poster');
  assert.equal(opened.outside.some(url => url.endsWith('.wasm')), false, 'the program comes before it is near');
  await opened.close();

  const visited = await visit('article.html'), {page, map} = visited;
  const all = (await page.evaluate(() => window.heard)).map(one => one.data), height = wantedHeight(720);
  assert.ok(all.includes(`pymxPYMxmap-1xPYMxheightxPYMx${height}`), 'Pym');
  assert.ok(all.some(data => data?.sentinel === 'amp' && data.height === height), 'AMP');
  assert.ok(all.some(data => data?.['datawrapper-height']?.['map-1'] === height), 'Datawrapper');
  const state = await hears(page, 'greensilk:state', told => told.digest);
  assert.equal(state.digest, (await stateOf(map)).digest);
  assert.ok(state.totals.avoided_t.best > 0);
  assert.equal(await page.evaluate(() => document.activeElement === document.body), true, 'loading took the focus');
  await idle(map);
  await finish(visited, 'article', 'map');
});

inFirefox('messages choose a year and a project, and what is wrong is named', async () => {
  const {page, map, errors, close} = await visit('article.html');
  await say(page, {type: 'greensilk:hello', version: 1});
  await hears(page, 'greensilk:ready', () => true, 1);
  await set(page, {year: 2040, projection: 'ortho'});
  await hears(page, 'greensilk:state', state => state.year === 2040 && state.projection === 'ortho');
  await say(page, {type: 'greensilk:select', version: 1, selection: 'project:al-dhafra-pv2'});
  const chosen = await hears(page, 'greensilk:state', state => state.selection === 'al-dhafra-pv2');
  assert.ok(chosen.selected.avoided_t.best > 0);
  await set(page, {year: 1066, id: 7});
  const answer = await hears(page, 'greensilk:error', error => error.place === 'greensilk:set:year');
  assert.equal(answer.id, 7);
  assert.equal((await stateOf(map)).year, 2040);
  assert.deepEqual(errors, []);
  await close();
});

inFirefox('the wheel scrolls the article, until Ctrl is held or the map was pressed; Escape lets go', async () => {
  const {page, map, errors, close} = await visit('article.html');
  await idle(map);
  const wheel = async by => {
    await page.mouse.move(...await middle(page));
    await page.mouse.wheel(0, by);
    await page.waitForTimeout(400);
    await idle(map);
  };
  const begin = await scrolled(page), start = await zoom(map);
  await wheel(60);
  assert.match(await hint(map), /Ctrl \+ wheel/);
  const there = await scrolled(page);
  assert.ok(there > begin, 'the article scrolls');
  assert.equal(await zoom(map), start);

  await page.keyboard.down('Control');
  await wheel(-120);
  await page.keyboard.up('Control');
  assert.equal(await scrolled(page), there, 'the article stays');
  await until(map, 'a nearer view', state => state.viewpoint.zoom > start);

  await page.mouse.click(...await middle(page));
  await idle(map);
  const pressed = await zoom(map);
  await wheel(120);
  assert.equal(await scrolled(page), there, 'the map was pressed: the wheel is its own');
  await until(map, 'a wider view', state => state.viewpoint.zoom < pressed);
  await page.keyboard.press('Escape');
  await wheel(60);
  assert.ok(await scrolled(page) > there, 'Escape lets go');
  assert.deepEqual(errors, []);
  await close();
});

inFirefox('Tab comes and goes; Enter begins, Escape ends', async () => {
  const {page, map, errors, close} = await visit('article.html');
  const focused = () => page.evaluate(() => document.activeElement.id);
  await page.locator('#after').focus();
  await page.keyboard.press('Shift+Tab');
  assert.equal(await focused(), 'map');
  assert.equal(await map.evaluate(() => document.activeElement.id), 'canvas');
  await walksByKeys(page, focused);
  assert.deepEqual(errors, []);
  await close();
});

inFirefox('a host that follows heights gives the frame the height for its width', async () => {
  const visited = await visit('amp.html'), {page, map} = visited;
  assert.equal(await tall(page), wantedHeight(720));
  await page.setViewportSize({width: 390, height: 800});
  const height = wantedHeight(390 - 32);
  await page.waitForFunction(wanted => document.getElementById('map').offsetHeight === wanted, height);
  await page.waitForTimeout(600);
  assert.equal(await tall(page), height, 'the height comes to rest');
  await idle(map);
  await finish(visited, 'amp', 'map');
});

inFirefox('a sandboxed frame without an origin: the map comes, answers and is pressed', async () => {
  const visited = await visit('sandboxed.html'), {page, map} = visited;
  assert.equal(await map.evaluate(() => origin), 'null');
  await set(page, {fragment: 'v=1&lon=54.5&lat=24.5&z=5&y=2026'});
  await until(map, 'the Gulf', state => state.viewpoint.zoom > 4.5);
  await idle(map);
  const {x, y} = (await stateOf(map)).markers.find(one => one.id === 'al-dhafra-pv2');
  const box = await boxOf(page);
  await page.mouse.click(box.x + x, box.y + y);
  await hears(page, 'greensilk:state', state => state.selection === 'al-dhafra-pv2');
  await idle(map);
  await finish(visited, 'sandboxed', 'map');
});

inFirefox('where a server gives a sandboxed frame no files, its poster and its words stay', async t => {
  const closed = await serve({shared: false});
  const pages = await serveHosts(closed.address);
  t.after(async () => { await pages.close(); await closed.close(); });
  const {page, close} = await open(browser, `${pages.address}sandboxed.html`, {wait: false});
  const map = await mapIn(page, 'map');
  await map.waitForSelector('#refused:not([hidden])');
  assert.match(await map.locator('#refused').innerText(), /cannot be loaded inside this article/);
  assert.match(await map.locator('#start').innerText(), /Green Silk Road/);
  assert.equal(await uncovered(map, '#refused p:not([hidden])'), true, 'something lies over the words');
  assert.ok(await poster(map) >= 640, 'no poster');
  assert.ok((await heard(page, 'embed-size')).at(-1).height >= 360);
  await picture(page, 'firefox-refused');
  await close();
});

inFirefox('several maps on one page come alive one after another, each with its own view', async () => {
  const visited = await visit('several.html', {id: 'one', height: 900}), {page, outside} = visited;
  const [one, two, far] = await Promise.all(['one', 'two', 'far'].map(id => mapIn(page, id)));
  assert.equal((await stateOf(one)).year, 2030);
  await show(page, 'two');
  await ready(two);
  assert.equal((await stateOf(two)).projection, 'ortho');
  assert.equal(await tall(page, 'two'), 400);
  assert.equal(await far.evaluate(() => window.greensilk.state()), '', 'the one far below runs before it is near');
  assert.ok(await poster(far) >= 640, 'no poster in the one far below');
  const before = outside.length;
  await show(page, 'far');
  await ready(far);
  assert.ok(outside.length > before, 'nothing was fetched for it');
  assert.equal((await stateOf(far)).year, 2040);
  assert.equal((await stateOf(one)).year, 2030);
  for (const map of [one, two, far]) await idle(map);
  await finish(visited, 'several', 'one', 'two', 'far');
});

inFirefox('on a page from right to left nothing is shifted, and the element speaks the page\'s language', async () => {
  const visited = await visit('rtl.html', {id: 'one', locale: 'ar'}), {page, map} = visited;
  assert.equal(await page.locator('#one iframe').getAttribute('title'), 'طريق الحرير الأخضر');
  assert.equal(await map.evaluate(() => document.documentElement.dir), 'rtl');
  for (const [where, frame] of [['the page', page], ['the map', map]]) {
    const [left, content, window] = await frame.evaluate(() => [scrollX, document.documentElement.scrollWidth, innerWidth]);
    assert.ok(left === 0 && content <= window, `${where} is shifted: scrolled to ${left}, ${content} px in ${window}`);
  }
  const column = await page.evaluate(() => document.querySelector('h1').getBoundingClientRect().toJSON());
  const box = await boxOf(page, 'one');
  assert.deepEqual([box.x, box.width], [column.x, column.width], 'the map leaves its column');
  const canvas = await map.evaluate(() => document.getElementById('canvas').getBoundingClientRect().toJSON());
  assert.deepEqual([canvas.x, canvas.width, canvas.height], [0, box.width, box.height], 'the canvas leaves its frame');
  await page.evaluate(() => {
    window.years = [];
    document.addEventListener('greensilk-state', event => window.years.push(event.detail.year));
    document.getElementById('one').set({year: 2031});
  });
  await page.waitForFunction(() => window.years.includes(2031));
  await idle(map);
  await finish(visited, 'rtl', 'one');
});

inFirefox('the wheel over an article tells its story step by step, and back', async () => {
  const visited = await visit('scroll.html', {id: 'one', width: 1000}), {page, map} = visited;
  await page.mouse.move(750, 350);  // over the text, beside the map
  const turn = async (text, by) => {
    for (let i = 0; i < 60; ++i) {
      if (await page.evaluate(() => document.querySelector('[data-current]')?.textContent) === text) return;
      await page.mouse.wheel(0, by);
      await page.waitForTimeout(60);
    }
    assert.fail(`the wheel does not reach "${text}"; the page stands at ${await scrolled(page)}`);
  };
  const told = (id, step) => until(map, `step ${step} of ${id}`, state => state.story?.id === id && state.story.step === step);
  await turn('The second.', 100);
  await told('sun-over-the-desert', 1);
  await turn('A view of its own.', 100);
  await until(map, 'the year 2040', state => state.year === 2040 && !state.story);
  await turn('Another story.', 100);
  await told('to-2040', 0);
  const stuck = await boxOf(page, 'one');
  assert.ok(stuck.y >= 0 && stuck.y + stuck.height <= 700, `the map goes away with the text: ${JSON.stringify(stuck)}`);
  await turn('The first step.', -100);
  await told('sun-over-the-desert', 0);
  await idle(map);
  await finish(visited, 'scroll', 'one');
});

inFirefox('one finger is told of two, two move the map, a tap selects', async t => {
  const phone = await launchFirefox({touch: true});
  t.after(() => phone.close());
  const {page, map, errors, close} = await visitAt(phone, `${hosts.address}article.html`, {width: 450, height: 800});
  await idle(map);
  const [x, y] = await middle(page), before = await stateOf(map);
  const steps = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  await touch(page, steps.map(i => [x, y - 10 * i]));
  assert.match(await hint(map), /two fingers/);
  await idle(map);
  assert.deepEqual((await stateOf(map)).viewpoint, before.viewpoint, 'one finger moves the map');

  await touch(page, steps.map(i => [x - 40 - 6 * i, y]), steps.map(i => [x + 40 + 6 * i, y]));
  await until(map, 'a nearer view', state => state.viewpoint.zoom > before.viewpoint.zoom + 0.5);
  await idle(map);
  const box = await boxOf(page), {markers} = await stateOf(map);
  const marker = markers.filter(({x: mx, y: my}) => mx > 20 && my > 120 && mx < box.width - 60 && my < box.height - 100).sort((p, q) => q.r - p.r)[0];
  assert.ok(marker, 'no symbol in the middle of the map');
  await touch(page, [[box.x + marker.x, box.y + marker.y]]);
  await until(map, 'something selected', state => state.selection !== '');
  assert.deepEqual(errors, []);
  await close();
});
