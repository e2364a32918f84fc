// The rest of the program (web/split.mjs): fetched once its first part is here, and put into that part's table of functions.

export class Later {
  #url;
  #exports = null;
  #filled = false;

  constructor(url) { this.#url = url; }

  /// What the first part calls in place of functions that are not there yet.
  placeholders() {
    return new Proxy({}, {get: (_, index) => (...given) => {
      if (!this.#filled) this.#fillAtOnce();
      return this.#exports.__indirect_function_table.get(Number(index))(...given);
    }});
  }

  /// `exports` are those of the first part.
  belongsTo(exports) { this.#exports = exports; }

  /// `answer`: of the rest's file. It is compiled when `quiet` resolves.
  async fill(answer, quiet) {
    const bytes = await answer.arrayBuffer();
    await quiet;
    const module = await WebAssembly.compile(bytes);
    if (!this.#filled) this.#put(module);
  }

  #put(module) {
    new WebAssembly.Instance(module, {primary: this.#exports});
    this.#filled = true;
  }

  /// The page keeps everything away that needs the rest (bridge.mjs); should something need it all the same, it waits.
  #fillAtOnce() {
    const request = new XMLHttpRequest();
    request.open('GET', this.#url, false);
    request.overrideMimeType('text/plain; charset=x-user-defined');  // a waiting request knows no bytes, only letters
    request.send();
    if (request.status !== 200) throw new Error(`${this.#url}: HTTP ${request.status}`);
    this.#put(new WebAssembly.Module(Uint8Array.from(request.responseText, letter => letter.charCodeAt(0) & 255)));
  }
}
