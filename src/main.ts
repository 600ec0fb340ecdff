/** Composition root: starts the engine's worker, opens the workbook and mounts the app. */
import { mount } from 'svelte';
import './ui/tokens.css';
import './ui/base.css';
import './ui/forced-colors.css';
import App from './App.svelte';
import { dayOfTimestamp } from './core/days.ts';
import { createFormat } from './core/format.ts';
import { Offline, type BuildHashes } from './state/offline.svelte.ts';
import { OutwardRequests } from './state/outward.svelte.ts';
import { Route } from './state/route.svelte.ts';
import { Trail } from './state/trail.svelte.ts';
import { Workbook } from './state/workbook.svelte.ts';
import { pageNotes } from './storage/sentinel.ts';
import { saveFile } from './ui/save-file.ts';
import { createChartCompiler } from './workers/chart-compiler.ts';
import type { EngineJobs } from './workers/engine-jobs.ts';
import engineUrl from './workers/engine.worker.ts?worker&url';
import { offerHashes } from './workers/hash-port.ts';
import hashUrl from './workers/hash.worker.ts?worker&url';
import { preloadScreens } from './views/preload.ts';
import { dropPeerConnections } from './workers/lockdown.ts';
import { serviceWorkerUrl, spawnWorker } from './workers/spawn.ts';
import { workerRunner } from './workers/worker-runner.ts';

dropPeerConnections();
const target = document.getElementById('app');
if (target === null) throw new Error('INTERNAL: the page has no #app');

function startEngine(): Worker {
  const engine = spawnWorker(engineUrl, 'engine');
  offerHashes(engine, () => spawnWorker(hashUrl, 'hash'));
  return engine;
}

const outward = new OutwardRequests(window);
const workbook = new Workbook({
  runner: workerRunner<EngineJobs>(startEngine),
  today: dayOfTimestamp(Date.now()),
  locale: navigator.language,
  download: saveFile,
  // Plain http pages have no storage manager to ask.
  persist: async () => 'storage' in navigator && (await navigator.storage.persist()),
  notes: pageNotes(),
});
/** What the build says of itself; a development server says nothing. */
async function buildHashes(): Promise<BuildHashes | undefined> {
  const address = new URL('build-hashes.js', document.baseURI).href;
  const module = (await import(/* @vite-ignore */ address).catch(() => undefined)) as
    { readonly build?: BuildHashes } | undefined;
  return module?.build;
}
const offline = new Offline({
  container: import.meta.env.PROD && 'serviceWorker' in navigator ? navigator.serviceWorker : undefined,
  address: serviceWorkerUrl,
  hashes: buildHashes,
  reload: () => {
    void workbook.flush().finally(() => {
      location.reload();
    });
  },
});
// Whatever nobody waits for fails aloud.
window.addEventListener('unhandledrejection', ({ reason }) => {
  workbook.report(reason);
});
mount(App, {
  target,
  props: {
    route: new Route(window),
    screen: {
      workbook,
      trail: new Trail(),
      format: createFormat(navigator.language),
      compileChart: createChartCompiler(spawnWorker),
      outward,
      offline,
    },
  },
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') void workbook.flush();
});
// A page that sleeps in the browser's cache holds up other tabs, and may lose its database without hearing of it.
window.addEventListener('pagehide', ({ persisted }) => {
  if (persisted) void workbook.session.sleep();
});
window.addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void workbook.session.open();
});
await workbook.session.open();
// A page that can't reach its own files later says so where it matters; here that is no news.
await Promise.allSettled([preloadScreens(), workbook.warmUp()]);
await offline.start();
