/** The handlers of the jobs that open, follow, back up and delete the store. */
import { deleteStore } from '../storage/open-store.ts';
import { backupFacts } from './backup-facts.ts';
import type { EngineJobs } from './engine-jobs.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';
import { watchStore } from './watch-store.ts';

type StoreJobs = Pick<
  JobHost<EngineJobs>,
  | 'open'
  | 'close'
  | 'deleteStore'
  | 'document'
  | 'takeOver'
  | 'standUp'
  | 'watch'
  | 'backup'
  | 'checkBackup'
  | 'restore'
  | 'saveDocument'
  | 'history'
>;

export function storeJobs(engine: Engine): StoreJobs {
  return {
    open: (request, { report }) =>
      engine.open({
        place: request?.place,
        onBlocked: (waiting) => {
          report({ waiting });
        },
      }),
    close: async () => {
      await engine.close();
      return undefined;
    },
    deleteStore: async ({ place }) => {
      await engine.close();
      const result = await deleteStore(undefined, place);
      return result.ok ? undefined : result.error;
    },
    document: async () => (await engine.ready()).document(),
    takeOver: async () => ((await (await engine.ready()).store.tabs.takeOver()) ? undefined : { kind: 'writer-busy' }),
    standUp: async () => {
      await engine.ready();
      // Behind all changes that have been asked for.
      await engine.alone(() => {
        engine.store.tabs.standUp();
        return Promise.resolve();
      });
      return undefined;
    },
    watch: async (_, { signal, report }) => {
      await watchStore(await engine.ready(), signal, report);
      return undefined;
    },
    backup: async (_, { signal, report }) => {
      const { store } = await engine.ready();
      const result = await store.backup({ signal, onProgress: report });
      return result.ok ? result.value : result.error;
    },
    checkBackup: async ({ file }, { signal, report }) => backupFacts(file, { signal, onProgress: report }),
    restore: async ({ file }, { signal, report }) =>
      (await engine.ready()).restore(file, { signal, onProgress: report }),
    history: async () => {
      const history = await (await engine.ready()).store.readHistory();
      return history.ok ? history.value : { position: 0, steps: [] };
    },
    saveDocument: async ({ document, history }) => {
      const result = await (await engine.ready()).store.writeDocument(document, history);
      return result.ok ? undefined : result.error;
    },
  };
}
