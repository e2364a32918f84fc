#!/usr/bin/env node
// The folder that any web server or CDN can host, from the one that the build makes:  publish.mjs FROM TO
// Modules, styles, programs, pictures and assets get a hash of their bytes in their names, and all that names them is rewritten,
// from the named to the naming; what others point at keeps its name (KEPT). Beside them: files.json (names and hashes, for
// web/sw.js), _headers and nginx.conf. TO is made aside and then takes its place; what did not change stays the same file, its
// time and its compressed twin too.
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {headersFile, nginxFile, policyInPage} from './publish/headers.mjs';
import {published} from './publish/names.mjs';
import {references} from './publish/references.mjs';

// Addresses that stand in articles, in other people's pages or in the browser's memory. Pictures outside the first folder and
// assets/ are shown by those who share a page.
const KEPT = [/\.html$/, /^greensilk-embed\.js$/, /^sw\.js$/, /(^|\/)oembed[^/]*\.json$/, /\.(txt|xml|webmanifest)$/,
  /^(?!assets\/).+\/[^/]+\.(png|jpe?g|svg|webp|json)$/];
const AT_RUN_TIME = /^assets\/|\.(wasm|data)$/;  // asked for through files.mjs
const WITH_NAMES = /\.(html|css|m?js)$|(^|\/)oembed[^/]*\.json$/;
const UNLISTED = /^(_headers|nginx\.conf|sw\.js)$|^(story|figures)\//;  // pages that stand by themselves are for who has a network

const walk = (folder, at = '') => fs.readdirSync(path.join(folder, at), {withFileTypes: true}).flatMap(entry => {
  const name = path.posix.join(at, entry.name);
  return entry.isDirectory() ? walk(folder, name) : [name];
});

const withPolicy = html => html.replace(/<meta charset="utf-8">/i,
  charset => `${charset}\n<meta http-equiv="Content-Security-Policy" content="${policyInPage}">`);

/// Every file's published name and bytes.
class Site {
  #from; #files; #names = new Map(); #bytes = new Map(); #open = new Set();

  constructor(from) {
    this.#from = from;
    this.#files = new Set(walk(from).filter(name => !name.endsWith('.br')));
  }

  /// name -> bytes
  all() {
    return new Map([...this.#files].map(file => [this.#nameOf(file), this.#bytesOf(file)]));
  }

  #nameOf(file) {
    if (KEPT.some(pattern => pattern.test(file))) return file;
    if (!this.#names.has(file)) this.#names.set(file, published(file, this.#hashed(file)));
    return this.#names.get(file);
  }

  /// The two parts of a program are one thing.
  #hashed(file) {
    const stem = /^(.*?)(\.later)?\.wasm$/.exec(file)?.[1];
    const parts = stem ? [`${stem}.wasm`, `${stem}.later.wasm`].filter(name => this.#files.has(name)) : [file];
    return Buffer.concat(parts.map(part => this.#bytesOf(part)));
  }

  #bytesOf(file) {
    if (!this.#bytes.has(file)) {
      if (this.#open.has(file)) throw new Error(`${[...this.#open, file].join(' names ')}: a circle has no hash`);
      this.#open.add(file);
      const bytes = fs.readFileSync(path.join(this.#from, file));
      this.#bytes.set(file, WITH_NAMES.test(file) && !file.startsWith('assets/') ? Buffer.from(this.#rewritten(file, bytes.toString())) : bytes);
      this.#open.delete(file);
    }
    return this.#bytes.get(file);
  }

  #rewritten(file, text) {
    if (file === 'files.mjs') return this.#withNames(text);
    const changes = references(file, text).flatMap(({start, end, name, needed}) => {
      const [, own, rest] = /^([^?#]*)(.*)$/s.exec(name);
      const target = /^[a-z][a-z0-9+.-]*:|^\//i.test(own) ? '' : path.posix.join(path.posix.dirname(file), own);
      if (!this.#files.has(target)) {
        if (needed) throw new Error(`${file} names ${name}, which is not there`);
        return [];
      }
      const to = own.slice(0, own.length - path.posix.basename(own).length) + path.posix.basename(this.#nameOf(target)) + rest;
      return to === name ? [] : [{start, end, to}];
    });
    let out = '', done = 0;
    for (const {start, end, to} of changes.sort((a, b) => a.start - b.start)) {
      out += text.slice(done, start) + to;
      done = end;
    }
    out += text.slice(done);
    return file.endsWith('.html') ? withPolicy(out) : out;
  }

  #withNames(text) {
    const names = [...this.#files].filter(file => AT_RUN_TIME.test(file)).sort().map(file => [file, this.#nameOf(file)]);
    const filled = text.replace('const NAMES = {};', `const NAMES = ${JSON.stringify(Object.fromEntries(names), null, 1)};`);
    if (filled === text) throw new Error('files.mjs has no place for the names');
    return filled;
  }
}

/// Names and hashes of what a browser may keep, under one version for all.
function list(files) {
  const hash = bytes => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;
  const hashes = Object.fromEntries([...files].filter(([name]) => !UNLISTED.test(name)).sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, bytes]) => [name, hash(bytes)]));
  const version = createHash('sha256').update(JSON.stringify(hashes)).digest('hex').slice(0, 16);
  return {version, files: hashes};
}

/// The file as it was, with its twin, when its bytes are the same.
function write(folder, before, name, bytes) {
  const to = path.join(folder, name), was = path.join(before, name);
  fs.mkdirSync(path.dirname(to), {recursive: true});
  if (!fs.existsSync(was) || !fs.readFileSync(was).equals(bytes)) return fs.writeFileSync(to, bytes);
  fs.linkSync(was, to);
  if (fs.existsSync(`${was}.br`)) fs.linkSync(`${was}.br`, `${to}.br`);
}

function publish(from, to) {
  const files = new Site(from).all();
  const listed = list(files);
  files.set('files.json', Buffer.from(`${JSON.stringify(listed, null, 1)}\n`));
  const worker = files.get('sw.js');
  if (worker) files.set('sw.js', Buffer.from(String(worker).replace("const VERSION = '';", `const VERSION = '${listed.version}';`)));
  files.set('_headers', Buffer.from(headersFile([...files.keys()].sort())));
  files.set('nginx.conf', Buffer.from(nginxFile(fs.readFileSync(fileURLToPath(new URL('nginx.conf', import.meta.url)), 'utf8'))));

  const [made, old] = [`${to}.new-${process.pid}`, `${to}.old-${process.pid}`];
  try {
    for (const [name, bytes] of files) write(made, to, name, bytes);
    if (fs.existsSync(to)) fs.renameSync(to, old);
    fs.renameSync(made, to);
  } finally {
    for (const folder of [made, old]) fs.rmSync(folder, {recursive: true, force: true});
  }
  return files;
}

const [from, to] = process.argv.slice(2).map(folder => path.resolve(folder));
try {
  publish(from, to);
} catch (error) {
  console.error(`error: ${error.message}.`);
  process.exit(1);
}
