// The pages that stand before the program: each whole by itself, without scripts too, and nothing heavy before it is wanted.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {launch, native, noticeOf, open, ready, root, serve} from './lib.mjs';
import {nearest, placesOf} from '../../web/nearest.mjs';

const site = path.resolve(process.env.GREENSILK_SITE ?? path.join(root, 'build/web/site'));
const LANGUAGES = {en: 'en', zh: 'zh-CN', ru: 'ru', ar: 'ar'};
const HEAVY = /greensilk(-[0-9a-f]{8})?(\.later)?\.(mjs|wasm|data)|\.pack/;

let browser, server;
before(async () => { browser = await launch(); server = await serve(); });
after(async () => { await browser?.close(); await server?.close(); });

const stories = fs.readdirSync(path.join(root, 'data/stories')).filter(name => name.endsWith('.json'))
  .map(name => JSON.parse(fs.readFileSync(path.join(root, 'data/stories', name), 'utf8')));
const steps = stories.flatMap(({id, steps: all}) => all.map((_, i) => ({id, step: i, folder: `story/${id}/${i + 1}/`})));
const folders = [...steps.map(({folder}) => folder), 'figures/'];
const read = file => fs.readFileSync(path.join(site, file), 'utf8');

const plain = html => html.replace(/<style>.*?<\/style>/gs, '').replace(/<[^>]*>/g, '').replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code));
/// The rows of a page's table, as text.
const rowsOf = html => [...html.match(/<tbody>(.*?)<\/tbody>/s)[1].matchAll(/<tr>(.*?)<\/tr>/gs)]
  .map(([, row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => plain(cell)));

test('each step has a page in every language and theme, whole by itself', () => {
  for (const folder of folders) {
    for (const [language, mark] of Object.entries(LANGUAGES)) {
      for (const suffix of ['', '-dark']) {
        const name = `${folder}${language}${suffix}.html`, html = read(name);
        assert.match(html, new RegExp(`<html lang="${mark}" dir="${language === 'ar' ? 'rtl' : 'ltr'}" data-theme="${suffix ? 'dark' : 'light'}">`), name);
        assert.equal(html.match(/<h1>/g).length, 1, name);
        assert.equal(html.match(/<table>/g).length, 1, name);
        for (const tag of ['<title>', 'name="description"', 'rel="canonical"', 'property="og:title"', 'property="og:description"', 'property="og:url"',
          'property="og:image"', 'name="twitter:card"', 'name="twitter:image"', 'type="application/json+oembed"', 'hreflang="x-default"']) {
          assert.equal(html.split(tag).length, 2, `${name}: ${tag}`);
        }
        assert.match(html, /src="data:image\/webp;base64,[A-Za-z0-9+/=]+"/, name);
        assert.doesNotMatch(plain(html), /\{|undefined|NaN|\[object/, name);
      }
    }
  }
});

test('what a page names is there', () => {
  for (const folder of folders) {
    for (const language of Object.keys(LANGUAGES)) {
      const name = `${folder}${language}.html`;
      for (const [, link] of read(name).matchAll(/(?:href|src)="([^":]+?)(?:#[^"]*)?"/g)) {
        const file = path.join(site, folder, link);
        assert.ok(fs.existsSync(file), `${name} names ${link}`);
      }
      const answer = JSON.parse(read(`${folder}${language}.oembed.json`));
      assert.equal(answer.version, '1.0');
      assert.equal(answer.type, 'rich');
      assert.match(answer.html, /^<iframe src="[^"]*embed\.html#v=1[^"]*" title="[^"]+"/);
    }
  }
  for (const {id, step} of steps)
    for (const suffix of ['', '-dark']) assert.ok(fs.existsSync(path.join(site, `poster/${id}-${step + 1}${suffix}.webp`)), `${id} ${step}`);
});

/// [width, height] of a JPEG in px.
function sizeOfJpeg(bytes, name) {
  assert.equal(bytes.readUInt16BE(0), 0xffd8, `${name}: no JPEG`);
  let at = 2;
  while (![0xffc0, 0xffc2].includes(bytes.readUInt16BE(at))) at += 2 + bytes.readUInt16BE(at + 2);
  return [bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5)];
}

test('a picture to share is a JPEG of the size that its page says, in one theme, and light', () => {
  for (const folder of folders) {
    for (const language of Object.keys(LANGUAGES)) {
      const name = `${folder}share-${language}.jpg`, bytes = fs.readFileSync(path.join(site, name));
      for (const suffix of ['', '-dark']) {
        const html = read(`${folder}${language}${suffix}.html`), said = property => html.match(new RegExp(`"${property}" content="([^"]*)"`))[1];
        assert.equal(said('og:image:type'), 'image/jpeg');
        assert.deepEqual(sizeOfJpeg(bytes, name), ['width', 'height'].map(side => Number(said(`og:image:${side}`))), name);
        for (const property of ['og:image', 'twitter:image']) assert.ok(said(property).endsWith(`share-${language}.jpg`), `${folder}${language}${suffix}: ${property}`);
      }
      assert.ok(bytes.length <= 115_000, `${name}: ${bytes.length} B`);
    }
  }
  const all = fs.readdirSync(site, {recursive: true}).map(String).filter(name => name.endsWith('.jpg'));
  assert.equal(all.length, folders.length * Object.keys(LANGUAGES).length, 'pictures that no page shows');
});

test('the two pages of the map have the same parts for the program, and no place in them is left open', () => {
  const [map, embedded] = ['index.html', 'embed.html'].map(read);
  const parts = html => html.slice(html.indexOf('<header>'), html.indexOf('<p id="loaded">'));
  for (const id of ['readable', 'canvas', 'text', 'twin', 'start', 'poster', 'progress']) assert.ok(parts(map).includes(`id="${id}"`), id);
  assert.equal(parts(embedded), parts(map));
  for (const html of [map, embedded]) {
    assert.equal(html.match(/<!--/g), null, 'a place is left open');
    for (const [, id] of html.matchAll(/\sid="([^"]+)"/g)) assert.equal(html.split(` id="${id}"`).length, 2, `${id} stands twice`);
  }
});

test('a page is small enough for a slow line', async () => {
  const zlib = await import('node:zlib');
  for (const folder of folders) {
    for (const language of Object.keys(LANGUAGES)) {
      const bytes = zlib.brotliCompressSync(read(`${folder}${language}.html`), {params: {[zlib.constants.BROTLI_PARAM_QUALITY]: 5}}).length;
      assert.ok(bytes <= 48_000, `${folder}${language}.html: ${bytes} B`);
    }
  }
});

test('a page\'s figures are the command line\'s, and its link opens what they are of', () => {
  for (const language of ['en', 'ar']) {
    const said = JSON.parse(execFileSync(native, ['figures', '--json', '--lang', language, '--story', 'sun-over-the-desert'], {encoding: 'utf8'}));
    said.forEach((view, step) => {
      const html = read(`story/sun-over-the-desert/${step + 1}/${language}.html`);
      assert.deepEqual(rowsOf(html), view.table.rows);
      assert.ok(plain(html).includes(view.text));
      const link = html.match(/index\.html#([^"]*)"/)[1].replace(/&#38;/g, '&');
      const [again] = JSON.parse(execFileSync(native, ['figures', '--json', link], {encoding: 'utf8'}));
      assert.equal(again.digest, view.digest);
      assert.deepEqual(again.table, view.table);
    });
  }
});

test('pictures drawn in one go are those drawn one by one', t => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-pictures-'));
  t.after(() => fs.rmSync(folder, {recursive: true}));
  const shots = [['light', 'zh', 'v=1&p=ortho&lon=54.5&lat=22&z=2.4&sel=project:al-dhafra-pv2&y=2026&on=night'], ['dark', 'en', 'v=1&y=2040'],
    ['light', 'ar', 'v=1&p=lcc_eurasia&c=67&lon=67&lat=44.5&z=3&y=2026&on=countries']].map(([theme, lang, link], i) => ({theme, lang, link, output: path.join(folder, `${i}.png`)}));
  execFileSync(native, ['render', '--size', '640x360', '--batch', '-'], {input: JSON.stringify(shots)});
  for (const {theme, lang, link, output} of shots) {
    const alone = execFileSync(native, ['render', '--size', '640x360', '--theme', theme, '--lang', lang, '-o', '-', link], {maxBuffer: 1 << 24});
    assert.ok(alone.equals(fs.readFileSync(output)), `${lang}: another picture`);
  }
});

test('without JavaScript a page shows its poster and its table, and its link leads to the map', async () => {
  const {page, errors, close} = await open(browser, server.address, {hash: 'story/sun-over-the-desert/1/ar.html', wait: false, javaScriptEnabled: false});
  assert.ok(await page.locator('img').evaluate(image => image.complete && image.naturalWidth) >= 800);
  assert.equal(await page.locator('table').isVisible(), true);
  await page.click('.open');
  assert.match(page.url(), /index\.html#v=1/);
  assert.deepEqual(errors, []);
  await close();
});

test('without JavaScript the map\'s own page shows a poster and figures', async () => {
  const {page, close} = await open(browser, server.address, {wait: false, javaScriptEnabled: false});
  assert.ok(await page.locator('#poster img').evaluate(image => image.naturalWidth) > 0);
  assert.equal(await page.locator('.figures table').first().isVisible(), true);
  await close();
});

test('start=click loads nothing heavy until the button is pressed, then the map', async () => {
  const context = await browser.newContext({viewport: {width: 1280, height: 720}, locale: 'ru-RU'});
  const page = await context.newPage(), heavy = [];
  page.on('request', request => { if (HEAVY.test(request.url())) heavy.push(request.url()); });
  await page.goto(`${server.address}index.html?start=click`);
  await page.getByRole('button', {name: 'Открыть карту'}).waitFor();
  await page.waitForTimeout(1000);
  assert.deepEqual(heavy, []);
  await page.click('#open');
  await ready(page);
  assert.ok(heavy.length >= 3);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'canvas');
  await context.close();
});

test('start=visible waits until the frame is seen; the link is the program\'s without it', async () => {
  const host = await serve({replace: {'story.mjs': () => Buffer.from('')}});
  const context = await browser.newContext({viewport: {width: 800, height: 600}});
  const page = await context.newPage(), heavy = [];
  page.on('request', request => { if (HEAVY.test(request.url())) heavy.push(request.url()); });
  await page.goto(`${host.address}figures/en.html`);
  await page.evaluate(() => {
    const frame = Object.assign(document.createElement('iframe'), {src: '../index.html#v=1&start=visible'});
    frame.style.cssText = 'display: block; margin-top: 4000px; width: 600px; height: 400px';
    document.body.append(frame);
  });
  await page.waitForTimeout(1500);
  assert.deepEqual(heavy, []);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  await page.waitForRequest(HEAVY, {timeout: 20_000}).catch(() => {});
  assert.ok(heavy.length > 0, 'it does not start when it is seen');
  assert.equal(page.frames()[1].url().includes('start='), false);
  await context.close();
  await host.close();
});

for (const [what, options, before] of [['WebAssembly', {}, () => { WebAssembly.validate = () => false; }], ['WebGL 2', {gl: false}, undefined]]) {
  test(`without ${what} the poster and the figures stay, and a sentence says why`, async t => {
    const lacking = await launch(options);
    t.after(() => lacking.close());
    const {page, close} = await open(lacking, server.address, {hash: '#v=1&story=sun-over-the-desert&step=0', wait: false, before});
    await page.waitForSelector('#notice:not([hidden])');
    assert.match(await noticeOf(page), new RegExp(`needs ${what}`));
    await page.waitForSelector('.figures table');
    assert.match(await page.locator('.figures table').innerText(), /Al Dhafra/);
    assert.match(await page.locator('#poster img').evaluate(image => image.currentSrc), /poster\/sun-over-the-desert-1\.webp/);
    const [poster, notice] = await Promise.all(['#poster img', '#notice'].map(one => page.locator(one).boundingBox()));
    assert.ok(poster.y + poster.height / 2 < notice.y, 'the message covers the poster');
    await close();
  });
}

test('any other link gets the nearest poster', () => {
  const rows = [['sun', 0, 'project:a', 54, 22, 2.4], ['sun', 1, 'project:a', 53, 24, 3.4], ['wind', 0, '', 67, 44, 3]];
  assert.deepEqual(placesOf(nearest('#v=1&story=wind&step=0&z=9', rows)).poster, 'poster/wind-1');
  assert.deepEqual(placesOf(nearest('#v=1&lon=53.5&lat=24&z=3.3&sel=project:a', rows)).poster, 'poster/sun-2');
  assert.deepEqual(placesOf(nearest('#v=1&lon=-70&lat=-30&z=3', rows)).poster, 'poster/home');
  assert.deepEqual(placesOf(nearest('#v=1&sel=project:a', rows)).poster, 'poster/sun-1');
  assert.deepEqual(placesOf(nearest('', rows)), {poster: 'poster/home', pages: 'figures/'});
});
