// Small hands for the document.

/// A new element with these properties (`class`, `for` and those with a dash as attributes) and children.
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (/^(class|for|role|lang|tabindex)$|-/.test(name)) made.setAttribute(name, value);
    else made[name] = value;
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

/// Only what is another is touched: a reader's place in a text stays where it is.
export function setText(at, text) {
  if (at.textContent !== text) at.textContent = text;
}

/// Makes these the children of a parent, moving none that stands where it should.
export function arrange(parent, children) {
  const keep = new Set(children);
  for (const child of [...parent.children]) if (!keep.has(child)) child.remove();
  children.forEach((child, i) => { if (parent.children[i] !== child) parent.insertBefore(child, parent.children[i] ?? null); });
}
