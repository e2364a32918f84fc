// Real controls for what the program tells of, each kept as long as the program has it.
import {arrange, element, setText} from './twin_dom.mjs';

const IN_HAND = 1000;  // ms after a touch in which the program's echo of an earlier value changes nothing

let count = 0;
const newId = () => `twin-control-${++count}`;

function describe(input, note) {
  note.id = newId();
  input.setAttribute('aria-describedby', note.id);
}

/// Each makes {root, input, set(control)}; `hand(value)` is called for what the reader does.
const makers = {
  range(control, hand) {
    const id = newId();
    const input = element('input', {id, type: 'range'}), label = element('label', {for: id}), value = element('output', {for: id});
    const note = element('p', {class: 'note'});
    if (control.note) describe(input, note);
    if (control.id === 'year') input.dir = 'ltr';  // time runs to the right in every language
    input.addEventListener('input', () => hand(Number(input.value)));
    return {
      root: element('div', {class: 'range'}, label, value, input, control.note ? note : null), input,
      set(now) {
        setText(label, now.label);
        setText(note, now.note ?? '');
        Object.assign(input, {min: now.min, max: now.max, step: now.step});
      },
      value(now) {
        if (Number(input.value) !== now.value) input.value = now.value;
        setText(value, now.words);
        input.setAttribute('aria-valuetext', now.words);
      },
    };
  },

  choice(control, hand) {
    const id = newId();
    const input = element('select', {id}), label = element('label', {for: id});
    let told = '';
    input.addEventListener('change', () => hand(input.value));
    return {
      root: element('div', {class: 'choice'}, label, input), input,
      set(now) {
        setText(label, now.label);
        const options = JSON.stringify(now.options);
        if (options === told) return;
        told = options;
        const language = one => (control.id === 'language' ? {lang: one.id === 'zh' ? 'zh-CN' : one.id} : {});
        input.replaceChildren(...now.options.map(one => element('option', {value: one.id, textContent: one.label, ...language(one)})));
        input.value = now.value;
      },
      value(now) { if (input.value !== now.value) input.value = now.value; },
    };
  },

  check(control, hand) {
    const input = element('input', {type: 'checkbox'}), words = element('span');
    input.addEventListener('change', () => hand(input.checked));
    return {
      root: element('label', {class: 'check'}, input, words), input,
      set(now) { setText(words, now.label); },
      value(now) { input.checked = now.value; },
    };
  },

  text(control, hand) {
    const id = newId();
    const search = control.id === 'query';
    const input = element('input', {id, type: search ? 'search' : 'text', autocomplete: 'off', spellcheck: false, enterKeyHint: search ? 'search' : 'done', maxLength: control.longest});
    const label = element('label', {for: id}), note = element('p', {class: 'note'});
    if (control.note) describe(input, note);
    // An input method's letters are no text yet; some browsers send the last input event only after the end.
    input.addEventListener('input', event => { if (!event.isComposing) hand(input.value); });
    input.addEventListener('compositionend', () => setTimeout(() => hand(input.value)));
    return {
      root: element('div', {class: 'text'}, label, input, control.note ? note : null), input,
      set(now) {
        setText(label, now.label);
        setText(note, now.note ?? '');
      },
      value(now) { if (input.value !== now.value) input.value = now.value; },
    };
  },

  button(control, hand) {
    const input = element('button', {type: 'button'}), note = element('p', {class: 'note'});
    if (control.note) describe(input, note);
    let can = true;
    input.addEventListener('click', () => { if (can) hand(null); });
    return {
      root: element('div', {class: 'button'}, input, control.note ? note : null), input,
      set(now) {
        setText(input, now.label);
        setText(note, now.note ?? '');
      },
      value(now) {
        can = now.can !== false;
        input.setAttribute('aria-disabled', String(!can));
        if (typeof now.value === 'boolean') input.setAttribute('aria-pressed', String(now.value));
      },
    };
  },
};

export class Controls {
  #act;
  #made = new Map();     // by id
  #touched = new Map();  // ms, by id
  #sets = new Map();     // fieldsets by what their controls' ids begin with

  constructor(act) { this.#act = act; }

  /// The reader's hand is on it, or has just been.
  isInHand(id) { return performance.now() - (this.#touched.get(id) ?? -Infinity) < IN_HAND; }

  /// Brings the controls of a group into its box; those that stay are not moved.
  fill(box, controls) {
    const wanted = new Set();
    const rows = new Map();  // parent -> its children in order
    const place = (parent, child) => (rows.get(parent) ?? rows.set(parent, []).get(parent)).push(child);
    rows.set(box, []);
    for (const control of controls) {
      const made = this.#control(control);
      wanted.add(made.root);
      const set = control.set ? this.#set(control) : null;
      if (set && !rows.get(box).includes(set)) place(box, set);
      place(set ?? box, made.root);
    }
    for (const [parent, children] of rows) {
      const legend = parent.tagName === 'FIELDSET' ? [parent.firstChild] : [];
      arrange(parent, [...legend, ...children]);
    }
    for (const [id, made] of this.#made) if (!made.root.isConnected) this.#made.delete(id);
  }

  #set(control) {
    const name = control.id.split(':')[0];
    if (!this.#sets.has(name)) this.#sets.set(name, element('fieldset', {}, element('legend')));
    const set = this.#sets.get(name);
    setText(set.firstChild, control.set);
    return set;
  }

  #control(control) {
    let made = this.#made.get(control.id);
    if (!made) {
      made = makers[control.kind](control, value => {
        this.#touched.set(control.id, performance.now());
        this.#act(control.id, value);
      });
      made.input.dataset.control = control.id;
      this.#made.set(control.id, made);
    }
    made.told = control;
    made.set(control);
    this.#value(made);
    return made;
  }

  /// The value as told, but never under the reader's hand: it is set once that is still.
  #value(made) {
    const {id, kind} = made.told;
    const typed = kind === 'range' || kind === 'text';
    if (!typed || document.activeElement !== made.input || !this.isInHand(id)) return made.value(made.told);
    if (kind === 'range' && Number(made.input.value) === made.told.value) return made.value(made.told);
    clearTimeout(made.timer);
    made.timer = setTimeout(() => this.#value(made), IN_HAND);
  }
}
