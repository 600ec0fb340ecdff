/** The worker that imports, stores, simulates and exports. */
import { dropNetwork } from './lockdown.ts';
import { Engine } from './engine.ts';
import { engineHost } from './engine-host.ts';
import { awaitHashPort } from './hash-port.ts';
import { exposeHost } from './worker-runner.ts';

dropNetwork();
exposeHost(engineHost(new Engine(), awaitHashPort(globalThis)));
