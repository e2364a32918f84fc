// The readable version of the canvas: the same state as headings, a table and real controls. The program says what stands in it
// (app/guest/twin_json.hpp, the table: state_json.hpp), and hears of every change as {"type":"do","control","value"}.
import {Controls} from './twin_controls.mjs';
import {element, setText} from './twin_dom.mjs';
import {offlineBox} from './twin_offline.mjs';
import {Tables} from './twin_table.mjs';

const MOST_SAID = 3;  // changes that one message names

/// `behind`: what the open version lies over; `offline`: of offline.mjs; `say`: the words of the page.
export function makeTwin({twin, button, changes, behind, send, offline, say}) {
  const parts = new Map();  // of the page by the id of their group
  let last = null, opener = null, chosen = null;

  const title = element('h2', {id: 'twin-title', tabindex: '-1'});
  const close = element('button', {type: 'button', id: 'twin-close'});
  const summary = element('div', {class: 'summary'});
  const ways = element('ul');
  const nav = element('nav', {}, ways);
  const head = element('div', {class: 'head'}, title, close);
  const keeping = offlineBox(offline);
  twin.append(head, summary, nav, keeping.made);
  document.head.append(element('link', {rel: 'stylesheet', href: new URL('twin.css', import.meta.url).href}));

  const act = (control, value) => send({type: 'do', control, value});
  const controls = new Controls(act);
  const tables = new Tables(act, choose);

  // Until it is opened, a search of the browser's finds what is in it; where a browser cannot open what it finds, the keyboard
  // opens it by coming in.
  const findable = 'onbeforematch' in twin;
  const hide = () => (findable ? twin.setAttribute('hidden', 'until-found') : twin.classList.add('unseen'));
  const isOpen = () => twin.classList.contains('open');

  function open({focus = true} = {}) {
    if (isOpen()) return;
    opener = document.activeElement === document.body ? button : document.activeElement;
    if (twin.contains(opener)) opener = button;
    twin.removeAttribute('hidden');
    twin.classList.remove('unseen');
    twin.classList.add('open');
    for (const one of behind) one.inert = true;
    button.setAttribute('aria-expanded', 'true');
    if (focus) title.focus();
  }

  function shut() {
    if (!isOpen()) return;
    twin.classList.remove('open');
    hide();
    for (const one of behind) one.inert = false;
    button.setAttribute('aria-expanded', 'false');
    (opener?.isConnected ? opener : button).focus({preventScroll: true});
  }

  function speak(words) {
    say = words;
    setText(title, say.twin);
    setText(close, say.back);
    nav.setAttribute('aria-label', say.sections);
    keeping.speak(say);
  }

  /// A row or something that a search found: its details are read next.
  function choose(id) {
    chosen = {id, row: id};
    act('select', id);
    if (last) follow(document.activeElement, null, selectedIn(last));  // it may be selected already
  }
  const selectedIn = message => message.controls.find(one => one.id === 'select').value;

  function part(group) {
    if (parts.has(group.id)) return parts.get(group.id);
    const name = element('h3', {id: `twin-${group.id}`, tabindex: '-1'});
    const told = element('div', {class: 'told'}), box = element('div', {class: 'controls'}), more = element('div', {class: 'more'});
    const section = element('section', {class: group.id, 'aria-labelledby': name.id}, name, told, box, more);
    const jump = element('button', {type: 'button'});
    jump.addEventListener('click', () => name.focus());
    const way = element('li', {}, jump);
    const made = {name, told, box, more, section, jump, way};
    parts.set(group.id, made);
    twin.append(section);
    ways.append(way);
    return made;
  }

  const paragraphs = (box, lines) => box.replaceChildren(...lines.map(line => element('p', {textContent: line})));

  function sources(list, words) {
    if (!list.length) return element('p', {textContent: words.no_source});
    const link = one => (/^https?:/i.test(one.url) ?
      element('a', {href: one.url, target: '_blank', rel: 'noopener noreferrer', textContent: one.label}) : one.label);
    return element('div', {class: 'sources'}, element('h5', {textContent: words.sources}),
      element('ol', {}, ...list.map(one => element('li', {}, link(one)))));
  }

  function tellSelection(to, what, words) {
    to.section.hidden = to.way.hidden = !what;
    if (!what) return to.told.replaceChildren();
    const facts = what.facts.flatMap(([name, value]) => [element('dt', {textContent: name}), element('dd', {textContent: value})]);
    to.told.replaceChildren(element('h4', {tabindex: '-1', textContent: what.title}), element('p', {class: 'kind', textContent: what.kind}),
      element('dl', {}, ...facts), ...what.notes.map(note => element('p', {textContent: note})), sources(what.sources, words));
  }

  function tellStory(to, story, words) {
    if (!story) return to.told.replaceChildren();
    to.told.replaceChildren(element('h4', {textContent: story.head}), element('p', {class: 'kind', textContent: `${story.title} · ${story.place}`}),
      element('p', {textContent: story.text}), sources(story.sources, words));
  }

  function tellHits(to, hits, words) {
    if (!hits.length) return to.more.replaceChildren();
    const row = hit => {
      const pick = element('button', {type: 'button', textContent: hit.label});
      pick.addEventListener('click', () => choose(hit.id));
      return element('li', {}, pick, ` ${hit.note}`);
    };
    to.more.replaceChildren(element('h4', {textContent: words.also}), element('ul', {class: 'hits'}, ...hits.map(row)));
  }

  /// What is another than it was, but for what the reader's own hand has just set.
  function announce(now, before) {
    if (before.language !== now.language) return;
    const said = [];
    if (now.message && now.message !== before.message) said.push(now.message);
    const was = new Map(before.controls.map(one => [one.id, one]));
    const playing = now.controls.some(one => one.id === 'play' && one.value === true);
    if (!playing) {
      const others = now.controls.filter(one => !one.quiet && one.kind !== 'text' && was.has(one.id) && was.get(one.id).value !== one.value && !controls.isInHand(one.id));
      for (const one of others.slice(0, MOST_SAID)) said.push(`${one.label}: ${inWords(one)}`);
      if (now.claim[0] && now.claim[0] !== before.claim[0]) said.push(now.claim[0]);
      if (String(now.summary) !== String(before.summary)) said.push(...now.summary);
    }
    if (said.length) changes.textContent = said.join('. ');
  }

  function inWords(control) {
    if (control.kind === 'range') return control.words;
    if (control.kind === 'choice') return control.options.find(one => one.id === control.value)?.label ?? '';
    return control.value ? say.on : say.off;
  }

  /// Redrawn only where the words are others, so that a reader's place is kept.
  const drawn = new Map();
  function when(name, what, draw) {
    const key = JSON.stringify(what);
    if (drawn.get(name) === key) return;
    drawn.set(name, key);
    draw();
  }

  function showControls(now) {
    const before = last;
    last = now;
    const focused = document.activeElement, place = focused.closest('#twin section')?.querySelector('h3');
    for (const group of now.groups) {
      const to = part(group);
      setText(to.name, group.label);
      setText(to.jump, group.label);
      controls.fill(to.box, now.controls.filter(one => one.group === group.id && !one.quiet));
    }
    when('summary', now.summary, () => paragraphs(summary, now.summary));
    when('selection', [now.selection, now.words], () => tellSelection(parts.get('selected'), now.selection, now.words));
    when('story', [now.story, now.words], () => tellStory(parts.get('stories'), now.story, now.words));
    when('hits', [now.hits, now.words], () => tellHits(parts.get('filters'), now.hits, now.words));
    when('claim', now.claim, () => paragraphs(parts.get('claim').more, now.claim));
    tables.select(selectedIn(now), now.words);
    if (before) announce(now, before);
    follow(focused, place, selectedIn(now));
  }

  const isSeen = one => Boolean(one?.isConnected && one.getClientRects().length);

  /// Where the keyboard goes: to the details of what was chosen; where the control that had it is gone, back to the row, or to the
  /// heading above it.
  function follow(focused, heading, selected) {
    if (!isOpen()) return;
    if (chosen?.id && selected === chosen.id) {
      parts.get('selected').told.querySelector('h4')?.focus();
      chosen.id = null;
    } else if (focused !== document.body && !isSeen(focused)) {
      [heading, tables.row(chosen?.row), parts.get('table').name].find(isSeen)?.focus();
    }
  }

  function show(message) {
    if (message.type !== 'twin') return tables.fill(part({id: 'table'}).more, message);
    showControls(message);
    button.hidden = false;
  }

  button.addEventListener('click', () => open());
  close.addEventListener('click', shut);
  twin.addEventListener('beforematch', () => open({focus: false}));
  twin.addEventListener('focusin', () => open({focus: false}));
  twin.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.preventDefault();
    shut();
  });
  if (findable) twin.classList.remove('unseen');
  hide();
  speak(say);
  return {show, speak, open, close: shut};
}
