// Manual page, completion and changelog of the package, made from what the program says of itself.
//   node app/desktop/words.mjs PROGRAM DATA_FOLDER VERSION OUT
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import zlib from 'node:zlib';
import {completion} from './completion.mjs';
import {help_of} from './help.mjs';
import {man_page} from './man.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const [program, data, version, out] = process.argv.slice(2);
const read = name => fs.readFileSync(path.join(HERE, name), 'utf8');
const write = (name, bytes) => fs.writeFileSync(path.join(out, name), bytes);
/// As `gzip -9n`: the same bytes whenever it is made.
const packed = text => zlib.gzipSync(text, {level: 9});

const help = help_of(program);
const models = [...execFileSync(program, ['eval', '--list'], {encoding: 'utf8'}).matchAll(/^(\w+): /gm)].map(line => line[1]);
const changelog = read('changelog');
if (!changelog.startsWith(`greensilk (${version}) `)) throw new Error(`app/desktop/changelog: expected the version ${version} first`);
fs.mkdirSync(out, {recursive: true});
write('greensilk.1.gz', packed(man_page(help, read('greensilk.1.in'), version)));
write('greensilk.bash', completion(help, data, models));
write('changelog.gz', packed(changelog));
