/** What `npm run inspect` writes and says. */

const plural = (count: number, what: string): string => `${String(count)} ${what}${count === 1 ? '' : 's'}`;

export const inspectText = {
  usage:
    'npm run inspect -- FILE|FOLDER [FILE|FOLDER …] [--json] [--accept-repairs] [--recipe FILE …]\n' +
    '  --json            the inspect file (schema termwise/inspect@1) instead of a table\n' +
    '  --accept-repairs  apply the repairs that need no question; without it they are only reported, and rows that need them rejected\n' +
    '  --recipe          recipe with mappings and repairs, as Files > Mappings exports it; may be repeated\n' +
    'Ends with 0 when every file is recognised and no row is rejected, with 1 otherwise, with 2 for arguments it cannot use.',
  noFiles: 'No file is named.',
  emptyFolders: 'There is no file in what is named.',
  rows: (read: string, accepted: string, rejected: string, skipped: string) =>
    `${read} read = ${accepted} accepted + ${rejected} rejected + ${skipped} skipped`,
  noHeader: '—',
  labels: {
    kind: 'Kind',
    hash: 'SHA-256',
    rows: 'Rows',
    columns: 'Columns',
    totals: 'Totals',
    repairs: 'Repairs',
    findings: 'Findings',
  },
  repair: (code: string, column: string, rows: number, applied: boolean) =>
    [code, column === '' ? '' : `in ${column}`, plural(rows, 'row'), applied ? 'applied' : 'not applied']
      .filter(Boolean)
      .join(', '),
  finding: (severity: string, line: string, column: string, message: string) =>
    [[severity, line, column].filter(Boolean).join(', '), message].join(': '),
  line: (row: string) => `line ${row}`,
  more: (count: string) => `… and ${count} more (all of them with --json)`,
  summary: (files: number, unknown: number, rejected: number) =>
    `${plural(files, 'file')}, ${String(unknown)} not recognised, ${plural(rejected, 'row')} rejected`,
} as const; // prettier-ignore
