/** Light, dark, or as the system has it: the user's choice, remembered by this browser. */

export const THEMES = ['system', 'light', 'dark'] as const;
export type ThemeName = (typeof THEMES)[number];

/** What remembers the choice; in the app it is the browser's local storage. */
export type ThemeStore = Pick<Storage, 'getItem' | 'setItem'>;

const KEY = 'termwise:theme';

export class Theme {
  private current: ThemeName = $state('system');
  private readonly root: HTMLElement;
  private readonly store: () => ThemeStore;

  /** @param store is asked each time: a browser that keeps nothing throws */
  constructor(root: HTMLElement, store: () => ThemeStore) {
    this.root = root;
    this.store = store;
    this.show(this.remembered());
  }

  get name(): ThemeName {
    return this.current;
  }

  choose(name: ThemeName): void {
    this.show(name);
    try {
      this.store().setItem(KEY, name);
    } catch {
      // The choice holds until the page closes.
    }
  }

  private show(name: ThemeName): void {
    this.current = name;
    if (name === 'system') delete this.root.dataset['theme'];
    else this.root.dataset['theme'] = name;
  }

  private remembered(): ThemeName {
    try {
      const stored = this.store().getItem(KEY);
      return THEMES.find((name) => name === stored) ?? 'system';
    } catch {
      return 'system';
    }
  }
}
