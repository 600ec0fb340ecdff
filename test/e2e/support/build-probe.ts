import { fileURLToPath } from 'node:url';
import { build } from 'vite';

/** Where the built probe lies. */
export const probeFolder = fileURLToPath(new URL('../../../node_modules/.cache/termwise-probe', import.meta.url));

/** Playwright's global setup: builds the probe's pages just as the app is built, with the app's own worker spawner. */
export default async function buildProbe(): Promise<void> {
  const root = fileURLToPath(new URL('probe', import.meta.url));
  await build({
    configFile: fileURLToPath(new URL('../../../vite.config.ts', import.meta.url)),
    root,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: probeFolder,
      emptyOutDir: true,
      rolldownOptions: {
        input: [`${root}/page.html`, `${root}/worker.html`, `${root}/grid.html`],
        output: { entryFileNames: '[name].js' },
      },
    },
  });
}
