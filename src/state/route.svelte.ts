/** Which screen is open: the part of the address behind `#/`. Links are plain links, so the browser's back button works. */

/** An address: the screen, a part of it, and a place in that part; empty where none is named. */
export interface Address {
  readonly screen: string;
  readonly part: string;
  readonly place: string;
}

export class Route {
  private name: string = $state('');

  /** Follows the address until the page closes. */
  constructor(window: Pick<Window, 'addEventListener' | 'location'>) {
    const read = (): void => {
      this.name = addressOf(window.location.hash).screen;
    };
    read();
    window.addEventListener('hashchange', read);
  }

  get screen(): string {
    return this.name;
  }
}

/** The address in what stands behind the page's own: `#/obligations/rules/R-137`. */
export function addressOf(hash: string): Address {
  const [screen = '', part = '', place = ''] = hash.replace(/^#\/?/, '').split('/');
  return { screen, part, place };
}

/** The link to a screen, to a part of it, or to a place in that part. */
export function screenLink(...names: readonly [screen: string, part?: string, place?: string]): string {
  return `#/${names.filter((name) => name !== undefined).join('/')}`;
}
