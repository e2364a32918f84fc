// The command line, from outside: what it prints, writes and returns.
//   node tests/cli.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-cli-'));

const run = (args, options = {}) => spawnSync(PROGRAM, args, {encoding: 'utf8', cwd: scratch, maxBuffer: 1 << 26, ...options});
const in_shell = (script, ...args) => spawnSync('bash', ['-c', script, 'bash', PROGRAM, ...args], {encoding: 'utf8', cwd: scratch});
const lines = text => text.split('\n').filter(line => line.trim() !== '');

/// A copy of the data folder with one change.
function broken_data(file, change) {
  const folder = fs.mkdtempSync(path.join(scratch, 'data-'));
  for (const name of fs.readdirSync(path.join(ROOT, 'data')).filter(name => name.endsWith('.csv')))
    fs.copyFileSync(path.join(ROOT, 'data', name), path.join(folder, name));
  const target = path.join(folder, file);
  fs.writeFileSync(target, change(fs.readFileSync(target, 'utf8')));
  return folder;
}

let current = [];
const expect = (what, truth, seen) => truth || current.push(`expected ${what}, found ${JSON.stringify(seen)}`);
const expect_failure = (done, code) => {
  expect(`exit status ${code}`, done.status === code, done.status);
  const errors = lines(done.stderr).filter(line => line.startsWith('error: '));
  if (code === 1) expect('one sentence that begins with "error: "', errors.length === 1, done.stderr);
};

const rules = {
  'simulate prints a row for each of the 120 projects and 30 locomotives': () => {
    const done = run(['simulate']);
    expect('exit status 0', done.status === 0, done.stderr);
    expect('nothing on standard error', done.stderr === '', done.stderr);
    expect('151 lines', lines(done.stdout).length === 151, lines(done.stdout).length);
  },
  'CSV and JSON say the same digest, and another year another one': () => {
    const digest = (...args) => JSON.parse(run(['simulate', '--format', 'json', ...args]).stdout).digest;
    const csv = run(['simulate']).stdout;
    expect('the digest of the JSON in the CSV', csv.includes(digest()), digest());
    expect('another digest for 2020', digest() !== digest('--year', '2020'), digest());
    expect('another digest for another method', digest() !== digest('--method', 'ember_average'), digest());
  },
  'a file holds what standard output would': () => {
    const file = path.join(scratch, 'out.csv');
    const done = run(['simulate', '-o', file]);
    expect('exit status 0', done.status === 0, done.stderr);
    expect('the same bytes', fs.readFileSync(file, 'utf8') === run(['simulate']).stdout, 'others');
  },
  'a folder of data gives the same as the program\'s own copy of it': () => {
    const own = run(['simulate']).stdout, folder = run(['simulate', '--data', path.join(ROOT, 'data')]).stdout;
    expect('the same bytes', own === folder, [own.length, folder.length]);
  },
  'a full device is one sentence and exit status 1, and stays a device': () => {
    expect_failure(run(['simulate', '-o', '/dev/full']), 1);
    expect('a character device', fs.statSync('/dev/full').isCharacterDevice(), 'a file');
  },
  'a full standard output is one sentence and exit status 1': () => {
    for (const command of ['simulate', 'check']) expect_failure(in_shell(`"$1" ${command} > /dev/full`), 1);
  },
  'a file that cannot be written whole leaves the old one and nothing beside it': () => {
    const folder = fs.mkdtempSync(path.join(scratch, 'full-'));
    const file = path.join(folder, 'out.csv');
    fs.writeFileSync(file, 'old');
    // 8 kB a file at most; the signal of the limit is ignored, so that the write fails as on a full disk.
    expect_failure(in_shell('trap "" XFSZ; ulimit -f 8; exec "$1" simulate -o "$2"', file), 1);
    expect('the old content', fs.readFileSync(file, 'utf8') === 'old', fs.readFileSync(file, 'utf8').slice(0, 40));
    expect('no other file', fs.readdirSync(folder).length === 1, fs.readdirSync(folder));
  },
  'a missing folder and a folder in place of a file are one sentence': () => {
    expect_failure(run(['simulate', '-o', path.join(scratch, 'no/such/out.csv')]), 1);
    expect_failure(run(['simulate', '-o', scratch]), 1);
    expect_failure(run(['simulate', '--data', path.join(scratch, 'nothing')]), 1);
  },
  'arguments that cannot be used give exit status 2': () => {
    for (const args of [['simulate', '--year', '1999'], ['simulate', '--year', 'soon'], ['simulate', '--method', 'guess'],
      ['simulate', '--format', 'xml'], ['simulate', '--colour'], ['check', path.join(scratch, 'nothing')], ['check', 'a', 'b']])
      expect_failure(run(args), 2);
    expect('exit status 0 for --help', run(['--help']).status === 0, run(['--help']).status);
  },
  'check finds nothing in the repository\'s data': () => {
    const done = run(['check', path.join(ROOT, 'data')]);
    expect('exit status 0', done.status === 0, done.stdout + done.stderr);
    expect('one line of summary', lines(done.stdout).length === 1, done.stdout);
  },
  'check names file, row, column, expected and found, and goes on': () => {
    const folder = broken_data('projects.csv', text => text.replace(/^al-dhafra-pv2,(.*?),2000,ac,/m, 'al-dhafra-pv2,$1,12x,ac,')
      .replace(/^noor-abu-dhabi,(.*?),solar_pv,ARE,24\.536,/m, 'noor-abu-dhabi,$1,solar_pv,ARE,-24.536,'));
    const done = run(['check', folder]);
    expect('exit status 1', done.status === 1, done.status);
    const found = lines(done.stdout);
    expect('the bad number', found.includes('projects.csv:2:capacity_mw: expected a number above 0, found "12x"'), found);
    expect('the place outside', found.some(line => /^projects\.csv:3:latitude: expected a place in ARE .* found one \d+ km outside$/.test(line)), found);
    expect('two problems and a summary', found.length === 3 && found[2].startsWith('2 problems; good rows: 118 projects'), found);
  },
  'simulate leaves bad rows out and says so': () => {
    const folder = broken_data('projects.csv', text => text.replace(/^al-dhafra-pv2,(.*?),2000,ac,/m, 'al-dhafra-pv2,$1,12x,ac,'));
    const done = run(['simulate', '--data', folder]);
    expect('exit status 0', done.status === 0, done.status);
    expect('150 lines', lines(done.stdout).length === 150, lines(done.stdout).length);
    expect('a warning', done.stderr.startsWith('warning: 1 problem '), done.stderr);
  },
  'check of a folder that is no data names every missing file': () => {
    const done = run(['check', fs.mkdtempSync(path.join(scratch, 'empty-'))]);
    expect('exit status 1', done.status === 1, done.status);
    expect('eleven missing files', lines(done.stdout).filter(line => line.includes('found none')).length === 11, done.stdout);
  },
};

let passed = 0, failed = 0;
for (const [name, rule] of Object.entries(rules)) {
  current = [];
  rule();
  if (current.length === 0) console.log(`ok: ${name}`);
  else console.log(`FAILED: ${name}\n  ${current.join('\n  ').slice(0, 1500)}`);
  current.length === 0 ? ++passed : ++failed;
}
fs.rmSync(scratch, {recursive: true, force: true});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
