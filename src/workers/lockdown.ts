/**
 * Takes away the functions that reach the network: the second wall behind the Content-Security-Policy.
 *
 * Modules still load, `import()` included: that is the policy's to guard, and no script can drop it.
 */

const networkFunctions = [
  'fetch',
  'fetchLater',
  'XMLHttpRequest',
  'WebSocket',
  'WebSocketStream',
  'EventSource',
  'WebTransport',
  'importScripts',
  'Worker',
  'SharedWorker',
  // These fetch too: Cache.add, FontFace.load, BackgroundFetchManager.fetch.
  'caches',
  'FontFace',
  'BackgroundFetchManager',
] as const;

/** The policy has no say over these in any browser today: they reach other machines even under `connect-src 'none'`. */
const peerFunctions = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'RTCIceTransport'] as const;

/** Removes a property from an object and its prototypes, and keeps anyone from putting it back. */
function remove(target: object, name: string): void {
  for (let owner: object | null = target; owner !== null; owner = Reflect.getPrototypeOf(owner)) {
    Reflect.deleteProperty(owner, name);
  }
  Reflect.defineProperty(target, name, { value: undefined, writable: false, configurable: false, enumerable: false });
}

/** Leaves a worker without network functions. Call it first, before any data arrives; a second call changes nothing. */
export function dropNetwork(): void {
  for (const name of [...networkFunctions, ...peerFunctions]) remove(globalThis, name);
  remove(navigator, 'sendBeacon');
}

/** Leaves a page without peer connections, the one network function that its policy can't block. Call it at the start. */
export function dropPeerConnections(): void {
  for (const name of peerFunctions) remove(globalThis, name);
}
