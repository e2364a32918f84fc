// Published names: the first digits of a file's SHA-256 stand before its ending, so that a name never means other bytes.
import {createHash} from 'node:crypto';

const HASH = /-[0-9a-f]{8}(?=(\.later)?\.[a-z0-9]+$)/;
const ENDING = /(\.later)?\.[a-z0-9]+$/;  // the part of a program that is loaded later keeps to the name of the first

/// 'app.mjs' -> 'app-1a2b3c4d.mjs'.
export const published = (name, bytes) =>
  name.replace(ENDING, ending => `-${createHash('sha256').update(bytes).digest('hex').slice(0, 8)}${ending}`);

/// The name before it was published: 'app-1a2b3c4d.mjs' -> 'app.mjs'.
export const plain = name => name.replace(HASH, '');

/// Whether the bytes under a name never change.
export const forever = name => HASH.test(name);
