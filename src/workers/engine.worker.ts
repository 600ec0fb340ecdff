/** The worker that imports, stores, simulates and exports. */
import { dropNetwork } from './lockdown.ts';
import { engineHost } from './engine-host.ts';
import { exposeHost } from './worker-runner.ts';

dropNetwork();
exposeHost(engineHost());
