// Whether data/stories/*.json and data/policy.json hold what data/README.md says: four languages, ids and sources that exist,
// figures that the program can put in, links that it can open.
//   node tests/stories.mjs      prints one line a rule; exits 1 if one is broken
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {csv_records} from '../data/bake/csv.mjs';
import {check} from './rules.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = file => fs.readFileSync(path.join(ROOT, file), 'utf8');
const table = (name, key = 'id') => new Map(csv_records(read(`data/${name}.csv`), `${name}.csv`).map(row => [row[key], row]));

const TABLES = {project: table('projects'), route: table('routes'), locomotive: table('locomotives'), claim: table('claims'),
  country: table('countries', 'iso3')};
const SOURCES = table('sources'), TRAINS = table('trains'), TRACTIONS = table('tractions');
const LANGUAGES = ['en', 'zh', 'ru', 'ar'];
const SCRIPTS = {en: /[A-Za-z]/, zh: /\p{Script=Han}/u, ru: /\p{Script=Cyrillic}/u, ar: /\p{Script=Arabic}/u};
const MOST_LINKS = 2;  // arcs of great circles, in all stories

/// What a placeholder needs: a row, and in it a figure. No table: it stands alone.
const FIGURES = {
  saving: ['project'], range: ['project'], output: ['project'], capacity: ['project', r => r.capacity_mw],
  reported_saving: ['project', r => r.co2_t], reported_output: ['project', r => r.generation_gwh],
  locomotive_saving: ['locomotive', r => r.co2_saving_t_per_unit], claim: ['claim', r => r.value], total_saving: [], total_range: [],
};

const problems = new Map();  // rule -> what breaks it
const rule = name => { problems.set(name, []); return (good, what) => { if (!good) problems.get(name).push(what); }; };
const shape = rule('stories and the policy page have their parts');
const languages = rule('every text stands in English, Chinese, Russian and Arabic, without marks of direction and with western digits');
const length = rule('a story has 5 to 7 steps, and an English text of a step 35 to 70 words');
const sources = rule('every source is a row of sources.csv');
const figures = rule('every placeholder is known, has a figure behind it and stands in all languages');
const ids = rule('every project, claim and target is a row of its file');
const links = rule('a step\'s link has only names and values that app/state/url.cpp reads');
const arcs = rule(`at most ${MOST_LINKS} arcs in all, between places on Earth`);

// What a link knows, from the code that reads it: names, lists of words, ranges.
const reader = read('app/state/url.cpp') + read('app/state/url_names.hpp');
const constants = Object.fromEntries(['state', 'scenario', 'map_style', 'laboratory'].flatMap(name =>
  [...read(`app/state/${name}.hpp`).matchAll(/\b(k\w+) = (-?[\d.]+)[,;]/g)].map(m => [m[1], Number(m[2])])));
const words = Object.fromEntries([...reader.matchAll(/string_view, [^>]+> (k\w+)\{([^}]*)\}/g)]
  .map(m => [m[1], [...m[2].matchAll(/"(\w*)"/g)].map(w => w[1])]));
const names = new Set([...reader.matchAll(/name == "(\w+)"/g)].map(m => m[1]));
const lists = Object.fromEntries([...reader.matchAll(/name == "(\w+)"\) (?:word|bits)\(name, value, (k\w+)/g)].map(m => [m[1], words[m[2]]]));
const bound = text => (text in constants ? constants[text] : Number(text));
const ranges = Object.fromEntries([...reader.matchAll(/name == "(\w+)"\) (?:number|whole)(?:<[^>]*>)?\(name, value, ([-\w.]+), ([-\w.]+),/g)]
  .map(m => [m[1], [bound(m[2]), bound(m[3])]]).concat([['y', [constants.kFirstYear, constants.kLastYear]]]));
const projections = new Set([...read('app/map/projection_table.cpp').matchAll(/\{\w+, "(\w+)"/g)].map(m => m[1]));
links(names.size > 30 && lists.on?.includes('sites') && ranges.z?.every(Number.isFinite) && projections.has('ortho'),
  'app/state/url.cpp and app/map/projection_table.cpp could not be read: this test looks for other words than they have');

const ROWS = {line: TABLES.route, train: TRAINS, pull: TRACTIONS, country: TABLES.country};
const MANY = new Set(['on', 'off', 'cat', 'status']);  // several words

function value_fits(name, value) {
  if (name === 'v') return value === '1';
  if (name === 'p') return projections.has(value);
  if (name === 'sel') {
    const [kind, id] = value.split(':');
    return Boolean(TABLES[kind]?.has(id));
  }
  if (name in ROWS) return ROWS[name].has(value);
  if (name in lists) return (MANY.has(name) ? value.split(',') : [value]).every(word => lists[name].includes(word));
  if (!(name in ranges)) return true;
  const [low, high] = ranges[name], number = Number(value);
  return /^-?[\d.]+$/.test(value) && number >= low && number <= high && (name !== 'y' || Number.isInteger(number));
}

function check_link(where, link) {
  const pairs = link.split('&').map(part => part.split('='));
  const has = new Set(pairs.map(([name]) => name));
  links(link.startsWith('v=1&') && has.size === pairs.length, `${where}: begins otherwise than with v=1, or has a name twice`);
  for (const name of ['p', 'lon', 'lat', 'z', 'y']) links(has.has(name), `${where}: has no ${name}`);
  for (const name of ['lang', 'theme']) links(!has.has(name), `${where}: has ${name}, which is the reader's`);
  for (const [name, value = ''] of pairs) {
    links(names.has(name), `${where}: no name of a link: ${name}`);
    links(value_fits(name, value), `${where}: not read: ${name}=${value}`);
  }
}

const placeholders = text => [...text.matchAll(/\{([^{}]*)\}/g)].map(m => m[1]);

function check_figure(where, inside) {
  const [kind, id] = inside.split(':');
  const [of, figure] = FIGURES[kind] ?? [];
  if (!(kind in FIGURES)) figures(false, `${where}: no placeholder: {${inside}}`);
  else if (!of) figures(id === undefined, `${where}: {${kind}} takes no id`);
  else if (!TABLES[of].has(id)) figures(false, `${where}: no ${of}: {${inside}}`);
  else figures(!figure || figure(TABLES[of].get(id)) !== '', `${where}: its row has no such figure: {${inside}}`);
}

function check_text(where, text) {
  languages(text && Object.keys(text).join() === LANGUAGES.join(), `${where}: languages ${Object.keys(text ?? {}).join(' ')}`);
  for (const language of LANGUAGES) {
    const words_of = text?.[language] ?? '';
    languages(SCRIPTS[language].test(words_of) && words_of === words_of.trim(), `${where}: not written in ${language}`);
    languages(!/[\u200e\u200f\u202a-\u202e\u2066-\u2069\u061c\u0660-\u0669\u06f0-\u06f9]/.test(words_of), `${where}: ${language} has marks of direction or other digits`);
    const inside = placeholders(words_of);
    figures(!/[{}]/.test(words_of.replace(/\{[^{}]*\}/g, '')), `${where}: ${language} has a brace alone`);
    figures([...inside].sort().join() === placeholders(text?.en ?? '').sort().join(), `${where}: ${language} has other placeholders than en`);
    for (const each of inside) check_figure(`${where}.${language}`, each);
  }
}

function check_sources(where, list) {
  sources(Array.isArray(list) && list.length > 0 && new Set(list).size === list.length, `${where}: names none, or one twice`);
  for (const id of list ?? []) sources(SOURCES.has(id), `${where}: ${id}`);
}

function check_arc(where, arc) {
  const place = p => Array.isArray(p) && p.length === 2 && Math.abs(p[0]) <= 180 && Math.abs(p[1]) <= 90;
  arcs(place(arc.from) && place(arc.to), `${where}: not [longitude, latitude]`);
  sources(SOURCES.has(arc.source), `${where}: ${arc.source}`);
}

const stories = fs.readdirSync(path.join(ROOT, 'data/stories')).filter(n => n.endsWith('.json')).sort();
let drawn = 0;
shape(stories.length > 0, 'data/stories is empty');
for (const name of stories) {
  const story = JSON.parse(read(`data/stories/${name}`)), id = name.slice(0, -5), steps = story.steps ?? [];
  shape(story.id === id && story.version === 1, `${id}: its id is ${story.id}, its version ${story.version}`);
  length(steps.length >= 5 && steps.length <= 7, `${id}: ${steps.length} steps`);
  check_text(`${id}.title`, story.title);
  check_text(`${id}.summary`, story.summary);
  steps.forEach((step, i) => {
    const where = `${id}[${i}]`;
    const unknown = Object.keys(step).filter(k => !['link', 'links', 'title', 'text', 'notes', 'sources'].includes(k));
    shape(!unknown.length, `${where}: unknown ${unknown.join(' ')}`);
    check_link(where, step.link ?? '');
    check_text(`${where}.title`, step.title);
    check_text(`${where}.text`, step.text);
    check_text(`${where}.notes`, step.notes);
    const count = (step.text?.en ?? '').split(/\s+/).filter(w => /[\p{L}\d]/u.test(w)).length;
    length(count >= 35 && count <= 70, `${where}: ${count} words`);
    check_sources(where, step.sources);
    for (const arc of step.links ?? []) check_arc(where, arc);
    drawn += (step.links ?? []).length;
  });
}
arcs(drawn <= MOST_LINKS, `${drawn} arcs`);

const {plan, themes = []} = JSON.parse(read('data/policy.json'));
shape(plan && plan.period?.length === 2 && themes.length > 0, 'policy.json: no plan, period or themes');
check_text('plan.title', plan.title);
check_text('plan.text', plan.text);
check_sources('plan', plan.sources);
for (const area of plan.areas) check_text(`plan.${area.id}`, area.title);
const areas = Number(TABLES.claim.get('gt-plan-areas')?.value);
shape(plan.areas.length === areas, `plan: ${plan.areas.length} areas, claims.csv says ${areas}`);
for (const {claim} of plan.targets) ids(TABLES.claim.get(claim)?.subject === 'action_plan', `plan: no claim of the plan: ${claim}`);
shape(new Set(themes.map(t => t.id)).size === themes.length, 'policy.json: an id of a theme twice');
for (const theme of themes) {
  check_text(`${theme.id}.title`, theme.title);
  check_text(`${theme.id}.text`, theme.text);
  check_sources(theme.id, theme.sources);
  for (const id of theme.projects) ids(TABLES.project.has(id), `${theme.id}: no project: ${id}`);
  for (const id of theme.claims) ids(TABLES.claim.has(id), `${theme.id}: no claim: ${id}`);
  theme.dates.forEach((date, i) => {
    check_text(`${theme.id}.dates[${i}]`, date.text);
    shape(Number.isInteger(date.year) && (i === 0 || date.year >= theme.dates[i - 1].year), `${theme.id}: years out of order`);
  });
}

check(Object.fromEntries([...problems].map(([name, broken]) => [name, () => broken.slice(0, 10)])));
