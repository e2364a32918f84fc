// The words of each language with its names of rows of the data and the order of its letters, as the program reads them.
import fs from 'node:fs';
import path from 'node:path';
import {letters_in_order} from './order.mjs';

const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));

/// Keys of a language's names: {group: {id: name}} -> {"name.<group>.<id>": name}; empty names are left out.
export const keys_of_names = names => Object.fromEntries(Object.entries(names).flatMap(([group, rows]) =>
  Object.entries(rows).filter(([, name]) => name).map(([id, name]) => [`name.${group}.${id}`, name])));

/// One file a language, from `<code>.json` and `names/<code>.json`. `names_in` answers the other names that a language shows.
export function write_words(from, to, names_in) {
  fs.mkdirSync(to, {recursive: true});
  for (const name of fs.readdirSync(from).filter(n => n.endsWith('.json'))) {
    const names = path.join(from, 'names', name), language = path.basename(name, '.json');
    const words = {...read(path.join(from, name)), ...fs.existsSync(names) ? keys_of_names(read(names)) : {}};
    words['name.order'] = letters_in_order(language, [...Object.values(words), ...names_in(language)]);
    fs.writeFileSync(path.join(to, name), JSON.stringify(words) + '\n');
  }
}
