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

/// A browser with a profile of its own, on a screen of its own: without one it has no WebGL (bugzilla.mozilla.org/1375585).
/// `gl: false` is one without WebGL in any case; `ratio` is that of the screen itself, not imitated.
export async function launchFirefox({gl = true, ratio} = {}) {
  const shown = gl && await screen('1400x900');
  try {
    const browser = await playwright._bidiFirefox.launch({
      executablePath, headless: !shown, env: {...process.env, ...(shown && {DISPLAY: shown.display})},
      firefoxUserPrefs: {...FRAMES, ...(gl ? SOFTWARE_GL : NO_GL), ...(ratio && {'layout.css.devPixelsPerPx': String(ratio)})},
    });
    if (shown) browser.on('disconnected', shown.close);
    return browser;
  } catch (error) {
    if (shown) shown.close();
    throw error;
  }
}
