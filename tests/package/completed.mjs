// What bash answers when Tab is pressed after some words.
import {spawnSync} from 'node:child_process';

const ASK = `. "$1"; shift
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _greensilk
printf '%s\\n' "\${COMPREPLY[@]}"`;

/// `words` of a command line, the last of them unfinished; several lines at once: [[word...]...] -> [[answer...]...].
export function completed(script, lines, folder) {
  return lines.map(words => {
    const asked = spawnSync('bash', ['--norc', '-c', ASK, 'bash', script, ...words], {encoding: 'utf8', cwd: folder});
    if (asked.status !== 0 || asked.stderr !== '') throw new Error(`bash says: ${asked.stderr}`);
    return asked.stdout.split('\n').filter(Boolean);
  });
}
