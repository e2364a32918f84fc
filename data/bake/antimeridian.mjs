// Joins what a sheet's edge has cut in two. Natural Earth cuts its shapes along 180 degrees; world-atlas's fine detail
// leaves some of these cuts, which would be drawn as coasts across Chukotka and Taveuni.

const NEAR = 0.03;  // degrees of latitude between the two ends of one coast, from the package's rounding
const on_edge = p => Math.abs(p[0]) >= 180 - 1e-9;

/// A ring of arc references as chains of references that leave out every edge along the antimeridian; null for a ring
/// that has none. Arcs with such edges are cut, the pieces added to `arcs`.
function open_chains(ring, arcs) {
  const pieces = [];  // references, or null for a gap
  for (const ref of ring) {
    const points = ref < 0 ? arcs[~ref].slice().reverse() : arcs[ref];
    const cuts = points.flatMap((p, i) => (i && on_edge(p) && on_edge(points[i - 1]) ? [i] : []));
    if (!cuts.length) { pieces.push(ref); continue; }
    [0, ...cuts].forEach((begin, k) => {
      if (k) pieces.push(null);
      const part = points.slice(begin, cuts[k] ?? points.length);
      if (part.length > 1) pieces.push(arcs.push(part) - 1);
    });
  }
  const gap = pieces.indexOf(null);
  if (gap < 0) return null;
  const chains = [[]];
  for (const piece of [...pieces.slice(gap + 1), ...pieces.slice(0, gap)])
    if (piece !== null) chains[chains.length - 1].push(piece);
    else if (chains[chains.length - 1].length) chains.push([]);
  return chains.filter(c => c.length);
}

/// Polygons of one country (lists of rings of arc references, walked clockwise) with the cuts joined. Cut arcs must be
/// coasts of this country alone; `arcs` (degrees) grows and the joined ends are moved together.
export function join_across_antimeridian(polygons, arcs) {
  const whole = [], chains = [];
  for (const polygon of polygons) {
    const opened = polygon.map(ring => open_chains(ring, arcs));
    if (!opened.some(Boolean)) { whole.push(polygon); continue; }
    if (polygon.length > 1) throw new Error('10m: expected no holes in a polygon that the antimeridian cuts');
    chains.push(...opened[0]);
  }
  const end = (ref, last) => {
    const arc = arcs[ref < 0 ? ~ref : ref];
    return last === (ref >= 0) ? arc.length - 1 : 0;
  };
  const point = (ref, last) => arcs[ref < 0 ? ~ref : ref][end(ref, last)];
  const left = new Set(chains);
  while (left.size) {
    const [first] = left, ring = [];
    let chain = first;
    do {
      left.delete(chain);
      ring.push(...chain);
      const ref = chain[chain.length - 1], from = point(ref, true);
      const apart = c => Math.abs(point(c[0], false)[1] - from[1]);
      const next = [first, ...left].reduce((a, b) => (apart(b) < apart(a) ? b : a));
      if (apart(next) > NEAR) throw new Error(`10m: nothing goes on at the antimeridian at latitude ${from[1]}`);
      arcs[ref < 0 ? ~ref : ref][end(ref, true)] = point(next[0], false);
      chain = next;
    } while (chain !== first);
    whole.push([ring]);
  }
  return whole;
}
