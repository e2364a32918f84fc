// Before a test program's own code, under Node: Emscripten 3.1.6 takes a Node with `fetch` for a browser, and gives the
// program an environment of its own instead of the real one.
globalThis.fetch = undefined;
Module['preRun'] = [() => Object.assign(ENV, process.env)];
