// Films: `greensilk render` as MP4, WebM and GIF, looked at with ffprobe.
//   node tests/film.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {check} from './rules.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-film-'));
process.on('exit', () => fs.rmSync(scratch, {recursive: true, force: true}));

const STORY = path.join(ROOT, 'data/stories/sun-over-the-desert.json');
const story = JSON.parse(fs.readFileSync(STORY, 'utf8'));
const ids = fs.readdirSync(path.dirname(STORY)).map(name => path.basename(name, '.json'));
const run = (program, args, options = {}) => spawnSync(program, args, {encoding: 'utf8', cwd: scratch, maxBuffer: 1 << 27, ...options});
const render = (args, options) => run(PROGRAM, ['render', ...(args.includes('--size') ? [] : ['--size', '320x180']), ...args], options);
const bytes = name => fs.readFileSync(path.join(scratch, name));
const is = (what, expected, found) => (expected === found ? [] : [`${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`]);
const left = folder => fs.readdirSync(path.join(scratch, folder));

/// What ffprobe finds: {stream, format}.
function probed(name) {
  const done = run('ffprobe', ['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-of', 'json', name]);
  const {streams = [{}], format = {}} = done.status === 0 ? JSON.parse(done.stdout) : {};
  return {stream: streams[0], format};
}
/// The pixels of one frame, RGB.
const frame = (name, at) => run('ffmpeg', ['-v', 'error', '-i', name, '-vf', `select=eq(n\\,${at})`, '-frames:v', '1', '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'], {encoding: 'buffer'}).stdout;
const difference = (a, b) => a.reduce((sum, value, i) => sum + Math.abs(value - b[i]), 0) / a.length;

/// A film of each kind, of 2 s, and what it is to be.
const FILMS = {
  'film.mp4': {args: ['--seconds', '2', '--fps', '10', '--lang', 'zh', '--theme', 'print', story.id], codec: 'h264', pixels: 'yuv420p', frames: 20, title: story.title.zh},
  'film.webm': {args: ['--seconds', '2', '--fps', '10', `v=1&story=${story.id}&lang=ar`], codec: 'vp9', pixels: 'yuv420p', frames: 20, title: story.title.ar},
  'film.gif': {args: ['--seconds', '2', STORY], codec: 'gif', pixels: 'bgra', frames: 24},
};
const made = Object.fromEntries(Object.entries(FILMS).map(([name, {args}]) => [name, render([...args, '-o', name])]));
const each = find => Object.entries(FILMS).flatMap(([name, film]) => find(name, film).map(wrong => `${name}: ${wrong}`));

/// A film that could not be made: its words, its status, and no file.
function refused(name, args, status, words, options) {
  const done = render([...args, '-o', name], options);
  return [...is('exit status', status, done.status), ...(words.every(word => done.stderr.includes(word)) ? [] : [`expected ${words.join(', ')} to be named, found ${done.stderr.trim()}`]),
    ...is(`${name} is there`, false, fs.existsSync(path.join(scratch, name)))];
}

/// Sends a signal once the work on a film has begun; its folder then.
async function interrupted(signal) {
  const folder = path.join(scratch, signal);
  fs.mkdirSync(folder);
  const running = spawn(PROGRAM, ['render', '--size', '640x360', '--play', 'trains', '--seconds', '60', '-o', 'film.mp4', 'v=1'], {cwd: folder, stdio: ['ignore', 'ignore', 'pipe']});
  let said = '';
  running.stderr.on('data', piece => (said += piece));
  const ended = new Promise(done => running.once('exit', (code, by) => done({code, by})));
  for (let waited = 0; waited < 60_000 && fs.readdirSync(folder).length === 0; waited += 50) await new Promise(done => setTimeout(done, 50));
  const begun = fs.readdirSync(folder);
  running.kill(signal);
  const end = await ended;
  return {begun, end, said, after: fs.readdirSync(folder)};
}
const signals = {};
for (const signal of ['SIGINT', 'SIGTERM']) signals[signal] = await interrupted(signal);

check({
  'films of a story are made, by its id, a link or its file': () => each((name) => [...is('exit status', 0, made[name].status),
    ...(made[name].stderr.includes('error') ? [made[name].stderr.trim()] : []), ...is('is there', true, fs.existsSync(path.join(scratch, name)))]),
  'a film has the codec, size, frames and seconds that were asked for': () => each((name, film) => {
    const {stream, format} = probed(name);
    return [...is('codec', film.codec, stream.codec_name), ...is('pixels', film.pixels, stream.pix_fmt), ...is('size', '320x180', `${stream.width}x${stream.height}`),
      ...is('frames', `${film.frames}`, stream.nb_read_frames), ...(Math.abs(format.duration - 2) < 0.1 ? [] : [`expected 2 s, found ${format.duration}`])];
  }),
  'a film carries its title, a link and the digest of its figures': () => each((name, film) => {
    if (!film.title) return [];
    const tags = Object.fromEntries(Object.entries(probed(name).format.tags ?? {}).map(([key, value]) => [key.toLowerCase(), value]));
    return [...is('title', film.title, tags.title), ...(/#v=1.*digest [0-9a-f]{16}$/.test(tags.comment ?? '') ? [] : [`expected a link and a digest, found ${tags.comment}`])];
  }),
  'the index of an MP4 stands before its pictures, so that it plays while it comes': () => {
    const all = bytes('film.mp4');
    return all.indexOf('moov') < all.indexOf('mdat') ? [] : ['expected moov before mdat'];
  },
  'the same story gives the same bytes': () => each((name, film) => {
    const again = `again-${name}`;
    const done = render([...film.args, '-o', again]);
    return done.status !== 0 ? [done.stderr.trim()] : is('the same bytes', true, bytes(name).equals(bytes(again)));
  }),
  'a step stands still, and the last is another than the first': () => {
    const steps = story.steps.length, last = 19;
    const [first, second, end] = [0, 1, last].map(at => frame('film.mp4', at));
    return [...is('pixels', 320 * 180 * 3, first.length), ...(difference(first, second) < 3 ? [] : ['expected the first two frames alike']),
      ...(steps > 1 && difference(first, end) > 5 ? [] : ['expected another picture at the end'])];
  },
  'a view with what plays is a film, and says so when nothing does': () => {
    const done = render(['--play', 'years,trains', '--seconds', '1', '--fps', '5', '-o', 'plays.mp4', 'v=1&y=2026']);
    return [...is('exit status', 0, done.status), ...(difference(frame('plays.mp4', 0), frame('plays.mp4', 4)) > 0.1 ? [] : ['expected something to move']),
      ...refused('still.mp4', ['v=1'], 2, ['nothing moves', '--play', ids[0]])];
  },
  'without ffmpeg one sentence names the package': () => refused('none.mp4', [story.id], 1, ['ffmpeg', 'apt-get install'], {env: {...process.env, PATH: scratch}}),
  'what ffmpeg dies of is said': () => {
    const folder = path.join(scratch, 'dying');
    fs.mkdirSync(folder);
    fs.writeFileSync(path.join(folder, 'ffmpeg'), '#!/bin/sh\necho "no room on the moon" >&2\nexit 3\n', {mode: 0o755});
    return refused('dead.mp4', ['--seconds', '1', story.id], 1, ['no room on the moon'], {env: {...process.env, PATH: `${folder}:${process.env.PATH}`}});
  },
  'a story that is not there names those there are': () => [...refused('wrong.mp4', ['no-such-story'], 2, ['no-such-story', ...ids]),
    ...refused('wrong.mp4', ['v=1&story=no-such-story'], 2, ids), ...refused('wrong.mp4', ['missing.json'], 2, ['missing.json'])],
  'arguments that cannot be used are named': () => [
    ...refused('odd.mp4', ['--size', '321x180', story.id], 2, ['--size', 'even', '321x180']), ...refused('odd.webm', ['--size', '320x181', story.id], 2, ['even']),
    ...refused('fps.mp4', ['--fps', '0', story.id], 2, ['--fps']), ...refused('fps.gif', ['--fps', '60', story.id], 2, ['--fps', '50']),
    ...refused('seconds.mp4', ['--seconds', '-1', story.id], 2, ['--seconds']), ...refused('play.mp4', ['--play', 'boats', 'v=1'], 2, ['boats', 'trains']),
    ...refused('large.gif', ['--size', '3840x2160', '--seconds', '60', story.id], 2, ['GIF', 'memory']), ...refused('picture.png', ['--seconds', '4', 'v=1'], 2, ['films']),
    ...refused('nowhere/film.mp4', ['--seconds', '1', story.id], 1, ['nowhere'])],
  'an interrupted film leaves nothing behind': () => Object.entries(signals).flatMap(([signal, {begun, end, said, after}]) => [
    ...is(`${signal}: a film was begun beside its place`, 1, begun.length), ...is(`${signal}: files left`, '', after.join(' ')), ...is(`${signal}: exit status`, 1, end.code),
    ...(said.includes('interrupted') ? [] : [`${signal}: expected words about it, found ${said.trim()}`])]),
  'nothing but the films is left': () => is('hidden files', '', left('.').filter(name => name.startsWith('.')).join(' ')),
});
