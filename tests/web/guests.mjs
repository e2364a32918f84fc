// The map inside the pages of tests/web/hosts, in any browser: opening one, speaking to the map as its page does, and hearing it.
import assert from 'node:assert/strict';
import {countFrames, open, ready, stateOf} from './lib.mjs';

/// The host page at `address`, and the map in it: in the frame `id`, or in that of the element `id`. `wait`: until it is drawn.
/// `outside` has the requests to other addresses than those in `own`.
export async function visit(browser, address, {id = 'map', wait = true, own = [], ...more} = {}) {
  const opened = await open(browser, address, {width: 800, height: 700, wait: false, before: countFrames, ...more});
  const map = await mapIn(opened.page, id);
  await show(opened.page, id);
  if (wait) await ready(map);
  const foreign = () => opened.outside.filter(url => !own.some(place => url.startsWith(place)) && !/^(data|blob):/.test(url));
  return {...opened, map, foreign};
}

export const mapIn = async (page, id) =>
  (await page.waitForSelector(`iframe#${id}, #${id} iframe`, {state: 'attached'}).then(element => element.contentFrame()));

/// Brings an element into the middle of the window.
export const show = (page, id) => page.evaluate(name => document.getElementById(name).scrollIntoView({block: 'center'}), id);

export const say = (page, message, id = 'map') => page.evaluate(
  ([to, what]) => document.getElementById(to).contentWindow.postMessage(what, '*'), [id, message]);
export const set = (page, fields) => say(page, {type: 'greensilk:set', version: 1, ...fields});

/// All messages of that type that the page has heard from its frames.
export const heard = (page, wanted) => page.evaluate(type => window.heard.map(one => one.data).filter(data => data?.type === type), wanted);

/// Waits for a message of that type which satisfies `fits`, among those after the first `from`.
export async function hears(page, type, fits = () => true, from = 0) {
  for (const end = Date.now() + 45_000; Date.now() < end; await page.waitForTimeout(50)) {
    const found = (await heard(page, type)).slice(from).find(fits);
    if (found) return found;
  }
  assert.fail(`waited in vain for ${type}; heard ${JSON.stringify(await page.evaluate(() => window.heard)).slice(0, 1500)}`);
}

/// The words that came last over the map; they may have gone since.
export const hint = map => map.evaluate(() => document.getElementById('hint').textContent);
export const scrolled = page => page.evaluate(() => Math.round(scrollY));
export const zoom = async map => (await stateOf(map)).viewpoint.zoom;

const frameOf = (page, id) => page.locator(`iframe#${id}, #${id} iframe`);

/// Where the frame is in px of the host's window.
export const boxOf = (page, id = 'map') => frameOf(page, id).boundingBox();

/// The middle of the map in px of the host's window.
export async function middle(page, id = 'map') {
  const box = await boxOf(page, id);
  return [box.x + box.width / 2, box.y + box.height / 2];
}

/// Its own height, as the page has made the frame.
export const tall = (page, id = 'map') => frameOf(page, id).evaluate(frame => frame.offsetHeight);

/// The height that the map asks for at a width, without `aspect` (web/embed-frame.js).
export const wantedHeight = width => Math.round(Math.min(640, Math.max(360, width / (width < 560 ? 0.8 : 1.5))));

/// Whether an element of the map's page is what a reader sees at its middle: nothing lies over it.
export const uncovered = (map, selector) => map.evaluate(wanted => {
  const element = document.querySelector(wanted);
  element.scrollIntoView({block: 'center'});
  const {x, y, width, height} = element.getBoundingClientRect();
  return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
}, selector);

/// The picture that stands before the map: its width in px of its own, 0 where none is seen.
export const poster = map => map.evaluate(async () => {
  const image = document.querySelector('#poster img');
  await image?.decode();
  return image?.checkVisibility() ? image.naturalWidth : 0;
});

/// From a frame that Shift+Tab has just reached: Tab passes it by in one step, and walks inside it from Enter to Escape.
/// `focused`: the id of what has the focus in the host page.
export async function walksByKeys(page, focused) {
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'after', 'passing by is one step');
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'map', 'inside, Tab walks');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  assert.equal(await focused(), 'after');
}
