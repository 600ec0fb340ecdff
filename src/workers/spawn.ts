/**
 * Starts module workers so that they stand under the page's Content-Security-Policy on every kind of host.
 *
 * A worker started from a URL obeys only the headers of its own file; where a host sends none it would be free to call
 * anywhere. A worker started from a blob inherits the page's policy, `<meta>` included, so each worker begins as a blob of
 * one line that imports the real module.
 */

/** What we use of the browser's Trusted Types; TypeScript's own library doesn't name them yet. */
interface ScriptUrlPolicy {
  readonly createScriptURL: (url: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: ScriptUrlPolicy) => ScriptUrlPolicy;
}

/** The bootstrap blob of each worker module, made once: by the module's absolute URL. */
const bootstraps = new Map<string, string>();

/** Lets through only the bootstraps made here and the service worker; created on first use, as a second policy of this name is refused. */
let policy: ScriptUrlPolicy | undefined;

function serviceWorkerAddress(): string {
  return new URL('sw.js', document.baseURI).href;
}

function ownScript(url: string): string {
  if ([...bootstraps.values()].includes(url) || url === serviceWorkerAddress()) return url;
  throw new Error(`INTERNAL: ${url} is no script of ours`);
}

function scriptUrlPolicy(): ScriptUrlPolicy {
  const rules = { createScriptURL: ownScript };
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return trustedTypes?.createPolicy('app-worker', rules) ?? rules;
}

function bootstrapFor(moduleUrl: string): string {
  const known = bootstraps.get(moduleUrl);
  if (known !== undefined) return known;
  const source = `import ${JSON.stringify(moduleUrl)};`;
  const bootstrap = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  bootstraps.set(moduleUrl, bootstrap);
  return bootstrap;
}

/**
 * Starts the worker module at `url` (from `import url from './x.worker.ts?worker&url'`) under the page's policy.
 * @param name shown in the browser's developer tools
 * @throws INTERNAL: if `url` belongs to another origin
 */
export function spawnWorker(url: string, name: string): Worker {
  const moduleUrl = new URL(url, document.baseURI);
  if (moduleUrl.origin !== location.origin) throw new Error(`INTERNAL: worker ${name} is not from our own origin`);
  policy ??= scriptUrlPolicy();
  return new Worker(policy.createScriptURL(bootstrapFor(moduleUrl.href)), { type: 'module', name });
}

/** The address of the app's service worker, in the form that `register` asks for under trusted types. */
export function serviceWorkerUrl(): string {
  policy ??= scriptUrlPolicy();
  return policy.createScriptURL(serviceWorkerAddress());
}
