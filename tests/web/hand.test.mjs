// Exploring by mouse and typing, as a person does it, in a window of 1280 x 720.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {countFrames, idle, launch, open, picture, ready, serve, stateOf, until} from './lib.mjs';

let browser, server;
before(async () => { browser = await launch(); server = await serve(); });
after(async () => { await browser?.close(); await server?.close(); });

const begin = hash => open(browser, server.address, {hash: `#v=1${hash}`, before: countFrames});
const has = part => state => `${state.fragment}&`.includes(`&${part}&`);

async function press(page, x, y) {
  await page.mouse.move(x, y);
  await page.waitForTimeout(120);
  await page.mouse.click(x, y);
}

async function drag(page, from, to) {
  await page.mouse.move(...from);
  await page.waitForTimeout(120);
  await page.mouse.down();
  for (let i = 1; i <= 6; ++i) {
    await page.mouse.move(...from.map((at, k) => at + (to[k] - at) * i / 6));
    await page.waitForTimeout(60);
  }
  await page.mouse.up();
}

const hour_of = state => Number(/&h=([\d.]+)/.exec(state.fragment)?.[1] ?? 4113);

test('the hours of the year: another scale, a press, a drag, a span, playing and stopping by the space bar', async () => {
  const {page, errors, close} = await begin('');
  await press(page, 88, 618);
  await until(page, 'the scale of hours', has('time=hours'));
  const start = hour_of(await stateOf(page));
  await press(page, 200, 665);
  const earlier = await until(page, 'an earlier hour', state => hour_of(state) < start);
  await drag(page, [200, 665], [400, 665]);
  await until(page, 'a later hour', state => hour_of(state) > hour_of(earlier));
  await press(page, 530, 618);  // the spans
  await idle(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await until(page, 'a season', has('span=season'));
  await idle(page);
  await picture(page, 'hours-season');
  await press(page, 44, 674);
  const played = hour_of(await stateOf(page));
  await until(page, 'time passing', state => hour_of(state) !== played);
  await press(page, 44, 674);
  await idle(page);
  assert.deepEqual(errors, []);
  await close();
});

test('a figure opens its working; it is copied as a citation; Escape closes the card and no more', async () => {
  const {page, errors, close} = await begin('&sel=project:al-dhafra-pv2');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await press(page, 1176, 212);
  const state = await until(page, 'the working of the saving', has('work=saving'));
  assert.match(state.announce, /Al Dhafra/);
  await idle(page);
  await picture(page, 'working');
  await press(page, 443, 668);
  let copied = '';
  for (const end = Date.now() + 20_000; !copied && Date.now() < end; await page.waitForTimeout(100))
    copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.match(copied, /@misc\{greensilk/, 'as BibTeX too');
  assert.match(copied, /Al Dhafra solar/, 'the citation is of this figure');
  assert.match(copied, new RegExp(state.digest));
  await page.keyboard.press('Escape');
  const closed = await until(page, 'the card closed', now => !now.fragment.includes('work='));
  assert.equal(closed.selection, 'al-dhafra-pv2', 'the selection stays');
  assert.deepEqual(errors, []);
  await close();
});

test('the table: a filter by confidence, years drawn in the chart, a country, a sorted column, a row', async () => {
  const {page, errors, close} = await begin('&panel=table');
  const all = (await stateOf(page)).listed;
  await press(page, 498, 326);
  await idle(page);
  await press(page, 520, 423);
  const sure = await until(page, 'without what is unsure', state => has('conf=low')(state) && state.listed < all);
  await page.keyboard.press('Escape');  // closes the list, not the table
  await idle(page);
  await drag(page, [808, 200], [856, 200]);
  const some = await until(page, 'a span of years', state => /&built=20\d\d-20\d\d/.test(state.fragment) && state.listed < sure.listed);
  assert.ok(some.shown.projects < sure.shown.projects, 'the totals follow the filter');
  await picture(page, 'table-filtered');
  await page.keyboard.press('Escape');
  await until(page, 'all years again', state => !state.fragment.includes('built='));
  await press(page, 560, 152);
  await until(page, 'one country', state => /&country=[A-Z]{3}/.test(state.fragment) && state.listed < sure.listed);
  await press(page, 700, 364);
  await until(page, 'another order', state => state.fragment.includes('sort='));
  await idle(page);
  await press(page, 90, 392);
  const chosen = await until(page, 'a project', state => state.selection !== '');
  assert.ok(chosen.selected.name.length > 0);
  assert.deepEqual(errors, []);
  await close();
});

test('a slider of the scenario recomputes while it is dragged; undo and redo', async () => {
  const {page, errors, close} = await begin('&panel=scenario');
  await idle(page);
  await page.mouse.move(1100, 500);
  await page.waitForTimeout(150);
  await page.mouse.wheel(0, 700);
  await idle(page);
  const usual = await stateOf(page);
  await page.mouse.move(1105, 288);
  await page.mouse.down();
  const totals = new Set();
  for (let x = 1105; x > 1000; x -= 15) {
    await page.mouse.move(x, 288);
    await page.waitForTimeout(150);
    totals.add((await stateOf(page)).totals.avoided_t.best);
  }
  await page.mouse.up();
  assert.ok(totals.size > 3, 'the figures follow the hand');
  const poor = await until(page, 'a poor year of sun and wind', state => /&weather=\d\d(&|$)/.test(state.fragment));
  assert.ok(poor.totals.avoided_t.best < usual.totals.avoided_t.best);
  await page.mouse.wheel(0, -40);
  await idle(page);
  await page.keyboard.press('Control+z');
  await until(page, 'the usual year', state => !state.fragment.includes('weather='));
  await page.keyboard.press('Control+y');
  await until(page, 'the poor year again', state => state.fragment === poor.fragment);
  assert.deepEqual(errors, []);
  await close();
});

test('a scenario is kept by name, and is there when the page is opened again', async () => {
  const {page, errors, close} = await begin('&panel=scenario&weather=80');
  await idle(page);
  await page.mouse.move(1100, 500);
  await page.waitForTimeout(150);
  await page.mouse.wheel(0, 700);
  await idle(page);
  await press(page, 1060, 146);
  await page.keyboard.type('Dry and calm', {delay: 20});
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => Object.values(localStorage).some(kept => kept.includes('Dry and calm\t')));
  await idle(page);
  await page.reload();
  await ready(page);
  await idle(page);
  await picture(page, 'scenario-kept');
  assert.match(await page.evaluate(() => localStorage.getItem('greensilk-scenarios')), /^Dry and calm\t.*weather=80/);
  assert.deepEqual(errors, []);
  await close();
});

test('a claim is typed, and judged', async () => {
  const {page, errors, close} = await begin('&panel=checker');
  await idle(page);
  await press(page, 1100, 209);
  await page.keyboard.type('500 MW, 1.1 Mt a year, Uzbekistan', {delay: 20});
  await until(page, 'the claim', state => state.fragment.includes('claim=500%20MW'));
  await page.keyboard.press('Enter');
  await idle(page);
  await picture(page, 'claim-typed');
  assert.deepEqual(errors, []);
  await close();
});

test('language, theme, help and the ways to other panels are a press away; the guide stays away once dismissed', async () => {
  const {page, errors, close} = await begin('');
  await press(page, 1241, 82);
  await idle(page);
  await press(page, 958, 28);
  assert.equal((await until(page, 'Chinese', state => state.language === 'zh')).language, 'zh');
  await until(page, 'Chinese words', state => state.fragment.includes('lang=zh'));
  await idle(page);
  await press(page, 892, 28);
  await until(page, 'English', state => state.language === 'en');
  await idle(page);
  await press(page, 1163, 28);
  await until(page, 'dark', state => state.theme === 'dark');
  await page.locator('#canvas').focus();
  await page.keyboard.press('Shift+Slash');
  await until(page, 'help', has('panel=help'));
  await page.keyboard.press('Escape');
  await until(page, 'no panel', state => !state.fragment.includes('panel='));
  await page.reload();
  await ready(page);
  await idle(page);
  await picture(page, 'no-guide');  // its place is the list's
  assert.equal(await page.evaluate(() => Object.values(localStorage).includes('dismissed')), true);
  assert.deepEqual(errors, []);
  await close();
});
