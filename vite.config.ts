import { resolve } from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type Plugin } from 'vite';
import { carryBuild } from './bin/carry-build.mjs';
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

/** Adds the service worker and the hashes of all files to the finished app; the tests' probe pages need neither. */
function carryPlugin(): Plugin {
  let folder: string | undefined;
  return {
    name: 'termwise:carry-build',
    apply: 'build',
    configResolved({ build, publicDir, root }) {
      if (publicDir !== '') folder = resolve(root, build.outDir);
    },
    closeBundle: {
      order: 'post',
      handler(error) {
        if (folder !== undefined && !error) carryBuild(folder);
      },
    },
  };
}

export default defineConfig({
  base: './',
  plugins: [svelte({ configFile: false }), metaPolicyPlugin(), carryPlugin()],
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    // A file as a data: URL would be an inline script or style to the policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
