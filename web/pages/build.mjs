// Writes the pages that stand before the program, and the posters of the start screen, into the built site:
//   node web/pages/build.mjs --site SITE --program GREENSILK --cache FOLDER [--address https://example.org/map/]
//
//   story/ID/N/LANGUAGE[-dark].html, .oembed.json, .table.json, share-LANGUAGE.jpg   each step (N from 1) of each story of data/stories
//   figures/LANGUAGE[-dark].html, ...                                   the same of the map as it opens
//   poster/ID-N[-dark].webp, poster/home[-dark].webp, posters.mjs       for the start screen (web/poster.mjs)
//
// Without an address, what others are to follow (canonical, Open Graph, oEmbed) is relative, and crawlers that want whole
// addresses do not find it.
import fs from 'node:fs';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {words} from '../words.mjs';
import {mapPages} from './maps.mjs';
import {digestOf, each, makePictures, run} from './pictures.mjs';
import {LANGUAGES, pageWords} from './words.mjs';
import {oembedOf, pageOf, POSTER, SHARE} from './template.mjs';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const CODES = Object.keys(LANGUAGES);
const RATIO = 1.25;  // at this the picture has its wide form, and letters that a preview leaves readable

function optionsOf(args) {
  const options = {address: process.env.GREENSILK_ADDRESS ?? ''};
  for (let i = 0; i < args.length; i += 2) options[args[i].replace(/^--/, '')] = args[i + 1];
  for (const name of ['site', 'program', 'cache']) if (!options[name]) throw new Error(`--${name} is missing`);
  if (options.address && !/^https?:\/\/[^\s"<>]+$/.test(options.address)) throw new Error(`--address: expected http(s)://..., found "${options.address}"`);
  if (options.address && !options.address.endsWith('/')) options.address += '/';
  return options;
}

/// Writes a file unless it holds just that, so that what depends on its date stays.
function put(file, bytes) {
  const now = fs.existsSync(file) ? fs.readFileSync(file) : null;
  if (now?.equals(Buffer.from(bytes))) return;
  fs.mkdirSync(path.dirname(file), {recursive: true});
  fs.writeFileSync(file, bytes);
}

const stories = () => fs.readdirSync(path.join(ROOT, 'data/stories')).filter(name => name.endsWith('.json')).sort()
  .map(name => JSON.parse(fs.readFileSync(path.join(ROOT, 'data/stories', name), 'utf8')).id);

/// Of each story and language, and of the map as it opens (story ''), what the program says: [story, language] -> views.
async function viewsOf({program, digest, cache}) {
  const file = path.join(cache, 'views.json');
  const known = fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : {};
  if (known.digest === digest) return known.views;
  const views = [];
  await each(['', ...stories()].flatMap(story => CODES.map(language => ({story, language}))), async ({story, language}) => {
    const said = await run(program, ['figures', '--json', '--lang', language, ...(story ? ['--story', story] : [])]);
    JSON.parse(said).forEach((view, step) => views.push({...view, language, id: story, step}));
  });
  views.sort((a, b) => a.id.localeCompare(b.id) || a.step - b.step || CODES.indexOf(a.language) - CODES.indexOf(b.language));
  fs.mkdirSync(cache, {recursive: true});
  fs.writeFileSync(file, JSON.stringify({digest, views}));
  return views;
}

const folderOf = ({id, step}) => (id ? `story/${id}/${step + 1}/` : 'figures/');
const posterOf = ({id, step}) => (id ? `${id}-${step + 1}` : 'home');

/// What a page shows, and of the light ones the picture that others show of it: a JPEG, which all of them take, in one theme, because
/// nobody says which theme its readers have. From quality 60 on no loss is seen at its own size; every letter is as it was drawn.
const pagePicture = (view, dark) => ({
  view, dark, shot: {link: view.link, lang: view.language, theme: dark ? 'dark' : 'light', size: `${SHARE.width}x${SHARE.height}`, ratio: RATIO},
  forms: {page: {type: 'webp', quality: 50, ...POSTER}, ...(dark ? {} : {share: {type: 'jpg', quality: 60}})},
});

const SMALL = {width: 640, height: 360, quality: 30};  // inside the pages of the map: seen until the map is there

/// The map alone, behind the words of the start screen in any language.
const barePicture = (view, dark) => ({
  view, dark, shot: {link: view.link, lang: 'en', theme: dark ? 'dark' : 'light', size: '1280x720', ratio: RATIO, bare: true},
  forms: {bare: {type: 'webp', quality: 40}, ...(view.id ? {} : {small: {type: 'webp', ...SMALL}})},
});

function pagesOf({view, dark, made}, {address}) {
  const {id, language} = view, folder = folderOf(view), say = words(language), told = view.story;
  const page = {
    ...view, dark, address, folder, site: say.title, poster: made.page, share: `${folder}share-${language}.jpg`, up: '../'.repeat(folder.split('/').length - 1),
    kind: told ? `${say.title} · ${told.title} · ${pageWords(language).step(view.step + 1, told.steps)}` : say.title,
    title: view.title ?? say.map, text: view.text ?? say.lead, sources: view.sources ?? [],
    back: id && view.step > 0 ? view.step : 0, on: id && view.step + 1 < told.steps ? view.step + 2 : 0,
  };
  const files = {[`${folder}${language}${dark ? '-dark' : ''}.html`]: pageOf({...page, link: dark ? `${view.link}&theme=dark` : view.link})};
  if (!dark) files[`${folder}${language}.oembed.json`] = `${JSON.stringify(oembedOf(page), null, 1)}\n`;
  if (!dark) files[`${folder}${language}.table.json`] = `${JSON.stringify(view.table)}\n`;
  if (!dark) files[page.share] = made.share;
  return files;
}

/// What web/poster.mjs chooses from: story, step from 0, selection, and where the step looks.
function postersModule(views) {
  const rows = views.filter(view => view.id && view.language === 'en').map(({id, step, link}) => {
    const at = new URLSearchParams(link), number = name => Number(at.get(name) ?? NaN);
    return [id, step, at.get('sel') ?? '', number('lon'), number('lat'), number('z')];
  });
  return `// Made by web/pages/build.mjs from data/stories.\nexport const STEPS = ${JSON.stringify(rows)};\n`;
}

function removeStale(site, files) {
  for (const top of ['story', 'figures', 'poster']) {
    const folder = path.join(site, top);
    if (!fs.existsSync(folder)) continue;
    for (const name of fs.readdirSync(folder, {recursive: true}).map(String)) {
      const file = path.join(folder, name);
      if (fs.statSync(file).isFile() && !files.has(path.relative(site, file).replace(/\.br$/, ''))) fs.rmSync(file);
    }
  }
}

async function main() {
  const options = optionsOf(process.argv.slice(2));
  const digest = digestOf(options.program);
  const views = await viewsOf({...options, digest});
  const bare = views.filter(view => view.language === 'en');
  const orders = [false, true].flatMap(dark => [...views.map(view => pagePicture(view, dark)), ...bare.map(view => barePicture(view, dark))])
    .sort((a, b) => a.view.id.localeCompare(b.view.id) || a.view.step - b.view.step);
  await makePictures({...options, digest, orders, say: text => console.error(text)});

  const files = new Map([['posters.mjs', postersModule(views)]]);
  for (const order of orders) {
    if (order.made.bare) files.set(`poster/${posterOf(order.view)}${order.dark ? '-dark' : ''}.webp`, order.made.bare);
    else for (const [name, bytes] of Object.entries(pagesOf(order, options))) files.set(name, bytes);
  }
  const small = dark => orders.find(order => order.made.small && order.dark === dark).made.small;
  for (const [name, html] of mapPages({views, small, address: options.address})) files.set(name, html);
  for (const [name, bytes] of files) put(path.join(options.site, name), bytes);
  removeStale(options.site, files);
}

await main();
