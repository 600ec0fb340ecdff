/** Which screen is open: the part of the address behind `#/`. Links are plain links, so the browser's back button works. */

export class Route {
  private name: string = $state('');

  /** Follows the address until the page closes. */
  constructor(window: Pick<Window, 'addEventListener' | 'location'>) {
    const read = (): void => {
      this.name = window.location.hash.replace(/^#\/?/, '');
    };
    read();
    window.addEventListener('hashchange', read);
  }

  get screen(): string {
    return this.name;
  }
}

/** The link to a screen. */
export function screenLink(name: string): string {
  return `#/${name}`;
}
