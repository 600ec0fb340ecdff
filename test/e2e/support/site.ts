import { fileURLToPath } from 'node:url';
import { headers, metaPolicy } from '../../../bin/headers.mjs';
import { serve } from '../../../bin/serve.mjs';
import { probeFolder } from './build-probe.ts';

/** The addresses that tests open, all below sub-paths of one origin. */
export interface Site {
  readonly origin: string;
  /** The built app under the production headers. */
  readonly app: string;
  /** The built app from a host that sends no headers: only its meta policy protects it. */
  readonly appMetaOnly: string;
  /** The built app under the production headers, with the probe added to its page as a script of our own origin. */
  readonly appProbed: string;
  /** As `appProbed`, from a host that sends no headers. */
  readonly appMetaOnlyProbed: string;
  /** The probe's pages (`page.html`, `worker.html`) protected by headers alone, by the meta policy alone, by nothing. */
  readonly probe: { readonly headers: string; readonly meta: string; readonly open: string };
  readonly close: () => Promise<void>;
}

const dist = fileURLToPath(new URL('../../../dist', import.meta.url));

function withoutMetaPolicy(html: string): string {
  if (!html.includes(metaPolicy)) throw new Error('INTERNAL: the page was built without its policy');
  return html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, '');
}

function withProbe(html: string): string {
  return html.replace('</body>', '<script type="module" src="/probe/headers/page.js"></script></body>');
}

/** Serves the built app and the probe on a free port of the loopback address. */
export async function startSite(): Promise<Site> {
  const server = await serve(
    [
      { root: dist, base: '/partner/termwise/', headers },
      { root: dist, base: '/meta/termwise/', headers: {} },
      { root: dist, base: '/probed/termwise/', headers, transformHtml: withProbe },
      { root: dist, base: '/meta-probed/termwise/', headers: {}, transformHtml: withProbe },
      { root: probeFolder, base: '/probe/headers/', headers, transformHtml: withoutMetaPolicy },
      { root: probeFolder, base: '/probe/meta/', headers: {} },
      { root: probeFolder, base: '/probe/open/', headers: {}, transformHtml: withoutMetaPolicy },
    ],
    0,
  );
  const at = (path: string): string => `${server.origin}/${path}/`;
  return {
    origin: server.origin,
    app: at('partner/termwise'),
    appMetaOnly: at('meta/termwise'),
    appProbed: at('probed/termwise'),
    appMetaOnlyProbed: at('meta-probed/termwise'),
    probe: { headers: at('probe/headers'), meta: at('probe/meta'), open: at('probe/open') },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
