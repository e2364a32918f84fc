// The detail 1:10 million. Visionscarto's package stops at 1:50 million; world-atlas has Natural Earth 4.1 as it is
// published, with de-facto control. Here it is brought to the same view as the coarser details, shape by shape; a
// source that is no longer as it was read for this fails the bake instead of drawing something else.
import {join_across_antimeridian} from './antimeridian.mjs';
import {arc_degrees, mesh_degrees, polygons_of} from './topology.mjs';

/// Shapes without an ISO code of their own: the country of the coarser details that they are drawn with, or null for
/// specks that several states claim and that the coarser details do not draw either.
const BELONGS = {
  'N. Cyprus': 'CYN', Somaliland: 'SOL', 'Siachen Glacier': 'KAS', 'Indian Ocean Ter.': 'IOA', Kosovo: 'XKX',
  'Ashmore and Cartier Is.': 'ATC', 'Coral Sea Is.': 'AUS', 'Clipperton I.': 'FRA', Baikonur: 'KAZ',
  Akrotiri: 'CYP', Dhekelia: 'CYP', 'Cyprus U.N. Buffer Zone': 'CYP', 'USNB Guantanamo Bay': 'CUB',
  'Spratly Is.': null, 'Scarborough Reef': null, 'Bajo Nuevo Bank': null, 'Serranilla Bank': null,
};

export const FINE_NOTE =
  'Natural Earth 4.1 draws de-facto control; the bake brings it to the view of the coarser details: Crimea is drawn with ' +
  'Ukraine; Western Sahara apart from Morocco, along 27 degrees 40 minutes north; Baikonur with Kazakhstan; Guantanamo ' +
  'Bay with Cuba; the British bases and the buffer zone with Cyprus. Left out: the Spratly Islands, Scarborough Reef, ' +
  'Bajo Nuevo and Serranilla, specks that several states claim. The package rounds to 0.0036 degrees of longitude and ' +
  '0.0017 of latitude (400 and 190 m). Visionscarto had no part in this detail.';

/// {a3: polygons of arc references}, shapes that belong together in one list.
function by_country(geometries, a3_of_numeric) {
  const found = new Map();
  for (const g of geometries) {
    const name = g.properties.name;
    const a3 = name in BELONGS ? BELONGS[name] : a3_of_numeric.get(g.id);
    if (a3 === null) continue;
    if (!a3) throw new Error(`10m: no code for "${name}" (${g.id})`);
    const known = found.get(a3);
    const polygons = [...known?.polygons ?? [], ...polygons_of(g)];
    found.set(a3, {name: known && name in BELONGS ? known.name : name, polygons});
  }
  return found;
}

const bounds = points => [0, 1].map(k => [Math.min(...points.map(p => p[k])), Math.max(...points.map(p => p[k]))]);

/// Crimea is a polygon of Russia by itself, between Karkinit Bay and the strait of Kerch.
function move_crimea(countries, arcs) {
  const russia = countries.get('RUS'), ukraine = countries.get('UKR');
  const is_crimea = ([exterior]) => {
    const [[west, east], [south, north]] = bounds(exterior.flatMap(r => arcs[r < 0 ? ~r : r]));
    return west > 32 && east < 37 && south > 44 && north < 46.5 && east - west > 3;
  };
  const crimea = russia.polygons.filter(is_crimea);
  if (crimea.length !== 1) throw new Error(`10m: expected Crimea as one polygon of Russia, found ${crimea.length}`);
  russia.polygons = russia.polygons.filter(p => p !== crimea[0]);
  ukraine.polygons.push(crimea[0]);
}

/// Morocco's shape reaches to the berm; it is cut along `line`, the coarser detail's border, which runs from the inland
/// end of Morocco's southern border to the coast along a parallel.
function cut_western_sahara(countries, arcs, line) {
  const morocco = countries.get('MAR'), sahara = countries.get('ESH'), parallel = line[line.length - 1][1];
  const shared = sahara.polygons.flat(2).map(r => (r < 0 ? ~r : r)).filter(r => morocco.polygons.flat(2).includes(r));
  if (shared.length !== 1 || morocco.polygons.length !== 1 || sahara.polygons.length !== 1)
    throw new Error('10m: expected Morocco and Western Sahara as a polygon each that share one line');
  const [berm] = shared, node = arcs[berm][0], [ring] = morocco.polygons[0];
  const at = ring.indexOf(berm), coast = ring[(at + 1) % ring.length];
  const points = arcs[coast];
  const crossings = points.flatMap((p, i) => (i && (points[i - 1][1] > parallel) !== (p[1] > parallel) ? [i] : []));
  if (at < 0 || coast < 0 || crossings.length !== 1 || Math.hypot(node[0] - line[0][0], node[1] - line[0][1]) > 0.02)
    throw new Error('10m: expected the coast after the berm to cross the border of Western Sahara once');
  const [i] = crossings, [a, b] = [points[i - 1], points[i]], t = (parallel - a[1]) / (b[1] - a[1]);
  const end = [a[0] + t * (b[0] - a[0]), parallel];
  const south = arcs.push([...points.slice(0, i), end]) - 1, north = arcs.push([end, ...points.slice(i)]) - 1;
  const border = arcs.push([node, ...line.slice(1, -1).filter(p => p[0] > end[0]), end]) - 1;
  const turned = refs => refs.flatMap(r => (r === berm ? [border] : r === coast ? [north] : [r]));
  morocco.polygons[0][0] = turned(ring);
  sahara.polygons[0][0] = sahara.polygons[0][0].flatMap(r => (r === ~berm ? [south, ~border] : [r]));
}

/// Topology (arcs in degrees, without a transform) of the same countries as the other details. `source` is world-atlas's
/// countries-10m, `coarser` the topology whose view it takes, `merge_arcs` topojson-client's mergeArcs;
/// `a3_of_numeric` maps ISO 3166-1's numeric codes to alpha-3.
export function fine_topology(source, coarser, merge_arcs, a3_of_numeric) {
  const arcs = source.arcs.map(arc => arc_degrees(source, arc));
  const countries = by_country(source.objects.countries.geometries, a3_of_numeric);
  move_crimea(countries, arcs);
  cut_western_sahara(countries, arcs, mesh_degrees(coarser, 'MAR', 'ESH'));
  const topology = {type: 'Topology', arcs, objects: {}};
  const geometries = [...countries].map(([a3, {name, polygons}]) => {
    const joined = join_across_antimeridian(polygons, arcs);
    const merged = merge_arcs(topology, [{type: 'MultiPolygon', arcs: joined}]);
    return {type: 'MultiPolygon', properties: {a3, name}, arcs: merged.arcs};
  });
  topology.objects.countries = {type: 'GeometryCollection', geometries};
  return topology;
}
