// A made-up study for tests: many sites that do not exist, around the places of projects that do.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';

const DATA = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../data');

/// Places of the wind and solar projects of data/projects.csv: their climate is known and reaches some way around them.
function places() {
  const [head, ...rows] = fs.readFileSync(path.join(DATA, 'projects.csv'), 'utf8').split(/\r?\n/).filter(Boolean);
  const columns = head.split(','), at = name => columns.indexOf(name);
  return rows.map(row => [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(cell => cell[1]))
    .filter(cells => ['solar_pv', 'wind_onshore'].includes(cells[at('technology')]))
    .map(cells => ({technology: cells[at('technology')], latitude: +cells[at('latitude')], longitude: +cells[at('longitude')]}));
}

/// A CSV of `count` sites for --own, always the same ones: each within 0.1 degrees of one of the places, from 20 to 500 MW.
export function sites_csv(count) {
  const known = places();
  const part = (i, step) => (i * step) % 1;  // multiples of an irrational number lie evenly between 0 and 1
  const rows = Array.from({length: count}, (_, i) => {
    const near = known[i % known.length];
    const latitude = near.latitude + 0.2 * part(i, 0.618034) - 0.1, longitude = near.longitude + 0.2 * part(i, 0.754878) - 0.1;
    const megawatts = 20 + Math.round(480 * part(i, 0.569840));
    return [`Made-up site ${i + 1}`, near.technology, latitude.toFixed(4), longitude.toFixed(4), megawatts, 2000 + i % 30].join(',');
  });
  return ['name,technology,latitude,longitude,capacity_mw,commissioning_year', ...rows].join('\n') + '\n';
}
