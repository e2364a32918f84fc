// How long a frame takes while a slider of the scenario is dragged with every site simulated:  node tests/bench/slider.mjs [SECONDS]
// Needs the page (web/run --build-only) and the browser, as the browser tests do.
import {idle, launch, open, countFrames, serve, stateOf} from '../web/lib.mjs';

const seconds = Number(process.argv[2] ?? 6);
const browser = await launch(), server = await serve();
const {page} = await open(browser, server.address, {hash: '#v=1&panel=scenario', before: countFrames});
await idle(page);

// The panel is scrolled until the sliders are in sight; the first of them lies where a press changes the weather.
await page.mouse.move(200, 500);
let handle = null;
for (let scroll = 0; !handle && scroll < 12; ++scroll) {
  for (let y = 640; !handle && y > 200; y -= 12) {
    await page.mouse.click(200, y);
    await page.waitForTimeout(60);
    if (/weather=/.test((await stateOf(page)).fragment)) handle = y;
  }
  if (!handle) await page.mouse.wheel(0, 120), await page.waitForTimeout(300);
}
if (!handle) throw new Error('no slider of the weather was found in the panel');

await page.evaluate(() => {
  window.frames = [];
  const next = time => { window.frames.push(time); requestAnimationFrame(next); };
  requestAnimationFrame(next);
});
await page.mouse.move(200, handle);
await page.mouse.down();
const digests = new Set();
for (const end = Date.now() + 1000 * seconds; Date.now() < end;) {
  await page.mouse.move(200 + 120 * Math.sin(Date.now() / 400), handle);
  await page.waitForTimeout(16);
  digests.add((await stateOf(page)).totals.avoided_t.best);
}
await page.mouse.up();
const frames = await page.evaluate(() => window.frames);
const spans = frames.slice(1).map((time, i) => time - frames[i]).sort((a, b) => a - b);
const at = share => spans[Math.min(spans.length - 1, Math.floor(share * spans.length))].toFixed(1);
console.log(`${spans.length} frames, median ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms; ${digests.size} different totals`);
await browser.close();
await server.close();
