// Seconds that a large study takes, at once and in shards one after the other, each on one core:
//   node tests/bench/large_study.mjs [SITES] [DRAWS] [SHARDS]      (1000 1000 8)
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {sites_csv} from '../sites.mjs';

const PROGRAM = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../build/native/greensilk');
const [sites = 1000, draws = 1000, shards = 8] = process.argv.slice(2).map(Number);
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-study-'));
process.on('exit', () => fs.rmSync(scratch, {recursive: true, force: true}));

function seconds(...args) {
  const from = performance.now(), done = spawnSync(PROGRAM, [...args, '--own', 'sites.csv'], {cwd: scratch, encoding: 'utf8'});
  if (done.status !== 0) throw new Error(done.stderr);
  return (performance.now() - from) / 1000;
}

fs.writeFileSync(path.join(scratch, 'sites.csv'), sites_csv(sites));
const study = ['simulate', '--draws', String(draws)], names = Array.from({length: shards}, (_, i) => `${i + 1}.shard`);
const whole = seconds(...study, '-o', 'whole.csv');
const each = names.map((name, i) => seconds(...study, '--shard', `${i + 1}/${shards}`, '-o', name));
const join = seconds('join', ...names, '-o', 'result.csv');
const read = name => fs.readFileSync(path.join(scratch, name));
if (!read('result.csv').equals(read('whole.csv'))) throw new Error('the joined study is another than the unsharded one');
const megabytes = names.reduce((sum, name) => sum + read(name).length, 0) / 1e6;
console.log(`${sites} sites beside the data, ${draws} draws: ${whole.toFixed(1)} s at once; ${shards} shards ${Math.min(...each).toFixed(1)} to ` +
  `${Math.max(...each).toFixed(1)} s each, ${megabytes.toFixed(0)} MB together, joined in ${join.toFixed(1)} s`);
