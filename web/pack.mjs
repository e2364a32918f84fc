#!/usr/bin/env node
// Several files as one, for the page to fetch after its first picture:  pack.mjs FROM OUT FOLDER...
//   u32 bytes of the list, little-endian; the list as JSON [[name, bytes], ...]; the files one after the other.
import fs from 'node:fs';
import path from 'node:path';

const [from, out, ...folders] = process.argv.slice(2);
const names = folders.flatMap(folder => fs.readdirSync(path.join(from, folder), {withFileTypes: true}).filter(entry => entry.isFile())
  .map(entry => path.posix.join(folder, entry.name))).sort();
const files = names.map(name => fs.readFileSync(path.join(from, name)));
const list = Buffer.from(JSON.stringify(names.map((name, i) => [name, files[i].length])));
const length = Buffer.alloc(4);
length.writeUInt32LE(list.length);
fs.writeFileSync(out, Buffer.concat([length, list, ...files]));
