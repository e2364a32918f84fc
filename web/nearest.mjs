// Which picture and which page without the map come nearest to a link: of its story step, else of the step whose view is near
// or whose selection it has, else of the whole map.

const FAR = 30;  // degrees; a doubled scale counts as much as 15 of them

/// Degrees between two places on a sphere.
function apart([lon, lat], [toLon, toLat]) {
  const rad = Math.PI / 180, s = Math.sin(lat * rad) * Math.sin(toLat * rad), c = Math.cos(lat * rad) * Math.cos(toLat * rad);
  return Math.acos(Math.min(1, s + c * Math.cos((lon - toLon) * rad))) / rad;
}

/// The row of posters.mjs that a link's fragment comes nearest to, or null for the whole map.
export function nearest(fragment, steps) {
  const link = new URLSearchParams(fragment.replace(/^#/, ''));
  const told = steps.find(([story, step]) => story === link.get('story') && step === Number(link.get('step') ?? 0));
  if (told) return told;
  const at = ['lon', 'lat', 'z'].map(name => Number(link.get(name) ?? NaN));
  let best = null, least = FAR;
  for (const row of steps) {
    const far = apart(at, row.slice(3)) + 15 * Math.abs(Math.log2(at[2] / row[5])) - (row[2] && row[2] === link.get('sel') ? FAR : 0);
    if (far < least) [best, least] = [row, far];
  }
  return best ?? steps.find(([, , selection]) => selection && selection === link.get('sel')) ?? null;
}

/// Its poster without "-dark.webp", and the folder of its pages.
export const placesOf = row => (row ? {poster: `poster/${row[0]}-${row[1] + 1}`, pages: `story/${row[0]}/${row[1] + 1}/`}
  : {poster: 'poster/home', pages: 'figures/'});
