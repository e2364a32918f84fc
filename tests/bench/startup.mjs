// How long the desktop program takes from its start to its first picture and to its figures, on graphics by the processor under Xvfb.
//   node tests/bench/startup.mjs [PROGRAM] [RUNS]       prints medians and the slowest, warm and cold
// Cold: nothing of the program, its libraries and its data is in memory, and no shader was ever compiled, as after the first boot.
import {execFileSync, spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import {fileURLToPath, pathToFileURL} from 'node:url';
import {screen} from '../screen.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const PATIENCE = 60_000;  // ms

/// The program, the libraries it is linked with, Mesa's, and the program's files.
function files_of(program) {
  const linked = [...execFileSync('ldd', [program], {encoding: 'utf8'}).matchAll(/=> (\/\S+)/g)].map(found => found[1]);
  const drivers = [...new Set(linked.map(file => path.join(path.dirname(file), 'dri/swrast_dri.so')))].filter(file => fs.existsSync(file));
  const of_drivers = drivers.flatMap(file => [...execFileSync('ldd', [file], {encoding: 'utf8'}).matchAll(/=> (\/\S+)/g)].map(found => found[1]));
  const below = folder => fs.readdirSync(folder, {withFileTypes: true}).flatMap(e => (e.isDirectory() ? below(path.join(folder, e.name)) : [path.join(folder, e.name)]));
  const own = [path.join(path.dirname(program), 'assets'), path.join(path.dirname(program), '../share/greensilk')].filter(folder => fs.existsSync(folder));
  return [program, ...linked, ...drivers, ...of_drivers, ...own.flatMap(below)];
}

/// Takes them out of memory: all files there are where that is allowed, else those of the program. Answers how.
export function forget(program) {
  spawnSync('sync');
  try {
    fs.writeFileSync('/proc/sys/vm/drop_caches', '3');
    return 'the whole page cache dropped';
  } catch {
    for (const file of files_of(program)) spawnSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none']);
    return 'the files of the program dropped from the page cache';
  }
}

/// ms from the start of the program: `shown`, the first picture; `figures`, panels with figures; `whole`, also their ranges.
async function one_start(program, display, folder) {
  const began = performance.now();
  const running = spawn(program, ['v=1'], {cwd: folder, stdio: ['ignore', 'pipe', 'inherit'],
    env: {...process.env, DISPLAY: display, GREENSILK_TELL: '1', LANG: 'C.UTF-8', SDL_VIDEODRIVER: 'x11', LIBGL_ALWAYS_SOFTWARE: '1', XDG_CACHE_HOME: folder, XDG_CONFIG_HOME: folder}});
  const times = {};
  const ended = new Promise(done => running.once('exit', done));
  const whole = new Promise(done => readline.createInterface({input: running.stdout}).on('line', line => {
    const now = performance.now() - began, told = JSON.parse(line);
    if (told.type === 'shown') times.shown ??= now;
    if (told.type === 'state') times.figures ??= now;
    if (told.type === 'state' && told.digest !== '') done(times.whole ??= now);
  }));
  const late = setTimeout(() => running.kill('SIGKILL'), PATIENCE);
  await Promise.race([whole, ended]);
  clearTimeout(late);
  running.kill();
  await ended;
  for (const what of ['shown', 'figures', 'whole']) if (times[what] === undefined) throw new Error(`the program ended, or ${PATIENCE / 1000} s passed, before it told of "${what}"`);
  return times;
}

/// `runs` starts, one after the other: {how, shown, figures, whole}, each {median, slowest} in ms.
export async function starts(program, runs, cold) {
  const shown = await screen();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-start-'));
  const all = [];
  let how = 'all in memory, shaders compiled before';
  try {
    if (!cold) await one_start(program, shown.display, folder);
    for (let run = 0; run < runs; ++run) {
      if (cold) how = forget(program);
      all.push(await one_start(program, shown.display, cold ? fs.mkdtempSync(path.join(folder, 'cold-')) : folder));
    }
  } finally {
    shown.close();
    fs.rmSync(folder, {recursive: true, force: true});
  }
  const of = what => {
    const sorted = all.map(times => times[what]).sort((a, b) => a - b);
    return {median: sorted[sorted.length >> 1], slowest: sorted.at(-1)};
  };
  return {how, shown: of('shown'), figures: of('figures'), whole: of('whole')};
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const program = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk')), runs = Number(process.argv[3] ?? 5);
  console.log('| start | first picture, ms | panels with figures | with their ranges |\n|---|--:|--:|--:|');
  for (const cold of [true, false]) {
    const {how, ...times} = await starts(program, runs, cold);
    const cells = Object.values(times).map(t => `${Math.round(t.median)} (slowest ${Math.round(t.slowest)})`);
    console.log(`| ${cold ? `cold: ${how}, no shader compiled` : `warm: ${how}`} | ${cells.join(' | ')} |`);
  }
}
