// Reports, from outside: what is written, that it can be read by others, and what bad input is answered.
//   node tests/report.mjs [PROGRAM]      prints one line a rule; exits 1 if one is broken
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {check} from './rules.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const PROGRAM = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/greensilk'));
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-report-'));
process.on('exit', () => fs.rmSync(scratch, {recursive: true, force: true}));

const run = (...args) => spawnSync(PROGRAM, args, {encoding: 'utf8', cwd: scratch, maxBuffer: 1 << 28});
const tool = (name, ...args) => spawnSync(name, args, {encoding: 'utf8', cwd: scratch, maxBuffer: 1 << 28});
const LANGUAGES = ['en', 'zh', 'ru', 'ar'];
const SUBJECTS = [['--project', 'al-dhafra-pv2'], ['--country', 'KAZ'], []];

const made = {};
/// A report's bytes, made once.
function report(format, language, ...subject) {
  const name = [language, ...subject.map(s => s.replace(/^--/, '')), 'report'].join('-') + '.' + format;
  if (!(name in made)) {
    const done = run('report', ...subject, '--lang', language, '-o', name);
    made[name] = {name, done, bytes: done.status === 0 ? fs.readFileSync(path.join(scratch, name)) : Buffer.alloc(0)};
  }
  return made[name];
}
const text_of = of => of.bytes.toString('utf8');
const json_of = (...of) => JSON.parse(text_of(report('json', ...of)) || '{"sections": [], "sources": []}');
const figures_of = document => document.sections.flatMap(s => s.figures.map(f => ({...f, section: s.id})));
/// Of pages: what an eye compares, without spaces, signs of direction and the order that a line from right to left is read in.
const plain = text => text.replace(/[\s\u200e\u200f\u202a-\u202e\u2066-\u2069\u064b-\u0652]/g, '').normalize('NFKC');

/// Elements of a page in their order, and which stay open or close nothing.
function elements(html) {
  const body = html.replace(/<style>[\s\S]*?<\/style>/, ''), open = [], all = [], flaws = [];
  const empty = new Set(['meta', 'br']);
  for (const [, end, name, attributes] of body.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>/g)) {
    if (end) { if (open.pop() !== name) flaws.push(`</${name}> closes something else`); continue; }
    all.push({name, attributes: Object.fromEntries([...attributes.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map(a => [a[1], a[2] ?? '']))});
    if (!attributes.endsWith('/') && !empty.has(name)) open.push(name);
  }
  return {all, flaws: [...flaws, ...open.map(name => `<${name}> stays open`)]};
}

const rules = {
  'a project, a country and all are written in four forms and four languages': () => SUBJECTS.flatMap(subject => LANGUAGES.flatMap(language =>
    ['html', 'json', 'csv'].flatMap(format => {
      const {name, done, bytes} = report(format, language, ...subject);
      return done.status === 0 && bytes.length > 2000 && done.stderr === '' ? [] : [`${name}: exit status ${done.status}, ${bytes.length} bytes: ${done.stderr}`];
    }))),

  'the figures of every project are those of simulate': () => {
    const simulated = JSON.parse(run('simulate', '--format', 'json').stdout);
    const all = json_of('en');
    const wrong = simulated.digest === all.digest ? [] : [`digest ${all.digest}, expected ${simulated.digest}`];
    const figures = figures_of(all).filter(f => f.section === 'projects');
    for (const row of simulated.rows.filter(r => r.kind === 'project')) {
      for (const [figure, columns] of [['simulated_saving', ['avoided_low_t', 'avoided_t', 'avoided_high_t']], ['simulated_output', ['energy_low_mwh', 'energy_mwh', 'energy_high_mwh']]]) {
        const found = figures.find(f => f.item === row.id && f.figure === figure);
        const is = found && [found.low, found.value, found.high], wanted = columns.map(c => row[c]);
        if (JSON.stringify(is) !== JSON.stringify(wanted)) wrong.push(`${row.id} ${figure}: ${JSON.stringify(is)}, expected ${JSON.stringify(wanted)}`);
      }
    }
    return wrong;
  },

  'a report of one project has the same figures as that of all': () => {
    const all = figures_of(json_of('en')).filter(f => f.section === 'projects' && f.item === 'al-dhafra-pv2');
    const one = figures_of(json_of('en', '--project', 'al-dhafra-pv2')).filter(f => f.section === 'short');
    return ['simulated_saving', 'simulated_output', 'reported_saving', 'capacity'].filter(figure =>
      all.find(f => f.figure === figure)?.value !== one.find(f => f.figure === figure)?.value);
  },

  'every number says where it is from, and what its ends are': () => SUBJECTS.flatMap(subject => figures_of(json_of('en', ...subject))
    .filter(f => f.value !== null && f.figure !== 'input')
    .filter(f => !(f.sources.length || f.from || f.estimated) || (f.low === null) !== (f.interval === null) || !['P10-P90', 'inputs low-high', null].includes(f.interval))
    .map(f => `${f.section} ${f.item} ${f.figure}: ${JSON.stringify(f)}`)),

  'a figure that is missing says why': () => figures_of(json_of('en')).filter(f => f.section === 'projects' && f.figure === 'simulated_saving' && f.value === null && !f.note)
    .map(f => `${f.item} has no saving and no reason`),

  'a page is well-formed, in its language and direction, and its headings, tables and pictures are named': () => SUBJECTS.flatMap(subject => LANGUAGES.flatMap(language => {
    const of = report('html', language, ...subject), html = text_of(of), {all, flaws} = elements(html), wrong = [...flaws];
    const root = all.find(e => e.name === 'html');
    if (root?.attributes.lang !== language || root?.attributes.dir !== (language === 'ar' ? 'rtl' : 'ltr')) wrong.push('lang or dir of <html>');
    const heads = all.filter(e => /^h[1-6]$/.test(e.name)).map(e => +e.name[1]);
    if (heads.filter(h => h === 1).length !== 1) wrong.push('expected one <h1>');
    heads.slice(1).forEach((h, i) => h > heads[i] + 1 && wrong.push(`a <h${h}> follows a <h${heads[i]}>`));
    const count = (name, has) => all.filter(e => e.name === name && has(e.attributes)).length;
    if (count('th', a => !a.scope)) wrong.push('a <th> without scope');
    if (count('table', () => true) !== count('caption', () => true)) wrong.push('a <table> without <caption>');
    if (count('svg', a => a.role !== 'img' || !a['aria-labelledby'])) wrong.push('an <svg> without role or name');
    const ids = all.map(e => e.attributes.id).filter(Boolean);
    if (new Set(ids).size !== ids.length) wrong.push(`an id stands twice: ${ids.find((id, i) => ids.indexOf(id) !== i)}`);
    for (const {attributes: a} of all) {
      for (const name of ['aria-labelledby', 'aria-describedby']) for (const id of (a[name] ?? '').split(' ').filter(Boolean)) if (!ids.includes(id)) wrong.push(`${name} names ${id}, which is not there`);
      if (a.href?.startsWith('#') && !ids.includes(a.href.slice(1))) wrong.push(`a link to ${a.href}, which is not there`);
    }
    return wrong.map(what => `${of.name}: ${what}`);
  })),

  'a page runs no script and fetches nothing: addresses stand in links alone': () => SUBJECTS.flatMap(subject => {
    const of = report('html', 'en', ...subject), html = text_of(of), {all} = elements(html);
    const wrong = all.filter(e => ['script', 'link', 'img', 'iframe', 'object', 'base', 'form'].includes(e.name)).map(e => `<${e.name}>`);
    for (const e of all) for (const [name, value] of Object.entries(e.attributes)) {
      if (/^on/.test(name) || name === 'src') wrong.push(`${name} of <${e.name}>`);
      if (/^https?:/.test(value) && !(e.name === 'a' && name === 'href') && name !== 'xmlns') wrong.push(`${name}="${value}" of <${e.name}>`);
    }
    if (/@import|url\(/.test(html.match(/<style>[\s\S]*?<\/style>/)?.[0] ?? '')) wrong.push('a style that fetches');
    if (!/http-equiv="Content-Security-Policy" content="default-src 'none'/.test(html)) wrong.push('no Content-Security-Policy');
    return wrong.map(what => `${of.name}: ${what}`);
  }),

  'a PDF has its title, date, pages and links, and its text holds the digest and the figures in every language': () => LANGUAGES.flatMap(language => SUBJECTS.slice(0, 2).flatMap(subject => {
    const of = report('pdf', language, ...subject);
    if (of.done.status !== 0) return [`${of.name}: ${of.done.stderr}`];
    const document = json_of(language, ...subject), info = tool('pdfinfo', of.name).stdout, words = tool('pdftotext', of.name, '-').stdout, text = plain(words), wrong = [];
    if (!/Page size:\s+595\.\d+ x 841\.\d+ pts \(A4\)/.test(info)) wrong.push(`expected A4, found ${info.match(/Page size:.*/)?.[0]}`);
    if (!plain(info).includes(plain(document.title))) wrong.push('its title is not in its metadata');
    if (!info.includes(`digest ${document.digest}`)) wrong.push('its digest is not in its metadata');
    const date = tool('pdfinfo', '-isodates', of.name).stdout;
    if (!date.includes(`CreationDate:    ${document.newest_source}`)) wrong.push(`expected the date of the newest source, found ${date.match(/CreationDate.*/)?.[0]}`);
    const pages = +info.match(/Pages:\s+(\d+)/)[1];
    if (words.split(document.digest).length - 1 < pages) wrong.push('the digest is not on every page');
    const saving = figures_of(document).find(f => f.section === 'short' && f.figure === 'simulated_saving');
    const digits = saving.words.match(/[\d.,]+/)[0];
    if (!text.includes(digits)) wrong.push(`the saving, ${saving.words}, is not in its text`);
    if (language !== 'ar' && !text.includes(plain(document.title))) wrong.push(`its title, ${document.title}, is not in its text`);
    // From right to left letters come in the order of reading; spaces and signs may not.
    if (language === 'ar' && !document.title.split(/\s+/).some(word => text.includes(plain(word)))) wrong.push(`no word of its title, ${document.title}, is in its text`);
    const links = tool('pdfinfo', '-url', of.name).stdout;
    for (const source of document.sources.filter(s => /^https?:/.test(s.url)).slice(0, 5)) if (!links.includes(source.url)) wrong.push(`no link to ${source.url}`);
    return wrong.map(what => `${of.name}: ${what}`);
  })),

  'the same report is the same bytes': () => ['pdf', 'html', 'csv', 'json'].flatMap(format => {
    const first = report(format, 'en', '--country', 'KAZ'), again = run('report', '--country', 'KAZ', '--lang', 'en', '-o', `again.${format}`);
    if (again.status !== 0) return [again.stderr];
    return fs.readFileSync(path.join(scratch, `again.${format}`)).equals(first.bytes) ? [] : [`${format} differs`];
  }),

  'a scenario is the one of the link, and changes figures, digest and link': () => {
    const standard = json_of('en', '--country', 'KAZ'), coal = JSON.parse(run('report', '--country', 'KAZ', '--scenario', 'v=1&y=2035&m=coal_equivalent', '--format', 'json').stdout || '{}'), wrong = [];
    if (coal.scenario?.year !== 2035 || coal.scenario?.method !== 'coal_equivalent') wrong.push(`scenario ${JSON.stringify(coal.scenario)}`);
    if (coal.digest === standard.digest) wrong.push('the same digest');
    if (!/y=2035/.test(coal.link) || !coal.link?.includes(`d=${coal.digest}`)) wrong.push(`link ${coal.link}`);
    const verified = run('verify', coal.link ?? '');
    if (verified.status !== 0) wrong.push(`the link does not verify: ${verified.stdout}${verified.stderr}`);
    return wrong;
  },

  'rows of one\'s own have a report, which says so': () => {
    fs.writeFileSync(path.join(scratch, 'mine.csv'), 'name,type,lat,lon,MW\nMine,solar,24.3,54.6,500\n');
    const done = run('report', '--own', 'mine.csv', '--project', 'own-mine', '--format', 'html');
    return done.status === 0 && done.stdout.includes('Your own row') ? [] : [`exit status ${done.status}: ${done.stderr}`];
  },

  'what cannot be used is named, with what is nearest, and writes nothing': () => [
    [['--project', 'al-dhafra-pv'], ['expected the id of a project', '"al-dhafra-pv"', 'the nearest is "al-dhafra-pv2"'], 2],
    [['--country', 'KAX'], ['expected', '"KAX"', 'the nearest is "KAZ"'], 2],
    [['--country', 'kaz'], ['the nearest is "KAZ"'], 2],
    [['--country', 'KAZ', '--project', 'karot'], ['excludes'], 2],
    [['--scenario', 'v=1&y=1999'], ['link:y'], 2],
    [['--own', 'nowhere.csv'], ['nowhere.csv'], 1],
    [['--data', 'nowhere'], ['projects'], 1],
  ].flatMap(([args, parts, status]) => {
    const done = run('report', ...args, '-o', 'never.html'), said = done.stderr + done.stdout, wrong = [];
    if (done.status !== status) wrong.push(`exit status ${done.status}, expected ${status}`);
    for (const part of parts) if (!said.includes(part)) wrong.push(`"${part}" is not in: ${said.trim()}`);
    if (fs.existsSync(path.join(scratch, 'never.html'))) wrong.push('a file was written');
    return wrong.map(what => `${args.join(' ')}: ${what}`);
  }).concat([['report', '-o', 'report.doc'], ['report'], ['report', '-o', 'nowhere/report.html']].flatMap(args => {
    const done = run(...args);
    return done.status !== 0 && done.stderr.startsWith('error: ') ? [] : [`${args.join(' ')}: exit status ${done.status}: ${done.stderr}`];
  })),
};

check(rules);
