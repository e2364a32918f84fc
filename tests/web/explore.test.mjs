// Exploring by keyboard: stories, undo, scenarios; the map on its way to another projection.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {drop, idle, launch, open, picture, serve, stateOf, until} from './lib.mjs';

let browser, server;
before(async () => { browser = await launch(); server = await serve(); });
after(async () => { await browser?.close(); await server?.close(); });

const told = (page, step) => until(page, `step ${step} of the story`, state => state.story?.step === step);

test('a story is told step by step by keyboard, in words for those who hear it, and is left with the view kept', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: '#v=1&story=sun-over-the-desert&step=0'});
  const first = await told(page, 0);
  assert.match(first.announce, /Al Dhafra.*2,000 MW/s, 'the figures stand in the text');
  await page.locator('#canvas').focus();
  await page.keyboard.press('PageDown');
  const second = await told(page, 1);
  assert.notEqual(second.announce, first.announce);
  for (let step = 2; step < 7; ++step) {
    await page.keyboard.press('PageDown');
    await told(page, step);
    await idle(page);
  }
  await picture(page, 'story-last');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('PageUp');
  const before = await told(page, 5);
  await idle(page);
  await page.keyboard.press('Escape');
  const free = await until(page, 'the story left', state => state.story === null);
  assert.equal(free.projection, before.projection);
  assert.equal(free.selection, before.selection);
  await page.waitForFunction(() => !location.hash.includes('story='));
  assert.deepEqual(errors, []);
  await close();
});

test('a story begun in the panel opens its first step, in Chinese too', async () => {
  const {page, close} = await open(browser, server.address, {hash: '#v=1&panel=stories&lang=zh'});
  await idle(page);
  await picture(page, 'stories-zh');
  await page.goto(`${server.address}#v=1&story=to-2040&step=1&lang=zh`);
  const state = await told(page, 1);
  assert.match(state.announce, /\p{Script=Han}/u);
  await picture(page, 'story-zh');
  await close();
});

test('a link to a step opens that step\'s view and year, before anything else has been seen', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: '#v=1&story=to-2040&step=2'});
  const state = await told(page, 2);
  assert.equal((await until(page, 'the step\'s year', one => one.year === 2040)).year, 2040);
  assert.ok(state.totals.projects > 50, 'there are figures');
  assert.deepEqual(errors, []);
  await close();
});

test('a story file that is dropped begins at its first step; a damaged one is refused in words', async () => {
  const {page, errors, outside, close} = await open(browser, server.address, {hash: '#v=1'});
  const only = text => ({en: text, zh: '', ru: '', ar: ''});
  const mine = {id: 'my-story', version: 1, title: only('Mine'), summary: only(''), steps: [
    {link: 'v=1&y=2035&lon=54&lat=24&z=4', title: only('Where it begins'), text: only('Here.'), sources: []},
    {link: 'v=1&y=2040', title: only('Where it ends'), text: only('There.'), sources: []}]};
  await drop(page, [['mine.json', JSON.stringify({...mine, steps: [{link: 'v=1&y=1'}]})]]);
  await idle(page);
  await picture(page, 'story-refused');
  assert.equal((await stateOf(page)).story, null);
  await drop(page, [['mine.json', JSON.stringify(mine)]]);
  const first = await told(page, 0);
  assert.deepEqual([first.story.id, first.story.title, first.year], ['my-story', 'Where it begins', 2035]);
  assert.equal(first.own.dropped, null, 'it is no data');
  await page.locator('#canvas').focus();
  await page.keyboard.press('PageDown');
  assert.equal((await told(page, 1)).year, 2040);
  await page.goto(`${server.address}#v=1&panel=stories&lang=zh`);
  await idle(page);
  await picture(page, 'stories-own');
  await drop(page, [['theirs.json', JSON.stringify({...mine, id: 'to-2040'})]]);
  assert.equal((await told(page, 0)).story.id, 'to-2040-2', 'a ready-made story is never replaced');
  assert.deepEqual(errors, []);
  assert.deepEqual(outside, []);
  await close();
});

test('Ctrl+Z takes back what was changed, Ctrl+Y brings it again', async () => {
  const {page, close} = await open(browser, server.address, {hash: '#v=1'});
  await page.locator('#canvas').focus();
  const start = await stateOf(page);
  await page.keyboard.press('n');  // the layer of the night
  const night = await until(page, 'the night', state => state.fragment.includes('on=night'));
  await page.keyboard.press('Control+z');
  assert.equal((await until(page, 'no night', state => state.fragment === start.fragment)).fragment, start.fragment);
  await page.keyboard.press('Control+y');
  assert.equal((await until(page, 'the night again', state => state.fragment === night.fragment)).fragment, night.fragment);
  await close();
});

test('a what-if in the link changes the figures, and the page says that it is one', async () => {
  const {page, close} = await open(browser, server.address, {hash: '#v=1'});
  const usual = await stateOf(page);
  await page.goto(`${server.address}#v=1&weather=80&panel=scenario&b=standard`);
  const poor = await until(page, 'a poor year', state => state.digest && state.digest !== usual.digest);
  assert.ok(poor.totals.avoided_t.best < usual.totals.avoided_t.best);
  await idle(page);
  await picture(page, 'scenario');
  await close();
});

for (const [width, height, lang] of [[1280, 720, 'en'], [390, 844, 'ar'], [1000, 560, 'ru'], [800, 420, 'zh']]) {
  test(`every panel opens at ${width} x ${height} in ${lang}, and the program goes on`, async () => {
    const {page, errors, close} = await open(browser, server.address, {hash: `#v=1&lang=${lang}`, width, height});
    for (const panel of ['list', 'layers', 'map', 'sources', 'about', 'table', 'checker', 'policy', 'stories', 'scenario', 'own', 'help', 'laboratory', 'none']) {
      const view = `v=1&lang=${lang}&panel=${panel}&claim=2%20GW%20of%20solar%20in%20the%20UAE%2C%202.4%20Mt&b=standard`;
      await page.evaluate(hash => { location.hash = hash; }, `#${view}`);
      await until(page, `the panel ${panel}`, state => panel === 'none' ? !state.fragment.includes('panel=') : state.fragment.includes(`panel=${panel}`));
      await page.waitForTimeout(300);
    }
    assert.deepEqual(errors, []);
    await close();
  });
}
