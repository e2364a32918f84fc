// The table of projects, whose heads sort it and whose rows can be chosen, and the plain tables behind it.
import {arrange, element, setText} from './twin_dom.mjs';

function plainTable({caption = '', head = [], rows = []}) {
  const cells = row => element('tr', {}, ...row.map(cell => element('td', {textContent: cell ?? ''})));
  return element('table', {}, element('caption', {textContent: caption}),
    element('thead', {}, element('tr', {}, ...head.map(name => element('th', {scope: 'col', textContent: name})))),
    element('tbody', {}, ...rows.map(cells)));
}

export class Tables {
  #act; #choose;
  #heads = []; #rows = new Map();
  #caption = element('caption'); #headRow = element('tr'); #body = element('tbody');
  #table = element('table', {class: 'projects'}, this.#caption, element('thead', {}, this.#headRow), this.#body);
  #selected = '';
  #sortBy = '{0}';

  constructor(act, choose) {
    this.#act = act;
    this.#choose = choose;
  }

  /// The button of a row, or null.
  row(id) { return this.#rows.get(id)?.querySelector('button') ?? null; }

  select(id, words) {
    this.#selected = id;
    this.#sortBy = words.sort;
    this.#mark();
  }

  fill(box, message) {
    const more = (message.more ?? []).map(plainTable);
    const first = message.ids ? this.#projects(message) : plainTable(message);
    // What scrolls sideways can be reached by the keyboard.
    const wide = table => element('div', {class: 'wide', role: 'group', tabindex: '0', 'aria-label': table.caption.textContent || '–'}, table);
    const known = first === this.#table && first.parentElement?.parentElement === box ? first.parentElement : wide(first);
    known.setAttribute('aria-label', first.caption.textContent || '–');
    arrange(box, [known, ...more.map(wide)]);
  }

  #projects({caption, head, rows, columns, ids}) {
    setText(this.#caption, caption);
    if (this.#heads.length !== head.length) {
      this.#heads = head.map(() => ({}));
      this.#rows.clear();
      this.#headRow.replaceChildren();
    }
    head.forEach((name, i) => this.#head(i, name, columns[i]));
    const wanted = ids.map((id, i) => this.#row(id, rows[i]));
    const now = new Set(ids);
    for (const id of this.#rows.keys()) if (!now.has(id)) this.#rows.delete(id);
    const focused = document.activeElement;
    arrange(this.#body, wanted);
    if (focused !== document.activeElement && this.#body.contains(focused)) focused.focus({preventScroll: true});
    this.#mark();
    return this.#table;
  }

  #head(i, name, column) {
    const one = this.#heads[i];
    if (!one.cell) {
      one.cell = element('th', {scope: 'col'});
      this.#headRow.append(one.cell);
    }
    one.press = column?.press;
    if (!column) {
      one.button = null;
      return setText(one.cell, name);
    }
    one.cell.setAttribute('aria-sort', column.sort);
    if (!one.button) {
      one.button = element('button', {type: 'button'});
      one.button.addEventListener('click', () => this.#act('sort', one.press));
      one.cell.replaceChildren(one.button);
    }
    setText(one.button, name);
  }

  #row(id, cells) {
    let row = this.#rows.get(id);
    if (!row) {
      const pick = element('button', {type: 'button'});
      pick.addEventListener('click', () => this.#choose(id));
      row = element('tr', {}, element('th', {scope: 'row'}, pick), ...cells.slice(1).map(() => element('td')));
      this.#rows.set(id, row);
    }
    setText(row.firstChild.firstChild, cells[0]);
    cells.slice(1).forEach((cell, i) => setText(row.children[i + 1], cell));
    return row;
  }

  #mark() {
    for (const one of this.#heads) if (one.button) one.button.title = this.#sortBy.replace('{0}', one.button.textContent);
    for (const [id, row] of this.#rows) {
      const pick = row.firstChild.firstChild;
      if (id === this.#selected) pick.setAttribute('aria-current', 'true');
      else pick.removeAttribute('aria-current');
    }
  }
}
