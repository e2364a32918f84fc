// The relief of the land as a picture of its shading, `relief.bin` (read by app/map/relief.cpp), from NOAA's ETOPO5 in
// Debian's ferret-datasets: heights each 5 minutes. All numbers are little-endian.
//
//   0  "GSRL"                                    4  u16 version (1)      6  u16 levels
//   8  u16 width, 10  u16 height of the first level; each further one has half of both
//  12  u32 CRC-32 (IEEE 802.3) of all bytes from 16 on
//  16  u8 steps: shading goes from -steps (darkest) over 0 (flat land, the sea) to steps (brightest)
//  17  for each level, rows from north to south, each from 180 degrees west on: one byte a cell, the shading less what
//      its neighbours let expect (the median of west, north, and west + north - northwest; 0 outside), modulo 256
//
// Each level is shaded from heights averaged over its own cells, and steeper the coarser it is: averages of the shading
// itself would fade away.
import fs from 'node:fs';
import {crc32} from './world.mjs';

const FILE = '/usr/share/ferret-vis/data/etopo5.cdf';
const COLUMNS = 4320, ROWS = 2161;       // of the source: each 5 minutes from 0 degrees east, 90 degrees south
const WIDTH = 2160, LEVELS = 4, STEPS = 8;
const STEEPER = 20, MORE = 1.4;          // times, at the first level; and from one level to the next
const FLAT = 0.065;                      // share of the range that is left white
const EARTH_RADIUS = 6371008.8;          // m

export const RELIEF_NOTE =
  'Heights each 5 minutes of arc (9 km), shaded as if lit from the northwest, made 20 to 55 times steeper and rounded to ' +
  '10 minutes. Land below the sea level counts as flat.';

function read_heights(NetCDFReader) {
  if (!fs.existsSync(FILE)) throw new Error(`${FILE} is missing (Debian package ferret-datasets)`);
  const file = new NetCDFReader(fs.readFileSync(FILE));
  const [x, y, z] = ['ETOPO05_X', 'ETOPO05_Y', 'ROSE'].map(name => file.getDataVariable(name));
  if (x.length !== COLUMNS || y.length !== ROWS || x[0] !== 0 || y[0] !== -90 || z.length !== COLUMNS * ROWS)
    throw new Error('etopo5.cdf is not the grid that it was');
  return Float32Array.from(z, h => Math.max(0, h));
}

/// Mean heights of the cells of a level, m: north first, from 180 degrees west on.
function cell_heights(heights, width) {
  const rows = width / 2, step = COLUMNS / width, out = new Float32Array(width * rows);
  const at = (i, j) => heights[Math.max(0, Math.min(ROWS - 1, j)) * COLUMNS + (i + COLUMNS / 2) % COLUMNS];
  for (let row = 0; row < rows; ++row) {
    for (let column = 0; column < width; ++column) {
      // The source's points lie on the corners of the cells: those of the edge count half.
      let sum = 0, weights = 0;
      for (let b = 0; b <= step; ++b) {
        for (let a = 0; a <= step; ++a) {
          const weight = (a % step ? 2 : 1) * (b % step ? 2 : 1);
          sum += weight * at(column * step + a, ROWS - 1 - (row * step + b));
          weights += weight;
        }
      }
      out[row * width + column] = sum / weights;
    }
  }
  return out;
}

/// Shading of each cell, [-1, 1]: how far it is turned to the light (slopes by Horn: Hill shading and the reflectance map,
/// 1981).
function shading(heights, width, steeper) {
  const rows = width / 2, size = Math.PI / rows * EARTH_RADIUS, out = new Float32Array(width * rows);
  for (let row = 0; row < rows; ++row) {
    const narrow = Math.max(0.2, Math.cos(Math.PI / 2 - (row + 0.5) * Math.PI / rows));
    const up = Math.max(0, row - 1) * width, here = row * width, down = Math.min(rows - 1, row + 1) * width;
    for (let column = 0; column < width; ++column) {
      const west = (column + width - 1) % width, east = (column + 1) % width;
      const [nw, n, ne] = [west, column, east].map(c => heights[up + c]);
      const [sw, s, se] = [west, column, east].map(c => heights[down + c]);
      const to_east = (ne + 2 * heights[here + east] + se - nw - 2 * heights[here + west] - sw) / (8 * size * narrow);
      const to_south = (sw + 2 * s + se - nw - 2 * n - ne) / (8 * size);
      const slope = steeper * (to_east + to_south) * Math.SQRT1_2;
      out[here + column] = slope / Math.sqrt(1 + slope * slope);
    }
  }
  return out;
}

function rounded(shade) {
  const size = Math.abs(shade);
  return size < FLAT ? 0 : Math.sign(shade) * Math.max(1, Math.round((size - FLAT) / (1 - FLAT) * STEPS));
}

function level_bytes(values, width) {
  const out = Buffer.alloc(values.length);
  for (let i = 0; i < values.length; ++i) {
    const west = i % width ? values[i - 1] : 0, north = i >= width ? values[i - width] : 0;
    const corner = i % width && i >= width ? values[i - width - 1] : 0;
    const expected = Math.max(Math.min(west, north), Math.min(Math.max(west, north), west + north - corner));
    out[i] = values[i] - expected & 255;
  }
  return out;
}

/// The whole file. `NetCDFReader` is that of npm's netcdfjs.
export function relief_file(NetCDFReader) {
  const heights = read_heights(NetCDFReader), parts = [Buffer.from([STEPS])];
  for (let level = 0; level < LEVELS; ++level) {
    const width = WIDTH >> level;
    const shades = shading(cell_heights(heights, width), width, STEEPER * MORE ** level);
    parts.push(level_bytes(Int8Array.from(shades, rounded), width));
  }
  const content = Buffer.concat(parts), prefix = Buffer.alloc(16);
  prefix.write('GSRL', 0, 'latin1');
  prefix.writeUInt16LE(1, 4);
  prefix.writeUInt16LE(LEVELS, 6);
  prefix.writeUInt16LE(WIDTH, 8);
  prefix.writeUInt16LE(WIDTH / 2, 10);
  prefix.writeUInt32LE(crc32(content), 12);
  return Buffer.concat([prefix, content]);
}
