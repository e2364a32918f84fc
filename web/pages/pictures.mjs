// Pictures of the map for pages: drawn by `greensilk render`, made small by cwebp and cjpeg, kept by what they were made of.
import {spawn} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const JOBS = os.cpus().length;

/// Ends when the program does; rejects with its last words if it fails. `input`, text or bytes, goes to its standard input.
export function run(program, args, {input = '', binary = false} = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {stdio: ['pipe', 'pipe', 'pipe']});
    const out = [];
    let complaint = '';
    child.stdout.on('data', bytes => out.push(bytes));
    child.stderr.on('data', bytes => { complaint = (complaint + bytes).slice(-2000); });
    child.on('error', reject);
    child.on('close', status => {
      const bytes = Buffer.concat(out);
      if (status === 0) resolve(binary ? bytes : bytes.toString());
      else reject(new Error(`${path.basename(program)} ${args.slice(0, 3).join(' ')}: ${complaint.trim() || `exit status ${status}`}`));
    });
    child.stdin.on('error', () => {});  // it ended before it had read all
    child.stdin.end(input);
  });
}

/// Every task at its time, so many at once.
export async function each(list, task, atOnce = JOBS) {
  const rest = [...list];
  await Promise.all(Array.from({length: atOnce}, async () => { while (rest.length) await task(rest.shift()); }));
}

const hash = bytes => createHash('sha256').update(bytes).digest('hex');

/// A digest of all that decides what the program draws and says: itself, and the files beside it.
export function digestOf(program) {
  const all = createHash('sha256').update(fs.readFileSync(program));
  const assets = path.join(path.dirname(program), 'assets');
  for (const name of fs.readdirSync(assets, {recursive: true}).map(String).sort()) {
    const file = path.join(assets, name);
    if (fs.statSync(file).isFile()) all.update(name).update(fs.readFileSync(file));
  }
  return all.digest('hex');
}

const EFFORT = '6';  // of cwebp, the most: a twentieth less than with its usual one, and nobody waits for it
const webp = async (png, {width, height, quality}) =>
  run('cwebp', ['-quiet', '-q', `${quality}`, '-m', EFFORT, ...(width ? ['-resize', `${width}`, `${height}`] : []), png, '-o', '-'], {binary: true});

async function jpeg(png, {quality}) {
  const plain = `${png}.webp`;
  await run('cwebp', ['-quiet', '-lossless', '-z', '0', png, '-o', plain]);
  const pixels = await run('dwebp', ['-quiet', plain, '-ppm', '-o', '-'], {binary: true});
  return run('cjpeg', ['-quality', `${quality}`, '-optimize', '-progressive'], {input: pixels, binary: true});
}

/// Makes pictures, or takes them from `cache`. An order: {shot: {link, size, ratio, theme, lang, bare}, forms: {name: {type: 'webp' or
/// 'jpg', quality, width, height}}}. Gives each order `made`: its bytes by the forms' names.
export async function makePictures({program, digest, cache, orders, say = () => {}}) {
  fs.mkdirSync(cache, {recursive: true});
  const used = new Set();
  for (const order of orders) {
    order.files = {};
    for (const [name, form] of Object.entries(order.forms)) {
      const file = path.join(cache, `${hash(JSON.stringify([digest, order.shot, form, EFFORT])).slice(0, 24)}.${form.type}`);
      order.files[name] = file;
      used.add(path.basename(file));
    }
  }
  const wanted = orders.filter(order => Object.values(order.files).some(file => !fs.existsSync(file)));
  if (wanted.length) {
    say(`drawing ${wanted.length} pictures for the pages without the map`);
    await draw({program, cache, wanted});
  }
  for (const name of fs.readdirSync(cache)) if (/\.(webp|jpg)$/.test(name) && !used.has(name)) fs.rmSync(path.join(cache, name));
  for (const order of orders)
    order.made = Object.fromEntries(Object.entries(order.files).map(([name, file]) => [name, fs.readFileSync(file)]));
}

const PART = 24;  // pictures a process: neighbours share a scenario, which it simulates once

async function draw({program, cache, wanted}) {
  const parts = Array.from({length: Math.ceil(wanted.length / PART)}, (_, i) => wanted.slice(i * PART, (i + 1) * PART));
  await each(parts, async part => {
    const scratch = fs.mkdtempSync(path.join(cache, 'new-'));
    try {
      const png = i => path.join(scratch, `${i}.png`);
      await run(program, ['render', '--batch', '-'], {input: JSON.stringify(part.map(({shot}, i) => ({...shot, output: png(i)})))});
      for (const [i, order] of part.entries()) await encode(png(i), order);
    } finally {
      fs.rmSync(scratch, {recursive: true, force: true});
    }
  });
}

async function encode(png, {forms, files}) {
  for (const [name, form] of Object.entries(forms)) {
    const bytes = await (form.type === 'jpg' ? jpeg : webp)(png, form);
    fs.writeFileSync(`${files[name]}.new`, bytes);
    fs.renameSync(`${files[name]}.new`, files[name]);
  }
}
