// Seconds until the picture and the map stand on a slow line (Fast 3G in Chromium's terms), in an empty browser:
//   node tests/bench/slow_line.mjs [ADDRESS_BEHIND_THE_SITE]     such as story/wind-on-the-steppe/1/en.html or '#v=1&lang=zh'
import {serve} from '../../web/serve.mjs';
import {launch, site, watchStart} from '../web/lib.mjs';

const RUNS = 5;
const LINE = {offline: false, latency: 562.5, downloadThroughput: 1.44e6 / 8, uploadThroughput: 0.675e6 / 8};  // ms, bytes/s

const server = await serve(site, 0);
const browser = await launch();
const rows = [];
for (let i = 0; i < RUNS; ++i) {
  const context = await browser.newContext({viewport: {width: 1280, height: 720}, locale: 'en-GB'});
  const page = await context.newPage();
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await line.send('Network.emulateNetworkConditions', LINE);
  await page.addInitScript(watchStart);
  await page.goto(server.address + (process.argv[2] ?? ''), {waitUntil: 'load', timeout: 120_000});
  if (await page.locator('#start').count()) await page.waitForFunction(() => window.stood, null, {timeout: 120_000});
  rows.push(await page.evaluate(() => ({painted: performance.getEntriesByType('paint').at(-1)?.startTime ?? NaN, stood: window.stood ?? NaN,
    bytes: performance.getEntriesByType('resource').reduce((sum, file) => sum + file.encodedBodySize, 0)})));
  await context.close();
}
await browser.close();
await server.close();
const median = of => rows.map(of).sort((a, b) => a - b)[RUNS >> 1];
console.log(`picture ${(median(row => row.painted) / 1000).toFixed(2)} s, first map ${(median(row => row.stood) / 1000).toFixed(2)} s (medians of ${RUNS}); ` +
  `all: ${rows.map(row => `${(row.painted / 1000).toFixed(2)}/${(row.stood / 1000).toFixed(2)}`).join(' ')}`);
