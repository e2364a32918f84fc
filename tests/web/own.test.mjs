// A reader's own data: a file dropped on the page is shown, joins only when the person says so, leaves no other trace, and goes.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {countFrames, drop, idle, launch, native, open, picture, serve, stateOf, until} from './lib.mjs';

const MINE = 'Project;Type;Lat;Lon;Capacity (MW);Status\nMine, in the desert;Solar;23,5;53;500;operating\n' +
  'Bad row;Solar;240;54,6;500;operating\nOn the steppe;Wind;43,6;69,9;100;operating\n';
const LINE = '{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"LineString","coordinates":[[54,24],[55,25],[56,25]]},"properties":{"name":"My line","gauge_mm":1435}}]}';
let browser, server;
before(async () => { browser = await launch(); server = await serve(); });
after(async () => { await browser?.close(); await server?.close(); });

/// Clicks down (or up) the left edge of the panel, where only one button has an effect, until it has had it.
async function press(page, from, to, done) {
  const step = from < to ? 12 : -12;
  for (let y = from; (to - y) * step > 0; y += step) {
    await page.mouse.move(985, y);
    await page.mouse.click(985, y);
    await page.waitForTimeout(120);
    if (done(await stateOf(page))) return;
  }
  assert.fail('no button there does that');
}
const add = page => press(page, 170, 330, state => state.own.dropped === null);
const remove = page => press(page, 480, 220, state => state.own.joined.projects === 0);

test('a dropped file is shown with its bad row, joins on a click, and nothing leaves the machine', async () => {
  const {page, errors, outside, close} = await open(browser, server.address, {hash: '#v=1&y=2027&lon=53&lat=23.5&z=6', before: countFrames});
  const first = await stateOf(page);
  await idle(page);
  const requests = [];
  page.on('request', request => requests.push(request.url()));
  assert.equal(await drop(page, [['mine.csv', MINE]]), true, 'the page takes files');
  const shown = await until(page, 'the file to be read', state => state.own.dropped);
  assert.deepEqual(shown.own.dropped, {projects: 2, lines: 0, problems: 1});
  assert.equal(shown.own.joined.projects, 0);
  assert.equal(shown.digest, first.digest, 'nothing joins before the person says so');
  await idle(page);
  await picture(page, 'own-dropped');

  await add(page);
  const joined = await until(page, 'the rows on the map', state => state.own.joined.projects === 2 && !state.own.joining && state.digest !== '', 60_000);
  assert.notEqual(joined.digest, first.digest);
  assert.equal(joined.year, 2027);
  assert.equal(joined.shown.projects, first.shown.projects + 2, 'they are in the total of the list');
  assert.deepEqual(joined.totals, first.totals, 'and in no other');
  assert.ok(joined.markers.some(marker => marker.id === 'own-mine-in-the-desert'));
  await idle(page);
  await picture(page, 'own-joined');

  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-own-'));
  fs.writeFileSync(path.join(folder, 'mine.csv'), MINE);
  const desktop = JSON.parse(execFileSync(native, ['simulate', '--format', 'json', '--year', '2027', '--own', path.join(folder, 'mine.csv')],
    {maxBuffer: 1 << 28, stdio: ['ignore', 'pipe', 'ignore']}));
  assert.equal(joined.digest, desktop.digest, 'the same as the desktop program\'s, to the last bit');
  assert.deepEqual(requests.filter(url => !url.startsWith(server.address)), []);
  assert.deepEqual(requests.filter(url => !/\.(bin|csv|ttf|pack|svg)$/.test(url)), [], 'no request carries anything');
  assert.deepEqual(outside, []);
  assert.deepEqual(errors, []);
  await close();
});

test('files that are chosen together come together; lines join too, and removing them brings the old figures back', async () => {
  const {page, close} = await open(browser, server.address, {before: countFrames});
  const first = await stateOf(page);
  await page.setInputFiles('#file', [{name: 'mine.csv', mimeType: 'text/csv', buffer: Buffer.from(MINE)},
    {name: 'line.geojson', mimeType: 'application/json', buffer: Buffer.from(LINE)}]);
  const shown = await until(page, 'both files', state => state.own.dropped);
  assert.deepEqual(shown.own.dropped, {projects: 2, lines: 1, problems: 1});
  await idle(page);
  await add(page);
  const joined = await until(page, 'the rows on the map', state => state.own.joined.lines === 1 && !state.own.joining && state.digest !== '', 60_000);
  await idle(page);
  await remove(page);
  const back = await until(page, 'the old figures', state => state.own.joined.lines === 0 && !state.own.joining && state.digest !== '', 60_000);
  assert.notEqual(joined.digest, first.digest);
  assert.equal(back.digest, first.digest);
  assert.equal(back.data_version, first.data_version);
  await close();
});

test('a file that is too large or no table is refused in words, and the page stays', async () => {
  const {page, close} = await open(browser, server.address, {before: countFrames});
  await drop(page, [['big.csv', 'x'.repeat(10_000_001)]]);
  const shown = await until(page, 'the refusal', state => state.own.dropped);
  assert.deepEqual(shown.own.dropped, {projects: 0, lines: 0, problems: 1});
  await idle(page);
  await picture(page, 'own-refused');
  await close();
});
