// <green-silk-road view="v=1&y=2030"></green-silk-road> of web/EMBED.md
(() => {
  const page = new URL('embed.html', document.currentScript?.src ?? document.querySelector('script[src*=greensilk-embed]')?.src ?? location);
  const TITLES = {en: 'Green Silk Road', zh: '绿色丝绸之路', ru: 'Зелёный Шёлковый путь', ar: 'طريق الحرير الأخضر'};

  class GreenSilkRoad extends HTMLElement {
    static observedAttributes = ['view', 'story', 'height'];
    #frame; #steps;
    #waiting = [];  // messages, until the page inside listens; then null
    #hear = event => this.#heard(event);

    connectedCallback() {
      const of = name => this.getAttribute(name);
      const url = new URL(of('src') ?? page, document.baseURI);
      if (of('aspect')) url.searchParams.set('aspect', of('aspect'));
      url.hash = of('view') ?? (of('story') ? `v=1&story=${of('story')}` : '');
      const frame = this.#frame = document.createElement('iframe');
      const title = of('title') ?? TITLES[this.closest('[lang]')?.lang.slice(0, 2)] ?? TITLES.en;
      Object.assign(frame, {title, loading: 'lazy', allow: 'fullscreen; clipboard-write', src: url});
      if (of('sandbox')) frame.sandbox = of('sandbox');
      frame.style.cssText = 'display: block; width: 100%; border: 0';
      this.append(frame);
      this.#tall(Math.min(640, Math.max(360, frame.clientWidth / (frame.clientWidth < 560 ? 0.8 : 1.5))));
      addEventListener('message', this.#hear);
      if (document.readyState === 'loading') addEventListener('DOMContentLoaded', () => this.#scroll());
      else this.#scroll();
    }

    disconnectedCallback() {
      removeEventListener('message', this.#hear);
      this.#steps?.disconnect();
      this.#frame.remove();
      this.#waiting = [];
    }

    attributeChangedCallback(name, _, now) {
      if (!this.#frame) return;
      if (name === 'view') this.set({fragment: now ?? 'v=1'});
      if (name === 'story') this.play({story: now ?? ''});
      if (name === 'height') this.#tall(this.#frame.offsetHeight);
    }

    set(fields) { this.#post('set', fields); }
    select(selection, fly = true) { this.#post('select', {selection, fly}); }
    play(what) { this.#post('play', what); }

    #post(type, fields) {
      const message = {type: `greensilk:${type}`, version: 1, ...fields};
      if (this.#waiting) this.#waiting.push(message);
      else this.#frame.contentWindow.postMessage(message, '*');
    }

    #tall(height) { this.#frame.style.height = `${parseFloat(this.getAttribute('height')) || Math.round(height)}px`; }

    #heard({source, data}) {
      if (source !== this.#frame.contentWindow || !data) return;
      if (data.sentinel === 'amp' && data.height > 0) this.#tall(data.height);
      const name = /^greensilk:(ready|state|error)$/.exec(data.type)?.[1];
      if (name === 'ready') {
        for (const message of this.#waiting ?? []) source.postMessage(message, '*');
        this.#waiting = null;
      }
      if (name) this.dispatchEvent(new CustomEvent(`greensilk-${name}`, {detail: data, bubbles: true}));
    }

    /// The article's own elements tell the story as they pass the middle.
    #scroll() {
      const box = this.getAttribute('scroll');
      const steps = box ? document.querySelectorAll(`:is(${box}) :is([data-step], [data-view])`) : [];
      this.#steps = new IntersectionObserver(entries => {
        const now = entries.findLast(entry => entry.isIntersecting)?.target;
        if (!now) return;
        for (const step of steps) step.toggleAttribute('data-current', step === now);
        const {view, step, story = this.getAttribute('story')} = now.dataset;
        if (view) this.set({fragment: view});
        else this.play({...(story && {story}), step: Number(step)});
      }, {rootMargin: '-50% 0px'});
      for (const step of steps) this.#steps.observe(step);
    }
  }
  if (!customElements.get('green-silk-road')) customElements.define('green-silk-road', GreenSilkRoad);
})();
