// The service worker: what it does, as one function that the build writes into sw.js together with the build's files.

/**
 * @typedef {object} ServiceEvent
 * @property {(work: Promise<unknown>) => void} waitUntil
 * @property {(answer: Promise<Response>) => void} respondWith
 * @property {Request} request
 * @property {unknown} data
 * @property {readonly { postMessage: (message: unknown) => void }[]} ports
 */

/**
 * What is used of a service worker's global object.
 * @typedef {object} Scope
 * @property {CacheStorage} caches
 * @property {{ readonly scope: string }} registration
 * @property {{ matchAll: () => Promise<readonly { postMessage: (message: unknown) => void }[]> }} clients
 * @property {() => Promise<void>} skipWaiting
 * @property {(type: string, listener: (event: ServiceEvent) => void) => void} addEventListener
 */

/**
 * A whole build: its identity and every file with its media type, by its path.
 * @typedef {object} CarriedBuild
 * @property {string} id
 * @property {Readonly<Record<string, string>>} headers
 * @property {Readonly<Record<string, { readonly type: string, readonly packed: string }>>} files by zlib, in base64
 */

/**
 * Serves exactly one build's files, and another one only when a page asks for it. It never connects to anything: the
 * files came with it. Must not use anything from outside the function, as it is written out as text.
 * @param {Scope} scope
 * @param {CarriedBuild} build
 */
export function runServiceWorker(scope, build) {
  const base = scope.registration.scope;
  const prefix = `termwise ${base} `;
  const stateName = `${prefix}state`;
  const marker = `${base}build-in-use`;

  /** @param {string} path */
  function carried(path) {
    const file = Object.hasOwn(build.files, path) ? build.files[path] : undefined;
    if (file === undefined) return new Response('Not found\n', { status: 404 });
    const packed = Uint8Array.from(atob(file.packed), (character) => character.charCodeAt(0));
    const body = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(body, { headers: { ...build.headers, 'Content-Type': file.type } });
  }
  async function storedId() {
    const found = await (await scope.caches.open(stateName)).match(marker);
    const id = await found?.text();
    return id !== undefined && (await scope.caches.has(prefix + id)) ? id : undefined;
  }
  /**
   * Makes a stored build the one that pages get; keeps besides only the one that this worker carries.
   * @param {string} id
   */
  async function use(id) {
    await (await scope.caches.open(stateName)).put(marker, new Response(id));
    const kept = [stateName, prefix + id, prefix + build.id];
    const names = (await scope.caches.keys()).filter((name) => name.startsWith(prefix) && !kept.includes(name));
    await Promise.all(names.map((name) => scope.caches.delete(name)));
  }
  async function install() {
    const cache = await scope.caches.open(prefix + build.id);
    await Promise.all(Object.keys(build.files).map((path) => cache.put(base + path, carried(path))));
    await use((await storedId()) ?? build.id);
    // Nothing changes for pages by that: they get the build in use until one of them asks for another.
    await scope.skipWaiting();
  }
  /** @param {string} path */
  async function answer(path) {
    const used = await storedId();
    if (used === undefined || used === build.id) return carried(path);
    const cache = await scope.caches.open(prefix + used);
    return (await cache.match(base + path)) ?? new Response('Not found\n', { status: 404 });
  }
  /**
   * The path of a file of a build; undefined for everything else, which is none of our business.
   * @param {Request} request
   */
  function pathOf(request) {
    const { href, pathname } = new URL(request.url);
    if (request.method !== 'GET' || !href.startsWith(base)) return undefined;
    const path = decodeURIComponent(pathname.slice(new URL(base).pathname.length)) || 'index.html';
    return path.startsWith('assets/') || Object.hasOwn(build.files, path) ? path : undefined;
  }
  async function update() {
    await use(build.id);
    for (const client of await scope.clients.matchAll()) client.postMessage('termwise-reload');
  }

  /** @param {ServiceEvent} event */
  async function hear({ data, ports: [port] }) {
    if (data === 'termwise-update') await update();
    port?.postMessage({ carried: build.id, inUse: (await storedId()) ?? build.id });
  }

  scope.addEventListener('install', (event) => {
    event.waitUntil(install());
  });
  scope.addEventListener('fetch', (event) => {
    const path = pathOf(event.request);
    if (path !== undefined) event.respondWith(answer(path));
  });
  scope.addEventListener('message', (event) => {
    event.waitUntil(hear(event));
  });
}

/** Functions that reach the network; a worker that needs none of them has none. */
const networkFunctions = ['fetch', 'WebSocket', 'EventSource', 'WebTransport', 'importScripts', 'XMLHttpRequest'];

/**
 * The text of sw.js.
 * @param {CarriedBuild} build
 */
export function serviceWorkerText(build) {
  return [
    `for (const name of ${JSON.stringify(networkFunctions)})`,
    '  Object.defineProperty(self, name, { value: undefined, writable: false, configurable: false });',
    `(${runServiceWorker.toString()})(self, ${JSON.stringify(build)});`,
    '',
  ].join('\n');
}
