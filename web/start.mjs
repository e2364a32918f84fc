// When the program begins to load: at once (auto), when the map comes into view (visible), or when a reader asks (click). A page
// says so by `?start=` or `#...&start=`, else by `data-start` on its root element. Until then nothing heavy is asked for.

/// 'auto', 'visible' or 'click'. Who saves data is asked first.
export function startOf({search, hash}, otherwise = 'auto', saves = navigator.connection?.saveData) {
  const asked = /[?#&]start=(auto|visible|click)(?=&|#|$)/.exec(search + hash)?.[1] ?? otherwise;
  return asked === 'visible' && saves ? 'click' : asked;
}

/// Takes it out of the link, which is the program's to read.
function forget() {
  const hash = location.hash.replace(/([#&])start=[a-z]*&?/, '$1').replace(/[#&]$/, '');
  if (hash !== location.hash) history.replaceState(history.state, '', location.pathname + location.search + hash);
}

const seen = element => new Promise(resolve => {
  new IntersectionObserver((entries, observer) => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    observer.disconnect();
    resolve();
  }, {rootMargin: '100px'}).observe(element);
});

/// A button over the poster.
const clicked = (section, words) => new Promise(resolve => {
  const button = Object.assign(document.createElement('button'), {type: 'button', id: 'open'});
  button.dataset.word = 'open';
  button.textContent = words.open;
  button.addEventListener('click', () => {
    button.remove();
    resolve();
  }, {once: true});
  const part = section.querySelector('.words');
  part.insertBefore(button, part.querySelector('.credit'));
});

/// Resolves when loading may begin: to whether a reader pressed a button for it, whose keyboard then belongs to the map. `section` is the
/// start screen, which has the class 'waiting' until then.
export async function started(section, words) {
  const when = startOf(location, document.documentElement.dataset.start);
  forget();
  if (when === 'auto') return false;
  section.classList.add('waiting');
  section.removeAttribute('aria-busy');
  await (when === 'visible' ? seen(section) : clicked(section, words));
  section.classList.remove('waiting');
  section.setAttribute('aria-busy', 'true');
  return when === 'click';
}
