/** A worker that drops its network functions first, as ours do, and then loads a module that it needs. */
import { dropNetwork } from '../../../../src/workers/lockdown.ts';
import { workingEvaluators } from './evaluators.ts';

dropNetwork();
const names = ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection', 'Worker'];
const scope = globalThis as unknown as Readonly<Record<string, unknown>>;
const networkFunctions = [...names, 'importScripts', 'caches'].filter((name) => scope[name] !== undefined);
const { lazyModule } = await import('./lazy.ts');
postMessage({ evaluators: workingEvaluators(), lazyModule, networkFunctions });
