/**
 * How a database came into being. One that is made anew is a first run, or the sign that the old one is gone; Chromium
 * says when it threw the old one away because it could not read it.
 */

export interface Birth {
  /** Why the browser threw an older database away, in its own words; empty when it says nothing of the kind. */
  readonly discarded: string;
}

type Opening = Pick<IDBFactory, 'open' | 'deleteDatabase' | 'databases' | 'cmp'>;

/** The factory, with an ear on every database that it makes anew. */
export function watchedFactory(factory: IDBFactory, onBirth: (birth: Birth) => void): Opening {
  return {
    open: (name, version) => {
      const request = factory.open(name, version);
      request.addEventListener('upgradeneeded', (event) => {
        if (event.oldVersion === 0) onBirth({ discarded: discardedBy(event) });
      });
      return request;
    },
    deleteDatabase: (name) => factory.deleteDatabase(name),
    databases: () => factory.databases(),
    cmp: (first, second) => factory.cmp(first, second),
  };
}

/** Chromium alone knows `dataLoss` (`none` or `total`) and `dataLossMessage`. */
function discardedBy(event: Event): string {
  const { dataLoss, dataLossMessage } = event as { readonly dataLoss?: unknown; readonly dataLossMessage?: unknown };
  if (dataLoss !== 'total') return '';
  return typeof dataLossMessage === 'string' && dataLossMessage !== '' ? dataLossMessage : 'total';
}
