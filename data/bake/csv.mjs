// Comma-separated values as RFC 4180 has them: quoted fields may hold commas, quotes ("") and line ends.

/// Rows as arrays of strings; the byte-order mark is dropped. Throws on a quote that never closes.
export function parse_csv(text, where) {
  const rows = [];
  let row = [], field = '', quoted = false, line = 1, opened = 1;
  const end_field = () => { row.push(field); field = ''; };
  const end_row = () => { end_field(); if (row.length > 1 || row[0] !== '') rows.push(row); row = []; };
  for (let i = text.charCodeAt(0) === 0xfeff ? 1 : 0; i < text.length; ++i) {
    const c = text[i];
    if (c === '\n') ++line;
    if (quoted) {
      if (c !== '"') field += c;
      else if (text[i + 1] === '"') { field += '"'; ++i; }
      else quoted = false;
    } else if (c === '"' && field === '') { quoted = true; opened = line; }
    else if (c === ',') end_field();
    else if (c === '\n') end_row();
    else if (c !== '\r') field += c;
  }
  if (quoted) throw new Error(`${where}:${opened}: a quoted field is never closed`);
  if (field !== '' || row.length) end_row();
  return rows;
}

/// Rows as objects keyed by the header row.
export function csv_records(text, where) {
  const [header, ...rows] = parse_csv(text, where);
  return rows.map(row => Object.fromEntries((header ?? []).map((name, i) => [name, row[i] ?? ''])));
}

/// One line of CSV without its end.
export function csv_line(fields) {
  return fields.map(f => (/[",\r\n]/.test(f) ? `"${String(f).replaceAll('"', '""')}"` : String(f))).join(',');
}
