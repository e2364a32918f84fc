// The words of each language with its names of rows of the data, as the program reads them.
import fs from 'node:fs';
import path from 'node:path';

const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));

/// Keys of a language's names: {group: {id: name}} -> {"name.<group>.<id>": name}; empty names are left out.
export const keys_of_names = names => Object.fromEntries(Object.entries(names).flatMap(([group, rows]) =>
  Object.entries(rows).filter(([, name]) => name).map(([id, name]) => [`name.${group}.${id}`, name])));

/// One file a language, from `<code>.json` and `names/<code>.json`.
export function write_words(from, to) {
  fs.mkdirSync(to, {recursive: true});
  for (const name of fs.readdirSync(from).filter(n => n.endsWith('.json'))) {
    const names = path.join(from, 'names', name);
    const words = {...read(path.join(from, name)), ...fs.existsSync(names) ? keys_of_names(read(names)) : {}};
    fs.writeFileSync(path.join(to, name), JSON.stringify(words) + '\n');
  }
}
