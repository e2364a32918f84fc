// A page without the map, as HTML: words, poster, figures and sources of a view. It needs no script and no other file.
import {direction} from '../words.mjs';
import {LANGUAGES, pageWords} from './words.mjs';

export const POSTER = {width: 800, height: 420};  // CSS px
export const SHARE = {width: 1200, height: 630};
const EMBED = {width: 800, height: 600};

export const escaped = text => String(text).replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);

/// The table of figures as the program gives it.
export function tableOf({caption, head, rows}) {
  const cells = (list, tag) => list.map((cell, i) =>
    tag === 'th' ? `<th scope="col">${escaped(cell)}</th>` : i ? `<td>${escaped(cell)}</td>` : `<th scope="row">${escaped(cell)}</th>`).join('');
  return `<table><caption>${escaped(caption)}</caption><thead><tr>${cells(head, 'th')}</tr></thead><tbody>${
    rows.map(row => `<tr>${cells(row, 'td')}</tr>`).join('')}</tbody></table>`;
}

/// A sentence or two, for those who list pages.
export function described(text, most = 200) {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), most / 2)).trimEnd()}…`;
}

/// The style of all of them: the policy names its hash (web/publish/headers.mjs).
export const STYLE = `
:root{--page:#f1eee7;--panel:#fff;--ink:#1b2026;--ink-2:#545c64;--line:#e2ded5;--accent:#0b6e4f;--on:#fff}
:root[data-theme=dark]{--page:#0b1116;--panel:#141c23;--ink:#edf1f2;--ink-2:#a9b4bb;--line:#26323b;--accent:#5be8a3;--on:#0b1116}
body{margin:0;background:var(--page);color:var(--ink);font:16px/25px "Noto Sans","Noto Sans SC",system-ui,"PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:${POSTER.width}px;margin:0 auto;padding:20px 16px 32px}
h1{margin:4px 0 12px;font-size:28px;line-height:34px}h2{margin:20px 0 4px;font-size:16px}
p{margin:0 0 12px}.kind,.made,nav{color:var(--ink-2);font-size:13px;line-height:20px}.kind{margin:0}
a{color:var(--accent)}:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
figure{margin:0 0 14px;background:var(--panel);border:1px solid var(--line)}
img,figure iframe{display:block;width:100%;height:auto;border:0}figure iframe{aspect-ratio:${POSTER.width}/${EMBED.height}}
.open{display:block;padding:11px 18px;background:var(--accent);color:var(--on);text-align:center;text-decoration:none}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:14px;line-height:20px;font-variant-numeric:tabular-nums}
caption{text-align:start;font-weight:bold;padding:4px 0}th,td{padding:6px 8px;border-bottom:1px solid var(--line);text-align:start;vertical-align:top}
th{font-weight:normal;color:var(--ink-2)}thead th{font-size:12px}ul{margin:0 0 14px;padding-inline-start:20px;font-size:14px}
nav{display:flex;flex-wrap:wrap;gap:6px 16px;margin:0 0 8px}
`.replace(/\n/g, '');

function sourceOf({publisher, title, date, url}, say) {
  const name = escaped([publisher, title].filter(Boolean).join(': ') || url);
  const when = date ? `, <time>${escaped(date)}</time>` : '';
  return `<li>${url ? `<a href="${escaped(url)}">${name}</a>` : `${name} (${say.none})`}${when}</li>`;
}

/// The oEmbed answer for a page.
export function oembedOf(page) {
  const src = `${page.address}embed.html#${page.link}`;
  return {
    version: '1.0', type: 'rich', provider_name: page.site, ...(page.address ? {provider_url: page.address} : {}), title: page.title,
    width: EMBED.width, height: EMBED.height, cache_age: 86400,
    thumbnail_url: `${page.address}${page.share}`, thumbnail_width: SHARE.width, thumbnail_height: SHARE.height,
    html: `<iframe src="${escaped(src)}" title="${escaped(page.title)}" width="${EMBED.width}" height="${EMBED.height}" ` +
      'loading="lazy" style="width:100%;border:0" allow="fullscreen; clipboard-write; web-share" allowfullscreen></iframe>',
  };
}

/// `page`: {site, kind, title, text, table, sources, link, language, dark, poster (bytes), folder, name, share, address, up, data, digest,
/// back, on}. `up` leads from the page to the site's root; `address` is the site's own with / at its end, or empty: then links that others
/// follow are relative.
export function pageOf(page) {
  const say = pageWords(page.language), {mark, locale} = LANGUAGES[page.language];
  const suffix = page.dark ? '-dark' : '';
  const outward = file => (page.address ? page.address + file : page.up + file);
  const own = (language, dark = page.dark) => `${language}${dark ? '-dark' : ''}.html`;
  const canonical = outward(`${page.folder}${own(page.language, false)}`);
  const map = `${page.up}index.html#${page.link}`;
  const description = described(page.text), share = outward(page.share), alt = say.picture(page.title);
  const meta = (kind, name, content) => `<meta ${kind}="${name}" content="${escaped(content)}">`;
  return `<!doctype html>
<html lang="${mark}" dir="${direction(page.language)}" data-theme="${page.dark ? 'dark' : 'light'}">
<head>
<meta charset="utf-8">
<title>${escaped(page.title)} · ${escaped(page.site)}</title>
${meta('name', 'description', description)}
<meta name="viewport" content="width=device-width, initial-scale=1">
${meta('name', 'color-scheme', page.dark ? 'dark' : 'light')}
<link rel="icon" href="${page.up}icon.svg" type="image/svg+xml">
<link rel="canonical" href="${escaped(canonical)}">
${Object.entries(LANGUAGES).map(([code, {mark: other}]) => `<link rel="alternate" hreflang="${other}" href="${escaped(outward(page.folder + own(code, false)))}">`).join('\n')}
<link rel="alternate" hreflang="x-default" href="${escaped(outward(page.folder + own('en', false)))}">
<link rel="alternate" type="application/json+oembed" href="${escaped(outward(`${page.folder}${page.language}.oembed.json`))}" title="${escaped(page.title)}">
${meta('property', 'og:type', 'article')}
${meta('property', 'og:site_name', page.site)}
${meta('property', 'og:title', page.title)}
${meta('property', 'og:description', description)}
${meta('property', 'og:url', canonical)}
${meta('property', 'og:locale', locale)}
${meta('property', 'og:image', share)}
${meta('property', 'og:image:type', 'image/jpeg')}
${meta('property', 'og:image:width', SHARE.width)}
${meta('property', 'og:image:height', SHARE.height)}
${meta('property', 'og:image:alt', alt)}
${meta('name', 'twitter:card', 'summary_large_image')}
${meta('name', 'twitter:title', page.title)}
${meta('name', 'twitter:description', description)}
${meta('name', 'twitter:image', share)}
${meta('name', 'twitter:image:alt', alt)}
<style>${STYLE}</style>
<script type="module" src="${page.up}story.mjs"></script>
</head>
<body>
<main>
<p class="kind">${escaped(page.kind)}</p>
<h1>${escaped(page.title)}</h1>
<figure data-embed="${escaped(`${page.up}embed.html#${page.link}`)}">
<img src="data:image/webp;base64,${page.poster.toString('base64')}" width="${POSTER.width}" height="${POSTER.height}" alt="${escaped(alt)}">
<a class="open" href="${escaped(map)}">${say.open}</a>
</figure>
<p>${escaped(page.text)}</p>
<div class="wide">${tableOf(page.table)}</div>
${page.sources.length ? `<h2>${say.sources}</h2>\n<ul>${page.sources.map(source => sourceOf(source, say)).join('')}</ul>` : ''}
<nav>${page.back ? `<a rel="prev" href="../${page.back}/${own(page.language)}">${say.back}</a>` : ''}${
  page.on ? `<a rel="next" href="../${page.on}/${own(page.language)}">${say.on}</a>` : ''}</nav>
<nav aria-label="${say.language}">${Object.entries(LANGUAGES).map(([code, {name, mark: other}]) => code === page.language ? `<span>${name}</span>`
    : `<a href="${own(code)}" lang="${other}" hreflang="${other}">${name}</a>`).join('')}
<a href="${page.language}${suffix ? '' : '-dark'}.html">${page.dark ? say.light : say.dark}</a></nav>
<p class="made">${escaped(say.made(page.data, page.digest))} Natural Earth · © OpenStreetMap · Ember · GEM · GeoNames</p>
</main>
</body>
</html>
`;
}
