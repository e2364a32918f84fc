// Where a file of the page names others, and what no file of the page may have.
import {createRequire} from 'node:module';
import path from 'node:path';

// Debian's, which Emscripten needs too (NODE_PATH of .ci/lib.sh).
const require = createRequire(import.meta.url);
const acorn = require('acorn');
const walk = require('acorn-walk');

const ATTRIBUTE = /\s(?:href|src|poster|content|data-[\w-]+)="([^"]+)"/g;
const LIST = /\s(?:srcset|imagesrcset)="([^"]+)"/g;
const TAG = /<[a-z][^<>]*>/gi;
const URL_IN_CSS = /url\(\s*["']?([^"')]+)["']?\s*\)|@import\s+["']([^"']+)["']/g;
const STRING = /"([^"\\]+)"/g;

/// Matches of `pattern` in `text`, which stands at `from` of the file, as {start, end, name}.
const found = (pattern, text, from = 0) => [...text.matchAll(pattern)].map(match => {
  const name = match[1] ?? match[2];
  const start = from + match.index + match[0].lastIndexOf(name);
  return {start, end: start + name.length, name};
});

function inHtml(text) {
  return [...text.matchAll(TAG)].flatMap(tag => [...found(ATTRIBUTE, tag[0], tag.index),
    ...found(LIST, tag[0], tag.index).flatMap(list => found(/([^\s,]+)(?:\s+[^\s,]+)?/g, list.name, list.start))]);
}

/// A module, or a script of the older kind.
function parsed(text) {
  try {
    return acorn.parse(text, {ecmaVersion: 'latest', sourceType: 'module'});
  } catch {
    return acorn.parse(text, {ecmaVersion: 'latest', sourceType: 'script'});
  }
}

const isOwnAddress = node => node?.type === 'MemberExpression' && node.object.type === 'MetaProperty' && node.property.name === 'url';

/// What code is made from words or a page from markup: the policy of the page forbids it (headers.mjs).
function refuse(file, what) {
  throw new Error(`${file} has ${what}, which the page's policy forbids`);
}

const MARKUP = new Set(['innerHTML', 'outerHTML', 'srcdoc']);
const WRITERS = new Set(['insertAdjacentHTML', 'write', 'writeln', 'createContextualFragment', 'parseFromString']);

function inScript(text, file) {
  const out = [];
  const literal = (node, needed) => {
    if (node?.type !== 'Literal' || typeof node.value !== 'string') return;
    if (/^data:/i.test(node.value)) refuse(file, 'a module of data:');
    out.push({start: node.start + 1, end: node.end - 1, name: node.value, needed});
  };
  walk.simple(parsed(text), {
    ImportDeclaration: node => literal(node.source, true),
    ExportNamedDeclaration: node => literal(node.source, true),
    ExportAllDeclaration: node => literal(node.source, true),
    ImportExpression: node => literal(node.source, true),
    NewExpression(node) {
      if (node.callee.name === 'Function') refuse(file, 'new Function');
      if (node.callee.name === 'URL' && isOwnAddress(node.arguments[1])) literal(node.arguments[0], false);
    },
    CallExpression({callee}) {
      if (['eval', 'Function'].includes(callee.name)) refuse(file, callee.name);
      const {object, property} = callee;
      if (property && WRITERS.has(property.name) && (object.name === 'document' || !/^write/.test(property.name))) refuse(file, property.name);
    },
    AssignmentExpression({left}) {
      if (left.property && MARKUP.has(left.property.name)) refuse(file, left.property.name);
    },
  });
  return out;
}

/// Names in a file that may mean others of the page: {start, end, name, needed}, in no order. `needed`: it must be there.
export function references(file, text) {
  switch (path.extname(file)) {
    case '.html': return inHtml(text);
    case '.css': return found(URL_IN_CSS, text);
    case '.json': return found(STRING, text);
    default: return inScript(text, file);
  }
}
