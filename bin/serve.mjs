// A static file server without dependencies: what `npm start` and the end-to-end tests serve the built app with.
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

/**
 * Media types by the end of a name.
 * @type {Readonly<Record<string, string>>}
 */
export const mediaTypes = {
  '.css': 'text/css; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

/**
 * A folder served under a path, every response with the same headers.
 * @typedef {object} Mount
 * @property {string} root the folder
 * @property {string} base the path it appears under, with a slash at both ends
 * @property {Readonly<Record<string, string>>} headers
 * @property {(html: string) => string} [transformHtml] changes pages on their way out (tests only)
 */

/**
 * The file that a request means, or undefined for what is not there or lies outside the folder.
 * @param {Mount} mount
 * @param {string} pathname decoded
 * @returns {string | undefined}
 */
function findFile(mount, pathname) {
  const root = resolve(mount.root);
  const path = join(root, pathname.slice(mount.base.length));
  if (path !== root && !path.startsWith(root + sep)) return undefined;
  const file = pathname.endsWith('/') ? join(path, 'index.html') : path;
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined;
}

/** @param {string | undefined} url */
function decodePath(url) {
  try {
    return decodeURIComponent(new URL(url ?? '/', 'http://localhost').pathname);
  } catch {
    return undefined;
  }
}

/** @param {import('node:fs').ReadStream} stream */
async function readAll(stream) {
  let text = '';
  for await (const chunk of stream.setEncoding('utf8')) text += String(chunk);
  return text;
}

/**
 * Answers one request from the first mount whose path it lies under.
 * @param {readonly Mount[]} mounts
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(mounts, request, response) {
  const pathname = decodePath(request.url);
  const mount = mounts.find(({ base }) => pathname?.startsWith(base));
  const file = mount && pathname !== undefined ? findFile(mount, pathname) : undefined;
  const common = { ...mount?.headers, 'Cache-Control': 'no-cache' };
  if (mount === undefined || file === undefined) {
    response.writeHead(404, { ...common, 'Content-Type': 'text/plain; charset=utf-8' }).end('Not found\n');
    return;
  }
  const type = mediaTypes[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { ...common, 'Content-Type': type });
  if (request.method === 'HEAD') response.end();
  else if (mount.transformHtml && extname(file) === '.html')
    response.end(mount.transformHtml(await readAll(createReadStream(file))));
  else createReadStream(file).pipe(response);
}

/**
 * Serves folders on the loopback address only.
 * @param {readonly Mount[]} mounts
 * @param {number} port 0 for any free one; otherwise the next free one from there on
 * @returns {Promise<import('node:http').Server & { readonly origin: string }>}
 */
export function serve(mounts, port) {
  const server = createServer((request, response) => {
    answer(mounts, request, response).catch((/** @type {unknown} */ error) => {
      console.error(error);
      response.destroy();
    });
  });
  return new Promise((done, fail) => {
    let next = port;
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE' && next < port + 100) server.listen(++next, '127.0.0.1');
      else fail(error);
    });
    server.on('listening', () => {
      const address = server.address();
      const actual = typeof address === 'object' && address ? address.port : next;
      done(Object.assign(server, { origin: `http://127.0.0.1:${String(actual)}` }));
    });
    server.listen(next, '127.0.0.1');
  });
}
