/** Fetches the screens and dialogs before they are wanted: the page works on when its server or the network is gone. */
import { SCREENS } from './screens.ts';

export async function preloadScreens(): Promise<void> {
  for (const screen of SCREENS) await screen.load();
  await import('./trail/TrailBar.svelte');
  await import('./questions/Questions.svelte');
  await import('./first/CheckDialog.svelte');
  await import('./first/TrapsDialog.svelte');
}
