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

/// Of a table: {columns, rows: [{column: cell}]}; lines that start with # are comments, no cell of these is quoted.
function table_of(text) {
  const [head, ...rest] = text.split(/\r?\n/).filter(line => line !== '' && !line.startsWith('#'));
  const columns = head.split(',');
  return {columns, rows: rest.map(line => Object.fromEntries(line.split(',').map((cell, i) => [columns[i], cell])))};
}

/// The same of a table whose cells may be quoted.
function quoted_table_of(text) {
  const [head, ...rest] = text.split('\r\n').filter(line => line !== '')
    .map(line => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(cell => cell[1].replace(/^"|"$/g, '').replace(/""/g, '"')));
  return {columns: head, rows: rest.map(cells => Object.fromEntries(head.map((column, i) => [column, cells[i]])))};
}

const REFERENCE = path.join(ROOT, '../shared/reference');
/// Comments, header and the first `rows` rows of a reference file.
function head_rows(name, rows) {
  const all = fs.readFileSync(path.join(REFERENCE, name), 'utf8').split('\n');
  const comments = all.findIndex(line => !line.startsWith('#'));
  return all.slice(0, comments + 1 + rows).join('\n') + '\n';
}
/// name -> {takes, gives}, as `greensilk eval --list` says: columns with their units.
function listed_models() {
  const models = {};
  let model, part;
  for (const line of run(['eval', '--list']).stdout.split('\n')) {
    const head = line.match(/^(\w+): .+/), group = line.match(/^  (takes|gives)( from --(\w+))?/);
    const column = line.match(/^    (\S+) +(\S*) +(.*)$/);
    if (head) model = models[head[1]] = {takes: [], gives: [], files: []};
    else if (group) { part = group[3] ? [] : model[group[1]]; if (group[3]) model.files.push(group[3]); }
    else if (column) part.push({name: column[1], unit: column[2], meaning: column[3]});
  }
  return models;
}
const FILES_OF = {  // files beside the table, by model
  pv_year: ['--sites', 'pv_annual.csv'], pv_year_real: ['--sites', 'pv_annual_real.csv'],
  wind_power: ['--curves', 'wind_power_curves.csv', '--params', 'wind_cp_curves.csv'],
  wind_smoothed_curve: ['--curves', 'wind_power_curves.csv'], wind_year: ['--curves', 'wind_power_curves.csv'],
  train_resistance: ['--params', ''], train_resistance_altrios: ['--params', ''], train_run_altrios: ['--params', ''],
  train_loco_conventional_altrios: ['--params', ''], train_loco_battery_altrios: ['--params', ''],
  train_run_trainruns: ['--params', ''], train_run_trainruns_poi: ['--params', ''],
  wind_annual: ['--curves', 'wind_power_curves.csv'], wind_wake: ['--curves', 'wind_power_curves.csv'],
};

const document_of = (...args) => JSON.parse(run(['simulate', '--format', 'json', ...args]).stdout);

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
  'a scenario is the same from options, a link, an address, a file with a link and a file with JSON': () => {
    const link = 'v=1&y=2035&m=coal_equivalent&g=pledged&n=128&seed=9';
    const files = {'link.txt': `https://example.org/page#${link}\n`,
      'scenario.json': '{"v": 1, "y": 2035, "m": "coal_equivalent", "g": "pledged", "n": 128, "seed": 9, "off": ["trains", "labels"]}'};
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(scratch, name), text);
    const wanted = document_of('--year', '2035', '--method', 'coal_equivalent', '--pathway', 'pledged', '--draws', '128', '--seed', '9');
    expect('the scenario in the document', [wanted.method, wanted.pathway, wanted.year, wanted.draws, wanted.seed].join() ===
      'coal_equivalent,pledged,2035,128,9', wanted.seed);
    for (const scenario of [link, `#${link}`, `https://example.org/page#${link}`, ...Object.keys(files)])
      expect(`the same digest from ${scenario}`, document_of('--scenario', scenario).digest === wanted.digest, wanted.digest);
    expect('options to count more than the link', document_of('--scenario', link, '--year', '2040').year === 2040, 'others');
  },
  'a file of one\'s own is checked row by row and simulated beside the others, in no total': () => {
    const file = path.join(scratch, 'mine.csv'), bad = path.join(scratch, 'bad.csv');
    fs.writeFileSync(file, 'name;type;lat;lon;MW\nMine;solar;24,3;54,6;500\nWindy;wind;43,6;69,9;100\n');
    fs.writeFileSync(bad, 'name,type,lat,lon,MW\nMine,solar,24.3,54.6,500\nNo,nuclear,24.3,54.6,500\n');
    const checked = run(['check', '--own', file]), problems = run(['check', '--own', bad]);
    expect('0 problems', checked.status === 0 && checked.stdout === '0 problems; good rows: 2 projects, 0 lines\n', checked.stdout + checked.stderr);
    expect('the bad row by file, row and column', problems.status === 1 && problems.stdout.startsWith(`${bad}:3:type: expected one of `), problems.stdout);
    expect_failure(run(['check', '--own', 'nowhere.csv']), 1);
    const plain = document_of(), own = document_of('--own', file);
    expect('two rows more', own.rows.length === plain.rows.length + 2, own.rows.length);
    expect('the same totals', JSON.stringify(own.operating) === JSON.stringify(plain.operating), own.operating);
    expect('a total of their own', own.own_data.projects === 2 && own.own_data.avoided_t.best > 0 && !('own_data' in plain), own.own_data);
    expect('another digest and version', own.digest !== plain.digest && own.data_version.startsWith('00000000'), own.data_version);
    const row = quoted_table_of(run(['simulate', '--own', file, '--project', 'own-mine']).stdout).rows[0];
    expect('the row with its mark', row.id === 'own-mine' && row.counted === 'own' && row.energy_basis === 'simulated', row);
    const warned = run(['simulate', '--own', bad]);
    expect('a warning for the row that is left out', warned.status === 0 && warned.stderr.includes(`warning: ${bad}:3:type`), warned.stderr);
  },
  'pathway, draws and seed change the digest': () => {
    const digests = [[], ['--pathway', 'constant', '--year', '2040'], ['--pathway', 'pledged', '--year', '2040'], ['--draws', '512'], ['--seed', '2']]
      .map(args => document_of(...args).digest);
    expect('five digests', new Set(digests).size === digests.length, digests);
  },
  'a scenario that cannot be used is named and gives exit status 2; what is only of the view is a warning': () => {
    fs.writeFileSync(path.join(scratch, 'two.txt'), 'v=1&y=2030\nv=1&y=2040\n');
    fs.writeFileSync(path.join(scratch, 'broken.json'), '{"y": 2030');
    for (const [scenario, named] of [['v=1&y=1999', 'link:y'], ['v=1&m=guess', 'link:m'], ['v=1&g=guess', 'link:g'], ['n=3', 'link:n'],
      ['seed=x', 'link:seed'], ['v=2', 'link:v'], ['nothing', '"nothing"'], ['two.txt', 'two.txt'], ['broken.json', 'broken.json']]) {
      const done = run(['simulate', '--scenario', scenario]);
      expect_failure(done, 2);
      expect(`${named} in the message`, done.stderr.includes(named) && done.stderr.includes('expected') && done.stderr.includes('found'), done.stderr);
      expect('nothing on standard output', done.stdout === '', done.stdout.slice(0, 80));
    }
    const view = run(['simulate', '--scenario', 'v=1&y=2030&p=flat&colour=red']);
    expect('exit status 0', view.status === 0, view.status);
    expect('two warnings', lines(view.stderr).filter(line => line.startsWith('warning: link:')).length === 2, view.stderr);
    expect('the same table as without', view.stdout === run(['simulate', '--year', '2030']).stdout, 'others');
  },
  'simulate --project prints one row, and an unknown id the nearest one with exit status 2': () => {
    const all = lines(run(['simulate']).stdout), one = lines(run(['simulate', '--project', 'karot']).stdout);
    expect('the header and the row of all', one.length === 2 && one[0] === all[0] && all.includes(one[1]) && one[1].startsWith('karot,'), one);
    expect('one row of JSON', document_of('--project', 'karot').rows.length === 1, document_of('--project', 'karot').rows.length);
    for (const [id, nearest] of [['karott', 'karot'], ['noor-abu-dabi', 'noor-abu-dhabi'], ['al-dhafra', 'al-dhafra-pv2']]) {
      const done = run(['simulate', '--project', id]);
      expect_failure(done, 2);
      expect(`"${nearest}" as the nearest`, done.stderr.includes(`found "${id}"; the nearest is "${nearest}"`), done.stderr);
    }
  },
  'simulate --hourly prints 8,760 hours that add up to the row, as CSV and as JSON': () => {
    for (const id of ['al-dhafra-pv2', 'monsoon-wind', 'karot']) {
      const hours = table_of(run(['simulate', '--project', id, '--hourly']).stdout);
      const year = document_of('--project', id).rows[0].energy_mwh;
      const sum = hours.rows.reduce((total, row) => total + Number(row.power_mw), 0);
      expect('8760 rows', hours.rows.length === 8760, hours.rows.length);
      expect('hour, utc, power_mw', hours.columns.join() === 'hour,utc,power_mw', hours.columns);
      expect('the last hour of the year', hours.rows[8759].utc === '2023-12-31T23:00:00Z', hours.rows[8759]);
      expect(`the hours of ${id} to add up to ${year} MWh`, Math.abs(sum / year - 1) < 1e-6, sum);
      const json = JSON.parse(run(['simulate', '--project', id, '--hourly', '--format', 'json']).stdout);
      expect('the same hours in JSON', json.power_mw.length === 8760 && json.power_mw.every((p, h) => p === Number(hours.rows[h].power_mw)), json.id);
    }
    expect_failure(run(['simulate', '--hourly']), 2);
    expect_failure(run(['simulate', '--hourly', '--project', 'soc-son-wte']), 2);
  },
  'verify: 0 the same, 1 others with both digests and the reason, 2 unusable': () => {
    const {digest, data_version: data} = document_of('--year', '2030'), other = '0123456789abcdef';
    const verify = (link, ...args) => run(['verify', link, ...args]);
    const same = verify(`https://example.org/#v=1&p=ortho&y=2030&data=${data}&d=${digest}`);
    expect('exit status 0', same.status === 0, same.stderr);
    expect('data and digest the same', same.stdout.includes(`data: the same, ${data}`) && same.stdout.includes(`digest: the same, ${digest}`), same.stdout);
    for (const [link, reason] of [[`v=1&y=2030&data=${other}&d=${other}`, 'the data have changed'],
      [`v=1&y=2030&data=${data}&d=${other}`, 'another version of the program'], [`v=1&y=2031&data=${data}&d=${digest}`, 'the link was altered']]) {
      const done = verify(link);
      expect('exit status 1', done.status === 1, done.status);
      const claimed = link.slice(-16), found = (done.stdout.match(/digest [0-9a-f]{16} there, ([0-9a-f]{16}) here/) ?? [])[1];
      expect('both digests', done.stdout.includes(`digest ${claimed} there`) && found && found !== claimed, done.stdout);
      expect(`"${reason}"`, done.stdout.includes(reason), done.stdout);
    }
    const changed = broken_data('projects.csv', text => text.replace(/^al-dhafra-pv2,(.*?),2000,ac,/m, 'al-dhafra-pv2,$1,2001,ac,'));
    const done = verify(`v=1&y=2030&data=${data}&d=${digest}`, '--data', changed);
    expect('other data to differ', done.status === 1 && done.stdout.includes('the data have changed'), done.stdout);
    for (const link of ['v=1&y=2030', 'v=1&d=12', `v=1&y=99&d=${digest}`, 'nothing']) expect_failure(verify(link), 2);
    expect_failure(run(['verify']), 2);
  },
  'validate compares every marked row once, and its table stands in the README': () => {
    const csv = table_of(run(['validate', '--format', 'csv']).stdout);
    const marked = lines(fs.readFileSync(path.join(ROOT, 'data/projects.csv'), 'utf8'))
      .filter(line => /,(cf|co2|cf_co2),("|[^,]*$)/.test(line)).length;  // its last column but one
    expect(`${marked} rows`, csv.rows.length === marked && marked > 50, csv.rows.length);
    expect('each once', new Set(csv.rows.map(row => row.id)).size === csv.rows.length, csv.rows.length);
    for (const row of csv.rows) {
      if (row.cf_error !== '') expect(`the error of ${row.id}`, Math.abs(row.cf_simulated / row.cf_reported - 1 - row.cf_error) < 1e-12, row.cf_error);
      if (row.co2_error !== '') expect(`the CO2 error of ${row.id}`, Math.abs(row.co2_simulated_t / row.co2_reported_t - 1 - row.co2_error) < 1e-12, row.co2_error);
    }
    const markdown = run(['validate']).stdout.replace(/\r/g, '');
    const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8').match(/<!-- greensilk validate -->\n([\s\S]*?)<!-- end -->/);
    expect('the table in README.md as the command prints it (tests/readme writes it)', readme?.[1] === markdown, readme?.[1].slice(0, 80));
    for (const row of csv.rows.filter(row => /sourced|estimated/.test(row.check) && (Math.abs(row.cf_error) > 0.25 || Math.abs(row.co2_error) > 0.25)))
      expect(`a reason for ${row.id}`, new RegExp(`^- \\*\\*${row.id}\\*\\* \\(.*%\\): .{20}`, 'm').test(markdown), 'none');
    expect_failure(run(['validate', '--format', 'xml']), 2);
  },
  'validate --railway compares or excuses every published figure, and its table stands in the README': () => {
    const csv = quoted_table_of(run(['validate', '--railway', '--format', 'csv']).stdout);
    const published = lines(fs.readFileSync(path.join(ROOT, 'data/rail_factors.csv'), 'utf8'))
      .map(line => line.match(/^(energy_validation|regen|reported_saving),([^,]*)/)?.[2]).filter(Boolean);
    const ids = [...new Set(csv.rows.map(row => row.id))];
    expect('every row of the three categories, in the file\'s order', ids.join() === published.join() && ids.length > 40, ids);
    for (const row of csv.rows) {
      const name = `${row.id} ${row.part}`;
      if (row.error === '') expect(`why ${name} is not compared`, row.why.length > 5, row.why);
      else {
        expect(`the error of ${name}`, Math.abs(row.simulated / row.published - 1 - row.error) < 1e-12, row.error);
        expect(`a reason for ${name} only if it misses`, Math.abs(row.error) > 0.2 ? row.why.length > 60 : row.why === '', row.why);
        expect(`conditions of ${name}`, row.conditions.length > 40, row.conditions);
      }
    }
    const markdown = run(['validate', '--railway']).stdout.replace(/\r/g, '');
    const readme = fs.readFileSync(path.join(ROOT, 'README.md'), 'utf8').match(/<!-- greensilk validate --railway -->\n([\s\S]*?)<!-- end -->/);
    expect('the table in README.md as the command prints it (tests/readme writes it)', readme?.[1] === markdown, readme?.[1].slice(0, 80));
  },
  'run prints five tractions side by side, and JSON and the table say the same digest': () => {
    const table = run(['run']), json = JSON.parse(run(['run', '--json']).stdout);
    expect('exit status 0', table.status === 0, table.stderr);
    for (const kind of ['diesel', 'hybrid', 'catenary', 'battery', 'hydrogen'])
      expect(`a line of ${kind}`, new RegExp(`^${kind} `, 'm').test(table.stdout), table.stdout);
    expect('five runs', json.runs.length === 5, json.runs.length);
    expect('the digest of the JSON in the table', table.stdout.includes(json.digest), json.digest);
    for (const one of json.runs) {
      const scale = one.ledger.traction_mwh;
      expect(`the ledgers of ${one.id} to close`, Math.abs(one.ledger.motion_imbalance_mwh) < 1e-9 * scale && Math.abs(one.ledger.powertrain_imbalance_mwh) < 1e-9 * scale, one.ledger);
      expect(`an interval of ${one.id}`, one.energy_mwh.p10 < one.energy_mwh.best && one.energy_mwh.best < one.energy_mwh.p90, one.energy_mwh);
    }
    const single = JSON.parse(run(['run', '--traction', 'diesel', '--json']).stdout);
    expect('only the diesel', single.runs.length === 1 && single.runs[0].traction === 'diesel', single.runs.length);
    expect('more litres for more tonnes', JSON.parse(run(['run', '--traction', 'diesel', '--tonnes', '5000', '--json']).stdout).runs[0].fuel_l > single.runs[0].fuel_l, single.runs[0].fuel_l);
    expect('the same digest twice', json.digest === JSON.parse(run(['run', '--json']).stdout).digest, json.digest);
  },
  'run --profile-csv writes every recorded place of each traction': () => {
    const file = path.join(scratch, 'profile.csv');
    const done = run(['run', '--traction', 'battery', '--profile-csv', file]);
    expect('exit status 0', done.status === 0, done.stderr);
    const table = table_of(fs.readFileSync(file, 'utf8'));
    expect('the columns', table.columns.join() === 'traction,at_m,height_m,grade_permille,limit_kmh,speed_kmh,time_s,wheel_kw,source_kw,charge', table.columns);
    expect('many rows', table.rows.length > 1000, table.rows.length);
    expect('rising distance', table.rows.every((row, i) => i === 0 || +row.at_m >= +table.rows[i - 1].at_m), 'not');
    expect('a charge that falls', +table.rows.at(-1).charge < +table.rows[0].charge, table.rows.at(-1).charge);
    expect('no speed above the limit', table.rows.every(row => +row.limit_kmh === 0 || +row.speed_kmh <= +row.limit_kmh + 1e-6), 'faster');
  },
  'run takes trains and lines of one\'s own': () => {
    fs.writeFileSync(path.join(scratch, 'line.csv'), 'chainage_km,grade_permille,limit_kmh,wire\n0,0,80,no\n10,8,60,yes\n20,-8,80,no\n30,,,\n');
    fs.writeFileSync(path.join(scratch, 'train.json'), '{"wagons": 20, "tare_t": 24, "load_t": 40, "axles": 4}');
    fs.writeFileSync(path.join(scratch, 'train.csv'), 'wagons,tare_t,load_t,axles\n20,24,40,4\n');
    const [json, csv] = ['train.json', 'train.csv'].map(train => run(['run', '--line', 'line.csv', '--train', train, '--json']));
    expect('exit status 0', json.status === 0, json.stderr);
    const found = JSON.parse(json.stdout);
    expect('30 km', found.length_km === 30, found.length_km);
    expect('the same of both forms', found.digest === JSON.parse(csv.stdout).digest, found.digest);
    fs.writeFileSync(path.join(scratch, 'bad.csv'), 'chainage_km,grade_permille,limit_kmh,wire\n0,0,80,no\n10,steep,60,yes\n20,,,\n');
    const bad = run(['run', '--line', 'bad.csv', '--train', 'train.csv']);
    expect_failure(bad, 2);
    expect('the place', bad.stderr.includes('bad.csv:3:grade_permille'), bad.stderr);
  },
  'run says what cannot run': () => {
    for (const [args, words] of [[['--line', 'nowhere'], ['khorgos_almaty', '"nowhere"']], [['--train', 'ghost'], ['kz_mixed', '"ghost"']],
      [['--train', 'cn_freight'], ['1520 mm', '1435 mm']], [['--traction', 'steam'], ['diesel', '"steam"']],
      [['--line', 'tazara', '--traction', 'catenary'], ['1067 mm']]]) {
      const done = run(['run', ...args]);
      expect_failure(done, 2);
      for (const word of words) expect(`${word} in the message`, done.stderr.includes(word), done.stderr);
    }
    expect_failure(run(['run', '--tonnes', '5']), 2);
    const what_if = run(['run', '--traction', 'catenary']);
    expect('a warning that there is no wire', what_if.status === 0 && what_if.stderr.startsWith('warning: khorgos_almaty'), what_if.stderr);
  },
  'eval --list names every model and every column, numbers with their unit': () => {
    const models = listed_models();
    expect('at least 15 models', Object.keys(models).length >= 15, Object.keys(models));
    for (const [name, {takes, gives}] of Object.entries(models)) {
      expect(`${name} to take and give something`, takes.length > 0 && gives.length > 0, [takes.length, gives.length]);
      for (const {name: column, unit, meaning} of gives) expect(`a unit and a meaning of ${name}'s ${column}`, unit !== '' && meaning !== '', unit);
    }
    const one = run(['eval', '--list', 'erbs']).stdout;
    expect('only erbs', one.startsWith('erbs: ') && !one.includes('solar_position'), one.slice(0, 80));
  },
  'eval skips comments, ignores other columns and keeps the order of the rows': () => {
    const clean = run(['eval', 'erbs'], {input: 'ghi_Wm2,zenith_deg,doy\n500,30,100\n0,95,100\n'});
    const noisy = run(['eval', 'erbs'], {input: '# made\n# by hand, with commas\nnote,doy,zenith_deg,ghi_Wm2\nx,100,30,500\n# pause\n"a, b",100,95,0\n'});
    expect('exit status 0', clean.status === 0 && noisy.status === 0, clean.stderr + noisy.stderr);
    expect('the same bytes', clean.stdout === noisy.stdout && lines(clean.stdout).length === 3, noisy.stdout);
    const [sunny] = table_of(clean.stdout).rows;
    expect('beam and diffuse to make up the whole', Math.abs(Number(sunny.dni_Wm2) * Math.cos(Math.PI / 6) + Number(sunny.dhi_Wm2) - 500) < 1e-9, sunny);
  },
  'a bad cell names file, row, column, expected and found; exit status 2 and nothing half written': () => {
    const file = path.join(scratch, 'in.csv'), out = path.join(scratch, 'eval-out.csv');
    for (const [row, message] of [['500,12x,100', 'in.csv:5:zenith_deg: expected a number from 0 to 180, found "12x"'],
      ['500,,100', 'in.csv:5:zenith_deg: expected a number from 0 to 180, found ""'],
      ['500,nan,100', 'in.csv:5:zenith_deg: expected a number from 0 to 180, found "nan"'],
      ['500,181,100', 'in.csv:5:zenith_deg: expected a number from 0 to 180, found "181"']]) {
      fs.writeFileSync(file, `# made\nghi_Wm2,zenith_deg,doy\n500,30,100\n# pause\n${row}\n500,30,100\n`);
      fs.writeFileSync(out, 'old');
      const done = run(['eval', 'erbs', '-i', 'in.csv', '-o', out]);
      expect_failure(done, 2);
      expect(message, done.stderr.includes(`error: ${message}`), done.stderr);
      expect('the old output', fs.readFileSync(out, 'utf8') === 'old', fs.readFileSync(out, 'utf8'));
      const piped = run(['eval', 'erbs'], {input: fs.readFileSync(file, 'utf8')});
      expect('nothing on standard output', piped.status === 2 && piped.stdout === '', piped.stdout);
      expect('standard input named', piped.stderr.includes(message.replace('in.csv', 'standard input')), piped.stderr);
    }
    const lacking = run(['eval', 'erbs'], {input: 'ghi_Wm2,doy\n500,100\n'});
    expect_failure(lacking, 2);
    expect('the missing column', lacking.stderr.includes(':zenith_deg: expected this column, found none'), lacking.stderr);
  },
  'eval without a model, without a file that it needs, or with one that is not there gives exit status 2': () => {
    for (const args of [['eval'], ['eval', 'guess'], ['eval', 'erbs', '-i', 'no-such.csv'], ['eval', 'wind_annual'],
      ['eval', 'wind_annual', '--curves', 'no-such.csv'], ['eval', 'train_resistance'],
      ['eval', 'train_resistance', '--params', 'no-such-folder']]) {
      const done = run(args, {input: 'turbine,config\nV90/2000,rho=1.1\n'});
      expect_failure(done, 2);
      expect('nothing on standard output', done.stdout === '', done.stdout);
    }
  },
  'every model of eval --list runs on the head of its reference file': () => {
    if (!fs.existsSync(REFERENCE)) return 'there is no ../shared/reference';
    let run_models = 0;
    for (const [name, {gives}] of Object.entries(listed_models())) {
      if (!fs.existsSync(path.join(REFERENCE, `${name}.csv`))) continue;  // a what-if of which no reference is known
      ++run_models;
      const rows = 48, input = head_rows(`${name}.csv`, rows);
      const files = (FILES_OF[name] ?? []).map(word => word.startsWith('--') ? word : path.join(REFERENCE, word));
      const done = run(['eval', name, ...files], {input});
      if (done.status !== 0) { expect(`${name} to run`, false, done.stderr.slice(0, 300)); continue; }
      const given = table_of(done.stdout), reference = table_of(input);
      expect(`the columns of ${name} as listed`, given.columns.join() === gives.map(column => column.name).join(), given.columns);
      expect(`${reference.rows.length} rows of ${name}`, given.rows.length === reference.rows.length, given.rows.length);
      for (const column of given.columns)
        expect(`a column ${column} of ${name} in the reference`, reference.columns.includes(column), reference.columns.slice(0, 5));
      const pairs = given.rows.flatMap((row, i) => given.columns.map(column => [row[column], reference.rows[i][column]]));
      const known = pairs.filter(([mine, theirs]) => mine !== '' && theirs !== '');
      const near = known.filter(([mine, theirs]) => Math.abs(mine - theirs) <= 0.02 * Math.abs(theirs) + 1e-6);
      expect(`numbers of ${name}`, known.length >= pairs.length / 8, [known.length, pairs.length]);
      expect(`numbers of ${name} as in the reference`, near.length === known.length, known.filter(pair => !near.includes(pair)).slice(0, 3));
    }
    expect('24 models with a reference', run_models === 24, run_models);
  },
  'eval reads the files that a model needs from a folder, wherever they lie in it': () => {
    const folder = path.join(scratch, 'stock', 'somewhere');
    fs.mkdirSync(folder, {recursive: true});
    fs.writeFileSync(path.join(folder, 'Box.yaml'), 'length_meters: 15\naxle_count: 4\nmass_static_base_kilograms: 20e3\n' +
      'mass_freight_kilograms: 0\nmass_rot_per_axle_kilograms: 700\nbearing_res_per_axle_newtons: 50\nrolling_ratio: 0.001\n' +
      'davis_b_seconds_per_meter: 0\ncd_area_square_meters: 4\nbraking_ratio: 0.1\n');
    const ask = type => run(['eval', 'train_resistance', '--params', 'stock'],
      {input: `car_type,n_cars,n_locos,speed_ms,grade,curve_coeff\n${type},10,0,10,0,0\n`});
    expect('the resistance of ten cars', table_of(ask('Box').stdout).rows[0]?.bearing_N === '2000', ask('Box'));
    const lacking = ask('Tank');
    expect_failure(lacking, 2);
    expect('the file that lacks', lacking.stderr.includes('stock/thirdparty/altrios/Tank.yaml: expected this file'), lacking.stderr);
  },
  'a file holds what standard output would': () => {
    const file = path.join(scratch, 'out.csv');
    const done = run(['simulate', '-o', file]);
    expect('exit status 0', done.status === 0, done.stderr);
    expect('the same bytes', fs.readFileSync(file, 'utf8') === run(['simulate']).stdout, 'others');
  },
  'a weather file of the reader\'s stands in for the synthetic year of one project, and a bad one is named': () => {
    const file = path.join(scratch, 'garissa.csv');
    const rows = [];
    for (let h = 0; h < 8760; ++h) {
      const at = new Date(Date.UTC(2023, 0, 1, h)), sun = Math.max(0, Math.sin((h % 24 - 3.4) / 12 * Math.PI));
      rows.push([at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCHours(), 30, (900 * sun).toFixed(1), 28, 3].join(','));
    }
    const head = 'Source,Location ID,Latitude,Longitude,Time Zone,Elevation\nhome,1,-0.45,39.6,0,150\nYear,Month,Day,Hour,Minute,GHI,Temperature,Wind Speed\n';
    fs.writeFileSync(file, head + rows.join('\n') + '\n');
    const row = (...args) => JSON.parse(run(['simulate', '--project', 'garissa', '--format', 'json', ...args]).stdout).rows[0];
    const own = row('--weather', file), synthetic = row();
    expect('another energy', own.energy_mwh > 0 && own.energy_mwh !== synthetic.energy_mwh, [own.energy_mwh, synthetic.energy_mwh]);
    expect('the note', own.notes.includes('own_weather'), own.notes);
    fs.writeFileSync(file, head + rows.join('\n').replace(',30,0.0,28,', ',30,dark,28,') + '\n');
    const bad = run(['simulate', '--project', 'garissa', '--weather', file]);
    expect('exit status 2', bad.status === 2, bad.status);
    expect('file, row and column', /garissa\.csv:\d+:.*dark/.test(bad.stderr), bad.stderr);
  },
  'the table keeps the filters of a link and sorts by any column; a chart of it has the same figures': () => {
    const table = quoted_table_of(run(['table', '--scenario', 'v=1&country=EGY', '--sort', 'capacity', '--format', 'csv']).stdout);
    const sizes = table.rows.map(row => row.capacity_mw).filter(cell => cell !== '').map(Number);
    expect('Egyptian rows only', table.rows.length > 2 && table.rows.every(row => row.country === 'EGY'), table.rows.length);
    expect('the largest first', sizes.every((size, i) => i === 0 || size <= sizes[i - 1]), sizes);
    const json = JSON.parse(run(['table', '--scenario', 'v=1&country=EGY', '--format', 'json']).stdout);
    const counted = table.rows.filter(row => row.counted === 'yes');
    const sum = counted.reduce((all, row) => all + Number(row.avoided_t || 0), 0);
    expect('the total of the rows that count', Math.abs(json.total.avoided_t.best - sum) < 1e-6 * sum && json.total.projects === counted.length, json.total);
    for (const name of ['countries', 'years', 'check']) {
      const svg = run(['chart', name, '--scenario', 'v=1']).stdout, csv = quoted_table_of(run(['chart', name, '--format', 'csv']).stdout);
      expect(`an SVG of ${name}`, svg.startsWith('<?xml') && svg.trimEnd().endsWith('</svg>') && svg.includes('<desc'), svg.slice(0, 80));
      expect(`rows of ${name}`, csv.rows.length > 5, csv.rows.length);
      for (const row of csv.rows.slice(0, 5)) expect(`${Object.values(row)[0]} in the SVG`, svg.includes(Object.values(row)[0].replace(/&/g, '&amp;')), row);
    }
    const curve = ['chart', 'duration', '--project', 'al-dhafra-pv2'];
    expect('the sorted hours of a project', quoted_table_of(run([...curve, '--format', 'csv']).stdout).rows.length === 200, 'another number of points');
    expect('their SVG', run(curve).stdout.trimEnd().endsWith('</svg>'), 'no SVG');
    for (const bad of [['table', '--sort', 'colour'], ['chart', 'pie'], ['chart', 'duration'], ['table', '--format', 'xml']]) expect_failure(run(bad), 2);
  },
  'a link becomes a QR code as SVG and as PNG of the same modules; what no code holds is refused': () => {
    const link = 'https://example.org/#v=1&y=2030';
    const svg = run(['qr', link]).stdout, side = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1]);
    expect('an SVG', svg.startsWith('<svg') && svg.trimEnd().endsWith('</svg>'), svg.slice(0, 80));
    expect('version 3 with its white', side === 29 + 8, side);
    const file = path.join(scratch, 'link.png');
    expect('exit status 0', run(['qr', link, '-o', file]).status === 0, 'another');
    const png = fs.readFileSync(file);
    expect('a PNG of whole modules', png.toString('latin1', 1, 4) === 'PNG' && png.readUInt32BE(16) === 12 * side, png.readUInt32BE(16));
    for (const bad of [['qr'], ['qr', ''], ['qr', 'a'.repeat(2954)]]) expect_failure(run(bad), 2);
  },
  'the forecast takes target, ramp, mix and factors, and never mixes capacity and generation': () => {
    const table = (...args) => lines(run(['forecast', ...args]).stdout).map(line => line.split(','));
    const last = rows => Object.fromEntries(rows[0].map((name, i) => [name, Number(rows.at(-1)[i])]));
    const plain = last(table()), twice = last(table('--target', '160')), own = last(table('--share', 'solar_pv=1', '--capacity-factor', 'solar_pv=0.2'));
    expect('2040', plain.year === 2040, plain.year);
    expect('80 GW a year for 16 years', Math.abs(plain.standing_mw - 16 * 80000) < 1, plain.standing_mw);
    expect('twice the rate saves twice as much', Math.abs(twice.saved_t / plain.saved_t - 2) < 1e-9, twice.saved_t / plain.saved_t);
    expect('no more than a fifth of the year at full power', own.generation_mwh < own.standing_mw * 8760 * 0.2 && own.generation_mwh > own.standing_mw * 8760 * 0.17,
      own.generation_mwh / own.standing_mw / 8760);
    expect('a linear ramp builds less', last(table('--ramp', 'linear')).standing_mw < plain.standing_mw, 0);
    for (const bad of [['--share', 'solar_pv=0.5'], ['--share', 'sun=1'], ['--capacity-factor', 'solar_pv=2']]) expect_failure(run(['forecast', ...bad]), 2);
  },
  'a claim is read, checked against every convention and told in words and as JSON': () => {
    const json = (...args) => JSON.parse(run(['claim', '--json', ...args]).stdout);
    const dhafra = json('2 GW, 2.4 Mt, UAE, solar');
    expect('another convention only', dhafra.verdict === 'other_convention', dhafra.verdict);
    const claim_by = (check, id) => check.cases[0].conventions.find(row => row.id === id).claim;
    expect('above the combined margin', claim_by(dhafra, 'ifi_combined_margin') === 'above', dhafra.cases[0].conventions);
    expect('inside the operating margin', claim_by(dhafra, 'ifi_operating_margin') === 'inside', dhafra.cases[0].conventions);
    expect('the project itself', dhafra.matches[0].project === 'al-dhafra-pv2', dhafra.matches);
    const own = json('2 GW, 2.4 Mt, UAE, solar', '--scenario', 'v=1&m=ifi_operating_margin');
    expect('plausible under the method of the link', own.verdict === 'plausible' && own.method === 'ifi_operating_margin', own.verdict);
    const chinese = json('--lang', 'zh', '阿联酋200万千瓦光伏，年减排240万吨');
    expect('the same in Chinese', chinese.verdict === dhafra.verdict && /[\u4e00-\u9fff]/.test(chinese.words), chinese.words);
    const text = run(['claim', '100 MW wind, Kenya, 900 GWh, 20000 homes']);
    expect('exit status 0', text.status === 0, text.status);
    expect('the verdict first', lines(text.stdout)[0] === 'Impossible', lines(text.stdout)[0]);
    expect('what is not checked', /20000 homes.*not checked/.test(text.stdout), text.stdout);
    const empty = run(['claim', 'green and good']);
    expect('exit status 2 where nothing can be checked', empty.status === 2, empty.status);
    expect('what is missing', /Say a capacity/.test(empty.stdout), empty.stdout);
    expect_failure(run(['claim', '500 MW', '--scenario', 'v=1&y=never']), 2);
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
      ['simulate', '--format', 'xml'], ['simulate', '--draws', '63'], ['simulate', '--seed', '-1'], ['simulate', '--pathway', 'x'], ['simulate', '--colour'], ['check', path.join(scratch, 'nothing')], ['check', 'a', 'b']])
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
    expect('twenty-one missing files', lines(done.stdout).filter(line => line.includes('found none')).length === 21, done.stdout);
  },
};

let passed = 0, failed = 0;
for (const [name, rule] of Object.entries(rules)) {
  current = [];
  const skipped = rule();
  if (skipped && current.length === 0) {
    console.log(`skipped: ${name} (${skipped})`);
    continue;
  }
  if (current.length === 0) console.log(`ok: ${name}`);
  else console.log(`FAILED: ${name}\n  ${current.join('\n  ').slice(0, 1500)}`);
  current.length === 0 ? ++passed : ++failed;
}
fs.rmSync(scratch, {recursive: true, force: true});
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
