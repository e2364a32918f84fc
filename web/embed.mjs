// What embed.html does beyond index.html: talks to the page around it, and behaves in it.
import {beGuest, watch} from './guest.mjs';
import {Host} from './host.mjs';

/// `words()` gives the page's words.
export function embed({canvas, bridge, words}) {
  const host = new Host(bridge.send);
  beGuest(canvas, words);
  watch(canvas, bridge.visible);
  return {
    tell: message => host.tell(message),
    stopped(what) {
      host.stopped(what);
      window.greensilkFrame.failed();
    },
  };
}
