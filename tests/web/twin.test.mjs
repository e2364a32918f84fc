// The readable version of the canvas: found by everybody, complained of by no checker, and enough for all of the main tasks.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {launch, modules, open, picture, serve, stateOf, until} from './lib.mjs';

const axe = fs.readFileSync(path.join(modules, 'axe-core/axe.min.js'), 'utf8');

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

/// What axe-core holds against the page, a line each.
async function violations(page) {
  await page.evaluate(axe);
  const {violations: found} = await page.evaluate(() => window.axe.run(document, {resultTypes: ['violations']}));
  return found.map(one => `${one.id} (${one.impact}): ${one.nodes.map(node => node.target.join(' ')).slice(0, 5).join(', ')}`);
}

/// The page with the twin's controls told, and the start screen gone.
async function openReady(options) {
  const opened = await open(browser, server.address, options);
  await opened.page.waitForSelector('#twin [data-control="year"]', {state: 'attached'});
  await opened.page.waitForSelector('#start', {state: 'detached'});
  return opened;
}

async function openTwin(page) {
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'readable', 'the first stop');
  await page.keyboard.press('Enter');
  await page.waitForSelector('#twin.open');
}

/// Goes on by Tab (or back) until the keyboard is at what the selector says.
async function reach(page, selector, {back = false, most = 400} = {}) {
  for (let i = 0; i < most; ++i) {
    await page.keyboard.press(back ? 'Shift+Tab' : 'Tab');
    if (await page.evaluate(wanted => document.activeElement.matches(wanted), selector)) return;
  }
  assert.fail(`the keyboard does not reach ${selector}`);
}

const control = id => `[data-control="${id}"]`;

for (const [name, options] of [
  ['loaded', {}],
  ['dark', {colorScheme: 'dark'}],
  ['in Arabic', {hash: '#v=1&lang=ar'}],
  ['with a panel and a selection', {hash: '#v=1&panel=scenario&sel=project:al-dhafra-pv2'}],
  ['with a story, on a phone', {hash: '#v=1&story=to-2040&step=1', width: 390, height: 844}],
]) {
  test(`axe-core finds no violation: ${name}, the readable version closed and open`, async () => {
    const {page, errors, close} = await openReady(options);
    if (name === 'in Arabic') await page.waitForFunction(() => document.querySelector('#twin caption')?.textContent.match(/[\u0600-\u06ff]/));
    assert.deepEqual(await violations(page), []);
    await openTwin(page);
    assert.deepEqual(await violations(page), []);
    await picture(page, `twin-${name.replaceAll(/\W+/g, '-')}`);
    assert.deepEqual(errors, []);
    await close();
  });
}

test('the readable version is the first stop of the keyboard; Escape closes it, and the keyboard is where it was', async () => {
  const {page, close} = await openReady();
  assert.equal(await page.evaluate(() => document.getElementById('twin').hidden), 'until-found', 'what is hidden can be found by the browser');
  assert.match(await page.locator('#twin').textContent(), /Al Dhafra/);
  await openTwin(page);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'twin-title');
  assert.equal(await page.evaluate(() => document.getElementById('canvas').inert), true, 'nothing behind it is reached');
  await page.keyboard.press('Escape');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'readable');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'canvas');
  await page.evaluate(() => document.getElementById('twin').dispatchEvent(new Event('beforematch')));
  assert.equal(await page.locator('#twin').isVisible(), true, 'a find opens it');
  assert.equal(await page.evaluate(() => document.activeElement.id === 'twin-title'), false, 'and leaves the keyboard to the browser');
  await close();
});

test('by keyboard alone: search, select, change the year, choose a technology, sort, follow a story, change the language', async () => {
  const {page, errors, close} = await openReady();
  await openTwin(page);
  const all = (await stateOf(page)).listed;

  await reach(page, control('query'));
  await page.keyboard.type('dhafra');
  const found = await until(page, 'the query', state => state.query === 'dhafra' && state.listed < all);
  await page.waitForFunction(count => document.querySelectorAll('#twin .projects tbody tr').length === count, found.listed);
  assert.equal(await page.locator(control('query')).inputValue(), 'dhafra', 'an echo takes back no letter');
  await page.waitForFunction(() => document.getElementById('changes').textContent);
  await reach(page, '#twin tbody button', {back: true});
  const name = await page.evaluate(() => document.activeElement.textContent);
  await page.keyboard.press('Enter');
  const selected = await until(page, 'the selection', state => state.selected?.name === name);
  await page.waitForFunction(title => document.activeElement.tagName === 'H4' && document.activeElement.textContent === title, name);
  assert.ok(selected.announce.startsWith(name), 'it is said');
  assert.match(await page.locator('#twin .selected dl').innerText(), /80 % interval/);
  assert.ok(await page.locator('#twin .selected .sources a').count() > 0);
  await reach(page, control('deselect'));
  await page.keyboard.press('Enter');
  await until(page, 'nothing selected', state => state.selection === '');
  await page.waitForFunction(title => document.activeElement.textContent === title, name);

  await reach(page, control('category:wind'));
  await page.keyboard.press('Space');
  await until(page, 'no wind', state => /cat=[^&]*wind/.test(state.fragment));
  await reach(page, control('reset'));
  await page.keyboard.press('Enter');
  await until(page, 'every project', state => state.listed === all && state.query === '');

  await reach(page, control('year'));
  for (let i = 0; i < 4; ++i) await page.keyboard.press('ArrowRight');
  await until(page, 'four years later', state => state.year === 2030);
  await page.waitForFunction(() => document.querySelector('[data-control="year"]').getAttribute('aria-valuetext') === '2030');

  await reach(page, control('stories'));
  await page.keyboard.press('Enter');
  await page.waitForSelector(control('story:to-2040'));
  await reach(page, control('story:to-2040'));
  await page.keyboard.press('Enter');
  const first = await until(page, 'the first step', state => state.story?.step === 0);
  await page.waitForSelector(control('next'));
  await reach(page, control('next'), {back: true});
  await page.keyboard.press('Enter');
  const second = await until(page, 'the second step', state => state.story?.step === 1);
  assert.notEqual(second.announce, first.announce);
  await page.waitForFunction(title => document.querySelector('#twin .stories h4').textContent === title, second.story.title);
  await reach(page, control('leave'));
  await page.keyboard.press('Enter');
  await until(page, 'no story', state => state.story === null);

  await reach(page, '#twin th[aria-sort] button', {back: true});
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.activeElement.closest('th').getAttribute('aria-sort') !== 'none');

  await reach(page, control('language'));
  await page.keyboard.press('ArrowDown');
  await until(page, 'Chinese', state => state.language === 'zh');
  await page.waitForFunction(() => /\p{Script=Han}/u.test(document.querySelector('#twin-filters').textContent));
  assert.equal(await page.evaluate(() => document.documentElement.lang), 'zh-CN');
  assert.deepEqual(errors, []);
  await close();
});

test('an input method composes in the search, and only what it ends with is searched for', async () => {
  const {page, close} = await openReady();
  await openTwin(page);
  await page.locator(control('query')).focus();
  const session = await page.context().newCDPSession(page);
  await session.send('Input.imeSetComposition', {text: 'guang', selectionStart: 5, selectionEnd: 5});
  await page.waitForTimeout(500);
  assert.equal((await stateOf(page)).query, '');
  await session.send('Input.insertText', {text: '光伏'});
  await until(page, 'the composed word', state => state.query === '光伏');
  assert.equal(await page.locator(control('query')).inputValue(), '光伏');
  await close();
});

test('what changes elsewhere is said, and stands in the controls', async () => {
  const {page, close} = await openReady();
  await page.evaluate(() => { location.hash = '#v=1&y=2040&method=coal_equivalent&on=night'; });
  await until(page, 'the link', state => state.year === 2040);
  await page.waitForFunction(() => /2040/.test(document.getElementById('changes').textContent));
  await page.waitForFunction(() => document.querySelector('[data-control="layer:night"]').checked);
  assert.equal(await page.locator(control('year')).inputValue(), '2040');
  await close();
});

test('a message that asks for what is not there is answered in words, and changes nothing', async () => {
  const {page, errors, close} = await openReady();
  const {fragment} = await stateOf(page);
  for (const wrong of ['{', {type: 'do', control: 'year', value: 1}, {type: 'do', control: 'no-such'}]) await page.evaluate(json => window.greensilk.send(json), wrong);
  await page.waitForFunction(() => document.getElementById('changes').textContent);
  assert.equal((await stateOf(page)).fragment, fragment);
  assert.deepEqual(errors, []);
  await close();
});

test('at 200 % on a narrow screen nothing but tables scrolls sideways', async () => {
  for (const hash of ['#v=1&sel=project:al-dhafra-pv2', '#v=1&lang=ar', '#v=1&lang=ru&story=to-2040&step=1']) {
    const {page, close} = await openReady({hash, width: 320, height: 512, ratio: 2});
    await openTwin(page);
    await page.waitForTimeout(500);
    const wide = await page.evaluate(() => {
      const twin = document.getElementById('twin');
      const out = [...twin.querySelectorAll('*')].filter(one => !one.closest('.wide') && (one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1));
      return [twin.scrollWidth > twin.clientWidth, ...out.map(one => one.outerHTML.slice(0, 80))];
    });
    assert.deepEqual(wide, [false]);
    await close();
  }
});
