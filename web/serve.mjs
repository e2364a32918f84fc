// A static server for the built page: right types, precompressed files, the page's headers, nothing else.
//   node web/serve.mjs FOLDER [PORT]     serves until interrupted; prints the address
//   import {serve} from './serve.mjs'    const {address, close} = await serve(folder, 0)   (0: any free port)
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import {pathToFileURL} from 'node:url';
import {headersOf} from './publish/headers.mjs';

const TYPES = {
  '.html': 'text/html; charset=utf-8', '.css': 'text/css; charset=utf-8', '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8', '.wasm': 'application/wasm', '.json': 'application/json', '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.webp': 'image/webp', '.jpg': 'image/jpeg', '.ico': 'image/x-icon', '.ttf': 'font/ttf', '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json', '.data': 'application/octet-stream',
};

/// The file that a request's path names inside `folder`, or null: no way out of the folder, no hidden file, no .br itself.
function file_of(folder, url) {
  let name;
  try {
    name = decodeURIComponent(new URL(url, 'http://localhost').pathname);
  } catch {
    return null;
  }
  if (name.includes('\0') || name.split('/').some(part => part.startsWith('.')) || name.endsWith('.br')) return null;
  const file = path.join(folder, name.endsWith('/') ? `${name}index.html` : name);
  return fs.statSync(file, {throwIfNoEntry: false})?.isFile() ? file : null;
}

/// The precompressed twin, if the client takes it and it is not older than the file.
function compressed(file, accepts) {
  if (!/\bbr\b/.test(accepts ?? '')) return null;
  const twin = fs.statSync(`${file}.br`, {throwIfNoEntry: false});
  return twin && twin.mtimeMs >= fs.statSync(file).mtimeMs ? `${file}.br` : null;
}

function answer(folder, request, response) {
  if (!['GET', 'HEAD'].includes(request.method)) return response.writeHead(405, {Allow: 'GET, HEAD'}).end();
  const file = file_of(folder, request.url);
  if (!file) return response.writeHead(404, {'Content-Type': 'text/plain'}).end('not found\n');
  const twin = compressed(file, request.headers['accept-encoding']);
  const stat = fs.statSync(twin ?? file);
  const tag = `"${stat.size.toString(16)}-${Math.round(stat.mtimeMs).toString(16)}"`;
  const headers = {ETag: tag, Vary: 'Accept-Encoding', ...headersOf(path.basename(file))};
  if (request.headers['if-none-match'] === tag) return response.writeHead(304, headers).end();
  headers['Content-Type'] = TYPES[path.extname(file)] ?? 'application/octet-stream';
  headers['Content-Length'] = stat.size;
  if (twin) headers['Content-Encoding'] = 'br';
  response.writeHead(200, headers);
  if (request.method === 'HEAD') return response.end();
  fs.createReadStream(twin ?? file).on('error', () => response.destroy()).pipe(response);
}

/// Rejects with the system's error (EADDRINUSE when the port is taken).
export function serve(folder, port = 8080) {
  const server = http.createServer((request, response) => answer(folder, request, response));
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve({
      address: `http://localhost:${server.address().port}/`,
      close: () => new Promise(done => { server.closeAllConnections(); server.close(done); }),
    }));
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
  const [folder, port = '8080'] = process.argv.slice(2);
  try {
    const {address} = await serve(folder, Number(port));
    console.log(address);
  } catch (error) {
    const why = error.code === 'EADDRINUSE' ? `port ${port} is taken by another program; choose another with --port N`
      : error.code === 'EACCES' ? `port ${port} needs root; choose one above 1023 with --port N` : error.message;
    console.error(`error: ${why}.`);
    process.exit(1);
  }
}
