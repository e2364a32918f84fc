// A talk on a screen of its own: a real stage under Xvfb, steered by real keys.
//   node tests/present.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath} from 'node:url';
import {broken} from './rules.mjs';
import {screen} from './screen.mjs';
import {ask_to_close} from './x11_close.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk'));
const PATIENCE = 30_000;  // ms
const STAGE = /^Green Silk Road$/, NOTES = /^Notes – Green Silk Road$/;
// Nothing of the person's own is read or written.
const HOME = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-present-'));
const XDG = Object.fromEntries(['CONFIG', 'STATE', 'DATA', 'CACHE'].map(name => [`XDG_${name}_HOME`, path.join(HOME, name)]));
const pause = ms => new Promise(done => setTimeout(done, ms));
const environment = display => ({...process.env, ...XDG, DISPLAY: display, GREENSILK_TELL: '1', GREENSILK_SCALE: '1', LANG: 'C.UTF-8', SDL_VIDEODRIVER: 'x11'});

const expect = (what, truth, found) => {
  if (!truth) throw new Error(`expected ${what}, found ${JSON.stringify(found)}`);
};

/// `greensilk present WORD...`; what it told last of the talk and of the state.
function present(display, ...words) {
  const program = spawn(PROGRAM, ['present', ...words], {env: environment(display), stdio: ['ignore', 'pipe', 'inherit']});
  const told = {talk: null, state: null};
  let ended = null;
  const end = new Promise(done => program.once('exit', (code, signal) => { ended = {code, signal}; done(ended); }));
  readline.createInterface({input: program.stdout}).on('line', line => {
    const said = JSON.parse(line);
    if (said.type in told) told[said.type] = said;
  });
  const until = async (what, wanted) => {
    for (const last = Date.now() + PATIENCE; Date.now() < last && !ended; await pause(50)) if (told.talk && wanted(told.talk, told.state)) return told.talk;
    throw new Error(`waited in vain for ${what}; the talk is ${JSON.stringify(told.talk)}, the program ${ended ? `ended with ${JSON.stringify(ended)}` : 'runs'}`);
  };
  const hand = (...moves) => spawnSync('xdotool', moves.map(String), {env: environment(display), encoding: 'utf8'}).stdout;
  // By their titles as they are read back: xdotool's own search for them finds none in UTF-8.
  const window_of = name => Number(hand('search', '--onlyvisible', '--class', '.').trim().split('\n').find(id => id && name.test(hand('getwindowname', id).trim())) ?? 0);
  /// Keys that follow each other as a hand's do.
  const keys = (...names) => hand(...names.flatMap(name => ['key', name, 'sleep', 0.15]));
  const begun = async () => {
    await until('the first step', (t, s) => s && s.digest !== '' && t.step === 0);
    await pause(500);
    hand('mousemove', 640, 300);
    await pause(200);
  };
  const close = async () => {
    if (!ended) program.kill('SIGKILL');
    await end;
  };
  return {until, hand, keys, window_of, begun, close, end, told, ended: () => ended};
}

const geometry = (talk, id) => Object.fromEntries([...talk.hand('getwindowgeometry', '--shell', id).matchAll(/^(\w+)=(-?\d+)$/gm)].map(m => [m[1], Number(m[2])]));

const rules = {
  'the stage fills its display; a clicker, arrows, numbers, Home and End turn the steps of the story': async (display, talks) => {
    const talk = talks('sun-over-the-desert', '--no-notes');
    await talk.begun();
    const place = geometry(talk, talk.window_of(STAGE));
    expect('a window of the whole screen', place.X === 0 && place.Y === 0 && place.WIDTH === 1280 && place.HEIGHT === 800, place);
    const turns = [[['Next'], 1], [['Right'], 2], [['Down'], 3], [['Prior'], 2], [['Left'], 1], [['Up'], 0], [['6', 'Return'], 5], [['Home'], 0], [['End'], 6],
      [['Next'], 6], [['9', 'Return'], 6], [['2', 'KP_Enter'], 1]];
    for (const [keys, step] of turns) {
      talk.keys(...keys);
      await pause(250);
      await talk.until(`step ${step} by ${keys.join(' ')}`, (t, s) => t.step === step && s.story?.id === 'sun-over-the-desert' && s.story.step === step);
    }
    expect('no second window', !talk.window_of(NOTES), talk.window_of(NOTES));
  },
  'B is black; F explores with all panels, and one key brings the step back exactly as it was': async (display, talks) => {
    const talk = talks('sun-over-the-desert', '--no-notes');
    await talk.begun();
    talk.keys('Next', 'Next', 'Next');
    await talk.until('the fourth step', (t, s) => s.story?.step === 3);
    await pause(3000);  // the flight to it
    talk.keys('b');
    await talk.until('black', t => t.black);
    await pause(500);
    const picture = spawnSync('ffmpeg', ['-loglevel', 'error', '-f', 'x11grab', '-video_size', '1280x800', '-draw_mouse', '0', '-i', display, '-frames:v', '1',
      '-f', 'rawvideo', '-pix_fmt', 'gray', '-'], {maxBuffer: 1 << 24});
    expect('a picture of the screen', picture.stdout?.length === 1280 * 800, String(picture.stderr ?? picture.error));
    expect('a black screen', picture.stdout.every(level => level < 20), Math.max(...picture.stdout.subarray(0, 1 << 16)));
    talk.keys('period');
    await talk.until('no black', t => !t.black);
    await pause(300);
    const before = talk.told.state.fragment;
    for (const [out, back] of [['f', 'f'], ['Escape', 'BackSpace'], ['f', 'Next']]) {
      talk.keys(out);
      await talk.until('exploring', t => t.exploring);
      await pause(500);
      talk.keys('equal', 'equal');
      await talk.until('a nearer view', (t, s) => s.fragment !== before);
      talk.keys('b');
      await pause(300);
      expect('that B is the explorer\'s now', !talk.told.talk.black, talk.told.talk);
      talk.keys(back);
      await talk.until('the talk', (t, s) => !t.exploring && t.step === 3 && s.fragment === before);
    }
  },
  'Q shows a code, L a dot, plus and minus the scale': async (display, talks) => {
    const talk = talks('--no-notes', '--scale', '1.5');
    await talk.begun();
    await talk.until('the scale that was asked for', t => t.scale === 1.5);
    talk.keys('q');
    await talk.until('the code', t => t.qr);
    talk.keys('Escape');
    await talk.until('no code', t => !t.qr && !t.exploring);
    talk.keys('l');
    await talk.until('the dot', t => t.laser);
    talk.keys('ctrl+plus', 'equal');
    await talk.until('larger', t => t.scale === 2);
    talk.keys('minus', 'minus', 'minus', 'minus', 'minus', 'minus');
    await talk.until('the least', t => t.scale === 1);
  },
  'larger letters leave the step\'s places in sight, and exploring gives its view back': async (display, talks) => {
    const talk = talks('sun-over-the-desert', '--no-notes');
    await talk.begun();
    await pause(2000);  // the flight to the step
    const zoom = () => talk.told.state.viewpoint.zoom, small = zoom();
    talk.keys('plus', 'plus', 'plus', 'plus', 'plus', 'plus', 'plus', 'plus');
    await talk.until('the largest', (t, s) => t.scale === 3 && s.viewpoint.zoom < small - 1);
    await pause(2000);
    const large = zoom();
    talk.keys('Next', 'f', 'f');  // away on the way to the next step
    await talk.until('the second step', (t, s) => t.step === 1 && !t.exploring && s.story?.step === 1);
    await pause(2000);
    talk.keys('Home');
    await talk.until('the first as it was', (t, s) => t.step === 0 && Math.abs(s.viewpoint.zoom - large) < 0.01);
    talk.keys(...Array(8).fill('minus'));
    await talk.until('the first view of all', (t, s) => t.scale === 1 && Math.abs(s.viewpoint.zoom - small) < 0.01);
  },
  'a step whose view is the laboratory shows it above its words': async (display, talks) => {
    const talk = talks('green-locomotive', '--no-notes', '--scale', '2');
    await talk.begun();
    expect('a map at first', !talk.told.talk.page, talk.told.talk);
    talk.keys('End');
    await talk.until('the laboratory', (t, s) => t.page && t.step === 6 && s.laboratory?.line === 'khorgos_almaty' && s.laboratory.runs.length >= 3);
    talk.keys('f');
    await talk.until('exploring', t => t.exploring && !t.page);
    talk.keys('F5');
    await talk.until('the laboratory again', (t, s) => t.page && s.laboratory);
    talk.keys('Prior');
    await talk.until('the map', (t, s) => !t.page && s.laboratory === null);
  },
  'notes stand in a second window, whose keys steer the talk too; closing it ends nothing else': async (display, talks) => {
    const talk = talks();
    await talk.begun();
    await talk.until('notes', t => t.notes);
    const notes = talk.window_of(NOTES);
    expect('a window of notes', notes > 0, notes);
    talk.hand('windowraise', notes, 'windowfocus', notes, 'sleep', 0.5);
    talk.keys('Next');
    await talk.until('the second step', t => t.step === 1);
    talk.keys('t');
    await talk.until('a pause of the timer', t => t.paused);
    await ask_to_close(display, notes);
    await talk.until('no notes', t => !t.notes);
    talk.hand('windowfocus', talk.window_of(STAGE), 'sleep', 0.5);
    talk.keys('Next');
    await talk.until('that the talk goes on', t => t.step === 2);
    talk.keys('ctrl+q');
    const end = await Promise.race([talk.end, pause(10_000)]);
    expect('exit status 0 by Ctrl+Q', end?.code === 0, end ?? 'a program that runs on');
  },
  'a talk ends when its window is closed': async (display, talks) => {
    const talk = talks('--no-notes');
    await talk.begun();
    await ask_to_close(display, talk.window_of(STAGE));
    const end = await Promise.race([talk.end, pause(10_000)]);
    expect('exit status 0', end?.code === 0, end ?? 'a program that runs on');
  },
  'a kiosk loops, lets a visitor explore and comes back when nobody is there': async (display, talks) => {
    const talk = talks('--kiosk', '3');
    await talk.until('the first step', (t, s) => s && t.step === 0 && t.kiosk === 3);
    await talk.until('the second step by itself', t => t.step === 1);
    await talk.until('the last step', t => t.step === t.steps - 1);
    await talk.until('the first again', t => t.step === 0);
    for (const button of [1, 4]) {  // a press, a turn of the wheel
      talk.hand('mousemove', 640, 300, 'click', button);
      await talk.until(`a visitor by button ${button}`, t => t.exploring);
      await talk.until('the story again', t => !t.exploring);
    }
    talk.keys('plus', 'l');
    await talk.until('what a visitor switched on', t => t.scale === 1.25 && t.laser);
    await talk.until('nothing of it later', t => t.scale === 1 && !t.laser);
    const { step } = talk.told.talk;
    await talk.until('that it goes on', t => t.step !== step);
    expect('no notes', !talk.told.talk.notes, talk.told.talk);
  },
  'a kiosk cannot be left but by Ctrl+Shift+Q': async (display, talks) => {
    const talk = talks('--kiosk', '600');
    await talk.begun();
    talk.keys('Escape', 'alt+F4', 'ctrl+q', 'q', 'Escape');
    await ask_to_close(display, talk.window_of(STAGE));
    await pause(1500);
    expect('a kiosk that runs on', !talk.ended(), talk.ended());
    expect('no way out by Escape', !talk.told.talk.exploring, talk.told.talk);
    talk.keys('Next');
    await talk.until('the next step', t => t.step === 1);
    talk.keys('ctrl+shift+q');
    const end = await Promise.race([talk.end, pause(10_000)]);
    expect('exit status 0', end?.code === 0, end ?? 'a program that runs on');
  },
  'a story or display that is not there is named, with those that are': async display => {
    const run = (...words) => spawnSync(PROGRAM, ['present', ...words], {env: environment(display), encoding: 'utf8', timeout: 20_000});
    const bad = path.join(HOME, 'bad.json');
    fs.writeFileSync(bad, '{"id": "bad", "steps": []}');
    for (const [words, said] of [[['no-such-story'], /sun-over-the-desert.*"no-such-story"/], [['--display', '9'], /display.*1:.*found 9/], [['--scale', '4'], /scale/],
      [[bad], /bad\.json/]]) {
      const done = run(...words);
      expect(`exit status 2 for ${words.join(' ')}`, done.status === 2, [done.status, done.stderr]);
      expect(`words that match ${said}`, said.test(done.stderr), done.stderr);
    }
    expect('help', /--kiosk/.test(run('--help').stdout), 'other words');
  },
  'a story of the speaker\'s own is told from its file': async (display, talks) => {
    const own = JSON.parse(fs.readFileSync(path.join(ROOT, 'data/stories/to-2040.json'), 'utf8'));
    const file = path.join(HOME, 'own.json');
    fs.writeFileSync(file, JSON.stringify({...own, id: 'my-talk', steps: own.steps.slice(0, 2)}));
    const talk = talks(file, '--no-notes');
    await talk.begun();
    talk.keys('End');
    await talk.until('its second step', (t, s) => t.steps === 2 && t.step === 1 && s.story?.id === 'my-talk');
  },
};

const shown = await screen();
const open = [];
const talks = (...words) => (open.push(present(shown.display, ...words)), open.at(-1));
const failed = await broken(rules, check => check(shown.display, talks), async () => { while (open.length) await open.pop().close(); });
shown.close();
fs.rmSync(HOME, {recursive: true});
process.exit(failed ? 1 : 0);
