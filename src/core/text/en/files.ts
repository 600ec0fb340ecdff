/** Words of the Files screen: what came in, what was rejected, what is stored. */

const rows = (count: string): string => (count === '1' ? '1 row' : `${count} rows`);

export const filesText = {
  title: 'Files',
  add: 'Add files…',
  dropHint: 'Drop files anywhere on this sheet',
  mappings: 'Mappings…',
  planted: 'What is planted in the sample',
  table: {
    caption: 'Imported files, and the files of the last drop that were not stored',
    file: 'File',
    state: 'State',
    kind: 'What it is',
    read: 'Read',
    accepted: '= Accepted',
    rejected: '+ Rejected',
    skipped: '+ Skipped',
    size: 'Size',
    hash: 'SHA-256',
    total: (files: number) => (files === 1 ? '1 file' : `${String(files)} files`),
    none: '—',
  },
  states: {
    read: 'read',
    older: 'older snapshot',
    repaired: 'read, with repairs',
    noted: 'read, with warnings',
    rejects: (count: string) => `${rows(count)} rejected`,
    damaged: 'damaged',
    refused: 'not read',
    question: 'waits for an answer',
    duplicate: 'already there',
    scenario: 'taken over',
    recipe: 'taken over',
    /** Read, but the whole drop was refused. */
    dropped: 'not stored',
  },
  kinds: {
    'licence-prices': 'Licence price list',
    'est-prices': 'EST price list',
    'subscriptions': 'Subscriptions, API JSON',
    'portfolio': 'Subscriptions, sheet',
    'customers': 'Customers',
    'promotions': 'Promotions',
    'scenario': 'Scenario',
    'software-prices': 'Software price list',
    'marketplace-prices': 'Marketplace price list',
    'azure-prices': 'Azure price list',
    'offer-matrix': 'Offer matrix',
    'fx-rates': 'Exchange rates',
    'agreements': 'Customer agreements',
    'results': 'Results (JSON)',
    'workbook': 'Workbook (backup)',
    'recipe': 'Recipe',
    'reconciliation': 'Reconciliation',
    'legacy-reconciliation': 'Reconciliation, legacy',
    'daily-usage': 'Daily rated usage',
    'cost-management': 'Cost Management export',
    'focus': 'FOCUS cost export',
    'insights': 'Insights dataset',
    'earnings': 'Earnings',
    'manifest': 'Manifest',
    'unknown': 'Not recognised',
  },
  priceList: (kind: string, markets: string, currencies: string) =>
    [kind, markets, currencies].filter((part) => part !== '').join(', '),
  copyHash: 'Copy the hash',
  copied: 'Copied',

  details: {
    rename: 'Rename…',
    saveRows: 'Download rows (CSV)',
    writingRows: 'Writing the rows',
    rowsWritten: (written: string, all: string) => `${written} of ${rows(all)}`,
    replace: 'Replace…',
    remove: 'Delete…',
    rejects: 'Download rejected rows (CSV)',
    facts: { hash: 'SHA-256', stored: 'Stored', listDate: 'Date of the list' },
    stored: (rowCount: string, size: string) => `${rows(rowCount)}, ${size}`,
    listDateHint: 'The later list wins where two overlap. Correct it when the file’s own dates mislead.',
    clean: 'Every row was read as it stands. Nothing to report.',
    findings: 'What was found',
    columns: { severity: 'Severity', count: 'Rows', message: 'What, and what to do', places: 'First places' },
    severity: { error: 'Error', warning: 'Warning', info: 'Note' },
    place: (line: number, column: string) => (column ? `line ${String(line)}, ${column}` : `line ${String(line)}`),
    column: (column: string) => `column ${column}`,
    wholeFile: 'the file',
    rejected: (rejectedRows: string, read: string) =>
      rejectedRows === read
        ? `All ${rows(read)} were rejected, so nothing of this file is in use.`
        : `${rows(rejectedRows)} of ${read} rejected; the others are in use.`,
    rejectColumns: { line: 'Line', column: 'Column', reason: 'Reason', text: 'Original text' },
    firstRejects: (shown: string, all: string) => `The first ${shown} of ${all}. The download holds them all.`,
    damaged: {
      why: {
        'parts-missing': 'Some of its stored parts are missing, so it takes no part in any figure. Other files are not affected.',
        'content-changed': 'What the browser gave back is not what was stored, so it takes no part in any figure. Other files are not affected.',
        'record-unreadable': 'The record that says what it holds cannot be read, so it takes no part in any figure. Other files are not affected.',
      },
      again: 'Choose the file again: the same content puts it back in its place.',
      choose: 'Choose the file again…',
    },
  },
  outcomes: {
    refused: 'Nothing of this file was stored.',
    duplicate: (other: string) => `The same content is already imported as “${other}”. Nothing was stored twice.`,
    scenario: 'The scenario was taken over: its assumptions, margin rules and clauses count from now on.',
    recipe: 'The recipe was taken over: files with its headers are read the way it says.',
    question: 'The file was left out, because a question about it is open. Answer it, and the file is read.',
    dropped: 'Nothing of this drop was stored; the message above says why.',
    answer: 'Answer the question…',
    choose: 'Choose the file again…',
    forget: 'Remove from the list',
  },
  snapshot: {
    label: 'Counts as',
    older: (newer: string) => `An older snapshot: “${newer}” counts instead. It is kept to be compared in Since last time.`,
    newer: (older: string) => `The next snapshot of ${older}.`,
    alone: 'No other file holds half of the same subscriptions or customers, so it counts besides them.',
    automatic: 'decided by its content',
    besides: 'counts besides the others',
    next: (file: string) => `is the next snapshot of “${file}”`,
    day: 'Day of the export',
    dayHint: 'Of two snapshots the later one counts. Correct the day when an older export was added later.',
  },
  rename: { title: (file: string) => `Rename “${file}”`, label: 'Name', confirm: 'Rename' },
  remove: {
    title: (file: string) => `Delete “${file}”?`,
    body: (rowCount: string) =>
      `Its ${rows(rowCount)} leave this browser and all figures. The file on your disk stays as it is. This cannot be undone.`,
    confirm: 'Delete',
  },
  clear: {
    open: 'Delete everything…',
    title: 'Delete everything?',
    body: (files: number) =>
      `${files === 1 ? '1 file' : `${String(files)} files`}, the scenario and all settings leave this browser. The files on your disk stay as they are. This cannot be undone.`,
    confirm: 'Delete everything',
  },
  questions: {
    /** A cell that a file leaves empty, and that the price lists leave open. */
    ask: (file: string, column: 'customerId' | 'segment' | 'market' | 'currency', rowCount: string, choices: string) => {
      const what = { customerId: 'customer id', segment: 'segment', market: 'market', currency: 'currency' }[column];
      const open = choices === '' ? 'and no price list is there to tell' : `the lists hold ${choices}`;
      return `“${file}” does not say the ${what} of ${rows(rowCount)}; ${open}. Until you answer, they are left out.`;
    },
    labels: { customerId: 'Customer id', segment: 'Segment', market: 'Market', currency: 'Currency' },
    choose: 'choose…',
    apply: 'Use for all of them',
  },
  twins: {
    title: 'Are these EST offers?',
    intro:
      'EST offers have SKUs of their own. These look like the EST twin of another SKU, without proof. Until you say yes, a subscription on one counts as an ordinary monthly one.',
    columns: { offer: 'Offer', base: 'Base SKU', where: 'Segment, market', ratio: 'Price ÷ base', decision: 'Is it EST?' },
    noRatio: 'no base price',
    yes: 'Yes, EST',
    no: 'No',
    undecided: 'open',
    name: (offer: string, segment: string) => `${offer}, ${segment}`,
  },
  storage: {
    title: 'Storage',
    used: (used: string, quota: string) => `${used} of ${quota} used`,
    unknown: 'The browser does not say how much is used.',
    share: (percent: string) => `${percent} used`,
    mayGo:
      'The browser may delete the data when its disk runs full. Keep a backup or the original files.',
    schema: 'Schema',
    readOnly: 'read only',
  },
} as const; // prettier-ignore
