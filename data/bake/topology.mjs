// Parts of TopoJSON that both encodings of the base map read.

export const polygons_of = geometry =>
  geometry.type === 'Polygon' ? [geometry.arcs] : geometry.type === 'MultiPolygon' ? geometry.arcs : [];

/// An arc in degrees, whether the topology is quantized (deltas and a transform) or not.
export function arc_degrees({transform}, arc) {
  if (!transform) return arc;
  const {scale, translate} = transform;
  let x = 0, y = 0;
  return arc.map(([dx, dy]) => [(x += dx) * scale[0] + translate[0], (y += dy) * scale[1] + translate[1]]);
}

/// Which countries (by a3) share each arc, each once a use.
export function arc_owners(geometries, arc_count) {
  const owners = Array.from({length: arc_count}, () => []);
  for (const g of geometries)
    for (const ref of polygons_of(g).flat(2)) owners[ref < 0 ? ~ref : ref].push(g.properties.a3);
  return owners;
}

/// The one arc that two countries share, in degrees.
export function mesh_degrees(topology, a3_a, a3_b) {
  const owners = arc_owners(topology.objects.countries.geometries, topology.arcs.length);
  const shared = topology.arcs.filter((_, i) => owners[i].includes(a3_a) && owners[i].includes(a3_b));
  if (shared.length !== 1) throw new Error(`expected one line between ${a3_a} and ${a3_b}, found ${shared.length}`);
  return arc_degrees(topology, shared[0]);
}
