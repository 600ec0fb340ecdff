/** Counts what the page tried to load from or send to another origin; the policy stops it, this makes it visible. */

/** What the counter listens to; in the app it is the window. */
type Watched = Pick<Window, 'addEventListener' | 'location'>;

export class OutwardRequests {
  private tried: number = $state(0);

  constructor(window: Watched) {
    window.addEventListener('securitypolicyviolation', (event) => {
      if (isElsewhere(event.blockedURI, window.location.origin)) this.tried++;
    });
    new PerformanceObserver((list) => {
      for (const { name } of list.getEntries()) if (isElsewhere(name, window.location.origin)) this.tried++;
    }).observe({ type: 'resource', buffered: true });
  }

  get count(): number {
    return this.tried;
  }
}

function isElsewhere(uri: string, origin: string): boolean {
  return /^(https?|wss?):/.test(uri) && !uri.startsWith(`${origin}/`);
}
