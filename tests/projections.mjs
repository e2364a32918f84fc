// Whether two listings of tests/projections.cpp agree to 1e-9: earth radii in the plane, degrees on the sphere.
//   node tests/projections.mjs NATIVE.txt WASM.txt
import fs from 'node:fs';

const MOST = 1e-9;
const [native, wasm] = process.argv.slice(2).map(file => fs.readFileSync(file, 'utf8').trim().split('\n').map(line => line.split(' ')));
if (native.length < 10000 || native.length !== wasm.length) {
  console.log(`${native.length} and ${wasm.length} lines`);
  process.exit(1);
}
const worst = {};
let bad = 0;
native.forEach((row, i) => {
  const other = wasm[i], name = row[0];
  const apart = (from, turn) => {
    const d = Math.abs(row[from] - other[from]);
    return turn ? Math.min(d, Math.abs(360 - d)) * Math.cos(row[2] * Math.PI / 180) : d;  // a longitude counts less near a pole
  };
  const same = name === other[0] && row[1] === other[1] && row[2] === other[2];
  const off = same ? Math.max(apart(3), apart(4), apart(5, true), apart(6)) : Infinity;
  worst[name] = Math.max(worst[name] ?? 0, off);
  if (!(off <= MOST) && ++bad <= 10) console.log(`${row.join(' ')}\n${other.join(' ')}`);
});
const [name, off] = Object.entries(worst).sort((a, b) => b[1] - a[1])[0];
console.log(`${native.length} places, the worst ${off.toExponential(1)} off (${name}), ${bad} by more than ${MOST}`);
process.exit(bad ? 1 : 0);
