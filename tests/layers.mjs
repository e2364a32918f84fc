// The layer check: walks the includes of app/ and fails, in words, on any that the design's arrows do not allow.
//   node tests/layers.mjs [APP_FOLDER]      prints one line a rule; exits 1 if one is broken
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {check} from './rules.mjs';

const APP = path.resolve(process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '../app'));

/// "May include"; reaches on through the next arrows.
const ARROWS = {
  main: ['cli', 'ui', 'render', 'guest', 'export', 'platform', 'shared'], cli: ['export', 'paper', 'render', 'guest', 'eval', 'platform', 'shared'],
  shared: ['scene', 'text', 'platform'],  // what main and cli have in common, beside them in app/
  ui: ['scene', 'text'], render: ['scene'], export: ['scene', 'text'], guest: ['scene', 'text'],
  paper: ['export', 'scene', 'text'], scene: ['map', 'sim', 'text'], sim: ['state', 'portfolio'], eval: ['portfolio'], state: ['model'], portfolio: ['model'], model: ['units'],
  map: ['units'], text: ['units'], units: [], platform: [],
};

/// Outside headers that a layer must not know: name, pattern of the header, the layers that may.
const OUTSIDE = [
  ['OpenGL', /^(GL|GLES\d|EGL|KHR)\//, ['render', 'platform']],
  ['Dear ImGui', /^imgui/, ['ui', 'platform', 'main']],
  ['SDL', /^SDL/, ['platform']],
  ['Cairo, Pango, librsvg', /^(cairo|pango|librsvg|fontconfig)/, ['paper']],
  ['GIO', /^(gio|glib)/, ['platform']],
  ['files', /^(fstream|filesystem|sys\/|fcntl\.h|unistd\.h|dirent\.h)/, ['platform', 'cli']],
  ['a clock', /^(chrono|ctime|time\.h|sys\/time\.h)$/, ['platform']],
  ['randomness of the machine', /^random$/, []],
];

const LIBM = 'a?sinh?|a?cosh?|a?tanh?|atan2|exp2?|expm1|log(?:2|10|1p|b)?|pow|cbrt|hypot|erfc?|[lt]gamma|fma';

/// The layer of a file, given its path from app/. Files beside main.cpp are cli's by their name, or else shared.
function layer_at(where) {
  const parts = where.split(path.sep);
  if (parts.length > 1) return parts[0];
  return /^main[._]/.test(where) ? 'main' : /^cli[_.]/.test(where) ? 'cli' : 'shared';
}

const reachable = layer => {
  const seen = new Set([layer]);
  for (const each of seen) for (const next of ARROWS[each] ?? []) seen.add(next);
  return seen;
};

const walk = folder => fs.readdirSync(folder, {withFileTypes: true}).flatMap(entry => {
  const name = path.join(folder, entry.name);
  return entry.isDirectory() ? walk(name) : /\.(cpp|hpp|h|c|inl)$/.test(entry.name) ? [name] : [];
});

/// Comments and the contents of strings blanked, line numbers kept; include lines keep their names.
const code_of = text => text
  .replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*|R"(\w*)\([\s\S]*?\)\1"|"(?:\\.|[^"\\\n])*"/g, (found, _, at) =>
    found[0] === '"' && /#\s*include\s*$/.test(text.slice(Math.max(0, at - 20), at)) ? found : found.replace(/[^\n]/g, ' '));

const files = walk(APP).map(name => {
  const where = path.relative(APP, name);
  const lines = code_of(fs.readFileSync(name, 'utf8')).split('\n');
  const layer = layer_at(where);
  const includes = lines.flatMap((line, i) => {
    const found = line.match(/^\s*#\s*include\s*(?:"([^"]+)"|<([^>]+)>)/);
    return found ? [{line: i + 1, ours: found[1], outside: found[2], name: found[1] ?? found[2]}] : [];
  });
  return {where, layer, lines, includes};
});

/// The layer that an include in quotes names, or null if it names no file of app/.
function layer_of(include, file) {
  for (const folder of [APP, path.dirname(path.join(APP, file.where))]) {
    const found = path.resolve(folder, include);
    if (fs.existsSync(found) && found.startsWith(APP + path.sep)) return layer_at(path.relative(APP, found));
  }
  return null;
}

const lines_with = (pattern, allowed) => files.filter(file => !allowed(file)).flatMap(file =>
  file.lines.flatMap((line, i) => pattern.test(line) ? [{file, line: i + 1, found: line.match(pattern)[0].trim()}] : []));

const rules = {
  'every file of app/ is in a layer of the design': () => files
    .filter(file => !ARROWS[file.layer]).map(file => `app/${file.where} belongs to no layer`),

  'includes follow the arrows': () => files.flatMap(file => {
    const may = reachable(file.layer);
    return file.includes.filter(include => include.ours).flatMap(include => {
      const target = layer_of(include.ours, file);
      if (target === null) return [`app/${file.where}:${include.line} includes "${include.ours}", which is not in app/`];
      return may.has(target) ? [] : [`app/${file.where}:${include.line}: ${file.layer} may not include ${target} ("${include.ours}")`];
    });
  }),

  'a layer includes only the outside libraries that it may know': () => files.flatMap(file => file.includes.flatMap(include =>
    OUTSIDE.filter(([, pattern, may]) => pattern.test(include.name) && !may.includes(file.layer))
      .map(([what]) => `app/${file.where}:${include.line}: ${file.layer} may not know ${what} (<${include.name}>)`))),

  'only the projections of app/map include PROJ': () => files.flatMap(file => file.includes
    .filter(include => /^proj(_experimental)?\.h$|^proj\//.test(include.name) && !/^map.projection(_codes_native)?\.cpp$/.test(file.where))
    .map(include => `app/${file.where}:${include.line} includes ${include.name}`)),

  'platform conditionals stay in app/platform': () => lines_with(
    /\b(__EMSCRIPTEN__|EMSCRIPTEN_KEEPALIVE|EM_JS|EM_ASM\w*|emscripten_\w+)\b|<emscripten/, file => file.layer === 'platform')
    .map(({file, line, found}) => `app/${file.where}:${line} has ${found}`),

  'app/model calls no transcendental of libm': () => lines_with(
    new RegExp(`(?:\\bstd|(?<![\\w>]))::(?:${LIBM})[fl]?\\s*\\(`), file => file.layer !== 'model')
    .map(({file, line, found}) => `app/${file.where}:${line} calls ${found}...)`),
};

check(rules);
