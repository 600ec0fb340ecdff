/**
 * The web-standard globals that browsers, workers and Node share: all that the pure folders may use beyond ES2023.
 * Only the members in use are declared. Where the DOM library is loaded too, its declarations come first and win.
 */

interface QueuingStrategyLike {
  highWaterMark?: number;
}

interface ReadableStreamReadResult<T> {
  readonly done: boolean;
  readonly value: T | undefined;
}
interface ReadableStreamDefaultReader<R> {
  read(): Promise<ReadableStreamReadResult<R>>;
  cancel(reason?: unknown): Promise<void>;
  releaseLock(): void;
}
interface ReadableStreamDefaultController<R> {
  enqueue(chunk: R): void;
  close(): void;
  error(reason?: unknown): void;
}
interface ReadableStreamSourceLike<R> {
  start?(controller: ReadableStreamDefaultController<R>): void | Promise<void>;
  pull?(controller: ReadableStreamDefaultController<R>): void | Promise<void>;
  cancel?(reason?: unknown): void | Promise<void>;
}
interface ReadableStream<R> {
  getReader(): ReadableStreamDefaultReader<R>;
  cancel(reason?: unknown): Promise<void>;
}
declare var ReadableStream: {
  new <R>(source?: ReadableStreamSourceLike<R>, strategy?: QueuingStrategyLike): ReadableStream<R>;
};

interface TextDecoder {
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}
declare var TextDecoder: {
  new (label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean }): TextDecoder;
};
interface TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare var TextEncoder: { new (): TextEncoder };

interface Blob {
  readonly size: number;
  stream(): ReadableStream<Uint8Array<ArrayBuffer>>;
  arrayBuffer(): Promise<ArrayBuffer>;
}
declare var Blob: {
  new (parts?: readonly (string | Uint8Array<ArrayBuffer> | Blob)[], options?: { type?: string }): Blob;
};

interface AbortSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
interface AbortController {
  readonly signal: AbortSignal;
  abort(reason?: unknown): void;
}
declare var AbortController: { new (): AbortController };

interface SubtleCrypto {
  digest(algorithm: string, bytes: Uint8Array<ArrayBuffer>): Promise<ArrayBuffer>;
}
interface Crypto {
  /** Absent where the page is not a secure context. */
  readonly subtle: SubtleCrypto;
}
declare var crypto: Crypto;

interface URL {
  /** In lower case, names beyond ASCII as Punycode. */
  readonly hostname: string;
}
declare var URL: { new (url: string): URL };

declare function btoa(bytes: string): string;
declare function setTimeout(callback: () => void, milliseconds?: number): unknown;
declare function structuredClone<T>(value: T): T;
