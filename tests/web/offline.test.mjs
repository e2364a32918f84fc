// The page without a network: only for who asked, whole or not at all, and a newer one only when it is whole.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {plain} from '../../web/publish/names.mjs';
import {serve} from '../../web/serve.mjs';
import {launch, open, ready, root, site} from './lib.mjs';

const place = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-offline-'));
const PATIENCE = {timeout: 60_000};
let browser;
before(async () => { browser = await launch(); });
after(async () => {
  await browser?.close();
  fs.rmSync(place, {recursive: true});
});

/// A folder of its own with the page as its version `number`: a mark in a page, and one in a module.
function publish(name, number) {
  const from = path.join(place, `${name}-page`), to = path.join(place, name);
  fs.rmSync(from, {recursive: true, force: true});
  fs.cpSync(path.join(site, '../page'), from, {recursive: true, filter: file => !file.endsWith('.br')});
  const change = (file, text) => fs.writeFileSync(path.join(from, file), text(fs.readFileSync(path.join(from, file), 'utf8')));
  change('index.html', text => text.replace('</head>', `<meta name="version" content="${number}">\n</head>`));
  change('app.mjs', text => `${text}\ndocument.documentElement.dataset.version = ${number};\n`);
  execFileSync('node', [path.join(root, 'web/publish.mjs'), from, to], {env: {...process.env, NODE_PATH: '/usr/share/nodejs'}});
  return to;
}

const versions = page => page.evaluate(() => [document.querySelector('meta[name=version]').content, document.documentElement.dataset.version]);
const traces = page => page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length);
const loaded = page => page.waitForFunction(() => window.greensilk);
const keep = page => page.evaluate(() => window.greensilk.offline(true));

/// The page of a folder, in a window that is not to wait for the map.
async function visit(t, folder, {wait = false, search = ''} = {}) {
  const server = await serve(folder, 0);
  t.after(() => server.close());
  const opened = await open(browser, server.address + search, {wait});
  t.after(opened.close);
  await loaded(opened.page);
  return {...opened, server};
}

async function again(page) {
  await page.reload();
  await loaded(page);
  return versions(page);
}

/// Until the browser has looked for a newer version, and has taken it or given it up.
async function looked(page, version) {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration.update().catch(() => {});
    const worker = registration.installing;
    if (worker) await new Promise(done => worker.addEventListener('statechange', () => ['activated', 'redundant'].includes(worker.state) && done()));
  });
  const names = await page.evaluate(() => caches.keys());
  assert.equal(names.some(name => name.endsWith(` ${version}`)), true, `${names} without ${version}`);
}
const versionOf = folder => JSON.parse(fs.readFileSync(path.join(folder, 'files.json'), 'utf8')).version;

test('who does not ask has nothing registered and nothing kept', async t => {
  const {page} = await visit(t, publish('unasked', 1));
  assert.equal(await page.evaluate(() => window.greensilk.offline()), false);
  assert.equal(await traces(page), 0);
});

test('who asks has the map without a network, and can take it back', async t => {
  const folder = publish('asked', 1);
  const {page, errors, server} = await visit(t, folder, {wait: true});
  assert.equal(await keep(page), true);
  assert.deepEqual((await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map(request => request.url.slice(location.href.split('#')[0].length));
  })).sort(), Object.keys(JSON.parse(fs.readFileSync(path.join(folder, 'files.json'), 'utf8')).files).sort());
  await page.context().setOffline(true);
  await server.close();
  await page.reload();
  await ready(page);
  await page.evaluate(() => { location.hash = '#v=1&lang=ar'; });
  await page.waitForFunction(() => document.querySelector('#twin caption')?.textContent.match(/[\u0600-\u06ff]/));
  assert.deepEqual(errors, []);
  assert.equal(await page.evaluate(() => window.greensilk.offline(false)), false);
  assert.equal(await traces(page), 0);
});

test('an address can ask, and is clean afterwards', async t => {
  const {page, server} = await visit(t, publish('address', 1), {wait: true, search: '#v=1&offline=1&y=2030'});
  await page.waitForFunction(async () => (await navigator.serviceWorker.getRegistration())?.active, null, PATIENCE);
  assert.match(new URL(page.url()).hash, /^#v=1&y=2030/);
  assert.doesNotMatch(page.url(), /offline/);
  await page.goto(`${server.address}?offline=0`);
  await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration()) && !(await caches.keys()).length, null, PATIENCE);
});

test('a page that is not whole is not kept', async t => {
  const folder = publish('broken', 1);
  const {page} = await visit(t, folder);
  const file = path.join(folder, 'assets', fs.readdirSync(path.join(folder, 'assets')).find(name => plain(name) === 'relief.bin'));
  const bytes = fs.readFileSync(file);
  for (const [what, harm] of [['other bytes', () => fs.writeFileSync(file, 'other bytes')], ['no file', () => fs.rmSync(file)]]) {
    harm();
    assert.match(String(await keep(page).catch(String)), /could not be kept/, what);
    assert.equal(await page.evaluate(() => window.greensilk.offline()), false, what);
    assert.deepEqual(await page.evaluate(() => caches.keys()), [], what);
  }
  fs.writeFileSync(file, bytes);
  assert.equal(await keep(page), true, 'whole again, it is kept');
});

test('a newer version in which a file is missing is not used; the whole one is used at the next visit', async t => {
  const folder = publish('newer', 1);
  const {page} = await visit(t, folder);
  await keep(page);
  const first = versionOf(folder);

  publish('newer', 2);
  const second = versionOf(folder);
  const app = path.join(folder, fs.readdirSync(folder).find(name => plain(name) === 'app.mjs'));
  fs.renameSync(app, `${app}.away`);
  await looked(page, first);
  assert.deepEqual(await again(page), ['1', '1']);

  fs.renameSync(`${app}.away`, app);
  await looked(page, second);
  assert.deepEqual(await versions(page), ['1', '1'], 'an open page stays what it is');
  assert.deepEqual(await again(page), ['2', '2']);
  assert.deepEqual((await page.evaluate(() => caches.keys())).map(name => name.split(' ').at(-1)), [first, second], 'the one before stays for open pages');
});
