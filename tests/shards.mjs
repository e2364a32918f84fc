// A large study on many machines: the recipes of README.md, and what greensilk join refuses.
//   node tests/shards.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {check} from './rules.mjs';
import {sites_csv} from './sites.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-shards-'));
process.on('exit', () => fs.rmSync(scratch, {recursive: true, force: true}));

const at = name => path.join(scratch, name);
const env = {...process.env, PATH: `${path.dirname(PROGRAM)}:${process.env.PATH}`};
const run = (...args) => spawnSync(PROGRAM, args, {cwd: scratch, encoding: 'utf8', maxBuffer: 1 << 28});
const bash = (script, more = {}, options = {}) => spawnSync('bash', ['-euo', 'pipefail', '-c', script], {cwd: scratch, encoding: 'utf8', env: {...env, ...more}, ...options});
const bytes = name => fs.existsSync(at(name)) ? fs.readFileSync(at(name)) : Buffer.from('no file');

/// The shell of the README's section, by what it begins with.
const section = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8').match(/\n## Large studies\n([\s\S]*?)\n## /)?.[1] ?? '';
const recipes = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(found => found[1]);
const recipe = word => recipes.find(text => text.includes(word)) ?? 'echo "no such recipe in README.md"; false';

const wrong = (what, truth, found) => truth ? [] : [`expected ${what}, found ${JSON.stringify(found)?.slice(0, 600)}`];
const good = (what, done) => wrong(`${what} to end well`, done.status === 0, done.stderr);

const SMALL = ['--draws', '64'];
/// The shards of the program's own data, made once: a1.shard to a3.shard.
function small_shards() {
  const names = [1, 2, 3].map(i => `a${i}.shard`);
  names.forEach((name, i) => fs.existsSync(at(name)) || run('simulate', ...SMALL, '--shard', `${i + 1}/3`, '-o', name));
  return names;
}

/// What join says of some files; exit status 2, each of some words, and an older result left as it was.
function refused(files, words, ...options) {
  fs.writeFileSync(at('old.csv'), 'old');
  const done = run('join', ...files, ...options, '-o', 'old.csv');
  const lines = done.stderr.split('\n').filter(line => line && !line.startsWith('warning: '));
  return [...wrong('exit status 2', done.status === 2, done.status), ...wrong('only errors', lines.every(line => line.startsWith('error: ')), done.stderr),
    ...words.flatMap(word => wrong(`"${word}"`, done.stderr.includes(word), done.stderr)), ...wrong('nothing written', bytes('old.csv').toString() === 'old', bytes('old.csv').toString())];
}

check({
  'the README has a recipe for xargs, GNU parallel and SLURM, and bash can read each': () => [
    ...['xargs', 'parallel ', '#SBATCH', 'sbatch --dependency'].flatMap(word => wrong(`a recipe with ${word}`, recipes.some(text => text.includes(word)), recipes.length)),
    ...recipes.flatMap(text => wrong(`shell in "${text.slice(0, 60)}"`, spawnSync('bash', ['-n'], {input: text}).status === 0, spawnSync('bash', ['-n'], {input: text, encoding: 'utf8'}).stderr)),
  ],
  'a study of a thousand sites by a thousand draws in shards, by the recipe for xargs, is the unsharded one byte by byte': () => {
    fs.writeFileSync(at('sites.csv'), sites_csv(1000));
    const shards = bash(recipe('xargs')), whole = run('simulate', '--own', 'sites.csv', '--draws', '1000', '-o', 'whole.csv');
    const rows = bytes('whole.csv').toString().split('\r\n').filter(row => row.startsWith('own-made-up-site-'));
    return [...good('the recipe', shards), ...good('the unsharded study', whole), ...wrong('a thousand rows', rows.length === 1000, rows.length),
      ...wrong('a simulated year of nearly each', rows.filter(row => row.includes(',simulated,')).length > 900, rows[0]),
      ...wrong('the same bytes', bytes('result.csv').equals(bytes('whole.csv')), bytes('result.csv').length)];
  },
  'a task of the SLURM array writes the same shard': () => {
    const before = bytes('part-5.shard');
    fs.rmSync(at('part-5.shard'), {force: true});
    const done = bash(recipe('#SBATCH'), {SLURM_ARRAY_TASK_ID: '5'});
    return [...good('the task', done), ...wrong('the same bytes', before.length > 1000 && bytes('part-5.shard').equals(before), bytes('part-5.shard').length)];
  },
  'a smaller study by the recipe for GNU parallel is the unsharded one, as CSV and as JSON with totals and digest': () => {
    const folder = at('small'), here = {cwd: folder};
    fs.mkdirSync(folder);
    fs.writeFileSync(at('small/sites.csv'), sites_csv(50));
    const study = 'greensilk simulate --own sites.csv --draws 1000';
    const shards = bash(recipe('parallel '), {}, here);
    const others = bash(`${study} -o whole.csv; ${study} --format json -o whole.json; greensilk join --own sites.csv --format json part-*.shard -o result.json`, {}, here);
    if (shards.status !== 0 || others.status !== 0) return [...good('the recipe', shards), ...good('the others', others)];
    const {own_data: {avoided_t: avoided}, digest} = JSON.parse(bytes('small/result.json'));
    return ['csv', 'json'].flatMap(form => wrong(`the same ${form}`, bytes(`small/result.${form}`).equals(bytes(`small/whole.${form}`)), bytes(`small/result.${form}`).length))
      .concat(wrong('a total with an interval', avoided.low < avoided.best && avoided.best < avoided.high, avoided), wrong('a digest', /^[0-9a-f]{16}$/.test(digest), digest));
  },
  'the scenario goes with the shards: year, method and seed need not be said again': () => {
    const scenario = ['--year', '2040', '--method', 'coal_equivalent', '--pathway', 'pledged', '--draws', '128', '--seed', '18446744073709551615'];
    for (const i of [1, 2]) run('simulate', ...scenario, '--shard', `${i}/2`, '-o', `b${i}.shard`);
    const joined = run('join', 'b2.shard', 'b1.shard');
    return [...good('join', joined), ...wrong('the same table', joined.stdout === run('simulate', ...scenario).stdout, joined.stdout.slice(0, 200))];
  },
  'a shard that is none is refused with what was expected': () =>
    ['0/4', '5/4', 'x', '', '1', '1/0', '-1/4', '1/4x', '1/10001'].flatMap(name => {
      const done = run('simulate', ...SMALL, `--shard=${name}`, '-o', 'none.shard');
      return [...wrong(`exit status 2 of "${name}"`, done.status === 2, done.status), ...wrong('the words', done.stderr.includes('3/8') || name === '', done.stderr),
        ...wrong('no file', !fs.existsSync(at('none.shard')), name)];
    }),
  'a shard has no single row, no weather of its own and no form': () =>
    [['--project', 'karot'], ['--format', 'json']].flatMap(options => {
      const done = run('simulate', ...SMALL, '--shard', '1/2', ...options);
      return wrong(`a refusal of ${options[0]}`, done.status === 2 && done.stderr.includes('--shard') && done.stdout === '', done.stderr);
    }),
  'join names what is missing, repeated and foreign': () => {
    const [one, two, three] = small_shards();
    run('simulate', ...SMALL, '--year', '2040', '--shard', '2/3', '-o', 'year.shard');
    run('simulate', ...SMALL, '--shard', '2/4', '-o', 'four.shard');
    fs.writeFileSync(at('two.csv'), sites_csv(2));
    return [...refused([one, three], ['expected all 3 shards, found none of 2/3']),
      ...refused([one, two, two, three], ['a2.shard: expected each shard once, found 2/3 in a2.shard too']),
      ...refused([one, 'year.shard', three], ['year.shard: expected the scenario v=1', 'as in a1.shard, found', 'y=2040', 'none of 2/3']),
      ...refused([one, 'four.shard', three], ['four.shard: expected one of 3 shards as in a1.shard, found 2/4']),
      ...refused([one, two, three], ['a1.shard: expected a shard of data 00000000', '--own'], '--own', 'two.csv'),
      ...refused([one, two, 'gone.shard'], ['gone.shard: expected a file', 'none of 3/3'])];
  },
  'join names a file that is damaged, cut off, or no shard': () => {
    const [one, two, three] = small_shards(), whole = bytes(two);
    const damaged = Buffer.from(whole);
    damaged[damaged.length >> 1] ^= 1;
    fs.writeFileSync(at('damaged.shard'), damaged);
    fs.writeFileSync(at('short.shard'), whole.subarray(0, whole.length - 1000));
    fs.writeFileSync(at('empty.shard'), '');
    const program = Buffer.from(whole.toString('latin1').replace(/program \S+/, found => found.replace(/.$/, last => last === '0' ? '1' : '0')), 'latin1');
    fs.writeFileSync(at('program.shard'), program);
    return [...refused([one, 'damaged.shard', three], ['damaged.shard: expected the checksum ', 'the file is damaged', 'none of 2/3']),
      ...refused([one, 'short.shard', three], ['short.shard: expected checksum and size ', `${whole.length - 1000 - whole.indexOf('\n') - 1} bytes behind it: the file is cut off`]),
      ...refused([one, 'program.shard', three], ['program.shard: expected the checksum ']),
      ...refused([one, 'empty.shard', three], ['empty.shard: expected a file of greensilk simulate --shard (greensilk-shard-1), found nothing']),
      ...refused([one, 'two.csv', three], ['two.csv: expected a file of greensilk simulate --shard', 'found "name,technology'])];
  },
  'render draws only its shard of a list of pictures': () => {
    const names = ['p1.png', 'p2.png', 'p3.png'];
    fs.writeFileSync(at('list.json'), JSON.stringify(names.map(output => ({output, size: '64x64', bare: true, link: 'v=1'}))));
    const drawn = run('render', '--batch', 'list.json', '--shard', '2/3'), alone = run('render', '--shard', '2/3', '--size', '64x64', '-o', 'p.png');
    return [...good('render', drawn), ...wrong('the second picture alone', names.filter(name => fs.existsSync(at(name))).join() === 'p2.png', names.filter(name => fs.existsSync(at(name)))),
      ...wrong('a refusal without a list', alone.status === 2 && alone.stderr.includes('--batch'), alone.stderr)];
  },
  'a shard comes whole or not at all': () => {
    const done = run('simulate', ...SMALL, '--shard', '1/3', '-o', 'nowhere/part.shard');
    return [...wrong('exit status 1', done.status === 1, done.status), ...wrong('the place', done.stderr.includes('nowhere/part.shard'), done.stderr)];
  },
});
