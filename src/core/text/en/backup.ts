/** Words about backups of the whole workbook. */

const files = (count: number): string => (count === 1 ? '1 file' : `${String(count)} files`);

export const backupText = {
  make: 'Back up…',
  restore: 'Restore…',
  /** In the export menu. */
  export: 'Backup of the workbook (.termwise)',
  making: 'Making a backup',
  checking: (file: string) => `Checking “${file}”`,
  restoring: (file: string) => `Restoring “${file}”`,
  progress: (done: string, total: string) => `${done} of ${total}`,
  leftOut: (names: string) =>
    `The backup was made without what is damaged: ${names}. Choose these files again on the Files screen, then back up once more.`,
  dialog: {
    title: (file: string) => `Restore “${file}”?`,
    holds: (count: number, size: string, name: string) =>
      `The backup is whole. It holds ${files(count)} of ${size}${name === '' ? '' : `, the workbook “${name}”`}, its scenario and settings.`,
    replaces: (count: number) =>
      `Everything that is open now (${files(count)}, scenario and settings) is replaced by it. This cannot be undone; back up first if you want to return.`,
    nothing: 'Nothing is stored now, so nothing is replaced.',
    givesUp: 'What the browser cannot open is given up.',
    confirm: 'Replace everything',
    backUpFirst: 'Back up first',
  },
  panel: {
    last: 'Last backup',
    never: 'none',
    /** Quiet reminders. */
    since: 'Files came in since the last backup.',
    old: (age: string) => `The last backup was made ${age}.`,
    none: 'There is no backup yet.',
    persistence: 'Kept by the browser',
    persistent: 'until you delete it',
    bestEffort: 'best effort',
    unknown: 'it does not say',
    free: (free: string) => `${free} free`,
    /** Every stored part is compared with its checksum after the start. */
    chunks: 'Chunks checked',
    chunksChecked: (checked: string, total: string) => `${checked} of ${total}`,
    chunksDamaged: (damaged: string) => `${damaged} damaged`,
  },
} as const; // prettier-ignore
