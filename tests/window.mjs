// The desktop window, as a person uses it: a real window under Xvfb, a real mouse and real keys.
//   node tests/window.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';
import {broken} from './rules.mjs';
import {screen} from './screen.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk'));
const PATIENCE = 30_000;  // ms
// Nothing of the person's own is read or written.
const HOME = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-window-'));
const XDG = Object.fromEntries(['CONFIG', 'STATE'].map(name => [`XDG_${name}_HOME`, path.join(HOME, name)]));
const pause = ms => new Promise(done => setTimeout(done, ms));

/// The program with a link, or other arguments; `until` waits for a state that satisfies a condition.
function start(display, ...words) {
  const program = spawn(PROGRAM, words, {env: {...process.env, ...XDG, DISPLAY: display, GREENSILK_TELL: '1', LANG: 'C.UTF-8', SDL_VIDEODRIVER: 'x11'},
    stdio: ['ignore', 'pipe', 'inherit']});
  let state = null;
  readline.createInterface({input: program.stdout}).on('line', line => {
    const told = JSON.parse(line);
    if (told.type === 'state') state = told;
  });
  const until = async (what, wanted) => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(50)) if (state && wanted(state)) return state;
    throw new Error(`waited in vain for ${what}; the state is ${JSON.stringify(state)?.slice(0, 600)}`);
  };
  const hand = (...moves) => spawnSync('xdotool', moves.map(String), {env: {...process.env, DISPLAY: display}});
  return {until, hand, close: () => new Promise(done => { program.once('exit', done); program.kill(); })};
}

const reference = (year = 2026) => {
  const done = spawnSync(PROGRAM, ['simulate', '--format', 'json', '--year', String(year)], {encoding: 'utf8', maxBuffer: 1 << 26});
  return JSON.parse(done.stdout).digest;
};

const expect = (what, truth, found) => {
  if (!truth) throw new Error(`expected ${what}, found ${JSON.stringify(found)}`);
};

const rules = {
  'a click on Al Dhafra shows its saving; projection and year change; the link brings the same back': async display => {
    const window = start(display, 'v=1&lon=54.5&lat=24.1&z=4');
    const first = await window.until('the whole results', s => s.digest !== '');
    expect('the digest of the command line', first.digest === reference(), first.digest);
    const marker = first.markers.find(m => m.id === 'al-dhafra-pv2');
    expect('Al Dhafra on the map', marker, first.markers.map(m => m.id));
    await pause(500);
    window.hand('mousemove', Math.round(marker.x), Math.round(marker.y), 'sleep', 0.2, 'click', 1);
    const picked = await window.until('the selection', s => s.selection === 'al-dhafra-pv2');
    expect('a simulated saving with its range', picked.selected.avoided_t.low < picked.selected.avoided_t.best &&
      picked.selected.avoided_t.best < picked.selected.avoided_t.high, picked.selected);
    expect('the reported 2.4 Mt', picked.selected.reported_t === 2.4e6, picked.selected);

    // The list of projections under the map: open it, one down, choose.
    window.hand('mousemove', 735, 760, 'sleep', 0.2, 'click', 1, 'sleep', 0.5, 'key', 'Down', 'sleep', 0.3, 'key', 'Return');
    await window.until('another projection', s => s.projection !== 'equal_earth');
    // The chart of years: a press on 2020.
    window.hand('mousemove', 327, 740, 'sleep', 0.2, 'mousedown', 1, 'sleep', 0.3, 'mouseup', 1);
    const changed = await window.until('another year', s => s.year !== 2026);
    expect('another digest', changed.digest !== first.digest && changed.digest === reference(changed.year), changed.digest);
    await window.close();

    const again = start(display, changed.fragment);
    const back = await again.until('the whole results of the link', s => s.digest !== '');
    for (const part of ['selection', 'projection', 'year', 'digest'])
      expect(`the same ${part}: ${changed[part]}`, back[part] === changed[part], back[part]);
    expect('the same saving', JSON.stringify(back.selected) === JSON.stringify(changed.selected), back.selected);
    await again.close();
  },
  'keys alone: a slash begins the search, Escape ends it, plus zooms in': async display => {
    const window = start(display, 'v=1');
    const first = await window.until('the whole results', s => s.digest !== '');
    await pause(500);
    window.hand('mousemove', 500, 600, 'key', 'slash', 'sleep', 2, 'type', '--delay', 60, 'dhafra');
    const found = await window.until('the query', s => s.query === 'dhafra');
    expect('fewer projects than all', found.listed >= 1 && found.listed < first.listed, found.listed);
    window.hand('key', 'Escape', 'sleep', 0.4, 'key', 'Escape');
    await window.until('no query', s => s.query === '');
    window.hand('key', 'equal');
    await window.until('a nearer view', s => s.viewpoint.zoom > first.viewpoint.zoom + 0.3);
    await window.close();
  },
  'the laboratory opens by its key, follows the pointer, a held slider runs it again, and its link brings it back': async display => {
    const window = start(display, 'v=1&line=khorgos_almaty');
    await window.until('the whole results', s => s.digest !== '');
    await pause(500);
    window.hand('mousemove', 500, 400, 'sleep', 0.2, 'key', 'l');
    const opened = await window.until('runs', s => s.laboratory && s.laboratory.runs.length >= 3 && s.laboratory.train_at);
    expect('the line of the link', opened.laboratory.line === 'khorgos_almaty', opened.laboratory.line);
    await pause(1500);  // the flight to the line
    window.hand('mousemove', 300, 600, 'sleep', 0.2, 'mousemove', 320, 600);
    const left = await window.until('another place', s => s.laboratory.at_km !== opened.laboratory.at_km);
    window.hand('mousemove', 600, 600, 'sleep', 0.2, 'mousemove', 620, 600);
    const right = await window.until('a place further on', s => s.laboratory.at_km > left.laboratory.at_km + 20);
    expect('the train to have moved on the map', right.laboratory.train_at.x !== left.laboratory.train_at.x, right.laboratory.train_at);
    window.hand('mousemove', 150, 173, 'mousedown', 1, 'sleep', 0.3, 'mousemove', 240, 173, 'sleep', 0.3);
    const held = await window.until('a coarse run', s => s.laboratory.preview);
    window.hand('mouseup', 1);
    const done = await window.until('the full run', s => !s.laboratory.preview && s.laboratory.digest !== opened.laboratory.digest);
    expect('another load', done.laboratory.runs[0].trailing_t !== opened.laboratory.runs[0].trailing_t, held.laboratory.runs[0].trailing_t);
    window.hand('key', 'l');
    await window.until('the map', s => s.laboratory === null);
    await window.close();
    const again = start(display, done.fragment);
    const back = await again.until('the laboratory of the link', s => s.laboratory);
    expect('the same digest', back.laboratory.digest === done.laboratory.digest, back.laboratory.digest);
    await again.close();
  },
  'an embed has a card, years and a zoom for the keyboard, and no panels': async display => {
    const window = start(display, '--embed', 'v=1&lon=54.5&lat=24.1&z=4&panel=about');
    const left = 280, top = 160;  // a window of 720 x 480 in the middle of the screen
    const first = await window.until('the whole results', s => s.digest !== '');
    expect('no panel in the link', !first.fragment.includes('panel='), first.fragment);
    const marker = first.markers.find(m => m.id === 'al-dhafra-pv2');
    expect('Al Dhafra on the map', marker, first.markers.map(m => m.id));
    await pause(500);
    window.hand('mousemove', left + Math.round(marker.x), top + Math.round(marker.y), 'sleep', 0.2, 'click', 1);
    await window.until('the selection', s => s.selection === 'al-dhafra-pv2');
    window.hand('key', 'Escape');
    const before = await window.until('no selection', s => s.selection === '');
    window.hand('key', 'Tab', 'sleep', 0.3, 'key', 'space');
    await window.until('a nearer view', s => s.viewpoint.zoom > before.viewpoint.zoom + 0.3);
    window.hand('mousemove', left + 228, top + 454, 'sleep', 0.2, 'mousedown', 1, 'sleep', 0.3, 'mouseup', 1);
    const earlier = await window.until('another year', s => s.year !== first.year);
    expect('a year near 2020', Math.abs(earlier.year - 2020) <= 3, earlier.year);
    await window.close();
  },
};

const shown = await screen();
const failed = await broken(rules, check => check(shown.display));
shown.close();
fs.rmSync(HOME, {recursive: true});
process.exit(failed ? 1 : 0);
