// Whether data/i18n/facts/*.json translate the free texts of data/*.csv that the inspector shows, as they stand there.
//   node tests/facts.mjs      prints one line a rule, and how much each language has; exits 1 if a rule is broken
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {csv_records} from '../data/bake/csv.mjs';
import {hash_of, keys_of_facts} from '../data/bake/words.mjs';
import {check} from './rules.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = file => fs.readFileSync(path.join(ROOT, 'data', file), 'utf8');
const SHOWN = {
  projects: ['chinese_role', 'local_partner', 'capacity_note', 'notes'], claims: ['claimant', 'notes'], countries: ['notes'], trains: ['notes'],
  routes: ['chinese_role', 'traffic', 'cost', 'opened_note', 'electrification_note', 'notes'],
  locomotives: ['builder', 'operator', 'units_note', 'year_note', 'duty', 'claimed_saving', 'notes'],
};
const texts = new Map(Object.entries(SHOWN).flatMap(([table, columns]) =>
  csv_records(read(`${table}.csv`), `${table}.csv`).flatMap(row => columns.map(column => [row[column], `${table}.${column}`]))).filter(([text]) => text));

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/// How numbers are written: with a decimal point or comma, words that multiply what stands before them.
const POINT = /\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?/.source, COMMA = /\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?!\d)(?:,\d+)?|\d+(?:,\d+)?/.source;
const WRITTEN = {
  en: {number: POINT, times: {trillion: 1e12, tn: 1e12, billion: 1e9, bn: 1e9, million: 1e6, Mt: 1e6, kt: 1e3}},
  zh: {number: POINT, times: {万亿: 1e12, 亿: 1e8, 百万: 1e6, 万: 1e4, Mt: 1e6, kt: 1e3}, script: /\p{Script=Han}/u},
  ru: {number: COMMA, times: {трлн: 1e12, млрд: 1e9, млн: 1e6, тыс: 1e3}, script: /\p{Script=Cyrillic}/u},
  ar: {number: POINT, times: {تريليون: 1e12, مليار: 1e9, مليون: 1e6, Mt: 1e6, kt: 1e3}, script: /\p{Script=Arabic}/u},
};
const MILLIONS = /(?<=(?:USD|EUR|RO) [\d.]+) m\b|(?<=\d) [mM](?= (?:USD|CNY|passengers?|trips|TEU)\b| 20\d\d\b)/g;
const RANGE = /^(?:[-–]| \+ | -> | and | to | ?至 ?| и | до | إلى | و)$/u;
const LANGUAGES = Object.keys(WRITTEN).filter(language => language !== 'en');
const facts = Object.fromEntries(LANGUAGES.map(language => [language, JSON.parse(read(`i18n/facts/${language}.json`))]));
const rows = LANGUAGES.flatMap(language => Object.entries(facts[language]).map(([english, text]) => ({language, english, text})));
const start = text => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
const broken = (good, what) => rows.filter(row => !good(row)).map(row => `${row.language} ${start(row.english)}: ${what(row)}`);

/// The figures of a text, by size, without those in names (CO2, CKD6H); "2.2 to 3.2 bn" are both billions.
function figures(text, language) {
  const {number, times} = WRITTEN[language];
  const one = new RegExp(`(?<![A-Za-z]\\d*)(${number})(?:[ \u00a0\u202f-]?(${Object.keys(times).join('|')})(?![a-z]))?`, 'gu');
  const found = [...text.replace(MILLIONS, ' million').matchAll(one)].map(match => {
    const plain = language === 'ru' ? match[1].replace(/[ \u00a0\u202f]/g, '').replace(',', '.') : match[1].replaceAll(',', '');
    return {value: Number(plain), word: match[2], start: match.index, end: match.index + match[0].length, text: match.input};
  });
  found.reduceRight((next, one) => {
    if (next && !one.word && RANGE.test(one.text.slice(one.end, next.start))) one.word = next.word;
    return one;
  }, null);
  return found.map(({value, word}) => Number((value * (times[word] ?? 1)).toPrecision(9))).sort((a, b) => a - b);
}
/// What another language may write in figures and English does not: months and what stands in names.
const unsized = english => [...english.matchAll(/(?<=[A-Za-z])\d+/g)].map(Number)
  .concat(MONTHS.flatMap((name, i) => [...english.matchAll(new RegExp(`\\b${name}`, 'g'))].map(() => i + 1)));

/// Those of `found` that are not in `wanted`, each as often as it is missing there.
function beyond(found, wanted) {
  const left = [...wanted];
  return found.filter(n => { const at = left.indexOf(n); if (at >= 0) left.splice(at, 1); return at < 0; });
}
function figures_that_differ({language, english, text}) {
  const there = figures(english, 'en'), here = figures(text, language);
  return [...beyond(there, here), ...beyond(here, [...there, ...unsized(english)])];
}

for (const language of LANGUAGES) {
  const said = [...texts.keys()].filter(text => text in facts[language]).length;
  console.log(`${language}: ${said} of ${texts.size} texts`);
}

check({
  'every text that is translated is one of the facts': () => broken(({english}) => texts.has(english), () => 'no cell has this text now'),
  'figures are the same in every language': () => broken(row => !figures_that_differ(row).length, row => figures_that_differ(row).join(', ')),
  'a translation has letters of its language': () => broken(({language, text}) => WRITTEN[language].script.test(text), ({text}) => start(text)),
  'no marks of direction but before a sign in Arabic, vowel marks, eastern digits, braces or stray white space': () => {
    const undirected = ({language, text}) => (language === 'ar' ? text.replace(/\u200e(?=[+-])/g, '') : text);
    return broken(row => !/[\u200b-\u200f\u2066-\u2069\u064b-\u0652\u0660-\u0669{}\t\n\r]|  |^ | $/u.test(undirected(row)), ({text}) => start(text));
  },
  'no two texts of the facts have one hash': () => {
    keys_of_facts(Object.fromEntries([...texts.keys()].map(text => [text, text])));
    return hash_of('foobar') === 'bf9cf968' ? [] : ['the hash is not FNV-1a'];
  },
});
