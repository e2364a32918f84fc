// Which characters the explorer can show, and the font faces subset to them.
import {spawnSync} from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {csv_records} from './csv.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const NOTO = '/usr/share/fonts/truetype/noto/';
const CHINESE = '/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf';

const range = (first, last) =>
  Array.from({length: last - first + 1}, (_, i) => String.fromCodePoint(first + i)).join('');
// Signs that numbers, units and controls are written with, whatever the translations hold today.
const SIGNS = '₀₁₂₃₄²³⁻−–—·×÷±‰≤≥≈∞√→←↑↓…′″‘’“”«»‹›€№\u00a0\u2007\u2009\u2011\u202f•●○■□◆▲▼△▽▶✓✕⌕⛶☰';
const LATIN = range(0x20, 0x7e) + range(0xa0, 0x17f);
const CYRILLIC = range(0x400, 0x45f) + 'ҐґӘәҒғҚқҢңӨөҰұҮүҺһ';
// Arabic as it may be typed, and the forms that its letters take beside each other, those of a few letters of other
// languages too; and the spaces, which whoever sets a line as a whole (a PDF's maker) takes from the face of the letters before.
const ARABIC = ' \u00a0،؛؟٪٫٬' + range(0x621, 0x63a) + range(0x640, 0x64a) + range(0x660, 0x669) + 'ٱپچژڤکگی' +
  range(0xfb50, 0xfb59) + range(0xfb6a, 0xfb6d) + range(0xfb7a, 0xfb7d) + range(0xfb8a, 0xfb95) + range(0xfbfc, 0xfbff) +
  range(0xfe80, 0xfefc);
// The name of the language: it stands in the menu before that script's font is fetched.
const ARABIC_NAME = '\ufe8d\ufedf\ufecc\ufeae\ufe91\ufef4\ufe94';
/// The hanzi of GB 2312, level 1: those that are written most.
export function common_hanzi() {
  const decoder = new TextDecoder('gb18030'), last = row => (row === 0xd7 ? 0xf9 : 0xfe);
  const rows = Array.from({length: 0xd7 - 0xb0 + 1}, (_, i) => 0xb0 + i);
  return rows.map(row => decoder.decode(Uint8Array.from(Array.from({length: last(row) - 0xa0}, (_, i) => [row, 0xa1 + i]).flat()))).join('');
}
const CJK_PUNCTUATION = '　、。〈〉《》「」『』【】〔〕・！％（），．／：；＜＝＞？［］～';
// Control characters, signs of direction and vowel marks, which are never drawn.
const undrawn = code =>
  code < 0x20 || code === 0x7f || code === 0xad || code === 0xfeff || (code >= 0x200b && code <= 0x200f) ||
  (code >= 0x2066 && code <= 0x2069) || (code >= 0x64b && code <= 0x652);
const is_arabic = code => code >= 0x600 && code <= 0x6ff;

/// All strings inside a JSON value.
function strings(value) {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(strings) : [];
}

function read_json(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file}: not JSON (${error.message})`);
  }
}

/// Every place with text: {where, text, strict}; a strict text may hold no character that the fonts lack.
function texts(root, countries, cities) {
  const found = [];
  const data = path.join(root, 'data');
  for (const folder of ['i18n', 'i18n/names', 'i18n/facts', 'stories', '.']) {
    const from = path.join(data, folder);
    for (const name of fs.existsSync(from) ? fs.readdirSync(from).filter(n => n.endsWith('.json')).sort() : []) {
      const content = read_json(path.join(from, name));
      for (const text of strings(content)) found.push({where: path.posix.join('data', folder, name), text, strict: folder.startsWith('i18n')});
    }
  }
  for (const name of fs.readdirSync(data).filter(n => n.endsWith('.csv')).sort())
    csv_records(fs.readFileSync(path.join(data, name), 'utf8'), name).forEach((row, i) => {
      for (const [column, text] of Object.entries(row))
        found.push({where: `data/${name}:${i + 2}:${column}`, text, strict: column === 'name' || column === 'name_zh'});
    });
  for (const c of countries) {
    for (const name of c.names) found.push({where: `a name of the country ${c.a3}`, text: name, strict: true});
  }
  for (const city of cities)
    for (const column of ['name', 'name_zh', 'name_ru', 'name_ar'])
      found.push({where: `city ${city.name} ${column}`, text: city[column], strict: true});
  return found;
}

function run_subset(faces) {
  const result = spawnSync('/usr/bin/python3', [path.join(HERE, 'fonts.py')],
    {input: JSON.stringify({faces}), encoding: 'utf8', maxBuffer: 1 << 26});
  if (result.error) throw new Error(`fonts: /usr/bin/python3 could not be started (${result.error.message})`);
  if (result.status !== 0)
    throw new Error(`fonts: subsetting failed (needs python3-fonttools): ${result.stderr.trim().split('\n').pop()}`);
  return JSON.parse(result.stdout).faces;
}

const name_of = c => `U+${c.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')} "${c}"`;

/// Writes text-regular, text-bold, display-bold and names, which every language needs, zh, ru-display-bold, ar-regular and
/// ar-bold, which one needs, zh-typed, for hanzi that only a reader writes (.ttf), and fonts.json (characters and licence of each face). Throws when a strict text uses a
/// character that no text face has; answers notes about other texts.
export function bake_fonts(root, out, countries, cities) {
  const all = texts(root, countries, cities);
  const used = new Set();
  for (const {text} of all) for (const c of text) if (!undrawn(c.codePointAt(0))) used.add(c);
  const sorted = set => [...set].sort((a, b) => a.codePointAt(0) - b.codePointAt(0)).join('');
  const cjk = c => c.codePointAt(0) >= 0x2e80;
  const arabic = c => is_arabic(c.codePointAt(0));
  const western = sorted(new Set([...LATIN, ...CYRILLIC, ...SIGNS, ...ARABIC_NAME,
    ...[...used].filter(c => !cjk(c) && !arabic(c))]));
  const chinese = sorted(new Set([...CJK_PUNCTUATION, ...[...used].filter(cjk)]));
  const display = sorted(new Set([...range(0x20, 0x7e), ...range(0xa0, 0x17f), ...'₂²³⁻−–—·×±…‘’“”□\u2009\u202f']));
  const source = (name, donors) => ({source: NOTO + name, donors: donors.map(d => NOTO + d)});
  const all_arabic = sorted(new Set([...ARABIC, ...[...used].filter(arabic)]));
  const math = ['NotoSansMath-Regular.ttf', 'NotoSansSymbols2-Regular.ttf'];
  const faces = [
    {...source('NotoSans-Regular.ttf', ['NotoSansSymbols-Regular.ttf', ...math, 'NotoSansArabic-Regular.ttf']), out: 'text-regular.ttf',
      characters: western},
    {...source('NotoSans-Bold.ttf', ['NotoSansSymbols-Bold.ttf', ...math, 'NotoSansArabic-Bold.ttf']), out: 'text-bold.ttf',
      characters: western},
    {...source('NotoSerifDisplay-Bold.ttf', math), out: 'display-bold.ttf', characters: display},
    {source: CHINESE, donors: [], out: 'zh.ttf', characters: chinese},
    {...source('NotoSerifDisplay-Bold.ttf', []), out: 'ru-display-bold.ttf', characters: range(0x401, 0x401) + range(0x410, 0x44f) + 'ё'},
    {...source('NotoSansArabic-Regular.ttf', []), out: 'ar-regular.ttf', characters: all_arabic, line_of: `${NOTO}NotoSans-Regular.ttf`},
    {...source('NotoSansArabic-Bold.ttf', []), out: 'ar-bold.ttf', characters: all_arabic, line_of: `${NOTO}NotoSans-Bold.ttf`},
    // The name of the language, for the menu.
    {source: CHINESE, donors: [], out: 'names.ttf', characters: '中文'},
    {source: CHINESE, donors: [], out: 'zh-typed.ttf', characters: sorted(new Set([...common_hanzi()].filter(c => !chinese.includes(c))))},
  ];
  for (const file of [...new Set(faces.flatMap(f => [f.source, ...f.donors]))])
    if (!fs.existsSync(file))
      throw new Error(`fonts: ${file} is missing; install fonts-noto-core and fonts-droid-fallback`);
  fs.mkdirSync(out, {recursive: true});
  const made = run_subset(faces.map(f => ({...f, out: path.join(out, f.out)})));
  const record = made.map((f, i) => ({...f, out: faces[i].out, source: path.basename(faces[i].source)}));
  fs.writeFileSync(path.join(out, 'fonts.json'), JSON.stringify(record, null, 1) + '\n');
  return check_coverage(all, made.map(f => new Set(f.characters)));
}

function check_coverage(all, [regular, bold, , zh, , arabic, arabic_bold]) {
  const lacking = new Map();
  for (const {where, text, strict} of all)
    for (const c of text) {
      if (undrawn(c.codePointAt(0)) || (regular.has(c) && bold.has(c)) || zh.has(c) ||
        (arabic.has(c) && arabic_bold.has(c))) continue;
      const known = lacking.get(c) ?? {where, strict: false};
      lacking.set(c, strict && !known.strict ? {where, strict} : known);
    }
  const strict = [...lacking].filter(([, l]) => l.strict).map(([c, l]) => `${name_of(c)} in ${l.where}`);
  if (strict.length) throw new Error(`fonts: no font has ${strict.join(', ')}`);
  return [...lacking].map(([c, l]) => `no font has ${name_of(c)} in ${l.where}`);
}
