// The figures of the poster under it, for when the map cannot come: of the page that holds them, or else a link to it.
import {here} from './poster.mjs';

/// Adds them to the start screen. Never fails.
export async function showFigures(section, say, language, dark) {
  const address = new URL(`${here().pages}${language}${dark ? '-dark' : ''}.html`, import.meta.url).href;
  const link = Object.assign(document.createElement('a'), {href: address, textContent: say.figures});
  const part = Object.assign(document.createElement('div'), {className: 'figures'});
  part.append(link);
  section.append(part);
  try {
    const answer = await fetch(address);
    if (!answer.ok) return;
    const table = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('table');
    if (table) part.prepend(document.adoptNode(table));
  } catch {
    // The link stays.
  }
}
