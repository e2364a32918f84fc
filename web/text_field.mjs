// A real input element over Dear ImGui's text caret. Phones open their keyboard for it, input methods compose in it, and
// every change of its value goes to the program as so many backspaces and new text.

// Something to delete: on an empty input a phone's backspace would do nothing. A no-break space is never auto-corrected.
const GROUND = '\u00a0';
const LONGEST = 400;
const MOVING = new Set(['Enter', 'Escape', 'ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp',
  'PageDown', 'Delete']);
const SHORTCUTS = new Set(['a', 'c', 'x', 'y', 'z']);
const HELD = new Set(['Control', 'Meta', 'Shift', 'Alt']);

/// What turns `before` into `after` by deleting at the end and then typing.
export function difference(before, after) {
  const old = Array.from(before), now = Array.from(after);
  let same = 0;
  while (same < old.length && same < now.length && old[same] === now[same]) ++same;
  return {backspaces: old.length - same, text: now.slice(same).join('')};
}

export class TextField {
  #input; #canvas; #api;
  #sent = GROUND;
  #composing = false;
  wanted = false;

  constructor(input, canvas, api) {
    this.#input = input;
    this.#canvas = canvas;
    this.#api = api;
    input.addEventListener('input', () => this.#changed());
    input.addEventListener('compositionstart', () => { this.#composing = true; });
    input.addEventListener('compositionend', () => {
      this.#composing = false;
      setTimeout(() => this.#changed());  // some browsers send the last input event only after this one
    });
    input.addEventListener('keydown', event => this.#key(event, true));
    input.addEventListener('keyup', event => this.#key(event, false));
    input.addEventListener('focus', () => api.resetKeys());
    input.addEventListener('blur', () => { this.#composing = false; this.reset(); api.resetKeys(); });
    this.reset();
  }

  /// Dear ImGui's caret at x, y in CSS px of the canvas, or no field wants text any more.
  show(visible, x, y, height) {
    const began = visible && !this.wanted;
    this.wanted = visible;
    if (visible) {
      const box = this.#canvas.getBoundingClientRect();
      Object.assign(this.#input.style, {left: `${box.left + x}px`, top: `${box.top + y}px`, height: `${height}px`});
      if (began) this.focusIfWanted();
    } else if (document.activeElement === this.#input) {
      this.#canvas.focus({preventScroll: true});
    }
  }

  /// Takes the focus from the canvas, and from nothing else on the page.
  focusIfWanted() {
    if (!this.wanted || document.activeElement !== this.#canvas) return;
    this.reset();
    this.#input.focus({preventScroll: true});
  }

  /// Forgets what was typed: the caret is somewhere else now.
  reset() {
    if (this.#composing) return;
    this.#sent = this.#input.value = GROUND;
    this.#input.setSelectionRange(GROUND.length, GROUND.length);
  }

  #changed() {
    const {backspaces, text} = difference(this.#sent, this.#input.value);
    this.#sent = this.#input.value;
    if (backspaces || text) this.#api.edit(backspaces, text);
    if (!this.#sent.startsWith(GROUND) || this.#sent.length > LONGEST) this.reset();
  }

  #key(event, down) {
    if (event.isComposing || event.keyCode === 229) return;
    const modifiers = (event.ctrlKey || event.metaKey ? 1 : 0) | (event.shiftKey ? 2 : 0) | (event.altKey ? 4 : 0);
    if (!down && HELD.has(event.key)) return this.#api.key('', false, modifiers);
    const command = event.ctrlKey || event.metaKey;
    const tab = event.key === 'Tab' && this.#api.takesTab();
    const letter = command && SHORTCUTS.has(event.key.toLowerCase());
    if (!tab && !letter && !MOVING.has(event.key)) return;
    this.#api.key(letter ? event.key.toLowerCase() : event.key, down, modifiers);
    if (!down) return;
    event.preventDefault();
    this.reset();
  }
}
