// The table of countries and dependencies: codes, names, label positions, areas, and Ember's grid intensities.
import {label_point, ring_area_km2} from './geometry.mjs';

export const LANGUAGES = ['en', 'zh', 'ru', 'ar'];

// Shapes of Natural Earth that have no ISO 3166-1 code of their own, with the name to show. Kosovo is left out: XKX and
// XK are the user-assigned codes that the European Union, the World Bank and CLDR (XK) use.
const WITHOUT_ISO = {
  CYN: 'Northern Cyprus', SOL: 'Somaliland', KAS: 'Siachen Glacier', IOA: 'Indian Ocean Territories',
  ATC: 'Ashmore and Cartier Islands',
};
// CLDR has several names for a few territories; on a map the short form or the variant reads better.
const CLDR_FORM = {HK: 'alt-short', MO: 'alt-short', PS: 'alt-short', MM: 'alt-short', CD: 'alt-variant'};
const CLDR_PLAIN = {zh: ['CD']};

/// ISO codes by a3: {a3: {iso3, iso2}}, from CLDR's code mappings.
export function iso_codes(code_mappings) {
  const codes = {XKX: {iso3: 'XKX', iso2: 'XK'}};
  for (const [iso2, row] of Object.entries(code_mappings.supplemental.codeMappings))
    if (/^[A-Z]{2}$/.test(iso2) && row._alpha3 && row._alpha3 !== 'XKK')
      codes[row._alpha3] ??= {iso3: row._alpha3, iso2};
  return codes;
}

/// ISO 3166-1's numeric codes -> alpha-3, from CLDR's code mappings. Some numbers outlived a code (626: TMP, then TLS):
/// then the one in `known` holds.
export function numeric_codes(code_mappings, known) {
  const rows = Object.values(code_mappings.supplemental.codeMappings).filter(row => row._numeric && row._alpha3);
  const holds = row => Number(known.has(row._alpha3));
  return new Map(rows.sort((a, b) => holds(a) - holds(b)).map(row => [row._numeric, row._alpha3]));
}

function names_of(a3, iso2, territories, natural_earth_name) {
  if (!iso2) return [WITHOUT_ISO[a3] ?? natural_earth_name, '', '', ''];
  return LANGUAGES.map(language => {
    const all = territories[language];
    const form = CLDR_PLAIN[language]?.includes(iso2) ? undefined : CLDR_FORM[iso2];
    return (form && all[`${iso2}-${form}`]) || all[iso2] || '';
  });
}

/// Rows in the order of a3 for every feature of the details. `ember` maps ISO 3166 alpha-3 to g/kWh, `ember_years` to
/// a year where one is known. Throws when a feature's code is neither ISO's nor one of the known exceptions.
export function country_rows(topologies, codes, territories, ember, ember_years) {
  const seen = new Map();
  for (const t of topologies)
    for (const g of t.objects.countries.geometries) seen.set(g.properties.a3, g.properties.name);
  return [...seen.keys()].sort().map(a3 => {
    if (!codes[a3] && !WITHOUT_ISO[a3])
      throw new Error(`base map: "${seen.get(a3)}" has the code ${a3}: neither ISO 3166-1 nor a known exception`);
    const {iso3 = '', iso2 = ''} = codes[a3] ?? {};
    const row = {a3, iso3, iso2, names: names_of(a3, iso2, territories, seen.get(a3))};
    if (!row.names[0]) throw new Error(`base map: CLDR has no English name for ${a3}`);
    if (iso3 && ember[iso3] !== undefined) row.ember_g_per_kwh = ember[iso3];
    if (iso3 && ember_years.has(iso3)) row.ember_year = ember_years.get(iso3);
    return row;
  });
}

/// Adds the label's position (0.01 degree, in the largest polygon) and the area (km2) to a row.
export function place_label(row, polygons) {
  const size = ring => Math.abs(ring_area_km2(ring));
  const area = ([exterior, ...holes]) => holes.reduce((left, hole) => left - size(hole), size(exterior));
  const areas = polygons.map(area);
  const largest = polygons[areas.indexOf(Math.max(...areas))];
  // The ring around the south pole has no middle on a flat map.
  row.label = row.a3 === 'ATA' ? [0, -80] : label_point(largest).map(v => Math.round(v * 100) / 100);
  row.area_km2 = Number(areas.reduce((a, b) => a + b, 0).toPrecision(4));
}

/// Years of Ember averages: the package gives none, but ember_years.csv holds figures of CO2.js's own data file with
/// their years (compiled 2026-11). A year is taken over only where the figures agree to the digits of that table, so a
/// newer package with newer figures loses the year instead of keeping a wrong one.
export function ember_years(ember, table) {
  const agrees = row => Math.abs(ember[row.country] / 1000 - Number(row.value_t_mwh)) <= 0.501e-4;
  return new Map(table.filter(agrees).map(row => [row.country, Number(row.year)]));
}
