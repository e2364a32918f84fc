// Pictures that stay lines and words: `greensilk render` as SVG and PDF, looked at with other programs.
//   node tests/vector.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {read_png} from './raster.mjs';
import {check} from './rules.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-vector-'));
process.on('exit', () => fs.rmSync(scratch, {recursive: true, force: true}));

const run = (program, args, options = {}) => spawnSync(program, args, {encoding: 'utf8', cwd: scratch, maxBuffer: 1 << 27, ...options});
const render = (args, env = {}) => run(PROGRAM, ['render', ...args], {env: {...process.env, ...env}});
const at = name => path.join(scratch, name);
const bytes = name => fs.readFileSync(at(name));
const words_of = lang => JSON.parse(fs.readFileSync(path.join(ROOT, `data/i18n/${lang}.json`), 'utf8'));
const digest = JSON.parse(run(PROGRAM, ['simulate', '--format', 'json']).stdout).digest;

/// Fontconfig with the program's faces alone, or with none.
function fonts(name, folder) {
  fs.writeFileSync(at(name), `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folder ? `<dir>${folder}</dir>` : ''}` +
    `<cachedir>${at('cache')}</cachedir></fontconfig>`);
  return {FONTCONFIG_FILE: at(name)};
}
const OURS = fonts('ours.conf', path.join(path.dirname(PROGRAM), 'assets/fonts')), NONE = fonts('none.conf', '');

/// A picture of each kind, by its name.
const PICTURES = {
  english: {lang: 'en', args: ['--size', '1280x720', '--theme', 'print', '--lang', 'en', 'v=1']},
  chinese: {lang: 'zh', args: ['--size', '1000x700', '--theme', 'light', '--lang', 'zh', 'v=1&lon=55&lat=25&z=4']},
  russian: {lang: 'ru', args: ['--size', '900x900', '--theme', 'dark', '--lang', 'ru', 'v=1&p=ortho&lon=60&lat=40&z=2.2&roll=20']},
  arabic: {lang: 'ar', args: ['--size', '1280x720', '--theme', 'print', '--lang', 'ar', 'https://example.org/map/#v=1&sel=project:al-dhafra-pv2']},
};
const trouble = Object.entries(PICTURES).flatMap(([name, {args}]) => ['svg', 'pdf', 'png'].flatMap(kind => {
  const done = render([...args, '-o', `${name}.${kind}`]);
  return done.status === 0 && done.stderr === '' ? [] : [`${name}.${kind}: exit status ${done.status}, ${done.stderr.trim()}`];
}));
if (trouble.length) check({'pictures are drawn': () => trouble});  // ends the program

/// What a parser of XML finds: {title, desc, texts, elements, metadata}.
const READ = `
import json, sys, xml.etree.ElementTree as tree
root = tree.parse(sys.argv[1]).getroot()
short = lambda tag: tag.split('}')[1]
print(json.dumps({'title': root.findtext('{*}title'), 'desc': root.findtext('{*}desc'), 'role': root.get('role'), 'width': root.get('width'),
  'texts': [''.join(t.itertext()) for t in root.iter('{http://www.w3.org/2000/svg}text')], 'elements': sorted({short(e.tag) for e in root.iter()}),
  'metadata': [[short(e.tag), e.text] for e in root.iter() if e.tag.startswith('{http://purl.org/dc/')]}))`;
const read_svg = name => {
  const done = run('/usr/bin/python3', ['-c', READ, at(name)]);
  return done.status === 0 ? JSON.parse(done.stdout) : {broken: done.stderr.trim().split('\n').pop()};
};
const plain = text => text.normalize('NFKC').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/\s+/g, ' ');
const WORDS = ['category.solar', 'category.wind', 'map.attribution'];  // without letters that a PDF joins
const by_picture = find => Object.entries(PICTURES).flatMap(([name, picture]) => find(name, picture).map(wrong => `${name}: ${wrong}`));

/// Mean difference of a channel, and the share of pixels of which one differs much.
function difference(a, b) {
  if (a.width !== b.width || a.height !== b.height) return {mean: 255, share: 1};
  let sum = 0, far = 0;
  for (let i = 0; i < a.rgba.length; i += 4) {
    const of = [0, 1, 2].map(c => Math.abs(a.rgba[i + c] - b.rgba[i + c]));
    sum += of[0] + of[1] + of[2];
    far += Math.max(...of) > 64;
  }
  return {mean: sum / (a.width * a.height * 3), share: far / (a.width * a.height)};
}
const alike = (png, other, most) => {
  const {mean, share} = difference(read_png(bytes(png)), read_png(bytes(other)));
  return mean < most && share < 0.025 ? [] : [`expected ${other} to look as ${png}, found a mean difference of ${mean.toFixed(2)} and ${(100 * share).toFixed(1)} % of other pixels`];
};

check({
  'an SVG picture is well-formed, and holds its words as text in the order of reading': () => by_picture((name, {lang}) => {
    const svg = read_svg(`${name}.svg`), words = words_of(lang);
    if (svg.broken) return [svg.broken];
    const texts = svg.texts.map(plain);
    return [
      ...['app.title', ...WORDS].filter(key => !texts.includes(plain(words[key]))).map(key => `expected the text "${words[key]}", found none`),
      ...(texts.some(text => text.includes(digest.slice(0, 8))) ? [] : [`expected the digest ${digest} among the texts, found none`]),
      ...svg.elements.filter(e => ['script', 'foreignObject', 'a', 'style'].includes(e)).map(e => `expected shapes and text alone, found <${e}>`),
    ];
  }),
  'an SVG picture says its title, a sentence with its figures, its sources, licence, digest and link': () => by_picture((name, {lang}) => {
    const {title, desc, role, metadata} = read_svg(`${name}.svg`), all = key => metadata.filter(([k]) => k === key).map(([, text]) => text);
    const wrong = [], expect = (what, truth, seen) => truth || wrong.push(`expected ${what}, found ${JSON.stringify(seen)}`);
    expect('role="img"', role === 'img', role);
    expect('a title with the program\'s name', title?.startsWith(words_of(lang)['app.title']), title);
    expect('figures in the description', /\d/.test(desc ?? '') && desc.length > 40, desc);
    expect('the language', all('language').join() === lang, all('language'));
    expect('a day', /^\d{4}-\d\d-\d\d$/.test(all('date').join()), all('date'));
    expect('the digest', all('identifier').includes(`digest ${digest}`), all('identifier'));
    const link = name === 'arabic' ? 'https://example.org/map/#v=1' : '#v=1';
    expect(`a link that begins with ${link} and claims the digest`, all('identifier').some(id => id.startsWith(link) && id.endsWith(`d=${digest}`)), all('identifier'));
    expect('credit to Natural Earth', all('rights').join().includes('Natural Earth'), all('rights'));
    expect('sources with addresses', all('source').length > 0 && all('source').every(s => s.includes('http')), all('source').find(s => !s.includes('http')));
    return wrong;
  }),
  'an SVG picture looks as the PNG of the same link': () => by_picture(name => {
    const done = run('rsvg-convert', ['-o', at(`${name}.svg.png`), at(`${name}.svg`)], {env: {...process.env, ...OURS}});
    return done.status === 0 ? alike(`${name}.png`, `${name}.svg.png`, 3) : [done.stderr.trim()];
  }),
  // Poppler draws edges bolder than the others do.
  'a PDF looks as the PNG of the same link': () => by_picture(name => {
    const done = run('pdftoppm', ['-r', '96', '-png', '-singlefile', at(`${name}.pdf`), at(`${name}.pdf`)]);
    return done.status === 0 ? alike(`${name}.png`, `${name}.pdf.png`, 4.7) : [done.stderr.trim()];
  }),
  'a PDF holds its words as text, in the program\'s faces': () => by_picture((name, {lang}) => {
    const text = plain(run('pdftotext', [at(`${name}.pdf`), '-']).stdout), words = words_of(lang);
    const faces = run('pdffonts', [at(`${name}.pdf`)]).stdout.split('\n').slice(2).filter(Boolean).map(line => line.split(/\s+/));
    const strange = faces.filter(([face]) => !/^[A-Z]{6}\+(NotoSans|NotoSansArabic|NotoSerifDisplay|DroidSansFallback)(-|$)/.test(face)).map(([face]) => face);
    return [
      ...WORDS.filter(key => !text.includes(plain(words[key]))).map(key => `expected the words "${words[key]}", found none`),
      ...(text.includes(digest.slice(0, 8)) ? [] : [`expected the digest ${digest}, found none`]),
      ...(faces.length ? [] : ['expected embedded faces, found none']), ...strange.map(face => `expected a face of the program's, found ${face}`),
    ];
  }),
  'a PDF\'s metadata are the picture\'s, dated by its data, and 96 px are an inch': () => by_picture((name, {args}) => {
    const info = Object.fromEntries(run('pdfinfo', ['-isodates', at(`${name}.pdf`)]).stdout.split('\n').map(line => [line.split(':')[0], line.slice(line.indexOf(':') + 1).trim()]));
    const svg = read_svg(`${name}.svg`), day = svg.metadata.find(([k]) => k === 'date')[1], [width, height] = args[1].split('x').map(px => px * 0.75);
    const wrong = [], expect = (what, truth, seen) => truth || wrong.push(`expected ${what}, found ${JSON.stringify(seen)}`);
    expect('the title', info.Title === svg.title, info.Title);
    expect('the description as its subject', info.Subject === svg.desc, info.Subject);
    expect('the digest among its keywords', info.Keywords?.includes(digest), info.Keywords);
    expect('the program as its author', info.Author === 'Green Silk Road explorer', info.Author);
    expect(`${day} as its date`, info.CreationDate?.startsWith(day) && info.ModDate?.startsWith(day), info.CreationDate);
    expect(`${width} x ${height} pt`, info['Page size']?.startsWith(`${width} x ${height} pts`), info['Page size']);
    return wrong;
  }),
  'the same link gives the same bytes, whatever faces a machine has, and the map of the world less than 2 MB': () => by_picture((name, {args}) => ['svg', 'pdf'].flatMap(kind => {
    render([...args, '-o', `again.${kind}`], NONE);
    const wrong = bytes(`${name}.${kind}`).equals(bytes(`again.${kind}`)) ? [] : [`expected the same ${kind} again, found another`];
    return bytes(`${name}.${kind}`).length < 2e6 ? wrong : [...wrong, `expected a ${kind} below 2 MB, found ${bytes(`${name}.${kind}`).length} bytes`];
  })),
  'no graphics card is needed': () => {
    const without = {__EGL_VENDOR_LIBRARY_DIRS: at('nowhere'), LIBGL_DRIVERS_PATH: at('nowhere'), GBM_BACKENDS_PATH: at('nowhere'), SDL_VIDEODRIVER: 'none'};
    const done = ['png', 'svg', 'pdf'].map(kind => render([...PICTURES.english.args, '-o', `blind.${kind}`], without));
    return [
      ...(done[0].status ? [] : ['expected no PNG without a driver, found one: this rule proves nothing']),
      ...done.slice(1).filter(d => d.status).map(d => `expected a picture without a driver, found ${d.stderr.trim()}`),
    ];
  },
  'the ending of the file, or --format, says what is written; any other ending is named': () => {
    const wrong = [], expect = (what, truth, seen) => truth || wrong.push(`expected ${what}, found ${JSON.stringify(seen)}`);
    const size = ['--size', '400x300', 'v=1'], to_stdout = kind => render([...size, '--format', kind, '-o', '-']).stdout;
    expect('SVG on standard output', to_stdout('svg').startsWith('<?xml'), to_stdout('svg').slice(0, 20));
    expect('PDF on standard output', to_stdout('pdf').startsWith('%PDF-'), to_stdout('pdf').slice(0, 20));
    expect('a name in capitals to do', render([...size, '-o', 'LOUD.SVG']).status === 0 && bytes('LOUD.SVG').includes('<svg'), 'none');
    for (const ending of ['jpg', 'eps', 'svgz']) {
      const done = render([...size, '-o', `map.${ending}`]);
      expect(`exit status 2 and the endings for .${ending}`, done.status === 2 && done.stderr.includes(`map.${ending}`) && done.stderr.includes('.svg') && done.stderr.includes(`found .${ending}`), done.stderr);
      expect(`no file map.${ending}`, !fs.existsSync(at(`map.${ending}`)), 'one');
    }
    const format = render([...size, '--format', 'eps', '-o', '-']);
    expect('an unknown format to be named', format.status !== 0 && format.stderr.includes('eps'), format.stderr);
    const plain_map = render([...size, '--plain', '-o', 'plain.svg']);
    expect('--plain to be said to be PNG only', plain_map.status === 2 && plain_map.stderr.includes('PNG only'), plain_map.stderr);
    const nowhere = render([...size, '-o', 'no/such/folder/map.svg']);
    expect('a folder that is not there to be named', nowhere.status === 1 && nowhere.stderr.includes('no/such/folder'), nowhere.stderr);
    return wrong;
  },
  'a batch may hold pictures of several kinds, each as if it was drawn alone': () => {
    const shots = ['svg', 'pdf', 'png'].map(kind => ({output: at(`batch.${kind}`), link: 'v=1', theme: 'print', lang: 'en'}));
    const done = run(PROGRAM, ['render', '--size', '1280x720', '--batch', '-'], {input: JSON.stringify(shots)});
    if (done.status !== 0) return [done.stderr.trim()];
    const others = ['svg', 'pdf', 'png'].filter(kind => !bytes(`batch.${kind}`).equals(bytes(`english.${kind}`)));
    const bad = run(PROGRAM, ['render', '--size', '400x300', '--batch', '-'], {input: JSON.stringify([{output: 'x.doc', link: 'v=1'}])});
    return [...others.map(kind => `expected the ${kind} of a batch to be that drawn alone, found another`),
      ...(bad.status === 2 && bad.stderr.includes('[0]:output') ? [] : [`expected the bad ending by its place, found ${bad.stderr}`])];
  },
});
