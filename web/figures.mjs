// The figures of the poster under it, for when the map cannot come: of the page that holds them, or else a link to it.
import {here} from './poster.mjs';

const row = (line, cells, tag) => line.append(...cells.map(text => Object.assign(document.createElement(tag), {textContent: text})));

function tableOf({caption, head, rows}) {
  const table = document.createElement('table');
  table.createCaption().textContent = caption;
  row(table.createTHead().insertRow(), head, 'th');
  const body = table.createTBody();
  for (const cells of rows) row(body.insertRow(), cells, 'td');
  return table;
}

/// Adds them to the start screen. Never fails.
export async function showFigures(section, say, language, dark) {
  const {pages} = here();
  const at = ending => new URL(`${pages}${language}${ending}`, import.meta.url).href;
  const part = Object.assign(document.createElement('div'), {className: 'figures'});
  part.append(Object.assign(document.createElement('a'), {href: at(`${dark ? '-dark' : ''}.html`), textContent: say.figures}));
  section.append(part);
  try {
    const answer = await fetch(at('.table.json'));
    if (answer.ok) part.prepend(tableOf(await answer.json()));
  } catch {
    // The link stays.
  }
}
