// The one place that says what the app's pages may do. The preview server and the end-to-end tests send these headers,
// the build writes the meta fallback, and the files for static hosts in public/ are generated from here.

/** @typedef {Readonly<Record<string, readonly string[]>>} Policy */

/**
 * The Content-Security-Policy, directive by directive. Nothing but our own files; no eval; no inline script or style; no
 * connection at all, our own origin included (modules and style sheets are loaded, never fetched). `blob:` workers are
 * our bootstrap (src/workers/spawn.ts): they inherit this policy, workers started from a URL don't where a host sends no headers.
 * @type {Policy}
 */
const pagePolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'", 'data:', 'blob:'],
  'font-src': ["'self'"],
  'connect-src': ["'none'"],
  'worker-src': ["'self'", 'blob:'],
  'manifest-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'object-src': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  'trusted-types': ['svelte-trusted-html', 'app-worker', 'report-preview'],
};

/**
 * Directives that browsers obey only in a header.
 * @type {Policy}
 */
const headerOnlyPolicy = { 'frame-ancestors': ["'none'"] };

/** @param {Policy} policy */
function policyText(policy) {
  return Object.entries(policy)
    .map(([directive, values]) => [directive, ...values].join(' '))
    .join('; ');
}

/** The policy for `<meta http-equiv="Content-Security-Policy">`: all that still protects where a host sends no headers. */
export const metaPolicy = policyText(pagePolicy);

/**
 * The production headers, the same for every path: a worker or a module without its own policy would be a hole.
 * @type {Readonly<Record<string, string>>}
 */
export const headers = {
  'Content-Security-Policy': policyText({ ...pagePolicy, ...headerOnlyPolicy }),
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
  'X-DNS-Prefetch-Control': 'off',
};

/** The same headers in the `_headers` format that Cloudflare Pages and Netlify read. */
export function netlifyHeaders() {
  const lines = Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`);
  return ['# Written by `npm run headers` from bin/headers.mjs.', '/*', ...lines, ''].join('\n');
}

/** The same headers as the configuration file that Azure Static Web Apps reads. */
export function staticWebAppConfig() {
  return `${JSON.stringify({ globalHeaders: headers }, undefined, 2)}\n`;
}
