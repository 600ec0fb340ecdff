/** Words about drops of files while they are read and stored. */
export const importsText = {
  reading: (files: number) => (files === 1 ? 'Reading 1 file' : `Reading ${String(files)} files`),
  /** Megabytes of the files, rows of the one at hand (once there are some), and what is special about this pass. */
  read: (done: string, total: string, rows: string | undefined, pass: 'reading' | 'reading-again' | 'hashing') =>
    [
      `${done} of ${total} MB`,
      ...(rows === undefined ? [] : [`${rows} rows`]),
      ...(pass === 'reading-again' ? ['reading once more, in the way its cells ask for'] : []),
      ...(pass === 'hashing' ? ['taking the file’s fingerprint (SHA-256)'] : []),
    ].join(' · '),
  storing: (done: string, total: string) => `storing row ${done} of ${total}`,
  notKept: (file: string) =>
    `The browser does not keep ${file}, since it is large. To change its repairs, open its details in Files and choose the file again.`,
  sampleName: 'Sample portfolio',
} as const;
