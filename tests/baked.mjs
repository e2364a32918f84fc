// What the bake made of cities, stations and the order of names.
//   node tests/baked.mjs [ASSETS]      prints one line a rule; exits 1 if one is broken
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {city_rows} from '../data/bake/cities.mjs';
import {LANGUAGES} from '../data/bake/countries.mjs';
import {csv_records} from '../data/bake/csv.mjs';
import {common_hanzi} from '../data/bake/fonts.mjs';
import {check} from './rules.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const ASSETS = path.resolve(process.argv[2] ?? path.join(ROOT, 'build/native/assets'));
const APART_KM = 5;
const COLUMNS = ['name', 'name_zh', 'name_ru', 'name_ar', 'iso3', 'latitude', 'longitude', 'rank'];
const SCRIPTS = {
  name_zh: ['Chinese', /^[\p{Script=Han}·]+$/u], name_ru: ['Cyrillic', /^[\p{Script=Cyrillic} -]+$/u],
  name_ar: ['Arabic', /^[\p{Script=Arabic}\p{Mn} ]+$/u],
};

const table = (...file) => csv_records(fs.readFileSync(path.join(...file), 'utf8'), file.at(-1));
const cities = table(ASSETS, 'cities.csv').map(c => ({...c, rank: Number(c.rank), at: [c.longitude, c.latitude].map(Number)}));
const stations = JSON.parse(fs.readFileSync(path.join(ROOT, 'data/i18n/names/zh.json'), 'utf8')).stations;
const named = new Set(table(ROOT, 'data/route_points.csv').map(p => p.name).filter(Boolean));

function kilometres(a, b) {
  const [x1, y1, x2, y2] = [...a, ...b].map(v => v * Math.PI / 180);
  const h = Math.sin((y2 - y1) / 2) ** 2 + Math.cos(y1) * Math.cos(y2) * Math.sin((x2 - x1) / 2) ** 2;
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h));
}

/// What city_rows says of one row beside the places and countries of a small world.
function row_of(change) {
  const places = [1, 2].map(n => ({name: 'Astana', a3: 'KAZ', population: n, longitude: n, latitude: 0}));
  const row = {a3: 'KAZ', name: 'Astana', natural_earth: '', name_zh: '', name_ru: '', name_ar: '', rank: '1', ...change};
  try {
    return city_rows([row], places, [{a3: 'KAZ', iso3: 'KAZ'}])[0];
  } catch (error) {
    return error.message;
  }
}
const refused = (change, wanted) => (row_of(change) === wanted ? [] : [`expected "${wanted}", found ${JSON.stringify(row_of(change))}`]);

/// Names of countries and projects as a language shows them, by what they name.
function names_in(language, words) {
  const world = fs.readFileSync(path.join(ASSETS, 'world.bin'));
  const {countries} = JSON.parse(world.subarray(20, 20 + world.readUInt32LE(8)).toString());
  const of_projects = table(ROOT, 'data/projects.csv').map(p => words[`name.projects.${p.id}`] || (language === 'zh' && p.name_zh) || p.name);
  return [...countries.map(c => c.names[LANGUAGES.indexOf(language)]), ...of_projects];
}

/// As app/text/order.cpp compares names: by the places of their letters.
function compared_by(order) {
  const places = new Map([[' ', 1]]);
  order.split(' ').forEach((group, i) => { for (const c of group) places.set(c, i + 2); });
  return (a, b) => {
    const [x, y] = [a, b].map(name => [...name].map(c => places.get(c)));
    const at = x.findIndex((place, i) => place !== y[i]);
    return at < 0 ? x.length - y.length : at === y.length ? 1 : x[at] - y[at];
  };
}

const rules = {
  'cities.csv has its eight columns and every row of city_names.csv': () => {
    const columns = Object.keys(cities[0]).slice(0, COLUMNS.length).join();
    const wanted = table(ROOT, 'data/bake/city_names.csv').length;
    return [...columns === COLUMNS.join() ? [] : [`the columns are ${columns}`],
      ...cities.length === wanted ? [] : [`${cities.length} cities of ${wanted}`]];
  },

  'each city lies on the earth': () => cities
    .filter(({latitude, longitude, at: [x, y]}) => !latitude || !longitude || !(Math.abs(x) <= 180 && Math.abs(y) <= 90))
    .map(c => `${c.name} is at latitude "${c.latitude}", longitude "${c.longitude}"`),

  'no two cities are within 5 km of each other': () => cities.flatMap((a, i) => cities.slice(i + 1)
    .filter(b => kilometres(a.at, b.at) < APART_KM)
    .map(b => `${a.name} and ${b.name} are ${kilometres(a.at, b.at).toFixed(1)} km apart`)),

  'ranks are 1 to 4, the most important first': () => cities.flatMap((c, i) => [
    ...[1, 2, 3, 4].includes(c.rank) ? [] : [`${c.name} has rank ${c.rank}`],
    ...i && cities[i - 1].rank > c.rank ? [`${c.name} of rank ${c.rank} stands behind one of rank ${cities[i - 1].rank}`] : []]),

  'each city has an English name, and each of rank 1 has all four': () => cities.flatMap(c => ['name', ...Object.keys(SCRIPTS)]
    .filter(column => (column === 'name' || c.rank === 1) && !c[column]).map(column => `${c.name || 'a city'} has no ${column}`)),

  'each name is written in the script of its language': () => cities.flatMap(c => Object.entries(SCRIPTS)
    .filter(([column, [, pattern]]) => c[column] && !pattern.test(c[column]))
    .map(([column, [script]]) => `${c.name}: "${c[column]}" is not all ${script}`)),

  'a city has the country that the base map has; one whose status is open has none': () =>
    [['Taipei', 'TWN'], ['Hong Kong', 'HKG'], ['Pristina', 'XKX'], ['Jerusalem', ''], ['Hargeisa', '']].flatMap(([name, iso3]) => {
      const found = cities.find(c => c.name === name)?.iso3;
      return found === iso3 ? [] : [`${name}: expected "${iso3}", found "${found}"`];
    }),

  'a row that Natural Earth does not have is refused': () =>
    refused({name: 'Nowhere'}, 'city_names.csv:2: "KAZ Nowhere" is not among Natural Earth\'s populated places'),
  'a rank that is none is refused': () => refused({rank: '5'}, 'city_names.csv:2: "5" is no rank from 1 to 4'),
  'of two places of one name the larger is meant': () => (row_of({}).place?.population === 2 ? [] : ['the smaller one was taken']),

  'each named point of a railway has a Chinese name, and no other has': () => [
    ...[...named].filter(name => !stations[name]).map(name => `"${name}" has none`),
    ...Object.keys(stations).filter(name => !named.has(name)).map(name => `"${name}" is not in route_points.csv`)],

  'the Chinese names of stations are in the order of their keys': () => {
    const keys = Object.keys(stations), wanted = [...keys].sort(), at = keys.findIndex((key, i) => key !== wanted[i]);
    return at < 0 ? [] : [`"${keys[at]}" stands where "${wanted[at]}" belongs`];
  },

  'names stand in the order that CLDR has for their language': () => LANGUAGES.flatMap(language => {
    const words = JSON.parse(fs.readFileSync(path.join(ASSETS, `i18n/${language}.json`), 'utf8'));
    const compare = compared_by(words['name.order']), exact = new Intl.Collator(language, {sensitivity: 'base'}).compare;
    const sorted = names_in(language, words).sort(exact);
    return sorted.flatMap((name, i) => (i && Math.sign(compare(sorted[i - 1], name)) !== Math.sign(exact(sorted[i - 1], name))
      ? [`${language}: "${sorted[i - 1]}" and "${name}"`] : []));
  }),

  'the fonts have every character of the names but the Arabic': () => {
    const faces = JSON.parse(fs.readFileSync(path.join(ASSETS, 'fonts/fonts.json'), 'utf8'));
    const known = new Set(faces.filter(f => /^(text-regular|zh)\.ttf$/.test(f.out)).flatMap(f => [...f.characters]));
    return [...cities.flatMap(c => [c.name, c.name_zh, c.name_ru]), ...Object.values(stations)]
      .flatMap(name => [...name].filter(c => !known.has(c)).map(c => `no font has "${c}" of ${name}`));
  },

  'between them the Chinese fonts have each of the 3,755 hanzi of GB 2312, level 1, once': () => {
    const faces = JSON.parse(fs.readFileSync(path.join(ASSETS, 'fonts/fonts.json'), 'utf8'));
    const [ours, typed] = ['zh.ttf', 'zh-typed.ttf'].map(name => new Set(faces.find(f => f.out === name)?.characters));
    const common = [...common_hanzi()];
    return [...common.length === 3755 && common[0] === '啊' && common.at(-1) === '座' ? [] : [`${common.length} hanzi from ${common[0]} to ${common.at(-1)}`],
      ...common.filter(c => !ours.has(c) && !typed.has(c)).map(c => `no font has ${c}`), ...[...typed].filter(c => ours.has(c)).map(c => `both have ${c}`)];
  },

  'the fonts have every sign that the program itself writes': () => {
    const faces = JSON.parse(fs.readFileSync(path.join(ASSETS, 'fonts/fonts.json'), 'utf8'));
    const known = new Set([...faces.find(f => f.out === 'text-regular.ttf').characters]);
    const of_a_language = /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Han}\u0640\u3000-\u30ff\uff00-\uffef]/u;  // drawn in that language's face
    return ['app/ui', 'app/scene', 'app/text'].flatMap(folder => fs.readdirSync(path.join(ROOT, folder)).filter(n => n.endsWith('.cpp')).flatMap(name => {
      const code = fs.readFileSync(path.join(ROOT, folder, name), 'utf8').replace(/\/\/.*$/gm, '');
      const written = (code.match(/"(?:[^"\\\n]|\\.)*"/g) ?? []).join('');
      return [...new Set(written)].filter(c => c > '~' && !of_a_language.test(c) && !known.has(c)).map(c => `${folder}/${name} writes "${c}"`);
    }));
  },
};

check(rules);
