// The words of each language with its names of rows of the data and the order of its letters, as the program reads them.
import fs from 'node:fs';
import path from 'node:path';
import {letters_in_order} from './order.mjs';

const read = file => JSON.parse(fs.readFileSync(file, 'utf8'));

/// Keys of a language's names: {group: {id: name}} -> {"name.<group>.<id>": name}; empty names are left out.
export const keys_of_names = names => Object.fromEntries(Object.entries(names).flatMap(([group, rows]) =>
  Object.entries(rows).filter(([, name]) => name).map(([id, name]) => [`name.${group}.${id}`, name])));

/// As fact_hash in app/text/translator.cpp: FNV-1a, 32 bits, in eight hexadecimal digits.
export const hash_of = text => Buffer.from(text).reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5)
  .toString(16).padStart(8, '0');

/// Keys of a language's free texts of the data: {English: translated} -> {"fact.<hash of the English>": translated}.
export function keys_of_facts(facts) {
  const keys = Object.fromEntries(Object.entries(facts).map(([english, text]) => [`fact.${hash_of(english)}`, text]));
  if (Object.keys(keys).length < Object.keys(facts).length) throw new Error('i18n/facts: two texts have one hash; word one of them otherwise');
  return keys;
}

/// One file a language, from `<code>.json`, `names/<code>.json` and `facts/<code>.json`. `names_in` answers the other names that a language shows.
export function write_words(from, to, names_in) {
  fs.mkdirSync(to, {recursive: true});
  for (const name of fs.readdirSync(from).filter(n => n.endsWith('.json'))) {
    const names = path.join(from, 'names', name), facts = path.join(from, 'facts', name), language = path.basename(name, '.json');
    const words = {...read(path.join(from, name)), ...fs.existsSync(names) ? keys_of_names(read(names)) : {}};
    words['name.order'] = letters_in_order(language, [...Object.values(words), ...names_in(language)]);
    if (fs.existsSync(facts)) Object.assign(words, keys_of_facts(read(facts)));
    fs.writeFileSync(path.join(to, name), JSON.stringify(words) + '\n');
  }
}
