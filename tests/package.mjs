// The program installed: what `cmake --install` and the package put where, and whether it works there.
//   node tests/package.mjs [BUILD_FOLDER]      prints one line a rule; exits 1 if one is broken
// The rule of the clean root needs root (or sudo without a password): elsewhere it is said to be skipped, and under CI that is a failure.
import {spawn, spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {starts} from './bench/startup.mjs';
import {completed} from './package/completed.mjs';
import {commands_of} from './package/help_text.mjs';
import {screen} from './screen.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const BUILD = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-package-'));
const PREFIX = path.join(scratch, 'prefix'), ELSEWHERE = path.join(scratch, 'elsewhere');
const PROGRAM = path.join(PREFIX, 'bin/greensilk'), SHARE = path.join(PREFIX, 'share');
const LANGUAGES = ['ar', 'ru', 'zh'];  // beside English

/// Runs a command and answers what it printed; an error where it fails.
function done(command, args, options = {}) {
  const {status, stdout, stderr, error} = spawnSync(command, args, {encoding: 'utf8', maxBuffer: 1 << 26, cwd: ELSEWHERE, ...options});
  if (error || status !== 0) throw new Error(`${[command, ...args].join(' ').slice(0, 200)} failed (${error?.code ?? status}): ${stderr}${stdout}`.slice(0, 3000));
  return {stdout, stderr};
}

function expect(what, truth, found) {
  if (!truth) throw new Error(`expected ${what}, found ${JSON.stringify(found)?.slice(0, 1000)}`);
}

const digest_of = program => JSON.parse(done(program, ['simulate', '--format', 'json']).stdout).digest;
const is_png = (bytes, width, height) => bytes.subarray(1, 4).toString() === 'PNG' && bytes.readUInt32BE(16) === width && bytes.readUInt32BE(20) === height;
const read = file => fs.readFileSync(path.join(SHARE, file), 'utf8');

/// How to be root: a command to begin with; null where there is no way.
function as_root() {
  if (process.getuid() === 0) return [];
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : null;
}

class Skipped extends Error {}

let deb = '';
const rules = {
  'the package is built from the build tree, with what it needs, and lintian finds no error and nothing to warn of': () => {
    done('cpack', ['-G', 'DEB', '--config', path.join(BUILD, 'CPackConfig.cmake'), '-B', path.join(scratch, 'deb')], {cwd: BUILD});
    const made = fs.readdirSync(path.join(scratch, 'deb')).filter(name => name.endsWith('.deb'));
    expect('one package greensilk_VERSION_ARCHITECTURE.deb', made.length === 1 && /^greensilk_\d+\.\d+\.\d+_[a-z0-9]+\.deb$/.test(made[0]), made);
    deb = path.join(scratch, 'deb', made[0]);
    const field = name => done('dpkg-deb', ['-f', deb, name]).stdout.trim();
    expect('section science', field('Section') === 'science', field('Section'));
    const depends = field('Depends');
    for (const name of ['libsdl2-2.0-0', 'libproj', 'libegl1', 'libgl1', 'libc6']) expect(`the package to depend on ${name}`, depends.includes(name), depends);
    for (const name of ['ffmpeg', 'xdg-desktop-portal | zenity']) expect(`the package to recommend ${name}`, field('Recommends').includes(name), field('Recommends'));
    const said = spawnSync('lintian', ['--profile', 'debian', deb], {encoding: 'utf8'});
    expect('nothing from lintian', said.error === undefined && !/^[EW]: /m.test(said.stdout) && said.status === 0, said.stdout + said.stderr);
  },
  'installed, the program finds its files from any folder: the same figures, and a picture': () => {
    const build = path.join(BUILD, 'greensilk');
    expect('the version', done(PROGRAM, ['--version']).stdout === done(build, ['--version']).stdout, done(PROGRAM, ['--version']).stdout);
    expect('no problem of the data', done(PROGRAM, ['check']).stdout.startsWith('0 problems; '), done(PROGRAM, ['check']).stdout);
    expect(`the digest ${digest_of(build)}`, digest_of(PROGRAM) === digest_of(build), digest_of(PROGRAM));
    const picture = path.join(ELSEWHERE, 'map.png');
    done(PROGRAM, ['render', '--size', '320x200', '-o', picture, 'v=1']);
    expect('a picture of 320 x 200 px', is_png(fs.readFileSync(picture), 320, 200), fs.readFileSync(picture).subarray(0, 24));
  },
  'it looks nowhere else: without its folder it says what is missing, and names no build tree': () => {
    const own = path.join(SHARE, 'greensilk'), away = path.join(scratch, 'away');
    fs.renameSync(own, away);
    const said = spawnSync(PROGRAM, ['render', '--size', '320x200', '-o', 'none.png', 'v=1'], {encoding: 'utf8', cwd: ELSEWHERE});
    fs.renameSync(away, own);
    expect('a failure that names the folder', said.status === 1 && said.stderr.includes(own), said.stderr);
    expect('no build tree in the message', !said.stderr.includes(BUILD), said.stderr);
  },
  'only what belongs to the program is installed, and the program without what debuggers need': () => {
    const top = fs.readdirSync(SHARE).sort();
    const wanted = ['applications', 'bash-completion', 'doc', 'greensilk', 'icons', 'lintian', 'man', 'metainfo', 'mime'];
    expect(wanted.join(' '), JSON.stringify(top) === JSON.stringify(wanted), top);
    expect('one program', JSON.stringify(fs.readdirSync(path.join(PREFIX, 'bin'))) === '["greensilk"]', fs.readdirSync(path.join(PREFIX, 'bin')));
    const sections = done('readelf', ['-S', '--wide', PROGRAM]).stdout;
    expect('no section .debug_info', !sections.includes('.debug_info') && !sections.includes('.symtab'), sections.match(/\.debug_\w+|\.symtab/g));
  },
  'the entry of the menu is valid, in four languages, its icon is there in every size, and its class is that of the window': async () => {
    const file = path.join(SHARE, 'applications/greensilk.desktop'), text = fs.readFileSync(file, 'utf8');
    const said = done('desktop-file-validate', [file]);
    expect('nothing from desktop-file-validate', said.stdout + said.stderr === '', said.stdout + said.stderr);
    for (const key of ['Name', 'GenericName', 'Comment', 'Keywords'])
      for (const language of LANGUAGES) expect(`${key} in ${language}`, text.includes(`\n${key}[${language}]=`), text);
    for (const size of [48, 128, 256]) {
      const icon = fs.readFileSync(path.join(SHARE, `icons/hicolor/${size}x${size}/apps/greensilk.png`));
      expect(`an icon of ${size} px`, is_png(icon, size, size), icon.subarray(0, 24));
    }
    done('rsvg-convert', [path.join(SHARE, 'icons/hicolor/scalable/apps/greensilk.svg'), '-o', path.join(scratch, 'icon.png')]);
    const shown = await screen(), env = {...process.env, DISPLAY: shown.display, SDL_VIDEODRIVER: 'x11'};
    const window = spawn(PROGRAM, ['v=1'], {env, cwd: ELSEWHERE, stdio: 'ignore'});
    try {
      const name = text.match(/^StartupWMClass=(.*)$/m)[1];
      const found = spawnSync('timeout', ['20', 'xdotool', 'search', '--sync', '--class', `^${name}$`], {env, encoding: 'utf8'});
      expect(`a window of the class ${name}`, found.status === 0 && found.stdout.trim() !== '', found.stderr);
    } finally {
      window.kill();
      shown.close();
    }
  },
  'what a software catalogue is told is valid, and names the entry and the version': () => {
    const file = path.join(SHARE, 'metainfo/org.example.greensilk.metainfo.xml'), text = fs.readFileSync(file, 'utf8');
    done('appstreamcli', ['validate', '--no-net', file]);
    expect('the entry of the menu', text.includes('>greensilk.desktop<') && fs.existsSync(path.join(SHARE, 'applications/greensilk.desktop')), text);
    const version = done(PROGRAM, ['--version']).stdout.trim().split(' ')[1];
    expect(`the release ${version}`, text.includes(`<release version="${version}"`), text);
  },
  'a session is known by its ending and by how it begins, in four languages, and other JSON stays JSON': () => {
    const data = path.join(scratch, 'mime-data'), packages = path.join(data, 'mime/packages');
    fs.mkdirSync(packages, {recursive: true});
    fs.copyFileSync('/usr/share/mime/packages/freedesktop.org.xml', path.join(packages, 'freedesktop.org.xml'));
    fs.copyFileSync(path.join(SHARE, 'mime/packages/greensilk.xml'), path.join(packages, 'greensilk.xml'));
    const env = {...process.env, XDG_DATA_DIRS: data, XDG_DATA_HOME: path.join(scratch, 'none')};
    const warned = done('update-mime-database', [path.join(data, 'mime')], {env}).stderr;
    expect('no warning of update-mime-database', warned === '', warned);
    const files = {'some.greensilk': ['{}', 'application/x-greensilk-session'], nameless: ['{"greensilk":1}', 'application/x-greensilk-session'], 'other.json': ['{"a":1}', 'application/json']};
    for (const [name, [bytes, type]] of Object.entries(files)) {
      fs.writeFileSync(path.join(ELSEWHERE, name), bytes);
      const found = done('gio', ['info', '-a', 'standard::content-type', name], {env}).stdout;
      expect(`${name} to be ${type}`, found.includes(`standard::content-type: ${type}\n`), found);
    }
    for (const language of LANGUAGES) expect(`its name in ${language}`, read('mime/packages/greensilk.xml').includes(`<comment xml:lang="${language}">`), language);
    expect('the menu entry to open it', read('applications/greensilk.desktop').includes('MimeType=application/x-greensilk-session;'), read('applications/greensilk.desktop'));
  },
  'the manual page is set without complaint and has every command and every option of --help': () => {
    const page = path.join(SHARE, 'man/man1/greensilk.1.gz');
    const env = {...process.env, LC_ALL: 'C.UTF-8', MANWIDTH: '200', MANROFFSEQ: '', MAN_KEEP_FORMATTING: ''};
    const set = done('man', ['--warnings', '--encoding=UTF-8', '--no-justification', '--no-hyphenation', '-l', page], {env});
    expect('no complaint of groff', set.stderr === '', set.stderr);
    const sections = Object.fromEntries(set.stdout.split(/^ {3}(?=\S)/m).slice(1).map(part => [part.slice(0, part.indexOf('\n')).trim(), part]));
    for (const {name, options} of commands_of(PROGRAM)) {
      expect(`a part on ${name}`, sections[name] !== undefined, Object.keys(sections));
      for (const option of options.flatMap(o => o.names).filter(word => word !== '-h' && word !== '--help'))
        expect(`${option} of ${name}`, new RegExp(`^ +(-\\S+, )*${option}( |,|$)`, 'm').test(sections[name]), sections[name]);
      for (const choice of options.flatMap(o => o.choices)) expect(`the value ${choice} of ${name}`, sections[name].includes(choice), sections[name]);
    }
  },
  'bash completes every command, every option and every value that --help names, ids of the tables and models': () => {
    const script = path.join(SHARE, 'bash-completion/completions/greensilk');
    const ask = (...words) => completed(script, [['greensilk', ...words]], ELSEWHERE)[0];
    const commands = commands_of(PROGRAM);
    const first = ask('');
    for (const {name, options} of commands) {
      expect(`the command ${name}`, first.includes(name), first);
      const offered = ask(name, '-');
      for (const word of options.flatMap(o => o.names)) expect(`${word} of ${name}`, offered.includes(word), offered);
      for (const {names, choices} of options.filter(o => o.choices.length))
        expect(`${choices} after ${name} ${names[0]}`, JSON.stringify(ask(name, names[0], '')) === JSON.stringify(choices), ask(name, names[0], ''));
    }
    expect('an unfinished command to be finished', JSON.stringify(ask('sim')) === '["simulate"]', ask('sim'));
    expect('a value after =', JSON.stringify(ask('simulate', '--format', '=', 'j')) === '["json"]', ask('simulate', '--format', '=', 'j'));
    expect('a project', ask('simulate', '--project', 'al-dh').includes('al-dhafra-pv2'), ask('simulate', '--project', 'al-dh'));
    expect('a line', ask('run', '--line', 'khorgos').includes('khorgos_almaty'), ask('run', '--line', 'khorgos'));
    expect('a model', ask('eval', 'solar_p').includes('solar_position'), ask('eval', 'solar_p'));
    fs.writeFileSync(path.join(ELSEWHERE, 'wanted.csv'), '');
    expect('a file', ask('simulate', '--own', 'wan').includes('wanted.csv'), ask('simulate', '--own', 'wan'));
    expect('no file where a number is wanted', ask('simulate', '--year', '').length === 0, ask('simulate', '--year', ''));
  },
  'the licences name every font and every table that is installed': () => {
    const text = read('doc/greensilk/copyright'), credits = read('doc/greensilk/credits.md');
    for (const licence of ['Expat', 'OFL-1.1', 'Apache-2.0', 'CC-BY-4.0', 'ODbL-1.0', 'public-domain-natural-earth'])
      expect(`the text of ${licence}`, new RegExp(`^License: ${licence}\n `, 'm').test(text), licence);
    const patterns = [...text.matchAll(/^Files: (.*(?:\n [^\n]+)*)/gm)].flatMap(found => found[1].trim().split(/\s+/)).filter(name => name !== '*' && !name.endsWith('*'));
    for (const name of patterns) expect(`${name}, which the licences name`, fs.existsSync(path.join(PREFIX, name.replace(/^usr\//, ''))), name);
    for (const name of ['OpenStreetMap', 'GeoNames', 'Natural Earth', 'Ember']) expect(`credit to ${name}`, credits.includes(name), credits.slice(0, 200));
  },
  'the window shows the map before anything is simulated (tests/bench/startup.mjs measures how soon)': async () => {
    const {shown, figures} = await starts(PROGRAM, 1, false);
    expect('the first picture well before the figures', shown.median < 0.7 * figures.median, {shown, figures});
  },
  'in a clean root the package installs with what it depends on, works without a network, and leaves nothing when it is purged': () => {
    const root = as_root();
    if (!root && !process.env.CI) throw new Skipped('needs root');
    expect('root, or sudo without a password, under CI', root, null);
    const out = path.join(scratch, 'clean');
    fs.mkdirSync(out);
    const [command, ...args] = [...root, path.join(ROOT, '.ci/clean-install'), deb, out];
    done(command, args, {stdio: ['ignore', 'pipe', 'pipe']});
    const result = name => fs.readFileSync(path.join(out, name));
    expect('the version', String(result('version.txt')) === done(PROGRAM, ['--version']).stdout, String(result('version.txt')));
    expect('no problem of the data', String(result('check.txt')).startsWith('0 problems; '), String(result('check.txt')));
    expect('the digest of this machine', JSON.parse(result('simulate.json')).digest === digest_of(PROGRAM), JSON.parse(result('simulate.json')).digest);
    expect('a picture of 640 x 400 px', is_png(result('map.png'), 640, 400), result('map.png').subarray(0, 24));
    expect('every file as the package has it', String(result('verify.txt')) === '', String(result('verify.txt')));
    expect('nothing left after the purge', String(result('left.txt')) === '', String(result('left.txt')));
  },
};

fs.mkdirSync(ELSEWHERE);
let broken = 0;
try {
  done('cmake', ['--install', BUILD, '--prefix', PREFIX, '--strip']);
  for (const [rule, check] of Object.entries(rules)) {
    try {
      await check();
      console.log(`ok: ${rule}`);
    } catch (error) {
      const skipped = error instanceof Skipped;
      broken += !skipped;
      console.log(skipped ? `skipped: ${rule}: ${error.message}` : `FAILED: ${rule}\n  ${error.message}`);
    }
  }
} catch (error) {
  ++broken;
  console.log(`FAILED: cmake --install\n  ${error.message}`);
} finally {
  fs.rmSync(scratch, {recursive: true, force: true});
}
process.exit(broken ? 1 : 0);
