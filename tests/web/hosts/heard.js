// Keeps what the page's frames say, for the test: window.heard holds {from, data}, `from` the frame's id.
window.heard = [];
addEventListener('message', ({source, data}) => {
  const from = [...document.querySelectorAll('iframe')].find(frame => frame.contentWindow === source)?.id ?? '';
  window.heard.push({from, data});
});
