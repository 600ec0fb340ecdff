import { commonChannels, settled, type Channel } from './channels.ts';

/** Adds an element that loads something, and settles when it has or was refused. */
function load(tag: string, attributes: Readonly<Record<string, string>>): Promise<void> {
  const element = document.createElement(tag);
  const done = settled(element, 'load', 'loadeddata');
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.body.append(element);
  return done;
}

/** The ways out of a page. Navigation (a link, a popup, `location`) and WebRTC are not among them: no policy blocks those. */
export const pageChannels: Readonly<Record<string, Channel>> = {
  ...commonChannels,
  beacon: (host) => navigator.sendBeacon(`http://${host}/`, 'x'),
  image: (host) => load('img', { src: `http://${host}/x.png` }),
  stylesheet: (host) => load('link', { rel: 'stylesheet', href: `http://${host}/x.css` }),
  script: (host) => load('script', { src: `http://${host}/x.js` }),
  frame: (host) => load('iframe', { src: `http://${host}/` }),
  object: (host) => load('object', { data: `http://${host}/` }),
  embed: (host) => load('embed', { src: `http://${host}/` }),
  audio: (host) => load('audio', { src: `http://${host}/x.mp3`, preload: 'auto' }),
  video: (host) => load('video', { src: `http://${host}/x.mp4`, preload: 'auto' }),
  prefetch: (host) => load('link', { rel: 'prefetch', href: `http://${host}/` }),
  modulepreload: (host) => load('link', { rel: 'modulepreload', href: `http://${host}/x.js` }),
  manifest: (host) => load('link', { rel: 'manifest', href: `http://${host}/` }),
  background: (host) => {
    document.body.style.backgroundImage = `url(http://${host}/x.png)`;
  },
  form: async (host) => {
    const frame = document.createElement('iframe');
    frame.name = 'form-target';
    const form = document.createElement('form');
    Object.assign(form, { action: `http://${host}/`, method: 'post', target: frame.name });
    document.body.append(frame, form);
    form.submit();
    await settled(frame, 'load');
  },
};
