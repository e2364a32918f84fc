// Pictures and masks for tests that compare maps: PNG in and out, a scanline fill, lines, growing, connected regions.
import zlib from 'node:zlib';
import {crc32} from '../data/bake/world.mjs';

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);

/// {width, height, rgba} of an 8-bit RGB or RGBA picture without interlace.
export function read_png(bytes) {
  if (!bytes.subarray(0, 8).equals(SIGNATURE)) throw new Error('not a PNG');
  const packed = [];
  let width = 0, height = 0, channels = 0;
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at), type = bytes.toString('latin1', at + 4, at + 8);
    const data = bytes.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      width = data.readUInt32BE(0), height = data.readUInt32BE(4);
      channels = {2: 3, 6: 4}[data[9]] ?? 0;
      if (data[8] !== 8 || !channels || data[12]) throw new Error('only 8-bit RGB and RGBA without interlace are read');
    }
    if (type === 'IDAT') packed.push(data);
    at += length + 12;
  }
  const raw = zlib.inflateSync(Buffer.concat(packed)), stride = width * channels;
  const rgba = new Uint8Array(width * height * 4).fill(255);
  let row = new Uint8Array(stride), above = new Uint8Array(stride);
  for (let y = 0, from = 0; y < height; ++y, from += stride) {
    const filter = raw[from++];
    [row, above] = [above, row];
    for (let i = 0; i < stride; ++i) {
      const left = i < channels ? 0 : row[i - channels], corner = i < channels ? 0 : above[i - channels];
      row[i] = raw[from + i] + predicted(filter, left, above[i], corner);
    }
    for (let x = 0; x < width; ++x)
      for (let c = 0; c < channels; ++c) rgba[(y * width + x) * 4 + c] = row[x * channels + c];
  }
  return {width, height, rgba};
}

function predicted(filter, left, up, corner) {
  if (filter === 0) return 0;
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  const p = left + up - corner, a = Math.abs(p - left), b = Math.abs(p - up), c = Math.abs(p - corner);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

/// PNG bytes of RGB triples.
export function write_png(width, height, rgb) {
  const raw = Buffer.alloc((width * 3 + 1) * height);
  for (let y = 0; y < height; ++y) raw.set(rgb.subarray(y * width * 3, (y + 1) * width * 3), y * (width * 3 + 1) + 1);
  const head = Buffer.alloc(13);  // 8 bits, RGB, no interlace
  head.writeUInt32BE(width, 0), head.writeUInt32BE(height, 4), head.set([8, 2, 0, 0, 0], 8);
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]), out = Buffer.alloc(8);
    out.writeUInt32BE(data.length, 0), out.writeUInt32BE(crc32(body), 4);
    return Buffer.concat([out.subarray(0, 4), body, out.subarray(4)]);
  };
  const body = chunk('IDAT', zlib.deflateSync(raw));
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), body, chunk('IEND', Buffer.alloc(0))]);
}

/// A picture of yes and no, a byte a pixel; a point is at [x, y] pixels from the top left corner.
export class Mask {
  constructor(width, height) {
    this.width = width, this.height = height;
    this.at = new Uint8Array(width * height);
  }

  /// Sets the pixels whose middle lies in these rings by the non-zero rule, as a canvas fills a path.
  fill(rings) {
    const crossings = Array.from({length: this.height}, () => []);
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) this.#edge(ring[j], ring[i], crossings);
    crossings.forEach((row, y) => {
      row.sort((a, b) => a.x - b.x);
      let winding = 0;
      for (let i = 0; i + 1 < row.length; ++i) {
        winding += row[i].turn;
        if (winding === 0) continue;
        const from = Math.max(0, Math.ceil(row[i].x - 0.5)), to = Math.min(this.width, Math.ceil(row[i + 1].x - 0.5));
        if (from < to) this.at.fill(1, y * this.width + from, y * this.width + to);
      }
    });
  }

  #edge([ax, ay], [bx, by], crossings) {
    const [top, bottom] = ay < by ? [ay, by] : [by, ay];
    const first = Math.max(0, Math.ceil(top - 0.5)), last = Math.min(this.height, Math.ceil(bottom - 0.5));
    for (let y = first; y < last; ++y)
      crossings[y].push({x: ax + (bx - ax) * (y + 0.5 - ay) / (by - ay), turn: ay < by ? 1 : -1});
  }

  /// Sets the pixels that a line passes.
  line(points) {
    for (let i = 1; i < points.length; ++i) {
      const part = this.#seen(points[i - 1], points[i]);
      if (!part) continue;
      const [[ax, ay], [bx, by]] = part;
      const steps = Math.max(1, Math.ceil(4 * Math.max(Math.abs(bx - ax), Math.abs(by - ay))));
      for (let s = 0; s <= steps; ++s) {
        const x = Math.floor(ax + (bx - ax) * s / steps), y = Math.floor(ay + (by - ay) * s / steps);
        if (x >= 0 && y >= 0 && x < this.width && y < this.height) this.at[y * this.width + x] = 1;
      }
    }
  }

  /// The part of a segment that lies in the picture (Liang and Barsky), or nothing.
  #seen([ax, ay], [bx, by]) {
    const dx = bx - ax, dy = by - ay;
    let from = 0, to = 1;
    for (const [p, q] of [[-dx, ax], [dx, this.width - ax], [-dy, ay], [dy, this.height - ay]]) {
      if (p === 0 && q < 0) return null;
      if (p < 0) from = Math.max(from, q / p);
      if (p > 0) to = Math.min(to, q / p);
    }
    return from <= to ? [[ax + from * dx, ay + from * dy], [ax + to * dx, ay + to * dy]] : null;
  }

  map(value_of) {
    const out = new Mask(this.width, this.height);
    for (let i = 0; i < this.at.length; ++i) out.at[i] = value_of(i) ? 1 : 0;
    return out;
  }

  /// The pixels with one of this mask's among their eight neighbours, or in it themselves.
  grown() {
    const {width, height} = this, across = new Uint8Array(this.at.length), out = new Mask(width, height);
    for (let i = 0; i < across.length; ++i) {
      const x = i % width;
      across[i] = this.at[i] | (x > 0 ? this.at[i - 1] : 0) | (x + 1 < width ? this.at[i + 1] : 0);
    }
    for (let i = 0; i < across.length; ++i) {
      const above = i >= width ? across[i - width] : 0, below = i + width < across.length ? across[i + width] : 0;
      out.at[i] = across[i] | above | below;
    }
    return out;
  }

  count() { return this.at.reduce((n, v) => n + v, 0); }

  /// The largest set of pixels that touch, corners included: {size, x, y} with one of its pixels.
  largest() {
    const {width} = this, seen = new Uint8Array(this.at.length), best = {size: 0, x: 0, y: 0};
    for (let start = 0; start < this.at.length; ++start) {
      if (!this.at[start] || seen[start]) continue;
      const todo = [start];
      seen[start] = 1;
      let size = 0;
      while (todo.length) {
        const i = todo.pop(), x = i % width;
        ++size;
        for (let dx = x > 0 ? -1 : 0; dx <= (x + 1 < width ? 1 : 0); ++dx)
          for (const j of [i + dx - width, i + dx, i + dx + width])
            if (this.at[j] && !seen[j]) seen[j] = 1, todo.push(j);
      }
      if (size > best.size) Object.assign(best, {size, x: start % width, y: Math.floor(start / width)});
    }
    return best;
  }
}
