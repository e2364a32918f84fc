// Compresses the page's files beside themselves (.br, for servers that send precompressed files) and prints how many
// bytes each part has, raw and Brotli:  node .ci/sizes.mjs SITE ASSETS REPORT
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import zlib from 'node:zlib';

const brotli = promisify(zlib.brotliCompress);
const [site, assets, report] = process.argv.slice(2);

const walk = folder => fs.readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
  const name = path.join(folder, entry.name);
  return entry.isDirectory() ? walk(name) : [name];
});

const compress = bytes => brotli(bytes, {params: {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
  [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}});

/// Bytes of a file and of its compressed twin, which is made anew only if it is older.
async function measure(file) {
  if (/\.(webp|jpg)$/.test(file)) return {name: path.relative(site, file), raw: fs.statSync(file).size, small: fs.statSync(file).size};
  const twin = `${file}.br`;
  const made = fs.statSync(twin, {throwIfNoEntry: false});
  if (!made || made.mtimeMs < fs.statSync(file).mtimeMs) {
    fs.writeFileSync(`${twin}.new`, await compress(fs.readFileSync(file)));
    fs.renameSync(`${twin}.new`, twin);
  }
  return {name: path.relative(site, file), raw: fs.statSync(file).size, small: fs.statSync(twin).size};
}

const row = ({name, raw, small}, indent = '') =>
  `${(indent + name).padEnd(34)}${raw.toLocaleString('en').padStart(12)}${small.toLocaleString('en').padStart(12)}`;
const sum = (name, rows) => ({name, raw: rows.reduce((s, r) => s + r.raw, 0), small: rows.reduce((s, r) => s + r.small, 0)});

// A twin whose file is gone would be served by nobody, but it would be counted by whoever copies the folder.
for (const file of walk(site)) if (file.endsWith('.br') && !fs.existsSync(file.slice(0, -3))) fs.rmSync(file);

const parts = await Promise.all(walk(site).filter(file => !file.endsWith('.br')).sort().map(measure));
// Pages and pictures that stand by themselves: no visit loads more than one of them.
const stands = part => /^(story|figures|poster)\//.test(part.name);
const later = parts.filter(part => part.name.startsWith('assets/'));
const first = parts.filter(part => !part.name.startsWith('assets/') && !stands(part)).sort((a, b) => b.small - a.small);

// What is inside greensilk.data, each group compressed by itself; the sum differs a little from the packed file's.
const packed = new Map();
for (const file of walk(assets)) {
  const name = path.relative(assets, file);
  if (fs.existsSync(path.join(site, 'assets', name))) continue;
  const group = name.includes('/') ? `${name.split('/')[0]}/` : name;
  packed.set(group, [...packed.get(group) ?? [], file]);
}
const inside = await Promise.all([...packed].map(async ([name, files]) => {
  const bytes = Buffer.concat(files.sort().map(file => fs.readFileSync(file)));
  return {name, raw: bytes.length, small: (await compress(bytes)).length};
}));

const lines = [`${'bytes'.padEnd(34)}${'raw'.padStart(12)}${'Brotli'.padStart(12)}`];
for (const part of first) {
  lines.push(row(part));
  if (part.name === 'greensilk.data') for (const one of inside.sort((a, b) => b.small - a.small)) lines.push(row(one, '  '));
}
lines.push(row(sum('first visit', first)));
for (const part of later) lines.push(row({...part, name: `when needed: ${path.basename(part.name)}`}));
for (const [name, kind] of [['pages', /\.html$/], ['posters', /^poster\//], ['pictures to share', /\.jpg$/], ['oEmbed', /\.json$/]]) {
  const some = parts.filter(part => stands(part) && kind.test(part.name));
  lines.push(row(sum(`${some.length} ${name}`, some)));
}
fs.writeFileSync(report, `${lines.join('\n')}\n`);
console.log(lines.join('\n'));
