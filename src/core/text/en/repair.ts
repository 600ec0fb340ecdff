/** Words of the repair screens: what happened to the stored data, what is left, and the ways on. */

const files = (count: number): string => (count === 1 ? '1 file' : `${String(count)} files`);

export interface RepairWords {
  readonly title: string;
  /** What happened, in plain words. */
  readonly what: string;
  /** What is still there. */
  readonly left: string;
}

const nothingLeft = 'Nothing of it is left in this browser. The files on your disk are as they were.';

export const repairText = {
  /** Data that is not there although it was stored. */
  losses: {
    'data-gone': (count: number, evictable: boolean): RepairWords => ({
      title: evictable ? 'The browser has removed your data' : 'Your data is gone',
      what: evictable
        ? `This browser held ${files(count)}. Its whole database was deleted, most likely by the browser itself: it never promised to keep the data, and makes room when its disk runs full or a page was not visited for long. A cleaning tool does the same.`
        : `This browser held ${files(count)} and had promised to keep them. Its whole database was deleted all the same, by a cleaning tool or by hand.`,
      left: nothingLeft,
    }),
    'data-corrupt': (count: number): RepairWords => ({
      title: 'The stored data was damaged, and the browser threw it away',
      what: `This browser held ${files(count)}. What it read from its disk was not what had been written (a wrong checksum, as after a disk error), so it began an empty database in place of the damaged one.`,
      left: nothingLeft,
    }),
    'pointer-corrupt': (count: number): RepairWords => ({
      title: 'The browser lost the way to its stored data, and threw it away',
      what: `This browser held ${files(count)}. The small file that says which parts belong to its database was garbage (as after a crash or a disk error), so it began an empty database.`,
      left: nothingLeft,
    }),
    'data-emptied': (count: number): RepairWords => ({
      title: 'The database opens, but the data in it is gone',
      what: `This browser held ${files(count)}. Its database is still the same one, but the last part of it was cut off (as after a crash or a full disk), and all files stood there.`,
      left: nothingLeft,
    }),
    'datasets-missing': (count: number): RepairWords => ({
      title: count === 1 ? '1 stored file is missing' : `${String(count)} stored files are missing`,
      what: 'The last part of the browser’s database was cut off, as after a crash or a full disk.',
      left: 'The other files are whole and can be used.',
    }),
  },
  /** A store that cannot be opened, or was taken away. */
  failures: {
    'cannot-open': (reason: string): RepairWords => ({
      title: 'The browser cannot open its stored data',
      what: `A file that the browser needs to find its way in the database is missing or cannot be read (${reason}).`,
      left: 'The data may still be on the disk. Restart the browser and try again before you give it up: nothing is deleted unless you say so.',
    }),
    'data-cleared': (): RepairWords => ({
      title: 'The stored data was cleared while this page was open',
      what: 'Someone cleared the site data of this page, by hand or with a tool, or the browser made room on its disk.',
      left: 'Results can still be exported from the menu above until you leave this page.',
    }),
    'newer-tab': (): RepairWords => ({
      title: 'A newer Termwise is open in another tab',
      what: 'It has taken over the stored data. This older page stores nothing any more, so that nothing new is lost.',
      left: 'Everything is there. Reload this page to go on with the newer version.',
    }),
    'unavailable': (): RepairWords => ({
      title: 'This window may not store data',
      what: 'Some private windows, and browsers whose site data is blocked, keep nothing.',
      left: 'Nothing was lost. Open Termwise in a normal window, or allow site data for this page.',
    }),
    'other': (text: string): RepairWords => ({ title: 'The stored workbook could not be opened', what: text, left: '' }),
  },
  leftTitle: 'What is still there',
  waysTitle: 'Ways on',
  tryAgain: 'Try again',
  openAgain: 'Open again',
  reload: 'Reload the page',
  restore: 'Restore a backup…',
  readAgain: 'Read the original files again…',
  startAnew: 'Delete everything and start anew…',
  goOn: 'Go on without them…',
  /** Caption of the list of what was stored. */
  files: 'What was stored',
  columns: { file: 'File', kind: 'What it is', size: 'Size' },
  lastBackup: (age: string) => `The last backup was made ${age}.`,
  noBackup: 'No backup was made in this browser.',
  confirm: {
    startAnew: {
      title: 'Delete what is stored and start anew?',
      body: 'Whatever the browser still holds for this page is given up: files, scenario and settings. The files on your disk stay as they are. This cannot be undone.',
      confirm: 'Delete and start anew',
    },
    goOn: {
      title: 'Go on without what is missing?',
      body: 'Termwise stops asking for the missing files. They can be imported again at any time.',
      confirm: 'Go on without them',
    },
  },
  cannotDelete:
    'The browser can neither open nor delete its stored data, and knows no other place for it. Clear the site data of this page in the browser’s settings, then reload the page.',
  missing: {
    action: 'Choose the files again…',
    list: (names: string, more: number) => (more === 0 ? names : `${names} and ${String(more)} more`),
  },
} as const; // prettier-ignore
