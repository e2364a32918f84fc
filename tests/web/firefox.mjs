// Debian's Firefox through WebDriver BiDi, by Playwright's own driver for it (`_bidiFirefox`; it is not among the documented ones).
//   GREENSILK_FIREFOX       the browser                  (default /usr/bin/firefox-esr)
import fs from 'node:fs';
import {screen} from '../screen.mjs';
import {playwright} from './lib.mjs';

const executablePath = process.env.GREENSILK_FIREFOX ?? '/usr/bin/firefox-esr';

/// Why there is no Firefox to test, or false.
export const missing = !fs.existsSync(executablePath) && `${executablePath} is missing`;

/// Mesa draws in software, which Firefox otherwise declines.
const SOFTWARE_GL = {'webgl.force-enabled': true};
const NO_GL = {'webgl.disabled': true};
/// Frames of other sites share their host page's process: BiDi's mouse and keys reach none in another.
const FRAMES = {'fission.webContentIsolationStrategy': 0};

/// A desktop's Firefox has no TouchEvent for scripts where it finds no touch screen.
const FINGERS = {'dom.w3c_touch_events.enabled': 1};

const STEP = 30;  // ms from one place of a finger to the next

/// A browser with a profile of its own, on a screen of its own: without one it has no WebGL (bugzilla.mozilla.org/1375585).
/// `gl: false` is one without WebGL in any case; `ratio` is that of the screen itself, not imitated; `touch`: as on a touch screen.
export async function launchFirefox({gl = true, ratio, touch = false} = {}) {
  const shown = gl && await screen('1400x900');
  try {
    const browser = await playwright._bidiFirefox.launch({
      executablePath, headless: !shown, env: {...process.env, ...(shown && {DISPLAY: shown.display})},
      firefoxUserPrefs: {...FRAMES, ...(gl ? SOFTWARE_GL : NO_GL), ...(touch && FINGERS), ...(ratio && {'layout.css.devPixelsPerPx': String(ratio)})},
    });
    if (shown) browser.on('disconnected', shown.close);
    return browser;
  } catch (error) {
    if (shown) shown.close();
    throw error;
  }
}

/// Fingers on the page, each a path of places in px of its window: all come down at once, go on step by step, and lift at the end.
/// Playwright's own touch screen does nothing in this Firefox: the actions go to BiDi as they are, past its documented interface.
export function touch(page, ...paths) {
  const session = page._connection.toImpl(page).delegate._session;
  const actions = paths.map(([first, ...rest], i) => ({type: 'pointer', id: `finger-${i}`, parameters: {pointerType: 'touch'}, actions: [
    {type: 'pointerMove', x: Math.round(first[0]), y: Math.round(first[1])}, {type: 'pointerDown', button: 0},
    ...rest.map(([x, y]) => ({type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: STEP})), {type: 'pointerUp', button: 0},
  ]}));
  return session.send('input.performActions', {context: session.sessionId, actions});
}
