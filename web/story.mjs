// On the pages that web/pages/build.mjs makes: the map in the picture's place, once a reader asks for it (or, with ?start=visible,
// comes to it, or ?start=auto, at once). Without this script the link opens the map by itself.
const figure = document.querySelector('figure[data-embed]');
const open = figure?.querySelector('.open');

function show(focus) {
  const frame = Object.assign(document.createElement('iframe'), {title: document.querySelector('h1').textContent, allowFullscreen: true,
    allow: 'fullscreen; clipboard-write; web-share', src: figure.dataset.embed.replace('#', '?start=auto#')});
  figure.replaceChildren(frame);
  if (focus) frame.focus({preventScroll: true});
}

if (figure) {
  open.addEventListener('click', event => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(true);
  });
  const when = new URLSearchParams(location.search).get('start');
  if (when === 'auto') show(false);
  if (when === 'visible') {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some(entry => entry.isIntersecting)) return;
      observer.disconnect();
      show(false);
    }).observe(figure);
  }
}
