// The two pages of the map, web/index.html and web/embed.html, with what stands in them until the map does.
import fs from 'node:fs';
import {direction} from '../words.mjs';
import {tableOf} from './template.mjs';
import {LANGUAGES} from './words.mjs';

const read = name => fs.readFileSync(new URL(`../${name}`, import.meta.url), 'utf8');

/// What embed.html has from index.html: all that the program and its scripts look for, up to where the two say something else.
function shared() {
  const [part] = /^<header>\n.*(?=^ *<p id="loaded">)/ms.exec(read('index.html')) ?? [];
  if (!part) throw new Error('index.html has no part from <header> to <p id="loaded">, which embed.html shares');
  return part;
}

/// Puts `part` for each place that `html` has for it; there must be one.
function put(html, place, part) {
  if (!html.includes(place)) throw new Error(`a page of the map has no place ${place}`);
  return html.replaceAll(place, () => part);
}

/// name -> HTML. `views`: of the map as it opens, in every language, among others; `small(dark)`: bytes of its picture, which web/poster.mjs
/// takes away where another stays; `address`: the site's own, for the picture that others show.
export function mapPages({views, small, address}) {
  const tables = views.filter(view => !view.id).map(view =>
    `<div lang="${LANGUAGES[view.language].mark}" dir="${direction(view.language)}">${tableOf(view.table)}</div>`).join('\n');
  const inside = dark => `"data:image/webp;base64,${small(dark).toString('base64')}"`;
  const filled = html => put(put(put(html, '<!--figures-->', tables), '"poster/home-dark.webp"', inside(true)), '"poster/home.webp"', inside(false));
  return new Map([
    ['index.html', put(filled(read('index.html')), '"figures/share-en.jpg"', `"${address}figures/share-en.jpg"`)],
    ['embed.html', filled(put(read('embed.html'), '<!--as index.html-->\n', shared()))],
  ]);
}
