// The picture where the map is about to come, before anything heavy: pictures and pages are made by web/pages/build.mjs.
import {nearest, placesOf} from './nearest.mjs';
import {STEPS} from './posters.mjs';

/// {poster, pages} of this page's link.
export const here = () => placesOf(nearest(location.hash, STEPS));

const picture = document.getElementById('poster');
if (picture) {
  const [dark, light] = picture.children, {poster} = here();
  const theme = /[#&]theme=(light|dark|print)/.exec(location.hash)?.[1];
  if (theme) dark.media = theme === 'dark' ? 'all' : 'not all';
  if (!light.getAttribute('src').startsWith(`${poster}.`)) {
    dark.srcset = `${poster}-dark.webp`;
    light.src = `${poster}.webp`;
  }
}
