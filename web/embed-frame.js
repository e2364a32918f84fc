// The first script of embed.html, of the old kind: it runs even in a sandboxed frame whose server lets no other page use its
// modules. Says that then in words, and tells the page around how tall this one would like to be, as web/EMBED.md describes.
(() => {
  const root = document.documentElement;
  const host = window.parent === window ? null : window.parent;
  const asked = new URLSearchParams(location.search);
  const child = asked.get('childId') ?? '';
  const LEAST = 360, MOST = 640, WIDE = 560;  // px
  const SCROLLBAR = 20, SETTLING = 500;       // px, ms: what the host's own scrollbar changes must not swing to and fro
  const told = {width: 0, height: 0, time: -1e9};

  /// Width over height that the page around asks for: aspect=16:9 or aspect=1.5.
  function aspect(width) {
    const [, wide, tall = '1'] = /^(\d+(?:\.\d+)?)(?:[:/](\d+(?:\.\d+)?))?$/.exec(asked.get('aspect') ?? '') ?? [];
    const share = wide ? Number(wide) / Number(tall) : 0;
    return share >= 0.4 && share <= 4 ? share : width >= WIDE ? 3 / 2 : 4 / 5;
  }

  function wanted(width) {
    const map = Math.round(Math.min(MOST, Math.max(LEAST, width / aspect(width))));
    return root.dataset.state === 'failed' && document.body ? Math.max(map, document.body.scrollHeight) : map;
  }

  const send = message => host.postMessage(message, '*');

  /// In the dialects of Pym, AMP, Datawrapper, Medium with Embedly, and Flourish.
  function announce(height) {
    const src = location.href.split('#')[0];
    send(`pymxPYMx${child}xPYMxheightxPYMx${height}`);
    send({sentinel: 'amp', type: 'embed-size', height});
    send({'datawrapper-height': {[child || 'greensilk']: height}});
    send(JSON.stringify({src, context: 'iframe.resize', height}));
    send(JSON.stringify({sender: 'Flourish', context: 'iframe.resize', method: 'resize', height, src}));
  }

  function measure(again = false) {
    const width = root.clientWidth || Number(asked.get('initialWidth')) || 0;
    if (!host || !(width > 0)) return;
    const height = wanted(width);
    const now = performance.now();
    const swings = width !== told.width && Math.abs(width - told.width) <= SCROLLBAR && now - told.time < SETTLING;
    if (!again && (height === told.height || swings)) return;
    Object.assign(told, {width, height, time: now});
    announce(height);
  }

  /// Nothing can be drawn: the words and tables of the page stand alone.
  function failed() {
    root.dataset.state = 'failed';
    measure();
    new ResizeObserver(() => measure()).observe(document.body);
  }

  function refused() {
    const show = () => {
      const code = (/[#&]lang=([a-z]{2})/.exec(location.hash)?.[1] ?? navigator.language ?? '').slice(0, 2).toLowerCase();
      const section = document.getElementById('refused');
      const lines = [...section.querySelectorAll('p')];
      const mine = lines.find(line => line.lang === code) ?? lines[0];
      for (const line of lines) line.hidden = line !== mine;
      section.hidden = false;
      document.getElementById('start').removeAttribute('aria-busy');
      failed();
    };
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', show);
    else show();
  }

  addEventListener('error', event => {
    if (event.target instanceof HTMLScriptElement && event.target.type === 'module') refused();
  }, {capture: true});
  addEventListener('message', event => {
    if (event.source === host && event.data === `pymxPYMx${child}xPYMxwidthxPYMx${/\d+(\.\d+)?$/.exec(event.data)?.[0]}`) measure(true);
  });
  addEventListener('resize', () => measure());
  addEventListener('load', () => measure(true));
  measure();

  window.greensilkFrame = {failed};
})();
