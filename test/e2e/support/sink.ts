import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * A proxy outside the browser that every connection to another origin must pass, and that lets none through.
 *
 * It sees HTTP(S), WebSocket and preconnects, whoever in the browser starts them (page, worker, the browser itself).
 * It can't see what goes past a proxy: UDP, and so WebRTC's STUN; host names are looked up nowhere (fixtures.ts).
 */
export interface Sink {
  /** The proxy's address for the browser. */
  readonly proxy: string;
  /** What tried to leave since the last `clear`: `GET http://host/path`, or `CONNECT host:port`. */
  readonly seen: () => readonly string[];
  readonly clear: () => void;
  readonly close: () => Promise<void>;
}

/** Starts a sink on a free port of the loopback address. */
export async function startSink(): Promise<Sink> {
  const entries: string[] = [];
  const server = createServer((request, response) => {
    entries.push(`${request.method ?? ''} ${request.url ?? ''}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }).end('sunk');
  });
  server.on('connect', (request, socket) => {
    entries.push(`CONNECT ${request.url ?? ''}`);
    socket.end('HTTP/1.1 502 Sunk\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    proxy: `http://127.0.0.1:${port}`,
    seen: () => [...entries],
    clear: () => {
      entries.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
