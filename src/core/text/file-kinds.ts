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

/** JSON that is recognised but not imported. */
export const namedDocuments = {
  invoices: 'invoices or their summaries (the lines of an invoice are what can be imported)',
  eligibility: 'an answer to whether promotions may be used',
  signStatus: 'the answer to whether a customer has signed the agreement directly',
  catalogue: 'the catalogue of the Insights datasets, without their rows',
  exportSchema: 'the description of an export’s columns',
  operation: 'the state of an export that is not finished',
  results: 'results that Termwise wrote (they come from the files they were made from)',
  inspect: 'what Termwise said about files',
  actions: 'the requests of an action pack (“Check JSON…” in Decide looks through them)',
  workbook: 'a workbook of Termwise',
} as const;

/** What items of JSON may also be. */
export const flatItems = 'items whose keys are the columns of a CSV format';
