/** Words that parts of every screen show or speak: buttons, states, progress, dropping files. */

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3600;

export const commonText = {
  close: 'Close',
  cancel: 'Cancel',
  /** Name of the button that takes one chip away. */
  remove: (what: string) => `Remove ${what}`,
  notice: { info: 'Note', success: 'Done', warning: 'Warning', error: 'Error' },
  drop: {
    title: 'Drop files here',
    choose: 'Choose files…',
    release: 'Release to add these files',
    unreadable: 'The browser could not read what was dropped. Choose the files with the button instead.',
  },
  progress: {
    percent: (percent: number) => `${String(percent)} %`,
    /** Rounded, because an estimate to the second only unsettles. */
    left: (seconds: number) => {
      if (seconds < SECONDS_PER_MINUTE) return `about ${String(Math.max(1, Math.round(seconds)))} s left`;
      if (seconds < SECONDS_PER_HOUR) return `about ${String(Math.round(seconds / SECONDS_PER_MINUTE))} min left`;
      return `about ${String(Math.round(seconds / SECONDS_PER_HOUR))} h left`;
    },
    /** What a screen reader hears, at most every five seconds. */
    spoken: (label: string, percent: number) => `${label}, ${String(percent)} percent`,
  },
  table: {
    empty: 'Nothing to show.',
  },
} as const;
