// What a command line made with CLI11 says of itself in --help, as data: man page and completion are made of it.
import {execFileSync} from 'node:child_process';

/// Where CLI11 begins the words on an entry; longer names have them on the next line.
const COLUMN = 30;
const NAMES = /^(?<names>-[^\s,]+(?:,-[^\s,]+)*|[A-Za-z][\w-]*)(?<rest>(?: .*)?)$/;

/// `program WORD...` asked for --help: {path, about, positionals, options, commands}. An entry of the first two is {names, value, choices, range, usual, many,
/// required, excludes, about}; `commands` are of the same form as the whole. Throws, in words, where the help has another form.
export function help_of(program, path = []) {
  const text = execFileSync(program, [...path, '--help'], {encoding: 'utf8'});
  const where = ['greensilk', ...path].join(' ');
  const said = read_help(text, where);
  const commands = said.commands.map(command => {
    const own = help_of(program, [...path, command.names[0]]);
    if (own.about !== command.about) throw new Error(`${where}: ${command.names[0]} is described in two ways`);
    return own;
  });
  return {path, ...said, commands};
}

/// The same of one page; `commands` as entries.
export function read_help(text, where) {
  const lines = text.replaceAll('\r', '').split('\n');
  const usage = lines.findIndex(line => line.startsWith('Usage: '));
  if (usage < 0) throw new Error(`${where} --help: expected a line that begins with "Usage: "`);
  const out = {about: lines.slice(0, usage).join(' ').trim(), positionals: [], options: [], commands: []};
  let section = null;
  for (let at = usage + 1; at < lines.length; ++at) {
    const line = lines[at];
    const head = line.match(/^\[?([A-Z][\w :]*?)\]?:?$/);
    if (line.trim() === '') continue;
    if (head) {
      section = head[1] === 'Positionals' ? out.positionals : head[1] === 'Subcommands' ? out.commands : out.options;
      continue;
    }
    if (!section || !/^ {2}\S/.test(line)) throw new Error(`${where} --help: cannot read the line "${line}"`);
    const below = [];
    while (lines[at + 1]?.startsWith(' '.repeat(COLUMN))) below.push(lines[++at].trim());
    const [name, about] = below.length ? [line, below.join(' ')] : [line.slice(0, COLUMN), line.slice(COLUMN)];
    section.push(entry(name.trim(), about.trim(), where));
  }
  return out;
}

function entry(text, about, where) {
  const split = text.match(NAMES)?.groups;
  if (!split || about === '') throw new Error(`${where} --help: expected a name and words on it, found "${text}" with "${about}"`);
  const {names, rest} = split;
  const choices = rest.match(/\{([^}]*)\}/)?.[1].split(',') ?? [];
  const range = rest.match(/ in \[(\S+) - (\S+)\]/)?.slice(1) ?? null;
  return {names: names.split(','), value: /^ [A-Z]/.test(rest) ? rest.match(/[A-Z]+/)[0] : '', choices, range, usual: rest.match(/[\]}A-Z]=(\S+)/)?.[1] ?? '',
    many: / \.\.\./.test(rest), required: / REQUIRED/.test(rest), excludes: rest.match(/ Excludes: (\S+)/)?.[1] ?? '', about};
}

/// All commands of it, in its order, also those below others.
export function commands_of(help) {
  return help.commands.flatMap(command => [command, ...commands_of(command)]);
}
