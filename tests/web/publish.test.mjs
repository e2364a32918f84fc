// The folder for servers: names with hashes, nothing left of a build before, and what others may keep.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, test} from 'node:test';
import {fileURLToPath} from 'node:url';
import {forever, plain} from '../../web/publish/names.mjs';
import {serve} from '../../web/serve.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const place = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-publish-'));
after(() => fs.rmSync(place, {recursive: true}));
const [from, to] = ['page', 'site'].map(name => path.join(place, name));

const FILES = {
  'index.html': '<!doctype html>\n<meta charset="utf-8">\n<link rel="icon" href="icon.svg"><script type="module" src="app.mjs"></script>\n' +
    '<a href="story/one.html#s=2">one</a><a href="https://example.org/app.mjs">elsewhere</a>',
  'story/one.html': '<!doctype html>\n<meta charset="utf-8">\n<link rel="stylesheet" href="../style.css">' +
    '<img src="one.png" srcset="one.png 1x, ../icon.svg 2x"><meta property="og:image" content="one.png">',
  'story/one.png': 'a picture',
  'app.mjs': "import {addressOf} from './files.mjs';\nimport('./lazy.mjs');\nexport const icon = new URL('icon.svg?x=1', import.meta.url);\n" +
    "export const words = 'import ./lazy.mjs';\nexport {addressOf};\n",
  'lazy.mjs': "export * from './files.mjs';\n",
  'files.mjs': fs.readFileSync(path.join(root, 'web/files.mjs'), 'utf8'),
  'style.css': '@import "more.css";\nbody { background: url(icon.svg) }', 'more.css': 'p { color: red }',
  'icon.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'greensilk-embed.js': "const at = new URL('embed.html', document.currentScript.src);\n", 'oembed.json': '{"html": "x", "thumbnail_url": "icon.svg"}',
  'greensilk.wasm': 'first', 'greensilk.later.wasm': 'second', 'assets/data/one.json': '{}', 'assets/water-10m.bin': 'water',
};

function publish(change = {}) {
  fs.rmSync(from, {recursive: true, force: true});
  for (const [name, text] of Object.entries({...FILES, ...change})) {
    if (text === null) continue;
    fs.mkdirSync(path.dirname(path.join(from, name)), {recursive: true});
    fs.writeFileSync(path.join(from, name), text);
  }
  execFileSync('node', [path.join(root, 'web/publish.mjs'), from, to], {stdio: 'pipe', env: {...process.env, NODE_PATH: '/usr/share/nodejs'}});
  const names = fs.readdirSync(to, {recursive: true, withFileTypes: true}).filter(entry => entry.isFile() && !entry.name.endsWith('.br'))
    .map(entry => path.relative(to, path.join(entry.parentPath ?? entry.path, entry.name)));
  return new Map(names.map(name => [plain(name), name]));
}
const text = name => fs.readFileSync(path.join(to, name), 'utf8');
const refused = (change, words) => assert.throws(() => publish(change), error => words.test(String(error.stderr)));

test('every reference is to the published name; addresses that others know stay', () => {
  const names = publish();
  for (const name of ['index.html', 'story/one.html', 'story/one.png', 'greensilk-embed.js', 'oembed.json', 'files.json', '_headers', 'nginx.conf']) {
    assert.equal(names.get(name), name);
  }
  for (const name of ['app.mjs', 'style.css', 'icon.svg', 'greensilk.wasm', 'assets/data/one.json', 'assets/water-10m.bin']) assert.ok(forever(names.get(name)), name);
  const [icon, app, lazy, style] = ['icon.svg', 'app.mjs', 'lazy.mjs', 'style.css'].map(name => names.get(name));
  const index = text('index.html');
  assert.ok(index.includes(`href="${icon}"`) && index.includes(`src="${app}"`));
  assert.ok(index.includes('href="story/one.html#s=2"') && index.includes('href="https://example.org/app.mjs"'));
  assert.match(index, /http-equiv="Content-Security-Policy"/);
  const story = text('story/one.html');
  assert.ok(story.includes(`href="../${style}"`) && story.includes(`srcset="one.png 1x, ../${icon} 2x"`) && story.includes('content="one.png"'));
  assert.ok(text(app).includes(`import('./${lazy}')`) && text(app).includes(`new URL('${icon}?x=1', import.meta.url)`));
  assert.ok(text(app).includes("'import ./lazy.mjs'"), 'a text is no reference');
  assert.ok(text(style).includes(`"${names.get('more.css')}"`) && text(style).includes(`url(${icon})`));
  assert.ok(text('oembed.json').includes(`"thumbnail_url": "${icon}"`));
});

test('what is asked for at run time is found through the list; a program in two parts has one hash', async () => {
  const names = publish();
  const {addressOf} = await import(path.join(to, names.get('files.mjs')));
  for (const name of ['greensilk.wasm', 'greensilk.later.wasm', 'assets/data/one.json']) {
    assert.equal(addressOf(name), new URL(names.get(name), `file://${to}/`).href);
  }
  assert.equal(names.get('greensilk.later.wasm'), names.get('greensilk.wasm').replace(/\.wasm$/, '.later.wasm'));
});

test('other bytes get other names, up to the page and no further; the rest stays the same file with its compressed twin', () => {
  const before = publish();
  fs.writeFileSync(path.join(to, `${before.get('style.css')}.br`), 'twin');
  const inode = name => fs.statSync(path.join(to, name)).ino;
  const style = inode(before.get('style.css'));
  const now = publish({'assets/water-10m.bin': 'more water'});
  const changed = [...now].filter(([name, as]) => before.get(name) !== as).map(([name]) => name).sort();
  assert.deepEqual(changed, ['app.mjs', 'assets/water-10m.bin', 'files.mjs', 'lazy.mjs']);
  assert.equal(inode(now.get('style.css')), style);
  assert.equal(text(`${now.get('style.css')}.br`), 'twin');
  assert.equal(fs.existsSync(path.join(to, before.get('app.mjs'))), false, 'an old file is left');
  assert.deepEqual(fs.readdirSync(place).sort(), ['page', 'site']);
});

test('the same files give the same folder', () => {
  const one = publish(), list = text('files.json');
  assert.deepEqual(publish(), one);
  assert.equal(text('files.json'), list);
});

test('what cannot work is refused, and the folder stays as it was', () => {
  const before = publish();
  refused({'lazy.mjs': null}, /app\.mjs names \.\/lazy\.mjs, which is not there/);
  refused({'lazy.mjs': "import './app.mjs';"}, /a circle has no hash/);
  refused({'lazy.mjs': 'eval("1")'}, /lazy\.mjs has eval/);
  refused({'lazy.mjs': 'new Function("1")'}, /lazy\.mjs has new Function/);
  refused({'lazy.mjs': 'document.body.innerHTML = "<p>"'}, /lazy\.mjs has innerHTML/);
  refused({'lazy.mjs': "import 'data:text/javascript,1';"}, /lazy\.mjs has a module of data:/);
  assert.deepEqual(new Map(fs.readdirSync(to).filter(name => before.has(plain(name))).map(name => [plain(name), name])),
    new Map([...before].filter(([name]) => !name.includes('/')).sort()));
});

test('names with hashes may be kept for ever, others must be asked for again', async t => {
  const names = publish();
  const server = await serve(to, 0);
  t.after(server.close);
  const cache = async name => (await fetch(server.address + name)).headers.get('cache-control');
  assert.match(await cache(names.get('app.mjs')), /max-age=31536000, immutable/);
  assert.match(await cache(names.get('assets/water-10m.bin')), /immutable/);
  for (const name of ['', 'story/one.html', 'greensilk-embed.js', 'files.json']) assert.equal(await cache(name), 'no-cache');
  const rules = text('_headers');
  for (const [name, as] of names) {
    const told = new RegExp(`^/${name.startsWith('assets/') ? 'assets/\\*' : as}\\n  Cache-Control: .*immutable`, 'm').test(rules);
    assert.equal(told, forever(as), as);
  }
  assert.equal((await fetch(server.address)).headers.get('content-security-policy'), /Content-Security-Policy: (.*)/.exec(rules)[1]);
});
