/** What a file is that holds no table, and what is read instead; parts of the message that it is not recognised. */

export const binaryKinds = {
  pdf: 'binary data, a PDF document',
  png: 'binary data, a PNG picture',
  jpeg: 'binary data, a JPEG picture',
  gif: 'binary data, a GIF picture',
  exe: 'binary data, a program for Windows',
  binary: 'binary data',
} as const;

export type BinaryKind = keyof typeof binaryKinds;

/** The kinds of files that are read. */
export const readableFiles = 'CSV, XLSX or JSON, also in gz or zip';
