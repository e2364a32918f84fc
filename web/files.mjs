// Where the files are that the program asks for by name while it runs. web/publish.mjs gives them other names, and lists them here.
const NAMES = {};

/// The address of a file beside this one: 'greensilk.wasm', 'assets/water.bin'.
export const addressOf = name => new URL(NAMES[name] ?? name, import.meta.url).href;
