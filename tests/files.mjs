// Files of the desktop program: sessions, what is kept when it is killed, dialogs, and the places where things are written.
//   node tests/files.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
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
const PATIENCE = 40_000;  // ms
const SCRATCH = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-files-'));
const running = new Set();  // programs, so that a rule that breaks leaves none behind
const pause = ms => new Promise(done => setTimeout(done, ms));

const expect = (what, truth, found) => {
  if (!truth) throw new Error(`expected ${what}, found ${JSON.stringify(found)?.slice(0, 600)}`);
};

/// A home of its own with the usual folders of XDG.
function home() {
  const folder = fs.mkdtempSync(path.join(SCRATCH, 'home-'));
  const xdg = {XDG_CONFIG_HOME: path.join(folder, 'config'), XDG_STATE_HOME: path.join(folder, 'state'), XDG_CACHE_HOME: path.join(folder, 'cache')};
  // Dialogs come from zenity: there is no desktop with a portal here.
  const env = {...process.env, HOME: folder, ...xdg, XDG_DOWNLOAD_DIR: '', DBUS_SESSION_BUS_ADDRESS: '', XDG_RUNTIME_DIR: folder};
  return {folder, env, autosave: path.join(xdg.XDG_STATE_HOME, 'greensilk/autosave'), recent: path.join(xdg.XDG_CONFIG_HOME, 'greensilk/recent')};
}

/// The window of one program; `env` as a home gives it.
function start(display, env, ...words) {
  const all = {...env, DISPLAY: display, GREENSILK_TELL: '1', LANG: 'C.UTF-8', SDL_VIDEODRIVER: 'x11'};
  const program = spawn(PROGRAM, words, {env: all, stdio: ['ignore', 'pipe', 'inherit']});
  running.add(program);
  const ended = new Promise(done => program.once('exit', () => { running.delete(program); done(); }));
  const told = [], messages = [];
  readline.createInterface({input: program.stdout}).on('line', line => {
    let one;
    try { one = JSON.parse(line); } catch { return; }  // cut by a kill
    if (one.type === 'state') told.push({...one, at: Date.now()});
    if (one.message) messages.push(one.message);
  });
  const until = async (what, wanted) => {
    for (const end = Date.now() + PATIENCE; Date.now() < end; await pause(30)) {
      const found = wanted(told.at(-1));
      if (found) return found === true ? told.at(-1) : found;
    }
    throw new Error(`waited in vain for ${what}; the state is ${JSON.stringify(told.at(-1))?.slice(0, 400)}; said: ${messages.join(' | ')}`);
  };
  const hand = (...moves) => String(spawnSync('xdotool', moves.map(String), {env: all, encoding: 'utf8'}).stdout).trim();
  const title = () => hand('search', '--onlyvisible', '--pid', program.pid).split('\n')[0];
  const titled = () => { const id = title(); return id ? hand('getwindowname', id) : ''; };
  const focus = () => hand('windowfocus', '--sync', title());
  const end = how => { program.kill(how); return ended; };
  /// Waits for the window of a dialog, types a path into it, or nothing and goes away.
  const dialog = async (name, text) => {
    const id = await until(`the dialog "${name}"`, () => hand('search', '--onlyvisible', '--name', `^${name}$`).split('\n')[0]);
    await pause(600);
    hand('windowfocus', '--sync', id);
    if (name.startsWith('Save')) hand('key', 'ctrl+a');
    if (text) hand('type', '--delay', 30, text);
    await pause(500);
    hand('key', text ? 'Return' : 'Escape');
    await until('the dialog to be gone', () => !hand('search', '--onlyvisible', '--name', `^${name}$`));
    focus();
    await pause(200);
  };
  return {until, hand, focus, titled, dialog, told, messages, close: () => end('SIGTERM'), kill: () => end('SIGKILL'), ended};
}

const ROWS = 'name,technology,latitude,longitude,capacity_mw\nÉtoile du Sud,solar_pv,24.2,55.1,120\n"Wind, steppe",wind_onshore,51.1,71.4,90\n';
/// A session as somebody else's program might write it: two rows of the reader's, one step of a story, a scenario with a name.
const session = (more = {}) => JSON.stringify({greensilk: 1, link: 'v=1&lon=60&lat=30&z=3&lang=en', own: [{name: 'mine.csv', text: ROWS}],
  views: ['v=1&z=4'], scenarios: [{name: 'Late', link: 'v=1&y=2045'}], ...more});

const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));  // throws where it is not whole
const kept = at => fs.existsSync(at.autosave) ? fs.readdirSync(at.autosave).filter(name => /^[^.].*\.greensilk$/.test(name)).map(name => path.join(at.autosave, name)) : [];
const last_kept = at => kept(at).sort((a, b) => fs.statSync(b).mtimeMs - fs.statSync(a).mtimeMs)[0];
const zoom_of = link => Number(link.match(/(?:^|&)z=([^&]+)/)?.[1]);
const without_language = link => link.replace('&lang=en', '');
const ready = s => s && s.digest !== '' && !s.own?.joining;
const with_rows = s => ready(s) && s.own.joined.projects === 2;
const files_below = folder => fs.readdirSync(folder, {withFileTypes: true}).flatMap(e => e.isDirectory() ? files_below(path.join(folder, e.name)) : [path.join(folder, e.name)]);

/// ms that a small file takes to be safe on the disk now.
function to_disk(folder) {
  const began = Date.now(), file = fs.openSync(path.join(folder, 'probe'), 'w');
  fs.writeSync(file, 'x'.repeat(4096));
  fs.fsyncSync(file);
  fs.closeSync(file);
  return Date.now() - began;
}

/// The window with such a session, in which the view is another than in its file.
async function changed_session(display, env, file) {
  fs.writeFileSync(file, session());
  const window = start(display, env, file);
  await window.until('the rows', with_rows);
  window.focus();
  window.hand('mousemove', 500, 450, 'key', 'equal');
  await window.until('a change', () => window.titled().startsWith('•'));
  return window;
}

const rules = {
  'a session opens by its name, is changed, saved, and opened again with all that was in it': async display => {
    const at = home(), file = path.join(at.folder, 'my own.greensilk');
    fs.writeFileSync(file, session());
    const window = start(display, at.env, file);
    const first = await window.until('the rows of the session', with_rows);
    expect('the view of the session', without_language(read(file).link) === first.fragment, first.fragment);
    await window.until('its name in the title', () => window.titled() === 'my own – Green Silk Road');
    window.focus();
    window.hand('mousemove', 500, 450, 'key', 'equal');
    await window.until('a dot in the title', () => window.titled() === '• my own – Green Silk Road');
    await window.until('a nearer view', s => s.viewpoint.zoom > 3.3);
    await pause(1500);
    window.hand('key', 'ctrl+s');
    await window.until('no dot in the title', () => window.titled() === 'my own – Green Silk Road');
    const saved = read(file);
    expect('the rows as they were', saved.own?.[0]?.text === ROWS && saved.own[0].name === 'mine.csv', saved.own);
    expect('the nearer view', zoom_of(saved.link) > 3.3, saved.link);
    expect('the step of the story and the scenario', saved.views?.[0] === 'v=1&z=4' && saved.scenarios?.[0]?.name === 'Late', saved);
    expect('nothing of this machine in it', !('file' in saved) && !('changed' in saved), Object.keys(saved));
    await window.close();

    const again = start(display, at.env);  // the last session
    const back = await again.until('the rows of the last session', with_rows);
    expect('the view that was saved', back.fragment === without_language(saved.link), back.fragment);
    expect('its name and no dot', again.titled() === 'my own – Green Silk Road', again.titled());
    await again.close();

    fs.writeFileSync(file, session({link: 'v=1&lon=10&lat=50&z=5&lang=en'}));  // by a colleague
    const third = start(display, at.env);
    const newer = await third.until('the rows of the file', with_rows);
    expect('the view that the file has now', newer.fragment === 'v=1&lon=10&lat=50&z=5', newer.fragment);
    await third.close();
  },

  'dialogs: save under a name that is typed, begin anew, open it again; what has no ending gets one': async display => {
    const at = home(), file = path.join(at.folder, 'first.greensilk'), second = path.join(at.folder, 'second');
    fs.writeFileSync(file, session());
    const window = start(display, at.env, file);
    await window.until('the rows', with_rows);
    window.focus();
    window.hand('mousemove', 500, 450, 'key', 'ctrl+shift+s');
    await window.dialog('Save as…', second);
    await window.until('the other name', () => window.titled() === 'second – Green Silk Road');
    expect('a file with the rows', read(second + '.greensilk').own[0].text === ROWS, fs.readdirSync(at.folder));
    window.hand('key', 'ctrl+n');
    await window.until('no rows', s => ready(s) && s.own.joined.projects === 0);
    window.hand('key', 'ctrl+o');
    await window.dialog('Open…', second + '.greensilk');
    await window.until('the rows again', with_rows);
    window.hand('key', 'ctrl+o');
    await window.dialog('Open…', '');
    expect('nothing changed by a dialog that was left', window.titled() === 'second – Green Silk Road', window.titled());
    const recent = fs.readFileSync(at.recent, 'utf8').split('\n').map(line => line.split('\t')[0]);
    expect('both among the recent files, the last first', recent[0] === second + '.greensilk' && recent[1] === file, recent);
    // The menu: its button at the end of the bar, its first item.
    window.hand('mousemove', 1225, 28, 'sleep', 0.3, 'click', 1, 'sleep', 0.8, 'mousemove', 1100, 124, 'sleep', 0.3, 'click', 1);
    await window.until('a new session from the menu', s => ready(s) && s.own.joined.projects === 0);
    await window.close();
  },

  'a file that another program has changed is not written over': async display => {
    const at = home(), file = path.join(at.folder, 'shared.greensilk');
    const window = await changed_session(display, at.env, file);
    const other = session({title: 'of somebody else'});
    fs.writeFileSync(file, other);
    window.hand('key', 'ctrl+s');
    await window.dialog('Save as…', '');
    expect('the other one\'s bytes', fs.readFileSync(file, 'utf8') === other, fs.readFileSync(file, 'utf8'));
    expect('a change that is not saved', window.titled().startsWith('•'), window.titled());
    await window.close();
  },

  'killed at any moment, a dozen times, while a hand zooms: rows and view come back, each file is whole': async display => {
    const at = home(), file = path.join(at.folder, 'killed.greensilk');
    fs.writeFileSync(file, session());
    let words = [file], before = null;
    for (let round = 0; round < 12; ++round) {
      const window = start(display, at.env, ...words);
      words = [];
      const first = await window.until(`the rows in round ${round}`, with_rows);
      if (before) {
        expect(`in round ${round} the view that was kept`, first.fragment === without_language(before), first.fragment);
        expect('a note that it was brought back', window.messages.some(m => m.includes('killed')), window.messages);
      }
      window.focus();
      const key = round % 2 ? 'minus' : 'equal', sign = round % 2 ? -1 : 1;
      window.hand('mousemove', 500, 450);
      const end = Date.now() + 1300 + 211 * round % 1700;
      let slow = 0;  // ms
      while (Date.now() < end) {
        window.hand('key', key, 'sleep', 0.11);
        slow = Math.max(slow, to_disk(at.folder));
      }
      await window.kill();
      const killed = Date.now(), all = kept(at);
      expect('one file that is kept', all.length === 1, all);
      const now = read(all[0]);
      // Half a second between two writings, as much for a frame, and what the disk takes for the one under way and the next.
      const late = 1500 + 2 * slow, known = window.told.filter(s => killed - s.at > late).at(-1);
      expect(`in round ${round} nothing older than what was told ${late} ms before`, !known || sign * (zoom_of(now.link) - known.viewpoint.zoom) > -0.02,
        {kept: now.link, told: known?.viewpoint});
      expect('the rows, byte for byte', now.own[0].text === ROWS && now.views.length === 1, now.own);
      before = now.link;
    }
    expect('the file that was opened as it was', fs.readFileSync(file, 'utf8') === session(), fs.readFileSync(file, 'utf8'));
  },

  'killed while it starts, ten times: nothing is lost': async display => {
    const at = home(), file = path.join(at.folder, 'start.greensilk');
    const window = await changed_session(display, at.env, file);
    await pause(2000);
    await window.kill();
    const link = read(kept(at)[0]).link;
    for (let round = 0; round < 10; ++round) {
      const short = start(display, at.env);
      await pause(30 + 397 * round % 2300);
      await short.kill();
      expect(`in round ${round} the file of before`, kept(at).length === 1 && read(kept(at)[0]).own[0].text === ROWS, kept(at));
    }
    const back = start(display, at.env);
    const state = await back.until('the rows', with_rows);
    expect('the view of before', state.fragment === without_language(link), [state.fragment, link]);
    await back.close();
  },

  'two windows keep a session each, and the one that was not brought back is among the recent': async display => {
    const at = home();
    const [one, two] = ['one', 'two'].map(name => path.join(at.folder, `${name}.greensilk`));
    fs.writeFileSync(one, session());
    fs.writeFileSync(two, session({own: []}));
    const first = start(display, at.env, one);
    await first.until('the rows', with_rows);
    first.focus();
    first.hand('mousemove', 500, 450, 'key', 'equal');
    await first.until('a change', () => first.titled().startsWith('•'));
    await pause(1500);
    const second = start(display, at.env, two);
    await second.until('the other session', s => ready(s) && s.own.joined.projects === 0);
    second.focus();
    second.hand('mousemove', 500, 450, 'key', 'minus');
    await second.until('a change', () => second.titled().startsWith('•'));
    await pause(1500);
    await Promise.all([first.kill(), second.kill()]);
    expect('two files', kept(at).length === 2, kept(at));
    const newest = read(last_kept(at));
    const third = start(display, at.env);
    const state = await third.until('the one that was kept last', ready);
    expect('its view', state.fragment === without_language(newest.link), state.fragment);
    const other = kept(at).find(file => read(file).file !== newest.file);
    expect('the other one among the recent', fs.readFileSync(at.recent, 'utf8').includes(other), fs.readFileSync(at.recent, 'utf8'));
    await third.close();
  },

  'a place that cannot be written gives a message, and nothing is lost': async display => {
    const at = home(), folder = path.join(at.folder, 'gone'), file = path.join(folder, 'mine.greensilk');
    fs.mkdirSync(folder);
    fs.writeFileSync(file, session());
    fs.writeFileSync(at.env.XDG_STATE_HOME, 'no folder');
    const window = start(display, at.env, file);
    await window.until('the rows', with_rows);
    window.focus();
    window.hand('mousemove', 500, 450, 'key', 'equal');
    await window.until('a word about the folder', () => window.messages.some(m => m.includes(at.env.XDG_STATE_HOME)));
    await window.until('a nearer view', s => s.viewpoint.zoom > 3.67);
    await pause(1000);  // at rest: what moves on after the file was saved is a change
    fs.rmSync(folder, {recursive: true});
    window.hand('key', 'ctrl+s');
    await window.until('a word about the file', () => window.messages.some(m => m.includes('gone') && m.includes('no such folder')));
    expect('a change that is not saved', window.titled().startsWith('•'), window.titled());
    fs.mkdirSync(folder);
    window.hand('key', 'ctrl+s');
    await window.until('the file saved', () => window.titled() === 'mine – Green Silk Road');
    expect('all of it', read(file).own[0].text === ROWS, read(file));
    await window.close();
  },

  'a damaged file is named with its line, and the window opens all the same': async display => {
    const at = home(), file = path.join(at.folder, 'cut.greensilk');
    fs.writeFileSync(file, session().slice(0, 120));
    const window = start(display, at.env, file);
    await window.until('a word about the file', () => window.messages.some(m => m.includes('cut.greensilk:1') && m.includes('cut short')));
    expect('the file as it was', fs.readFileSync(file, 'utf8') === session().slice(0, 120), fs.readFileSync(file, 'utf8'));
    await window.close();
    const none = start(display, at.env, path.join(at.folder, 'none.greensilk'));
    await none.until('a word about the file', () => none.messages.some(m => m.includes('none.greensilk') && m.includes('no such file')));
    await none.close();
  },

  'nothing is written elsewhere than in the folders of XDG, and relative ones are ignored': async display => {
    const at = home();
    const env = {...at.env, XDG_CONFIG_HOME: 'config', XDG_STATE_HOME: './state', XDG_CACHE_HOME: ''};
    const window = start(display, env);
    await window.until('the whole results', ready);
    window.focus();
    window.hand('mousemove', 500, 450, 'key', 'equal');
    await window.until('a change', () => window.titled().startsWith('•'));
    await pause(1500);
    await window.close();
    const found = files_below(at.folder).map(name => path.relative(at.folder, name));
    expect('a session that is kept', found.some(name => name.startsWith('.local/state/greensilk/autosave/')), found);
    // Mesa and fontconfig keep caches of their own.
    const strange = found.filter(name => !/^(\.config\/greensilk|\.local\/state\/greensilk|\.cache)\//.test(name));
    expect('no other file', strange.length === 0, strange);
    expect('no lock and no half-written file left', !found.some(name => /\.lock$|\.greensilk-/.test(name)), found);
    expect('no folder named by a relative path', !fs.existsSync('config/greensilk') && !fs.existsSync('state/greensilk'), fs.readdirSync('.'));
  },
};

const shown = await screen();
const failed = await broken(rules, check => check(shown.display), async () => {
  for (const program of running) program.kill('SIGKILL');
  while (running.size) await pause(20);
});
shown.close();
fs.rmSync(SCRATCH, {recursive: true, force: true});
process.exit(failed ? 1 : 0);
