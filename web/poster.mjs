// The picture where the map is about to come, before anything heavy: pictures and pages are made by web/pages/build.mjs.
import {nearest, placesOf} from './nearest.mjs';
import {STEPS} from './posters.mjs';
import {startOf} from './start.mjs';

/// {poster, pages} of this page's link.
export const here = () => placesOf(nearest(location.hash, STEPS));

const picture = document.getElementById('poster');
if (picture) {
  const [dark, light] = picture.children, {poster} = here();
  const theme = /[#&]theme=(light|dark|print)/.exec(location.hash)?.[1];
  if (theme) dark.media = theme === 'dark' ? 'all' : 'not all';
  // The whole map is inside the page, small: enough where it is about to go.
  if (poster !== 'poster/home' || startOf(location, document.documentElement.dataset.start) !== 'auto') {
    dark.srcset = `${poster}-dark.webp`;
    light.src = `${poster}.webp`;
  }
}
