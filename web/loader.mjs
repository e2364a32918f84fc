// Fetches the program and its data with progress, checks what can be checked, and starts it.
import {addressOf} from './files.mjs';
import {Later} from './later.mjs';

/// What went wrong while loading: `kind` is 'missing' or 'damaged'.
export class LoadError extends Error {
  constructor(kind, file, why) {
    super(`${file}: ${why}`);
    Object.assign(this, {kind, file, why});
  }
}

/// This browser cannot run the program: `what` is 'noWebAssembly' or 'noWebGL'.
export class Lack extends Error {
  constructor(what) {
    super(what);
    this.what = what;
  }
}

// Compressed answers say only their compressed length; this much more comes out, about.
const COMPRESSION = 3;

// ms between two words of progress: each is a paint, which a machine that paints by its processor could spend on the map.
const PROGRESS_PAUSE = 300;

/// Sums the bytes of several files; tells `show(loadedBytes, share)` now and then, where `share` is 0..1.
class Progress {
  #files = new Map();
  #due = performance.now() + PROGRESS_PAUSE;
  constructor(show) { this.show = show; }
  expect(file, total) { this.#files.set(file, {loaded: 0, total}); }
  add(file, bytes) {
    this.#files.get(file).loaded += bytes;
    if (performance.now() < this.#due) return;
    this.#due = performance.now() + PROGRESS_PAUSE;
    let loaded = 0, total = 0;
    for (const one of this.#files.values()) {
      loaded += one.loaded;
      total += Math.max(one.total, one.loaded);
    }
    this.show(loaded, total ? Math.min(loaded / total, 0.98) : 0);
  }
}

/// The answer with a body that counts itself. A body that breaks off makes a LoadError.
async function counted(file, url, progress) {
  let response;
  try {
    response = await fetch(url, {credentials: 'same-origin'});
  } catch (error) {
    throw new LoadError('missing', file, error.message);
  }
  if (!response.ok || !response.body) throw new LoadError('missing', file, `HTTP ${response.status}`);
  const length = Number(response.headers.get('Content-Length')) || 0;
  progress.expect(file, response.headers.get('Content-Encoding') ? length * COMPRESSION : length);
  const reader = response.body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const {done, value} = await reader.read();
        if (done) return controller.close();
        progress.add(file, value.byteLength);
        controller.enqueue(value);
      } catch (error) {
        controller.error(new LoadError('missing', file, error.message));
      }
    },
    cancel: reason => reader.cancel(reason),
  });
}

async function bytesOf(stream) {
  return new Response(await stream).arrayBuffer();
}

const REST = 'greensilk.later.wasm';

/// Resolves when a compositor has had time to bring the first picture to the screen: what is compiled meanwhile holds it up. A
/// machine that was slow to come here is slow to show it, too.
const shown = () => new Promise(done => { setTimeout(done, Math.max(100, 0.5 * performance.now())); });

/// Fetches the rest of the program into its place.
async function fetchRest(later) {
  const quiet = shown();
  const stream = await counted(REST, addressOf(REST), new Progress(() => {}));
  try {
    await later.fill(new Response(stream), quiet);
  } catch (error) {
    throw error instanceof LoadError ? error : new LoadError('damaged', REST, error.message);
  }
}

/// Starts the program in `canvas` with `page` as its hooks; resolves to its module. `show(bytes, share)` tells progress.
/// `page.whole` becomes the promise of the rest of the program. It is fetched when the first picture stands (`page.stood`): until
/// then it would be in the way of what that needs, line and processor.
export async function load({canvas, page, show, onAbort}) {
  const progress = new Progress(show);
  const wasm = counted('greensilk.wasm', addressOf('greensilk.wasm'), progress);
  const data = bytesOf(counted('greensilk.data', addressOf('greensilk.data'), progress));
  // The first failure is reported where it is awaited; the others must not count as unhandled.
  wasm.catch(() => {});
  data.catch(() => {});

  let start;
  try {
    start = (await import('./greensilk.mjs')).default;
  } catch (error) {
    throw new LoadError('missing', 'greensilk.mjs', error.message);
  }
  const packed = await data;
  const later = new Later(addressOf(REST));
  let failWasm;
  const wasmFailed = new Promise((_, reject) => { failWasm = reject; });

  const module = start({
    canvas, page, onAbort,
    locateFile: addressOf,
    getPreloadedPackage(name, size) {
      if (packed.byteLength !== size) throw new LoadError('damaged', 'greensilk.data', `${packed.byteLength} / ${size} B`);
      return packed;
    },
    instantiateWasm(imports, done) {
      wasm.then(stream => WebAssembly.instantiateStreaming(
        new Response(stream, {headers: {'Content-Type': 'application/wasm'}}), {...imports, placeholder: later.placeholders()}))
        .then(({instance, module: compiled}) => {
          later.belongsTo(instance.exports);
          page.whole = page.stood.then(() => fetchRest(later));
          page.whole.catch(() => {});  // it is reported where it is awaited
          // Not before: while a browser draws its first paint, it lets all wait that ask for graphics, the download too.
          if (!canvas.getContext('webgl2', CONTEXT)) throw new Lack('noWebGL');
          done(instance, compiled);
        })
        .catch(error => failWasm(
          error instanceof LoadError || error instanceof Lack ? error : new LoadError('damaged', 'greensilk.wasm', error.message)));
      return {};
    },
  });
  return Promise.race([module, wasmFailed]);
}

// The canvas's own context: the program asks for it again with these attributes and gets this one
// (app/platform/platform_web.cpp).
const CONTEXT = {alpha: false, depth: false, stencil: true, antialias: false, premultipliedAlpha: true,
  preserveDrawingBuffer: false, powerPreference: 'default', failIfMajorPerformanceCaveat: false};

/// What of WebAssembly or WebGL this browser plainly lacks: 'noWebAssembly', 'noWebGL' or null.
export function lacking() {
  const valid = bytes => WebAssembly.validate(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, ...bytes]));
  // The smallest function with a try block.
  const exceptions = [1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11];
  // The smallest function with a vector in it.
  const vectors = [1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11];
  if (typeof WebAssembly !== 'object' || !WebAssembly.instantiateStreaming || !valid(exceptions) || !valid(vectors)) {
    return 'noWebAssembly';
  }
  return typeof WebGL2RenderingContext === 'function' ? null : 'noWebGL';
}
