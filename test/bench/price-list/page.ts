import type { Race } from './race.worker.ts';

declare global {
  interface Window {
    runRace: () => Promise<Race>;
  }
}

window.runRace = () =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL('race.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<Race>) => {
      resolve(data);
    };
    worker.onerror = ({ message }) => {
      reject(new Error(message));
    };
  });
