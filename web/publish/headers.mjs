// How the page wants to be served: its policy, and how long a browser may keep what. For web/serve.mjs, and as the two files
// that a folder on another server needs.
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import {STYLE} from '../pages/template.mjs';
import {forever} from './names.mjs';

/// What stands inside a page may run where it is just this.
const hashOf = text => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const preloading = /<script>(.*?)<\/script>/s.exec(fs.readFileSync(new URL('../index.html', import.meta.url), 'utf8'))[1];

const POLICY = [
  "default-src 'none'", `script-src 'self' 'wasm-unsafe-eval' ${hashOf(preloading)}`, `style-src 'self' ${hashOf(STYLE)}`, "img-src 'self' data: blob:", "font-src 'self'",
  "connect-src 'self'", "frame-src 'self'", "manifest-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'",
  "require-trusted-types-for 'script'", 'trusted-types greensilk',
].join('; ');

/// For a <meta> of the page, which cannot say who may frame it.
export const policyInPage = POLICY;

/// Of every answer. Frames in a sandbox have no origin of their own: their modules and files come with these only.
const ALWAYS = {
  'Content-Security-Policy': `${POLICY}; frame-ancestors *`,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Access-Control-Allow-Origin': '*',
};
const FOREVER = 'public, max-age=31536000, immutable';

export const headersOf = name => ({...ALWAYS, 'Cache-Control': forever(name) ? FOREVER : 'no-cache'});

/// A `_headers` file as Netlify and Cloudflare Pages read it. Both put the values of all rules that match together and have the
/// rest looked up again by themselves: so only what never changes is given a time. `files`: all published names.
export function headersFile(files) {
  const rule = (place, headers) => [place, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
  const assets = files.filter(name => name.startsWith('assets/'));
  const together = assets.length > 0 && assets.every(forever);
  const alone = files.filter(name => forever(name) && !(together && name.startsWith('assets/')));
  const places = [...together ? ['/assets/*'] : [], ...alone.map(name => `/${name}`)];
  return `${[rule('/*', ALWAYS), ...places.map(place => rule(place, {'Cache-Control': FOREVER}))].join('\n')}\n`;
}

/// web/nginx.conf with the headers in it.
export function nginxFile(template) {
  const lines = Object.entries(ALWAYS).map(([name, value]) => `add_header ${name} "${value}" always;`);
  return template.replace(/( *)@headers@/g, (_, indent) => lines.map(line => indent + line).join('\n')).replace('@forever@', FOREVER);
}
