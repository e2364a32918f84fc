// A real nginx over the published folder, as the comment of its nginx.conf tells an administrator to set it up.
//   GREENSILK_NGINX           the server              (default /usr/sbin/nginx)
//   GREENSILK_NGINX_MODULES   where its modules are   (default /usr/lib/nginx/modules)
import {spawn} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {site} from './lib.mjs';

const program = process.env.GREENSILK_NGINX ?? '/usr/sbin/nginx';
const brotliModule = path.join(process.env.GREENSILK_NGINX_MODULES ?? '/usr/lib/nginx/modules', 'ngx_http_brotli_static_module.so');

/// Why there is no nginx to test, or false.
export const missing = [program, brotliModule].filter(file => !fs.existsSync(file)).map(file => `${file} is missing`)[0] ?? false;

const freePort = () => new Promise(done => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const {port} = probe.address();
    probe.close(() => done(port));
  });
});

/// What an administrator does: names the path and the folder above it, and says that the module is there.
function setUp(snippet, {at, folder, brotli}) {
  const here = snippet.replaceAll('/greensilk/', at).replaceAll('/srv/www', folder);
  return brotli ? here.replace('# brotli_static on;', 'brotli_static on;') : here;
}

/// With no types and another folder of its own: what the page needs stands in the snippet.
const settings = (port, brotli) => `
${brotli ? `load_module ${brotliModule};` : ''}
daemon off; master_process off; pid nginx.pid; error_log stderr warn;
events { worker_connections 256; }
http {
  access_log off; default_type text/plain;
  client_body_temp_path body; proxy_temp_path proxy; fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  server { listen 127.0.0.1:${port}; root nothing; include snippet.conf; }
}
`;

async function answers(port, server) {
  for (const end = Date.now() + 20_000; Date.now() < end && server.exitCode === null;) {
    const reached = await new Promise(done => {
      const socket = net.connect(port, '127.0.0.1', () => { socket.destroy(); done(true); }).on('error', () => done(false));
    });
    if (reached) return true;
    await new Promise(done => setTimeout(done, 50));
  }
  return false;
}

/// The site served under `at`, with `brotli` also as it was packed: {address, close, complaints}. Rejects with nginx's own words if it does not take the settings.
export async function serveWithNginx(at, {brotli = false} = {}) {
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'greensilk-nginx-'));
  const folder = path.join(place, 'www');
  const root = path.join(folder, at).replace(/\/$/, '');
  fs.mkdirSync(path.dirname(root), {recursive: true});
  fs.symlinkSync(site, root);
  fs.writeFileSync(path.join(place, 'snippet.conf'), setUp(fs.readFileSync(path.join(site, 'nginx.conf'), 'utf8'), {at, folder, brotli}));
  const port = await freePort();
  fs.writeFileSync(path.join(place, 'nginx.conf'), settings(port, brotli));

  const server = spawn(program, ['-p', `${place}/`, '-e', 'stderr', '-c', 'nginx.conf'], {stdio: ['ignore', 'ignore', 'pipe']});
  const ended = new Promise(done => { server.once('close', done); });
  let complaints = '';
  server.stderr.on('data', bytes => { complaints += bytes; });
  const close = async () => {
    server.kill();
    await ended;
    fs.rmSync(place, {recursive: true});
  };
  if (!(await answers(port, server))) {
    await close();
    throw new Error(`nginx does not start: ${complaints}`);
  }
  return {address: `http://127.0.0.1:${port}${at}`, complaints: () => complaints, close};
}
