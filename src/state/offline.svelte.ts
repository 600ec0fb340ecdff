/** Whether the app works without a network, and which build of it is in use. */

/** A build's identity and the SHA-256 of each of its files, as `build-hashes.js` tells them. */
export interface BuildHashes {
  readonly id: string;
  readonly files: readonly { readonly path: string; readonly sha256: string }[];
}

/** `unsupported`: the browser has no service workers for this address. `none`: a development server, or a host without sw.js. */
export type OfflineStatus = 'unsupported' | 'starting' | 'ready' | 'none';

/** The builds that the service worker knows: the one that it came with, and the one that pages get. */
interface WorkerState {
  readonly carried: string;
  readonly inUse: string;
}

export interface OfflineOptions {
  /** The browser's service workers; undefined where it has none for this page. */
  readonly container: ServiceWorkerContainer | undefined;
  /** The address of sw.js; called when it is registered. */
  readonly address: () => string;
  /** What to do when another build was taken: save what is not saved, and open the page again. */
  readonly reload: () => void;
  readonly hashes: () => Promise<BuildHashes | undefined>;
}

export class Offline {
  private readonly options: OfflineOptions;
  private registration: ServiceWorkerRegistration | undefined;
  private known: WorkerState | undefined = $state.raw();
  private current: OfflineStatus = $state('starting');
  private listed: BuildHashes | undefined = $state.raw();

  constructor(options: OfflineOptions) {
    this.options = options;
    if (options.container === undefined) this.current = 'unsupported';
  }

  get status(): OfflineStatus {
    return this.current;
  }
  /** The build that pages get from the service worker. */
  get inUse(): string | undefined {
    return this.known?.inUse;
  }
  /** Another build lies ready; it is used only after `update()`. */
  get updateReady(): boolean {
    return this.known !== undefined && this.known.carried !== this.known.inUse;
  }
  /** The hashes of this build's files. */
  get build(): BuildHashes | undefined {
    return this.listed;
  }

  /** Registers the service worker and follows what becomes of it. Failing is no error: the app works without. */
  async start(): Promise<void> {
    this.listed = await this.options.hashes();
    const { container } = this.options;
    if (container === undefined) return;
    container.addEventListener('message', ({ data }) => {
      if (data === 'termwise-reload') this.options.reload();
    });
    const registration = await this.register(container);
    this.registration = registration;
    if (!registration) {
      this.current = 'none';
      return;
    }
    registration.addEventListener('updatefound', () => {
      const { installing } = registration;
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'activated') this.ask();
      });
    });
    await container.ready;
    this.ask();
  }

  /** Undefined where there is no sw.js, or where the browser was told to block service workers. */
  private async register(container: ServiceWorkerContainer): Promise<ServiceWorkerRegistration | undefined> {
    try {
      return await container.register(this.options.address(), { updateViaCache: 'none' });
    } catch {
      return undefined;
    }
  }

  /** Takes the build that lies ready: every tab opens again with it. */
  update(): void {
    this.registration?.active?.postMessage('termwise-update');
  }

  private ask(): void {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<WorkerState>) => {
      this.known = data;
      this.current = 'ready';
      port1.close();
    };
    this.registration?.active?.postMessage('termwise-state', [port2]);
  }
}
