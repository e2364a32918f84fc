// In the readable version: a box that keeps the page for use without a network (offline.mjs).
import {element, setText} from './twin_dom.mjs';

/// Where a browser keeps no page, and inside somebody else's page, there is none. `speak(words)` gives it its words.
export function offlineBox(offline) {
  const box = element('input', {type: 'checkbox', id: 'twin-offline'});
  const label = element('label', {for: box.id}), note = element('p', {class: 'note', role: 'status'});
  const made = element('div', {class: 'offline', hidden: true}, box, label, note);
  let say = null;
  box.addEventListener('change', async () => {
    const wanted = box.checked;
    box.disabled = true;
    setText(note, wanted ? say.keeping : '');
    try {
      box.checked = await offline(wanted);
      setText(note, box.checked ? say.kept : '');
    } catch {
      box.checked = false;
      setText(note, say.notKept);
    }
    box.disabled = false;
  });
  if (window.parent === window && isSecureContext && 'serviceWorker' in navigator)
    offline().then(kept => { box.checked = kept; made.hidden = false; }).catch(() => {});
  return {made, speak(words) { say = words; setText(label, say.keep); }};
}
