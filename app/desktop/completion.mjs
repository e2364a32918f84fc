// Completion for bash: commands, options, and values where they are known.
import fs from 'node:fs';
import path from 'node:path';
import {csv_records} from '../../data/bake/csv.mjs';
import {commands_of} from './help.mjs';

/// Options and arguments that take an id of a table.
const TABLES = {'--project': 'projects', '--line': 'routes', '--train': 'trains', '--traction': 'tractions'};
const FOLDER = /^Folder\b/, FILE = /\b(?<!from a )(file|table|csv|json|folder)\b/i;

const quoted = words => `'${words.join(' ')}'`;

/// What a value is completed with: words, and the kind of files if any.
function values_of(entry, data) {
  const table = entry.names.map(name => TABLES[name]).find(Boolean);
  const ids = table ? csv_records(fs.readFileSync(path.join(data, `${table}.csv`), 'utf8'), table).map(row => row.id) : [];
  const files = entry.value !== 'TEXT' || entry.choices.length ? '' : FOLDER.test(entry.about) ? 'folder' : FILE.test(entry.about) ? 'file' : '';
  return {words: [...entry.choices, ...ids], files};
}

const settings = ({words, files}) => [words.length && `words=${quoted(words)}`, files && `files=${files}`].filter(Boolean).join(' ');

function cases_of(command, data, models) {
  const name = command.path.join(' ');
  const taking = command.options.filter(option => option.value || option.choices.length);
  const lines = taking.map(option => `    ${option.names.map(n => `'${name} ${n}'`).join(' | ')}) ${settings(values_of(option, data)) || ':'} ;;`);
  const own = command.positionals.map(p => values_of(p, data)).reduce((a, b) => ({words: [...a.words, ...b.words], files: a.files || b.files}), {words: [], files: ''});
  if (name === 'eval') own.words.push(...models);
  const options = quoted(command.options.flatMap(option => option.names));
  return [...lines, `    '${name} '*) options=${options} ${settings(own)} ;;`];
}

/// `help` of help_of(); `data` is the folder of the tables; `models` are the names that `eval` knows.
export function completion(help, data, models) {
  const commands = commands_of(help);
  const first = [...help.commands.map(c => c.path[0]), ...help.options.flatMap(o => o.names), '--embed'];
  return `# Completion of greensilk's command line for bash; made by the build from what greensilk --help says.
_greensilk() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} command= word words= options= files=
  # --option=value comes as three words.
  if [ "$current" = = ]; then current=; elif [ "$before" = = ]; then before=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    case "\${command:+$command }$word" in
    ${commands.map(c => `'${c.path.join(' ')}'`).join(' | ')}) command="\${command:+$command }$word" ;;
    esac
  done
  case "$command $before" in
${commands.flatMap(command => cases_of(command, data, models)).join('\n')}
    ' '*) [ "$COMP_CWORD" -gt 1 ] || words=${quoted(first)} files=session ;;
  esac
  case $current in -*) [ -z "$options" ] || words=$options files= ;; esac
  [ -n "$words$files" ] || words=$options
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  case $files in
    file) COMPREPLY+=($(compgen -f -- "$current")) ;;
    folder) COMPREPLY+=($(compgen -d -- "$current")) ;;
    session) COMPREPLY+=($(compgen -d -- "$current") $(compgen -f -X '!*.greensilk' -- "$current")) ;;
  esac
  [ -z "$files" ] || compopt -o filenames 2>/dev/null
}
complete -F _greensilk greensilk
`;
}
