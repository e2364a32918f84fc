// Compresses the page's files beside themselves (.br, for servers that send precompressed files) and prints how many
// bytes each part has, raw and Brotli:  node .ci/sizes.mjs SITE ASSETS REPORT
import fs from 'node:fs';
import path from 'node:path';
import {promisify} from 'node:util';
import zlib from 'node:zlib';
import {plain} from '../web/publish/names.mjs';

const brotli = promisify(zlib.brotliCompress);
const [site, assets, report] = process.argv.slice(2);

// What index.html fetches up to the first map (tests/web/budget.test.mjs looks), and pages and pictures that stand by themselves.
const FIRST = /^(index\.html|style\.css|icon\.svg|(app|bridge|files|later|loader|nearest|poster|posters|start|text_field|words)\.mjs|greensilk\.(mjs|wasm|data))$/;
const STANDS = /^(story|figures|poster)\//;
const FOR_SERVERS = /^(_headers|nginx\.conf)$/;

const walk = folder => fs.readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
  const name = path.join(folder, entry.name);
  return entry.isDirectory() ? walk(name) : [name];
});

const compress = bytes => brotli(bytes, {params: {
  [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_LGWIN]: 24,
  [zlib.constants.BROTLI_PARAM_SIZE_HINT]: bytes.length}});

/// Pictures are packed already; the small files beside the pages fit into one packet as they are.
const AS_IT_IS = /\.(webp|jpg|png)$|^(story|figures)\/.*\.json$/;

/// Bytes of a file and of its compressed twin, which is made anew only if it is older.
async function measure(file) {
  if (AS_IT_IS.test(path.relative(site, file))) return {name: path.relative(site, file), raw: fs.statSync(file).size, small: fs.statSync(file).size};
  const twin = `${file}.br`;
  const made = fs.statSync(twin, {throwIfNoEntry: false});
  if (!made || made.mtimeMs < fs.statSync(file).mtimeMs) {
    fs.writeFileSync(`${twin}.new`, await compress(fs.readFileSync(file)));
    fs.renameSync(`${twin}.new`, twin);
  }
  return {name: plain(path.relative(site, file)), raw: fs.statSync(file).size, small: fs.statSync(twin).size};
}

const row = ({name, raw, small}, indent = '') =>
  `${(indent + name).padEnd(34)}${raw.toLocaleString('en').padStart(12)}${small.toLocaleString('en').padStart(12)}`;
const sum = (name, rows) => ({name, raw: rows.reduce((s, r) => s + r.raw, 0), small: rows.reduce((s, r) => s + r.small, 0)});

// A twin whose file is gone would be served by nobody, but it would be counted by whoever copies the folder.
for (const file of walk(site).filter(name => name.endsWith('.br'))) {
  if (!fs.existsSync(file.slice(0, -3)) || AS_IT_IS.test(path.relative(site, file.slice(0, -3)))) fs.rmSync(file);
}

const parts = await Promise.all(walk(site).filter(file => !file.endsWith('.br') && !FOR_SERVERS.test(path.relative(site, file))).sort()
  .map(measure));
const later = parts.filter(part => part.name.startsWith('assets/'));
const stands = parts.filter(part => STANDS.test(part.name));
const first = parts.filter(part => FIRST.test(part.name)).sort((a, b) => b.small - a.small);
const beside = parts.filter(part => ![later, stands, first].some(list => list.includes(part)));

// What is inside greensilk.data, each group compressed by itself; the sum differs a little from the packed file's.
const packed = new Map();
for (const file of walk(assets)) {
  const name = path.relative(assets, file);
  if (later.some(part => part.name === `assets/${name}`)) continue;
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
const total = sum('to the first map', first);
lines.push(row(total));
for (const part of beside) lines.push(row({...part, name: `behind it: ${part.name}`}));
for (const part of later) lines.push(row({...part, name: `when needed: ${path.basename(part.name)}`}));
for (const [name, kind] of [['pages', /\.html$/], ['posters', /^poster\//], ['pictures to share', /\.jpg$/], ['oEmbed', /\.json$/]]) {
  const some = stands.filter(part => kind.test(part.name));
  lines.push(row(sum(`${some.length} ${name}`, some)));
}
fs.writeFileSync(report, `${lines.join('\n')}\n`);
const small = name => parts.find(part => part.name === name)?.small ?? 0;
fs.writeFileSync(report.replace(/\.txt$/, '.json'), `${JSON.stringify({
  'to the first map': total.small, 'the rest of the program': small('greensilk.later.wasm'), 'the facts': small('assets/rest.pack'), files: first.map(part => part.name),
}, null, 1)}\n`);
console.log(lines.join('\n'));
