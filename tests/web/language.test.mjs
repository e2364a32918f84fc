// Languages of the page: what is fetched for each, how the page is marked, and the pointer where panels are mirrored.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {plain} from '../../web/publish/names.mjs';
import {countFrames, idle, launch, open, picture, serve, stateOf, until} from './lib.mjs';

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serve()]); });
after(async () => { await browser?.close(); await server?.close(); });

const OF_LANGUAGES = /assets\/(fonts\/|i18n\/)/;
const fetched = page => page.evaluate(() => performance.getEntriesByType('resource').map(one => new URL(one.name).pathname.replace(/.*(?=assets\/)/, '')))
  .then(names => names.map(plain).filter(name => OF_LANGUAGES.test(name)).sort());
const marks = page => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

test('English fetches no other language; Arabic is fetched when it is chosen, and the page is marked', async () => {
  const {page, errors, outside, close} = await open(browser, server.address, {before: countFrames});
  await idle(page);
  assert.deepEqual(await fetched(page), []);
  assert.deepEqual(await marks(page), ['en', 'ltr']);
  await page.evaluate(() => { location.hash = '#v=1&lang=ar'; });
  await until(page, 'Arabic', state => state.language === 'ar');
  await page.waitForFunction(() => document.querySelector('#twin caption')?.textContent.match(/[\u0600-\u06ff]/));
  await idle(page);
  assert.deepEqual(await marks(page), ['ar', 'rtl']);
  assert.deepEqual(await fetched(page), ['assets/fonts/ar-bold.ttf', 'assets/fonts/ar-regular.ttf', 'assets/i18n/ar.json']);
  await picture(page, 'arabic');
  assert.deepEqual(errors, []);
  assert.deepEqual(outside, []);
  await close();
});

for (const [locale, lang, dir, files] of [
  ['zh-CN', 'zh-CN', 'ltr', ['assets/fonts/zh.ttf', 'assets/i18n/zh.json']],
  ['ru-RU', 'ru', 'ltr', ['assets/fonts/ru-display-bold.ttf', 'assets/i18n/ru.json']],
  ['ar-AE', 'ar', 'rtl', ['assets/fonts/ar-bold.ttf', 'assets/fonts/ar-regular.ttf', 'assets/i18n/ar.json']],
]) {
  test(`a reader whose browser says ${locale} is spoken to in that language, which alone is fetched`, async () => {
    const {page, errors, close} = await open(browser, server.address, {locale, before: countFrames});
    await idle(page);
    assert.equal((await stateOf(page)).language, lang.slice(0, 2));
    assert.deepEqual(await marks(page), [lang, dir]);
    assert.deepEqual(await fetched(page), files);
    assert.deepEqual(errors, []);
    await close();
  });
}

test('where panels are mirrored the map is not: a click picks what is seen under it, a drag moves with the hand', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: '#v=1&lang=ar&lon=54.5&lat=24.1&z=4.5', before: countFrames});
  await page.waitForFunction(() => document.querySelector('#twin caption')?.textContent.match(/[\u0600-\u06ff]/));
  await idle(page);
  const {markers} = await stateOf(page);
  const {x, y} = markers.find(one => one.id === 'al-dhafra-pv2');
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.up();
  await until(page, 'the project under the pointer', state => state.selection === 'al-dhafra-pv2');
  await idle(page);
  const from = (await stateOf(page)).viewpoint.longitude;
  await page.mouse.move(800, 300);
  await page.mouse.down();
  for (let i = 1; i <= 10; ++i) await page.mouse.move(800 + 10 * i, 300);
  await page.waitForTimeout(600);  // held still, so that nothing glides on
  await page.mouse.up();
  await until(page, 'the land to follow the hand to the right', state => state.viewpoint.longitude < from);
  await picture(page, 'arabic-selected');
  assert.deepEqual(errors, []);
  await close();
});

test('Arabic is typed into the search', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: '#v=1&lang=ar', before: countFrames});
  await page.waitForFunction(() => document.querySelector('#twin caption')?.textContent.match(/[\u0600-\u06ff]/));
  await idle(page);
  const all = (await stateOf(page)).listed;
  await page.locator('#canvas').focus();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.id === 'text');
  await page.keyboard.insertText('الظفرة');
  const found = await until(page, 'the query', state => state.query === 'الظفرة' && state.listed < all);
  assert.ok(found.listed >= 1);
  await idle(page);
  await picture(page, 'search-ar');
  await page.keyboard.press('Backspace');
  await until(page, 'one letter less', state => state.query === 'الظفر');
  assert.deepEqual(errors, []);
  await close();
});

test('Arabic and Chinese typed into an English page fetch their faces, not their words', async () => {
  const {page, errors, outside, close} = await open(browser, server.address, {hash: '#v=1', before: countFrames});
  await idle(page);
  await page.locator('#canvas').focus();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.id === 'text');
  const come = faces => page.waitForFunction(count => performance.getEntriesByType('resource').filter(one => /assets\/fonts\//.test(one.name)).length === count, faces);
  await page.keyboard.insertText('الظفرة');
  await come(2);
  await idle(page);
  await picture(page, 'search-ar-in-english');
  await page.keyboard.insertText(' 埃及');
  await come(3);
  await until(page, 'the query', state => state.query === 'الظفرة 埃及');
  await idle(page);
  await picture(page, 'search-zh-in-english');
  assert.deepEqual(await fetched(page), ['assets/fonts/ar-bold.ttf', 'assets/fonts/ar-regular.ttf', 'assets/fonts/zh.ttf']);
  assert.deepEqual(await marks(page), ['en', 'ltr']);
  assert.deepEqual(errors, []);
  assert.deepEqual(outside, []);
  await close();
});

test('hanzi that no text of ours has fetch a larger face when they are typed, and are drawn', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: '#v=1', before: countFrames});
  await idle(page);
  await page.locator('#canvas').focus();
  await page.keyboard.press('/');
  await page.waitForFunction(() => document.activeElement.id === 'text');
  const come = faces => page.waitForFunction(count => performance.getEntriesByType('resource').filter(one => /assets\/fonts\//.test(one.name)).length === count, faces);
  await page.keyboard.insertText('埃及');
  await come(1);
  await idle(page);
  assert.deepEqual(await fetched(page), ['assets/fonts/zh.ttf'], 'our own hanzi need no more');
  await page.keyboard.insertText('猫');
  await come(2);
  await until(page, 'the query', state => state.query === '埃及猫');
  await idle(page);
  await page.keyboard.insertText('虱龘');  // a second one, and one that no face has
  await until(page, 'the query', state => state.query === '埃及猫虱龘');
  await idle(page);
  await picture(page, 'search-typed-hanzi');
  assert.deepEqual(await fetched(page), ['assets/fonts/zh-typed.ttf', 'assets/fonts/zh.ttf']);
  assert.deepEqual(errors, []);
  await close();
});
