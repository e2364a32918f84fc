// The published folder behind a real nginx with the settings that it brings: the same answers as from the page's own server, and a
// page that works.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {forever} from '../../web/publish/names.mjs';
import {serve as serveOwn} from '../../web/serve.mjs';
import {visit} from './guests.mjs';
import {headers, launch, open, serveHosts, site, stateOf} from './lib.mjs';
import {missing, serveWithNginx} from './nginx.mjs';

let own, servers, packing;
before(async () => {
  if (missing) return;
  own = await serveOwn(site, 0);
  servers = [await serveWithNginx('/'), await serveWithNginx('/some/where/')];
  packing = await serveWithNginx('/packed/', {brotli: true});
});
after(async () => { for (const server of [own, ...servers ?? [], packing]) await server?.close(); });

const behindNginx = (name, run) => test(`nginx: ${name}`, {skip: missing}, run);

/// {status, headers, bytes} of an address, as it comes: fetch would unpack it and ask for more than was said.
const ask = (address, {method = 'GET', ...said} = {}) => new Promise((done, fail) => {
  http.request(address, {method, headers: said}, answer => {
    const parts = [];
    answer.on('data', part => parts.push(part));
    answer.on('end', () => done({status: answer.statusCode, headers: answer.headers, bytes: Buffer.concat(parts)}));
    answer.on('error', fail);
  }).on('error', fail).end();
});

const files = fs.readdirSync(site, {recursive: true}).map(String)
  .filter(name => !name.endsWith('.br') && !['_headers', 'nginx.conf'].includes(name) && fs.statSync(path.join(site, name)).isFile()).sort();
/// One file of each ending and time to be kept.
const kinds = [...new Map(files.map(name => [`${path.extname(name)} ${forever(name)}`, name])).values()];
const named = pattern => files.find(name => pattern.test(name));
const SAME = ['content-type', 'cache-control', ...Object.keys(headers).map(name => name.toLowerCase())];

behindNginx('every kind of file has the type, the time and the policy that the page\'s own server gives it', async () => {
  for (const ending of ['.html', '.mjs', '.js', '.css', '.wasm', '.data', '.json', '.webp', '.jpg', '.svg', '.ttf', '.pack', '.bin', '.csv']) {
    assert.ok(kinds.some(name => name.endsWith(ending)), `no ${ending} to test`);
  }
  for (const {address} of servers) {
    for (const name of ['', ...kinds]) {
      const [mine, theirs] = await Promise.all([own.address, address].map(at => ask(at + name)));
      assert.equal(theirs.status, 200, `${address}${name}`);
      for (const header of SAME) assert.equal(theirs.headers[header], mine.headers[header], `${address}${name}: ${header}`);
      assert.ok(theirs.bytes.equals(mine.bytes), `${name}: other bytes`);
    }
  }
});

behindNginx('the policy is the one in _headers; names with a hash may be kept for ever, pages and the worker may not', async () => {
  for (const {address} of servers) {
    for (const name of [named(/^app-\w+\.mjs$/), named(/^greensilk-\w+\.later\.wasm$/), named(/^assets\/.*\.ttf$/)]) {
      const {headers: said} = await ask(address + name);
      assert.match(said['cache-control'], /max-age=31536000, immutable/, name);
      assert.equal(said['access-control-allow-origin'], '*', name);
      assert.equal(said['content-security-policy'], headers['Content-Security-Policy'], name);
    }
    for (const name of ['index.html', 'embed.html', 'sw.js', 'files.json', 'greensilk-embed.js', named(/^story\/.*\.jpg$/)]) {
      assert.equal((await ask(address + name)).headers['cache-control'], 'no-cache', name);
    }
  }
});

behindNginx('what is not there is not found, under the policy, and is not kept', async () => {
  for (const {address} of servers) {
    for (const name of ['nothing.mjs', 'nothing-00000000.mjs', 'story/nothing/1/en.html']) {
      const {status, headers: said} = await ask(address + name);
      assert.equal(status, 404, name);
      assert.equal(said['cache-control'], undefined, `${name}: that it is missing may be kept`);
      assert.equal(said['content-security-policy'], headers['Content-Security-Policy'], name);
    }
    assert.equal((await ask(`${address}index.html`, {method: 'POST'})).status, 405);
  }
});

behindNginx('a file is packed for whom takes that, is asked for again by its tag, and comes in parts', async () => {
  for (const {address} of servers) {
    for (const name of ['index.html', named(/^greensilk-\w+\.wasm$/), named(/^greensilk-\w+\.data$/), named(/^assets\/.*\.ttf$/), named(/^assets\/.*\.pack$/)]) {
      const whole = fs.readFileSync(path.join(site, name));
      const packed = await ask(address + name, {'Accept-Encoding': 'gzip, br'});
      assert.equal(packed.headers['content-encoding'], 'gzip', name);
      assert.match(packed.headers.vary ?? '', /accept-encoding/i, `${name}: caches would give it to those who cannot unpack it`);
      assert.ok(packed.bytes.length < whole.length * 0.9, `${name}: ${packed.bytes.length} of ${whole.length} B`);
      const again = await ask(address + name, {'Accept-Encoding': 'gzip, br', 'If-None-Match': packed.headers.etag});
      assert.equal(again.status, 304, name);
      assert.equal(again.bytes.length, 0);
      assert.equal(again.headers['cache-control'], packed.headers['cache-control'], name);
      const part = await ask(address + name, {Range: 'bytes=10-19'});
      assert.equal(part.status, 206, name);
      assert.ok(part.bytes.equals(whole.subarray(10, 20)), name);
    }
  }
});

behindNginx('with its module for it, what was packed is sent as it is, to those who take it', async () => {
  for (const name of kinds.filter(one => fs.existsSync(path.join(site, `${one}.br`)))) {
    const [whole, twin] = [name, `${name}.br`].map(file => fs.readFileSync(path.join(site, file)));
    const [sent, mine] = await Promise.all([packing, own].map(({address}) => ask(address + name, {'Accept-Encoding': 'gzip, deflate, br'})));
    assert.equal(sent.headers['content-encoding'], 'br', name);
    assert.ok(sent.bytes.equals(twin), `${name}: other bytes`);
    assert.match(sent.headers.vary ?? '', /accept-encoding/i, name);
    for (const header of SAME) assert.equal(sent.headers[header], mine.headers[header], `${name}: ${header}`);
    assert.ok((await ask(packing.address + name)).bytes.equals(whole), `${name}: packed for who does not take it`);
  }
});

behindNginx('the page comes without a complaint, and in a sandboxed frame of another page too', async t => {
  const browser = await launch();
  t.after(() => browser.close());
  for (const {address, complaints} of servers) {
    const before = complaints();
    const {page, errors, outside, close} = await open(browser, address);
    assert.ok((await stateOf(page)).totals.avoided_t.best > 0);
    assert.deepEqual(errors, []);
    assert.deepEqual(outside, []);
    await close();
    const hosts = await serveHosts(address);
    t.after(hosts.close);
    const framed = await visit(browser, `${hosts.address}sandboxed.html`, {own: [hosts.address, address]});
    assert.equal(await framed.map.evaluate(() => origin), 'null');
    assert.deepEqual(framed.errors, []);
    assert.deepEqual(framed.foreign(), []);
    await framed.close();
    assert.equal(complaints(), before, 'nginx complains');
  }
});
