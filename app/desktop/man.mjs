// The manual page: a frame of written words, and in it what the program says of each of its commands.
import {commands_of} from './help.mjs';

/// Text as troff prints it: nothing in it is a request or an escape, and a hyphen can be copied into a shell.
const plain = text => text.replaceAll('\\', '\\e').replaceAll('-', '\\-').replaceAll("'", '\\(aq').replaceAll('"', '\\(dq').replace(/^\./, '\\&.');
const bold = text => `\\fB${plain(text)}\\fR`;
const slanted = text => `\\fI${plain(text)}\\fR`;

function value_of(entry) {
  if (entry.choices.length) return ` ${slanted('{' + entry.choices.join(',') + '}')}`;
  return entry.value && entry.names[0].startsWith('-') ? ` ${slanted(entry.value)}` : '';
}

function entry_lines(entry) {
  const names = entry.names.map(name => (name.startsWith('-') ? bold : slanted)(name)).join(', ');
  const notes = [entry.range && `from ${entry.range[0]} to ${entry.range[1]}`, entry.usual && `otherwise ${entry.usual}`,
    entry.excludes && `not together with ${entry.excludes}`, entry.required && entry.names[0].startsWith('-') && 'must be given'].filter(Boolean);
  return ['.TP', `${names}${value_of(entry)}${entry.many ? ' ...' : ''}`, plain(entry.about + (notes.length ? ` (${notes.join('; ')})` : ''))];
}

function synopsis(command) {
  const words = command.positionals.map(p => slanted(p.required ? p.names[0] : `[${p.names[0]}]`));
  return [bold(['greensilk', ...command.path].join(' ')), slanted('[OPTION]...'), ...words].join(' ');
}

/// `help` of help_of(), into `frame`, the page with @COMMANDS@ and @VERSION@.
export function man_page(help, frame, version) {
  const lines = commands_of(help).flatMap(command => [
    `.SS ${plain(command.path.join(' '))}`, synopsis(command), '.PP', plain(command.about),
    ...[...command.positionals, ...command.options].filter(entry => !entry.names.includes('--help')).flatMap(entry_lines)]);
  return frame.replace(/^@COMMANDS@$/m, () => lines.join('\n')).replaceAll('@VERSION@', version);
}
