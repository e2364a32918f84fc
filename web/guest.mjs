// How the map behaves inside an article: the article scrolls, the map waits until it is meant. All of it before the program
// hears of an event, in the capturing phase.

const HINT = 1200;         // ms
const TAP = 600, SLOP = 10;  // ms, px: a finger that stays and lifts
const BAR = 64;            // px from the bottom: there a finger that goes sideways moves the time

const mac = /mac|iphone|ipad/i.test(navigator.userAgentData?.platform ?? navigator.platform ?? '');

/// Tells `visible(on)` whether somebody can see the canvas.
export function watch(canvas, visible) {
  let near = false;
  const tell = () => visible(near && !document.hidden);
  new IntersectionObserver(entries => {
    near = entries.at(-1).isIntersecting;
    tell();
  }, {rootMargin: '100px'}).observe(canvas);
  document.addEventListener('visibilitychange', tell);
}

/// A line over the map that goes by itself.
class Hint {
  #line = Object.assign(document.createElement('p'), {id: 'hint'});
  #timer = 0;

  constructor() {
    this.#line.setAttribute('aria-hidden', 'true');
    document.body.append(this.#line);
  }

  show(words) {
    this.#line.textContent = words;
    this.#line.classList.add('shown');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.hide(), HINT);
  }

  hide() { this.#line.classList.remove('shown'); }
}

/// The wheel and the keys belong to the article until the map is pressed, or entered with Enter; Escape lets go.
class Attention {
  #by = '';  // 'pointer' or 'keys' while they are the map's

  constructor(canvas, hint, words) {
    const of = (target, type, handle, options) => target.addEventListener(type, handle, {capture: true, ...options});
    of(document, 'wheel', event => {
      if (event.target !== canvas || event.ctrlKey || event.metaKey || this.#by) return;
      event.stopImmediatePropagation();
      hint.show(mac ? words().wheelMac : words().wheel);
    }, {passive: true});
    of(document, 'pointerdown', event => {
      if (event.target === canvas && event.pointerType !== 'touch') this.#by = 'pointer';
      hint.hide();
    });
    of(document.documentElement, 'pointerleave', event => {
      if (event.target === document.documentElement && this.#by === 'pointer') this.#by = '';
    });
    of(document, 'keydown', event => this.#key(event, canvas));
    of(document, 'keypress', event => {
      if (event.target === canvas && !this.#by) event.stopImmediatePropagation();
    });
    canvas.addEventListener('focus', () => {
      if (!this.#by && canvas.matches(':focus-visible')) hint.show(words().keys);
    });
    canvas.addEventListener('blur', event => {
      if (event.relatedTarget?.id !== 'text') this.#by = '';
    });
    addEventListener('blur', () => { this.#by = ''; });
  }

  #key(event, canvas) {
    if (event.target !== canvas) {
      if (event.key === 'Escape') this.#by = '';
      return;
    }
    if (!this.#by) {
      const enters = event.key === 'Enter' || event.key === ' ';
      if (enters && !event.ctrlKey && !event.metaKey && !event.altKey) {
        this.#by = 'keys';
        event.preventDefault();
      }
      event.stopImmediatePropagation();
    } else if (event.key === 'Escape') {
      this.#by = '';
    } else if (event.key === 'Tab' && this.#by === 'pointer') {
      event.stopImmediatePropagation();
    }
  }
}

/// One finger scrolls the article and two are the map's. A tap is the map's too, when it has turned out to be one.
class Fingers {
  #mode = '';  // '' none, 'held' one that may be a tap, 'page' the article's, 'map' all are the map's
  #first = null;
  #since = 0;
  #giving = false;

  constructor(canvas, moved) {
    this.canvas = canvas;
    this.moved = moved;
    for (const type of ['touchstart', 'touchmove', 'touchend', 'touchcancel']) {
      document.addEventListener(type, event => {
        if (event.target === canvas && !this.#giving) this[type](event);
      }, {capture: true, passive: false});
    }
  }

  touchstart(event) {
    if (this.#mode === 'map') return;
    if (event.touches.length > 1) return this.#begin(event);
    this.#mode = 'held';
    this.#first = event.changedTouches[0];
    this.#since = event.timeStamp;
    event.stopImmediatePropagation();
  }

  touchmove(event) {
    if (this.#mode === 'map') {
      if (event.cancelable) event.preventDefault();
      return;
    }
    event.stopImmediatePropagation();
    const now = event.changedTouches[0];
    const x = Math.abs(now.clientX - this.#first.clientX), y = Math.abs(now.clientY - this.#first.clientY);
    if (this.#mode !== 'held' || Math.hypot(x, y) < SLOP) return;
    if (x > y && this.#first.clientY > innerHeight - BAR) {
      this.#give('touchstart', [this.#first]);
      this.#mode = 'map';
    } else {
      this.#mode = 'page';
      this.moved();
    }
  }

  touchend(event) {
    if (this.#mode === 'held') {
      event.stopImmediatePropagation();
      if (event.timeStamp - this.#since < TAP) {
        event.preventDefault();  // or a mouse would press there once more
        this.#give('touchstart', [this.#first]);
        this.#give('touchend', []);
      }
    } else if (this.#mode === 'page') {
      event.stopImmediatePropagation();
    }
    if (event.touches.length === 0) this.#mode = '';
  }

  touchcancel(event) {
    if (this.#mode !== 'map') event.stopImmediatePropagation();
    if (event.touches.length === 0) this.#mode = '';
  }

  /// A second finger came: the program hears of the first before it.
  #begin(event) {
    const coming = [...event.changedTouches].map(touch => touch.identifier);
    const there = [...event.touches].filter(touch => !coming.includes(touch.identifier));
    for (const [i, touch] of there.entries()) this.#give('touchstart', there.slice(0, i + 1), touch);
    this.#mode = 'map';
  }

  #give(type, touches, changed = this.#first) {
    this.#giving = true;
    this.canvas.dispatchEvent(new TouchEvent(type, {touches, targetTouches: touches, changedTouches: [changed], bubbles: true, cancelable: true}));
    this.#giving = false;
  }
}

/// `words()` gives the page's words in the reader's language.
export function beGuest(canvas, words) {
  const hint = new Hint();
  new Attention(canvas, hint, words);
  if (typeof TouchEvent === 'function') new Fingers(canvas, () => hint.show(words().fingers));
}
