// Geometry of rings given as [longitude, latitude] in degrees, on a sphere.

const RAD = Math.PI / 180;
const EARTH_RADIUS_KM = 6371.0088;

/// Longitude difference brought into [-180, 180).
export const wrap = degrees => degrees - 360 * Math.floor((degrees + 180) / 360);

const unit_vector = ([x, y]) =>
  [Math.cos(y * RAD) * Math.cos(x * RAD), Math.cos(y * RAD) * Math.sin(x * RAD), Math.sin(y * RAD)];

/// Degrees between the middle of an edge that is straight in longitude and latitude and the great circle of its ends.
function off_great_circle(a, b, middle) {
  const [p, q, m] = [a, b, middle].map(unit_vector);
  const across = [p[1] * q[2] - p[2] * q[1], p[2] * q[0] - p[0] * q[2], p[0] * q[1] - p[1] * q[0]];
  const length = Math.hypot(...across);
  const sine = (across[0] * m[0] + across[1] * m[1] + across[2] * m[2]) / length;
  return length > 1e-12 ? Math.abs(Math.asin(sine)) / RAD : 0;
}

/// The source draws edges straight in longitude and latitude, the explorer as great-circle arcs: edges are halved until
/// the two differ by less than `tolerance` degrees, so that a border along a parallel stays on it.
export function densify(points, tolerance) {
  const out = [points[0]];
  const add = (a, b) => {
    const x = a[0] + wrap(b[0] - a[0]) / 2;
    const middle = [x > 180 ? x - 360 : x < -180 ? x + 360 : x, (a[1] + b[1]) / 2];
    if (off_great_circle(a, b, middle) > tolerance) { add(a, middle); add(middle, b); }
    else out.push(b);
  };
  for (let i = 1; i < points.length; ++i) add(points[i - 1], points[i]);
  return out;
}

/// Signed area in km2 on the sphere (clockwise rings, as TopoJSON's exteriors are, come out positive). A ring that runs
/// once around the earth is taken to hold the south pole.
export function ring_area_km2(ring) {
  let sum = 0, turn = 0;
  for (let i = 0; i < ring.length; ++i) {
    const [x0, y0] = ring[i], [x1, y1] = ring[(i + 1) % ring.length];
    const dx = wrap(x1 - x0);
    turn += dx;
    sum += dx * RAD * (Math.sin(y0 * RAD) + Math.sin(y1 * RAD)) / 2;
  }
  if (Math.abs(turn) > 180) sum += turn * RAD;
  return sum * EARTH_RADIUS_KM ** 2;
}

function distance_to_edge(x, y, [ax, ay], [bx, by]) {
  const dx = bx - ax, dy = by - ay, length2 = dx * dx + dy * dy;
  const t = length2 > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}

/// Distance from a point to the nearest edge; positive inside, negative outside (even-odd).
function signed_distance(x, y, rings) {
  let inside = false, best = Infinity;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i], [xj, yj] = ring[j];
      if ((yi > y) !== (yj > y) && x < (xj - xi) * (y - yi) / (yj - yi) + xi) inside = !inside;
      best = Math.min(best, distance_to_edge(x, y, ring[i], ring[j]));
    }
  }
  return inside ? best : -best;
}

/// The point of a polygon that lies farthest from its edges ("pole of inaccessibility", V. Agafonkin's cell search),
/// to 2 % of the polygon's size, measured with longitudes shortened by the cosine of the middle latitude.
export function label_point(rings) {
  const x_ref = rings[0][0][0];
  const latitudes = rings[0].map(p => p[1]);
  const k = Math.max(0.05, Math.cos((Math.min(...latitudes) + Math.max(...latitudes)) / 2 * RAD));
  const flat = rings.map(ring => ring.map(([x, y]) => [wrap(x - x_ref) * k, y]));
  const xs = flat[0].map(p => p[0]), ys = flat[0].map(p => p[1]);
  const x0 = Math.min(...xs), y0 = Math.min(...ys), w = Math.max(...xs) - x0, h = Math.max(...ys) - y0;
  const cell_size = Math.max(1e-6, Math.min(w, h)), precision = Math.max(w, h) * 0.02;
  const make = (x, y, half) => {
    const d = signed_distance(x, y, flat);
    return {x, y, half, d, most: d + half * Math.SQRT2};
  };
  let best = make(x0 + w / 2, y0 + h / 2, 0);
  let cells = [];
  for (let x = x0; x < x0 + w; x += cell_size)
    for (let y = y0; y < y0 + h; y += cell_size) cells.push(make(x + cell_size / 2, y + cell_size / 2, cell_size / 2));
  while (cells.length) {
    const next = [];
    for (const cell of cells) if (cell.d > best.d) best = cell;
    for (const cell of cells) {
      if (cell.most - best.d <= precision) continue;
      const half = cell.half / 2;
      for (const sx of [-1, 1]) for (const sy of [-1, 1]) next.push(make(cell.x + sx * half, cell.y + sy * half, half));
    }
    cells = next;
  }
  return [wrap(best.x / k + x_ref), best.y];
}

/// Whether a lake ({rings, box}) holds a point, even-odd. None lies on the antimeridian.
export function inside([x, y], {rings, box}) {
  if (x < box[0][0] || x > box[0][1] || y < box[1][0] || y > box[1][1]) return false;
  return signed_distance(x, y, rings) > 0;
}

/// How much each point of a line matters, km2, infinite at its ends: as app/map/thinning.hpp has it.
export function effective_areas_km2(points) {
  const unit = points.map(unit_vector), n = points.length;
  const before = points.map((_, i) => i - 1), after = points.map((_, i) => i + 1);
  const triangle = i => {
    const [a, b, c] = [unit[before[i]], unit[i], unit[after[i]]];
    const [u, v] = [b.map((x, k) => x - a[k]), c.map((x, k) => x - a[k])];
    const cross = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
    return Math.hypot(...cross) / 2 * EARTH_RADIUS_KM ** 2;
  };
  const now = points.map((_, i) => (i && i + 1 < n ? triangle(i) : Infinity)), out = points.map(() => Infinity);
  let most = 0;
  for (let left = n - 2; left > 0; --left) {
    let least = 0;
    for (let i = after[0]; i < n - 1; i = after[i]) if (!least || now[i] < now[least]) least = i;
    out[least] = most = Math.max(most, now[least]);
    const [a, b] = [before[least], after[least]];
    after[a] = b; before[b] = a;
    for (const i of [a, b]) if (i && i + 1 < n) now[i] = triangle(i);
  }
  return out;
}
