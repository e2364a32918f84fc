// What --help of the program prints, read plainly: the words that man page and completion must have. Not by app/desktop/help.mjs, which they are made with.
import {execFileSync} from 'node:child_process';

/// Of a command's help: its options by all their names, and the choices of each that has some.
function options_of(text) {
  const below = text.slice(text.search(/^Options:/m));
  return [...below.matchAll(/^ {2}(-[^\s]+)(.*)$/gm)].map(([, names, rest]) => ({names: names.split(','), choices: rest.match(/^ [A-Z]+:\{(.*?)\}/)?.[1].split(',') ?? []}));
}

/// [{name, options}] of each command, in its order.
export function commands_of(program) {
  const help = words => execFileSync(program, [...words, '--help'], {encoding: 'utf8'});
  const list = help([]);
  const names = [...list.slice(list.search(/^Subcommands:/m)).matchAll(/^ {2}([a-z][\w-]*) /gm)].map(line => line[1]);
  return names.map(name => ({name, options: options_of(help([name]))}));
}
