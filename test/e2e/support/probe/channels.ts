/** One way out: tries to reach the host, and settles when it is done or was refused. */
export type Channel = (host: string) => unknown;

/** Settles on the first of the events that an object announces. */
export function settled(target: EventTarget, ...events: readonly string[]): Promise<void> {
  return new Promise((resolve) => {
    for (const event of [...events, 'error']) {
      target.addEventListener(event, () => {
        resolve();
      });
    }
  });
}

/** The ways out that pages and workers share. */
export const commonChannels: Readonly<Record<string, Channel>> = {
  fetch: (host) => fetch(`http://${host}/`),
  xhr: (host) => {
    const request = new XMLHttpRequest();
    request.open('POST', `http://${host}/`);
    request.send('x');
    return settled(request, 'load');
  },
  websocket: (host) => settled(new WebSocket(`ws://${host}/`), 'open'),
  eventsource: (host) => settled(new EventSource(`http://${host}/`), 'open'),
  import: (host) => import(/* @vite-ignore */ `http://${host}/x.js`),
  cache: async (host) => (await caches.open('probe')).add(`http://${host}/`),
  font: (host) => new FontFace('probe', `url(http://${host}/x.woff2)`).load(),
};

const longestWait = 1000;

/** Tries each channel towards a host of its own below sink.example, and waits until all are done or 1 s has gone. */
export async function tryChannels(channels: Readonly<Record<string, Channel>>): Promise<void> {
  const attempts = Object.entries(channels).map(([name, channel]) =>
    Promise.resolve(`${name}.sink.example`).then(channel),
  );
  const timeout = new Promise((resolve) => setTimeout(resolve, longestWait));
  await Promise.race([Promise.allSettled(attempts), timeout]);
}
