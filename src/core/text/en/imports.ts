/** Words about drops of files while they are read and stored. */
export const importsText = {
  reading: (files: number) => (files === 1 ? 'Reading 1 file' : `Reading ${String(files)} files`),
  rows: (file: string, rows: number) => `${file}, ${String(rows)} rows`,
  storing: (done: number, total: number) => `Storing row ${String(done)} of ${String(total)}`,
  sampleName: 'Sample portfolio',
} as const;
