import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { metaPolicy } from './bin/headers.mjs';

const charset = '<meta charset="utf-8" />';

/** Writes the policy into built pages, for hosts that send no headers. Not in dev: hot reload needs inline styles and a socket. */
export function metaPolicyPlugin(): Plugin {
  return {
    name: 'termwise:meta-policy',
    apply: 'build',
    transformIndexHtml(html) {
      if (!html.includes(charset)) throw new Error(`INTERNAL: a page must hold ${charset}, the policy goes behind it`);
      return html.replace(
        charset,
        `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${metaPolicy}" />`,
      );
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte({ configFile: false }), metaPolicyPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // A file as a data: URL would be an inline script or style to the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
