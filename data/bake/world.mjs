// The base map as one compact file, `world.bin` (read by app/map/basemap.cpp). All numbers are little-endian.
//
//   0  "GSWM"            4  u16 version (1)      6  u16 zero
//   8  u32 bytes of the header                  12  u32 bytes of the body
//  16  u32 CRC-32 (IEEE 802.3) of all bytes from 20 on
//  20  header: UTF-8 JSON {provenance, reasons, countries, details: [{name, units_per_degree, arcs, points, polygons}]}
//      body: for each detail, in order, these streams (uvarint = LEB128, svarint = zigzag LEB128):
//        arcs x uvarint    points of the arc (2 or more)
//        points x svarint  longitude, less the longitude before (over all arcs; the first less 0)
//        points x svarint  latitude, likewise
//        arcs x u8         kind: 0 coast or shore, 1 border, 2 disputed border, 16 to 31 river of rank 0 to 15
//        uvarint           number of runs; each run: uvarint arc, first point, points, reason: a part of a border arc
//                          that is disputed (all of an arc of kind 2 is covered by such runs)
//        polygons x        uvarint country, uvarint rings; each ring: uvarint references, then so many svarint, each
//                          less the one before (the first of a ring less 0); a reference r >= 0 is arc r from its
//                          first point to its last, r < 0 is arc -1-r from its last to its first. The first ring is
//                          the exterior, others are holes.
//
// `world.bin` has the coarsest detail, `world-50m.bin` and `world-10m.bin` are one more each of the same map, in the same
// form; their headers have {part_of: the a3 of each country in the order of world.bin's countries, reasons, details}, so that a file of
// another map is refused.
// `water.bin` and `water-10m.bin` have {details} only, one each: lakes as polygons of country 0, rivers as arcs that no
// polygon uses. The finer one has no lakes.
import {densify, ring_area_km2} from './geometry.mjs';
import {arc_degrees, arc_owners, polygons_of} from './topology.mjs';

export const UNITS_PER_DEGREE = 1000;
export const RIVER = 16;
const COAST = 0, BORDER = 1, DISPUTED = 2;
const SPECK_KM2 = 0.1;

class Bytes {
  constructor() { this.data = []; }
  u8(v) { this.data.push(v & 255); }
  uvarint(v) {
    while (v > 127) { this.data.push(v % 128 | 128); v = Math.floor(v / 128); }
    this.data.push(v);
  }
  svarint(v) { this.uvarint(v >= 0 ? 2 * v : -2 * v - 1); }
}

/// An arc in degrees, densified, then on the grid of UNITS_PER_DEGREE without repeated points.
export function grid_arc(arc, tolerance) {
  const grid = densify(arc, tolerance).map(p => p.map(v => Math.round(v * UNITS_PER_DEGREE)));
  const kept = grid.filter((p, i) => !i || p[0] !== grid[i - 1][0] || p[1] !== grid[i - 1][1]);
  return kept.length > 1 ? kept : [grid[0], grid[grid.length - 1]];
}
const grid_arcs = (topology, tolerance) => topology.arcs.map(arc => grid_arc(arc_degrees(topology, arc), tolerance));

/// The points of a ring of arc references, joints once, the last point not repeating the first.
export function ring_points(refs, arcs) {
  const points = [];
  for (const ref of refs) {
    const arc = ref >= 0 ? arcs[ref] : arcs[~ref].slice().reverse();
    for (const p of arc) {
      const last = points[points.length - 1];
      if (!last || last[0] !== p[0] || last[1] !== p[1]) points.push(p);
    }
  }
  const [first, last] = [points[0], points[points.length - 1]];
  if (points.length > 1 && first[0] === last[0] && first[1] === last[1]) points.pop();
  return points;
}

/// Runs of an arc's points inside a box of degrees (an empty bound does not limit), as [first, count] with count > 1.
function runs_inside(arc, box) {
  const inside = ([x, y]) => box.every(([bound, value]) => value(x / UNITS_PER_DEGREE, y / UNITS_PER_DEGREE, bound));
  const runs = [];
  for (let i = 0; i < arc.length; ++i) {
    if (!inside(arc[i])) continue;
    const first = i;
    while (i + 1 < arc.length && inside(arc[i + 1])) ++i;
    if (i > first) runs.push([first, i - first + 1]);
  }
  return runs;
}

const bounds_of = row => [
  [row.west, (x, y, b) => x >= b], [row.east, (x, y, b) => x <= b],
  [row.south, (x, y, b) => y >= b], [row.north, (x, y, b) => y <= b],
].filter(([text]) => text !== '').map(([text, test]) => [Number(text), test]);

/// One detail of the map. `topology` is TopoJSON with an object `countries` whose features carry `properties.a3`;
/// `country_index` maps an a3 to its row. Answers the body's bytes, the header's entry, and each country's polygons in
/// degrees (for labels and areas). Edges stay within `tolerance` degrees of the source's.
export function encode_detail(name, topology, country_index, disputes, reasons, tolerance = 0.005) {
  const all_arcs = grid_arcs(topology, tolerance);
  const geometries = topology.objects.countries.geometries;
  const owners = arc_owners(geometries, all_arcs.length);
  const new_index = new Map(), arcs = [], kinds = [], runs = [];
  all_arcs.forEach((arc, old) => {
    if (!owners[old].length) return;
    const [a, b] = owners[old], index = arcs.length;
    new_index.set(old, index);
    arcs.push(arc);
    const found = [];
    if (owners[old].length > 1)
      for (const row of disputes)
        if ((row.a3_a === a && row.a3_b === b) || (row.a3_a === b && row.a3_b === a))
          for (const run of runs_inside(arc, bounds_of(row))) found.push([index, ...run, reasons.indexOf(row.reason)]);
    runs.push(...found);
    kinds.push(owners[old].length < 2 ? COAST : found.length === 1 && found[0][2] === arc.length ? DISPUTED : BORDER);
  });
  const polygons = [], shapes = new Map();
  for (const g of geometries) {
    for (const rings of polygons_of(g)) {
      const points = rings.map(ring => ring_points(ring, all_arcs));
      const degrees = points.map(ring => ring.map(p => p.map(v => v / UNITS_PER_DEGREE)));
      shapes.set(g.properties.a3, [...(shapes.get(g.properties.a3) ?? []), degrees]);
      // Islets may be less than a triangle on the grid: they keep a label and have no polygon.
      if (points[0].length < 3) continue;
      const area = ring_area_km2(degrees[0]);
      if (area < -SPECK_KM2) throw new Error(`${name}: ${g.properties.a3} has an exterior ring that is not clockwise`);
      const real = rings.filter((_, i) => points[i].length > 2);
      const renumber = r => (r < 0 ? ~new_index.get(~r) : new_index.get(r));
      // Rounding may turn a speck inside out.
      const walked = ring => (area < 0 ? ring.map(r => ~r).reverse() : ring).map(renumber);
      polygons.push([country_index.get(g.properties.a3), real.map(walked)]);
    }
  }
  return {entry: detail_entry(name, arcs, polygons), bytes: detail_bytes(arcs, kinds, runs, polygons), shapes};
}

/// What the header says of a detail.
export const detail_entry = (name, arcs, polygons) => ({name, units_per_degree: UNITS_PER_DEGREE, arcs: arcs.length,
  points: arcs.reduce((n, a) => n + a.length, 0), polygons: polygons.length});

export function detail_bytes(arcs, kinds, runs, polygons) {
  const out = new Bytes();
  for (const arc of arcs) out.uvarint(arc.length);
  for (const axis of [0, 1]) {
    let before = 0;
    for (const arc of arcs) for (const p of arc) { out.svarint(p[axis] - before); before = p[axis]; }
  }
  for (const kind of kinds) out.u8(kind);
  out.uvarint(runs.length);
  for (const run of runs) for (const v of run) out.uvarint(v);
  for (const [country, rings] of polygons) {
    out.uvarint(country);
    out.uvarint(rings.length);
    for (const ring of rings) {
      out.uvarint(ring.length);
      let before = 0;
      for (const ref of ring) { out.svarint(ref - before); before = ref; }
    }
  }
  return out.data;
}

/// As of PNG and gzip (ISO 3309).
export function crc32(bytes) {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let k = 0; k < 8; ++k) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}

/// The whole file.
export function world_file(header, bodies) {
  const json = Buffer.from(JSON.stringify(header), 'utf8'), body = Buffer.from(bodies.flat());
  const content = Buffer.concat([json, body]), prefix = Buffer.alloc(20);
  prefix.write('GSWM', 0, 'latin1');
  prefix.writeUInt16LE(1, 4);
  prefix.writeUInt32LE(json.length, 8);
  prefix.writeUInt32LE(body.length, 12);
  prefix.writeUInt32LE(crc32(content), 16);
  return Buffer.concat([prefix, content]);
}
