/** Words about drops of files while they are read and stored. */
export const importsText = {
  reading: (files: number) => (files === 1 ? 'Reading 1 file' : `Reading ${String(files)} files`),
  /** Megabytes of the files, and rows of the one at hand. */
  read: (done: string, total: string, rows: string, again: boolean) =>
    `${done} of ${total} MB · ${rows} rows${again ? ' · reading once more, in the way its cells ask for' : ''}`,
  storing: (done: string, total: string) => `storing row ${done} of ${total}`,
  sampleName: 'Sample portfolio',
} as const;
