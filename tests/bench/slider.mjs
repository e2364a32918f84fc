// How long a frame takes while a slider of the scenario is dragged with every site simulated:  node tests/bench/slider.mjs [SECONDS]
// Needs the page (web/run --build-only) and the browser, as the browser tests do.
import {idle, launch, open, countFrames, serve, stateOf} from '../web/lib.mjs';

const seconds = Number(process.argv[2] ?? 6);
const browser = await launch(), server = await serve();
const {page} = await open(browser, server.address, {hash: '#v=1&panel=scenario', before: countFrames});
await idle(page);

// The panel is scrolled until the sliders are in sight; the first is that of sun and wind.
const [middle, handle] = [1105, 288];
await page.mouse.move(middle, 500);
await page.waitForTimeout(150);
await page.mouse.wheel(0, 700);
await idle(page);

await page.evaluate(() => {
  window.frames = [];
  const next = time => { window.frames.push(time); requestAnimationFrame(next); };
  requestAnimationFrame(next);
});
await page.mouse.move(middle, handle);
await page.mouse.down();
const digests = new Set();
for (const end = Date.now() + 1000 * seconds; Date.now() < end;) {
  await page.mouse.move(middle + 120 * Math.sin(Date.now() / 400), handle);
  await page.waitForTimeout(16);
  digests.add((await stateOf(page)).totals.avoided_t.best);
}
await page.mouse.up();
if (!/weather=/.test((await stateOf(page)).fragment)) throw new Error('the slider of sun and wind was not where it was expected');
const frames = await page.evaluate(() => window.frames);
const spans = frames.slice(1).map((time, i) => time - frames[i]).sort((a, b) => a - b);
const at = share => spans[Math.min(spans.length - 1, Math.floor(share * spans.length))].toFixed(1);
console.log(`${spans.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms; ${digests.size} different totals`);
await browser.close();
await server.close();
