// Makes a Markdown table of what two runs of greensilk_bench printed:  node table.mjs NATIVE WASM
import { readFileSync } from 'node:fs';

/** The lines "rate", name, unit, figure, goal, other program's figure. */
function rates(file) {
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.startsWith('rate\t'));
  return lines.map((line) => {
    const [, name, unit, figure, goal, other] = line.split('\t');
    return { name, unit, figure: Number(figure), goal: Number(goal), other: Number(other) };
  });
}

const short = (x) => (x === undefined ? '' : String(Number(x.toPrecision(3))));
const percent = (x) => (x === undefined ? '' : `${Math.round(100 * x)} %`);
const rate = (row) => row.unit !== 'ms';

const [native, wasm] = process.argv.slice(2, 4).map(rates);
if (!native.length || !wasm.length) throw new Error('no lines "rate" in a file');
const there = new Map(wasm.map((row) => [row.name, row]));

const heads = ['what', 'unit', 'goal', 'native, one core', 'of the goal', 'WebAssembly, Node', 'of native',
  'over the reference program'];
console.log(`| ${heads.join(' | ')} |\n|${'---|'.repeat(heads.length)}`);
for (const row of native) {
  const other = there.get(row.name);
  // Of a time the smaller is the better: its share is counted the other way round.
  const share = (a, b) => (rate(row) ? a / b : b / a);
  const cells = [
    row.name, row.unit, row.goal ? (rate(row) ? '≥ ' : '≤ ') + short(row.goal) : '', short(row.figure),
    row.goal ? percent(share(row.figure, row.goal)) : '', short(other?.figure),
    percent(other && share(other.figure, row.figure)), row.other ? `${short(row.figure / row.other)} times` : '',
  ];
  console.log(`| ${cells.join(' | ')} |`);
}
