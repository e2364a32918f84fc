// Cities with names in four languages: `cities.csv`, the labels of the map. Which ones, their names and ranks are rows of
// city_names.csv; places and populations are those of Natural Earth's populated places, from the shapefile of Debian's
// libmagics++-data. Its table has 13 MB and three columns of interest: it is read here, not by npm's shapefile.
import fs from 'node:fs';
import {csv_line} from './csv.mjs';

const PLACES = '/usr/share/magics/10m/ne_10m_populated_places_simple';
const COLUMNS = ['name', 'adm0_a3', 'pop_max'];
const POINT = 1, SHP_HEADER = 100, SHP_RECORD = 28;  // bytes: a point and its record's head
const RANKS = 4;
// Natural Earth's code -> the base map's.
const A3 = {KOS: 'XKX'};
// A place whose status is open lies in no country here.
const STATUS_OPEN = new Set(['ISR Jerusalem']);

export const CITIES_NOTE = 'Places and populations, copied unchanged into ECMWF\'s Magics. Which cities, their rank and ' +
  'their names in four languages are those of data/bake/city_names.csv: usual names, without a source. No capital is marked.';

/// Columns of a dBase III file as arrays of strings, in the order of its records.
function dbf_columns(bytes, wanted) {
  const count = bytes.readUInt32LE(4), start = bytes.readUInt16LE(8), length = bytes.readUInt16LE(10);
  const decoder = new TextDecoder('windows-1252');
  const columns = {};
  for (let at = 32, offset = 1; bytes[at] !== 0x0d; offset += bytes[at + 16], at += 32) {
    const name = bytes.toString('latin1', at, at + 11).replace(/\0.*$/s, '');
    const cell = i => bytes.subarray(start + i * length + offset, start + i * length + offset + bytes[at + 16]);
    if (wanted.includes(name)) columns[name] = Array.from({length: count}, (_, i) => decoder.decode(cell(i)).trim());
  }
  for (const name of wanted) if (!columns[name]) throw new Error(`${PLACES}.dbf: no column "${name}"`);
  return columns;
}

/// Natural Earth's places as [{name, a3, population, longitude, latitude}].
export function read_places() {
  for (const end of ['dbf', 'shp'])
    if (!fs.existsSync(`${PLACES}.${end}`))
      throw new Error(`${PLACES}.${end} is missing (Debian package libmagics++-data)`);
  const {name, adm0_a3, pop_max} = dbf_columns(fs.readFileSync(`${PLACES}.dbf`), COLUMNS);
  const shp = fs.readFileSync(`${PLACES}.shp`);
  if (shp.readInt32LE(32) !== POINT || shp.length !== SHP_HEADER + SHP_RECORD * name.length)
    throw new Error(`${PLACES}.shp: not ${name.length} points`);
  return name.map((n, i) => {
    const at = SHP_HEADER + SHP_RECORD * i + 12;
    const [longitude, latitude] = [shp.readDoubleLE(at), shp.readDoubleLE(at + 8)];
    return {name: n, a3: adm0_a3[i], population: Number(pop_max[i]), longitude, latitude};
  });
}

/// Rows of cities.csv in its order: rank, then population. `table` are the records of city_names.csv, `countries` those of
/// country_rows(). Of places of one name in a country the most populous is meant. Throws, with the row, where a place is
/// not Natural Earth's, its country not on the base map, a name missing or a rank none.
export function city_rows(table, places, countries) {
  const iso3 = new Map(countries.map(c => [c.a3, c.iso3]));
  const found = new Map();
  for (const place of places) {
    const key = `${place.a3} ${place.name}`;
    if (!(found.get(key)?.population >= place.population)) found.set(key, place);
  }
  const rows = table.map((row, i) => {
    const fail = what => { throw new Error(`city_names.csv:${i + 2}: ${what}`); };
    const key = `${row.a3} ${row.natural_earth || row.name}`, place = found.get(key);
    if (!place) fail(`"${key}" is not among Natural Earth's populated places`);
    const a3 = A3[row.a3] ?? row.a3, rank = Number(row.rank);
    if (!iso3.has(a3)) fail(`${a3} is not on the base map`);
    if (!row.name) fail('the name is empty');
    if (!Number.isInteger(rank) || rank < 1 || rank > RANKS) fail(`"${row.rank}" is no rank from 1 to ${RANKS}`);
    return {...row, iso3: STATUS_OPEN.has(key) ? '' : iso3.get(a3), place, rank};
  });
  const by_name = (a, b) => (a.name < b.name ? -1 : 1);
  return rows.sort((a, b) => a.rank - b.rank || b.place.population - a.place.population || by_name(a, b));
}

/// cities.csv. An empty name means that the English one stands for it; an empty iso3 that the base map knows no country.
export function cities_csv(rows) {
  const degrees = v => String(Number(v.toFixed(3)));
  const header = ['name', 'name_zh', 'name_ru', 'name_ar', 'iso3', 'latitude', 'longitude', 'rank'];
  const lines = rows.map(r => [r.name, r.name_zh, r.name_ru, r.name_ar, r.iso3, degrees(r.place.latitude),
    degrees(r.place.longitude), r.rank]);
  return [header, ...lines].map(csv_line).join('\n') + '\n';
}
