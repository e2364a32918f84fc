// How long a film of a story takes: 10 s of 1920 x 1080 at 30 frames a second, with graphics by the processor.
//   node tests/bench/film.mjs [PROGRAM] [STORY]      prints the seconds; exits 1 above the 5 minutes that it may take
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk')), story = process.argv[3] ?? 'sun-over-the-desert';
const MOST = 300;  // s

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-film-'));
process.on('exit', () => fs.rmSync(folder, {recursive: true, force: true}));
const began = performance.now();
const done = spawnSync(PROGRAM, ['render', '--size', '1920x1080', '--seconds', '10', '-o', path.join(folder, 'film.mp4'), story], {stdio: 'inherit', env: {...process.env, LIBGL_ALWAYS_SOFTWARE: '1'}});
const seconds = (performance.now() - began) / 1000;
if (done.status !== 0) process.exit(1);
console.log(`${story}: 300 frames of 1920 x 1080 in ${seconds.toFixed(1)} s, ${(seconds * 1000 / 300).toFixed(0)} ms a frame; ${(fs.statSync(path.join(folder, 'film.mp4')).size / 1e6).toFixed(1)} MB`);
process.exit(seconds > MOST ? 1 : 0);
