// What a visit costs until the map is there, in bytes (in seconds: tests/bench/slow_line.mjs).
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {plain} from '../../web/publish/names.mjs';
import {serve as serveCompressed} from '../../web/serve.mjs';
import {launch, ready, root, site, watchStart} from './lib.mjs';

const MOST = 600_000;    // bytes, Brotli, to the first map
const GROWTH = 1.02;
const sizes = JSON.parse(fs.readFileSync(path.join(site, '../sizes.json'), 'utf8'));
const kept = JSON.parse(fs.readFileSync(path.join(root, 'tests/web/budget.json'), 'utf8'));

let browser, server;
before(async () => { [browser, server] = await Promise.all([launch(), serveCompressed(site, 0)]); });
after(async () => { await browser?.close(); await server?.close(); });

async function visit() {
  const context = await browser.newContext({viewport: {width: 1280, height: 720}, locale: 'en-GB'});
  const page = await context.newPage();
  await page.addInitScript(watchStart);
  await page.goto(server.address, {waitUntil: 'commit'});
  await page.waitForFunction(() => window.stood, null, {timeout: 60_000});
  const seen = await page.evaluate(() => ({stood: window.stood, files: performance.getEntriesByType('resource')
    .map(({name, startTime, responseEnd, encodedBodySize}) => ({name: new URL(name).pathname.slice(1), startTime, responseEnd, encodedBodySize}))}));
  return {page, ...seen, close: () => context.close()};
}

test('up to the first map a visit fetches the files that the table of sizes counts', async () => {
  const {page, stood, files, close} = await visit();
  const before = files.filter(file => file.startTime < stood).map(file => plain(file.name));
  const uncounted = before.filter(name => !sizes.files.includes(name) && name !== 'greensilk.later.wasm');
  assert.deepEqual(uncounted, [], 'fetched before the first map, and not counted');
  const transferred = files.filter(file => sizes.files.includes(plain(file.name))).reduce((sum, file) => sum + file.encodedBodySize, 0);
  assert.ok(transferred <= sizes['to the first map'], `${transferred} bytes came, ${sizes['to the first map']} are counted`);
  assert.ok(transferred > 0.9 * sizes['to the first map'], `${transferred} bytes came, ${sizes['to the first map']} are counted`);
  await ready(page);
  await close();
});

test('the budget of bytes is kept, and no part grows by more than 2 %', () => {
  assert.ok(sizes['to the first map'] <= MOST, `${sizes['to the first map']} bytes to the first map; the budget is ${MOST}`);
  for (const [part, was] of Object.entries(kept))
    assert.ok(sizes[part] <= GROWTH * was, `${part}: ${sizes[part]} bytes, ${was} before (tests/web/budget.json; say in the commit why it grew)`);
});
