/**
 * Hashes for the engine, taken in a worker beside it. The engine can start no worker (`dropNetwork`), so it asks through a port
 * to the page, which starts the worker with the first request and ends it when nothing is asked for any more.
 */

export interface HashRequest {
  readonly id: number;
  readonly blob: Blob;
}

export interface HashAnswer {
  readonly id: number;
  /** Undefined: the file could not be read, or the worker died. */
  readonly sha256: string | undefined;
}

/** The message that brings the engine its port. */
export interface HashPortMessage {
  readonly hashPort: MessagePort;
}

/** Gives a file's SHA-256 in lower-case hex; rejects when it could not be taken. */
export type HashElsewhere = (blob: Blob) => Promise<string>;

/** The page's side: gives a worker the other end of a port on which it may ask. */
export function offerHashes(engine: Worker, startWorker: () => Worker): void {
  const { port1, port2 } = new MessageChannel();
  const open = new Set<number>();
  let worker: Worker | undefined;
  const answered = (answer: HashAnswer): void => {
    open.delete(answer.id);
    port1.postMessage(answer);
    if (open.size > 0) return;
    worker?.terminate();
    worker = undefined;
  };
  const start = (): Worker => {
    const started = startWorker();
    started.addEventListener('message', ({ data }: MessageEvent<HashAnswer>) => {
      answered(data);
    });
    started.addEventListener('error', () => {
      for (const id of [...open]) answered({ id, sha256: undefined });
    });
    return started;
  };
  port1.onmessage = ({ data }: MessageEvent<HashRequest>) => {
    open.add(data.id);
    worker ??= start();
    worker.postMessage(data);
  };
  engine.postMessage({ hashPort: port2 } satisfies HashPortMessage, [port2]);
}

/** The engine's side: waits for the port that the page gives it. Undefined until it is there. */
export function awaitHashPort(scope: Pick<EventTarget, 'addEventListener'>): () => HashElsewhere | undefined {
  let ask: HashElsewhere | undefined;
  scope.addEventListener('message', (event) => {
    const data: unknown = event instanceof MessageEvent ? event.data : undefined;
    if (isHashPortMessage(data)) ask ??= askThrough(data.hashPort);
  });
  return () => ask;
}

function isHashPortMessage(data: unknown): data is HashPortMessage {
  return typeof data === 'object' && data !== null && 'hashPort' in data && data.hashPort instanceof MessagePort;
}

function askThrough(port: MessagePort): HashElsewhere {
  const waiting = new Map<number, (answer: HashAnswer) => void>();
  port.onmessage = ({ data }: MessageEvent<HashAnswer>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  };
  let ids = 0;
  return (blob) =>
    new Promise((resolve, reject) => {
      const id = ++ids;
      waiting.set(id, ({ sha256 }) => {
        if (sha256 === undefined) reject(new Error('INTERNAL: no hash was taken elsewhere'));
        else resolve(sha256);
      });
      port.postMessage({ id, blob } satisfies HashRequest);
    });
}
