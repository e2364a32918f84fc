// The card of the link: what it copies, and how it closes.
import assert from 'node:assert/strict';
import {after, before, test} from 'node:test';
import {coloursIn, countFrames, idle, launch, open, picture, serve, stateOf, until} from './lib.mjs';

let browser, server;
before(async () => { browser = await launch(); server = await serve(); });
after(async () => { await browser?.close(); await server?.close(); });

const SHARE = [1228, 28];  // at the end of the bar

/// Opens the card by mouse; the keyboard is then on its cross.
async function opened(options = {}) {
  const begun = await open(browser, server.address, {hash: '#v=1&y=2030', before: countFrames, ...options});
  await begun.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await idle(begun.page);
  await begun.page.mouse.move(...SHARE);
  await begun.page.waitForTimeout(120);
  await begun.page.mouse.click(...SHARE);
  await until(begun.page, 'the card', state => state.sharing);
  await idle(begun.page);
  return begun;
}

/// What is on the clipboard after the control that is `tabs` further was pressed.
async function copied(page, tabs) {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  for (let i = 0; i < tabs; ++i) {
    await page.keyboard.press('Tab');
    await page.waitForTimeout(120);
  }
  await page.keyboard.press('Enter');
  let text = '';
  for (const end = Date.now() + 20_000; !text && Date.now() < end; await page.waitForTimeout(100))
    text = await page.evaluate(() => navigator.clipboard.readText());
  return text;
}

test('the card gives the link, the frame in the shape chosen, and the citation; Escape closes it', async () => {
  const {page, errors, close} = await opened();
  await picture(page, 'share');
  const {fragment, digest} = await stateOf(page);
  assert.ok(!fragment.includes('shar'), 'no link opens the card');
  const address = await page.evaluate(() => location.href.split('#')[0]);
  assert.equal(await copied(page, 1), `${address}#${fragment}`);
  for (let i = 0; i < 4; ++i) {  // SVG, PNG, 16:9, 4:3
    await page.keyboard.press('Tab');
    await page.waitForTimeout(120);
  }
  await page.keyboard.press('Enter');
  await idle(page);
  const html = await copied(page, 2);
  const host = await page.context().newPage();  // of the host's, without our policy
  const frame = await host.evaluate(text => {
    const one = new DOMParser().parseFromString(text, 'text/html').querySelector('iframe');
    return {src: one.src, title: one.title, loading: one.getAttribute('loading'), allow: one.allow, style: one.getAttribute('style')};
  }, html);
  await host.close();
  assert.equal(frame.src, `${new URL('embed.html', address)}#${fragment}`);
  assert.match(frame.title, /^Green Silk Road/);
  assert.equal(frame.loading, 'lazy');
  assert.match(frame.allow, /fullscreen/);
  assert.match(frame.style, /width:100%;aspect-ratio:4\/3/);
  assert.match(await copied(page, 1), new RegExp(`digest ${digest}`));
  await picture(page, 'share-end');
  await page.keyboard.press('Escape');
  await until(page, 'the card closed', state => !state.sharing);
  assert.deepEqual(errors, []);
  await close();
});

test('the code is black on white in the dark too, its squares as sharp as the screen', async () => {
  const {page, errors, close} = await opened({hash: '#v=1&theme=dark'});
  await picture(page, 'share-dark');
  assert.equal(await coloursIn(page, {x: 420, y: 320, width: 60, height: 60}), 2);
  assert.deepEqual(errors, []);
  await close();
});
