/** The words of the import clinic: what it found, why it believes so, what becomes of it. */
import type { RepairCode } from '../../schema/repairs.ts';
import type { MessageParams } from '../message-params.ts';

interface Words {
  readonly name: string;
  /** What happened to the file. */
  readonly what: string;
  /** What the two choices do. */
  readonly apply: string;
  readonly leave: string;
}

const words: Readonly<Record<RepairCode, Words>> = {
  'digits-lost': {
    name: 'Digits lost',
    what: 'A spreadsheet keeps 15 digits of a number. The digits behind them have become zeros and cannot be brought back: get the file again without opening it in Excel.',
    apply: '',
    leave: 'Keep as it came',
  },
  'id-exponent': {
    name: 'Ids as numbers with exponent',
    what: 'A spreadsheet took ids for numbers and wrote them with an exponent. The digits cannot be brought back: get the file again without opening it in Excel.',
    apply: '',
    leave: 'Keep as it came',
  },
  'zeros-lost': {
    name: 'Leading zeros lost',
    what: 'SKU ids have four characters. These are shorter, as after a spreadsheet took them for numbers. Matching with price lists fills the zeros up anyway.',
    apply: 'Fill up with zeros',
    leave: 'Keep as it came',
  },
  'guard-apostrophe': {
    name: 'Guard apostrophes',
    what: 'An apostrophe stands before the text so that a spreadsheet does not take it for a number or a formula. It is not part of the value.',
    apply: 'Remove the apostrophe',
    leave: 'Keep it; numbers with one are rejected',
  },
  'decimal-comma': {
    name: 'Decimal comma',
    what: 'The numbers of this column have a comma before the decimals, and may have points between thousands.',
    apply: 'Decimal comma',
    leave: 'Decimal point',
  },
  'thousands-marks': {
    name: 'Marks between thousands',
    what: 'The numbers have marks between thousands, which have to go before they can be read.',
    apply: 'Read without the marks',
    leave: 'Reject these rows',
  },
  'date-order': {
    name: 'Day first in dates',
    what: 'The dates of this column have the day before the month; Microsoft writes the month first.',
    apply: 'Day first',
    leave: 'Month first',
  },
  'date-serial': {
    name: 'Day numbers',
    what: 'The column holds Excel’s day numbers instead of dates, counted from 1900.',
    apply: 'Read as dates',
    leave: 'Reject these rows',
  },
  'mojibake': {
    name: 'Letters in the wrong encoding',
    what: 'UTF-8 text was read as Windows-1252 and saved again, so letters beyond ASCII turned into two or three others. Only texts whose way back is certain are mended.',
    apply: 'Mend the letters',
    leave: 'Keep as it came',
  },
  'mixed-line-ends': {
    name: 'Mixed line ends',
    what: 'Some rows end as on Windows, others as on Unix. All of them are rows; nothing is changed.',
    apply: 'Read both',
    leave: '',
  },
  'sep-line': {
    name: 'sep= line',
    what: 'The first line tells Excel the delimiter. It is no row.',
    apply: 'Leave it out',
    leave: '',
  },
  'preamble': {
    name: 'Lines above the header',
    what: 'Titles or dates stand above the header. They are no rows.',
    apply: 'Leave them out',
    leave: '',
  },
  'footer': {
    name: 'Notes below the rows',
    what: 'Notes of whoever made the export stand below the rows. They are no rows.',
    apply: 'Leave them out',
    leave: 'Reject them as rows',
  },
  'total-row': {
    name: 'Total rows',
    what: 'Rows that add up the rows above. Added to them, everything would count twice.',
    apply: 'Leave them out',
    leave: 'Reject them as rows',
  },
  'repeated-header': {
    name: 'Header again',
    what: 'The header stands once more among the rows, as after two exports were put together.',
    apply: 'Leave it out',
    leave: 'Reject it as a row',
  },
  'second-table': {
    name: 'Another table',
    what: 'Below this table another one begins, with a header of its own.',
    apply: 'Part them',
    leave: 'Read its rows as rows of this table',
  },
  'month-missing': { name: 'Month missing', what: 'Between the files of this kind a month is missing.', apply: '', leave: '' },
  'period-overlap': { name: 'Same period twice', what: 'Another file of this kind covers the same days.', apply: '', leave: '' },
  'same-rows': { name: 'Same rows twice', what: 'Another file holds the same rows.', apply: '', leave: '' },
}; // prettier-ignore

const evidence: Partial<Readonly<Record<RepairCode, (m: MessageParams) => string>>> = {
  'decimal-comma': (m) => bothWays(m, 'a comma', 'a point'),
  'date-order': (m) => bothWays(m, 'the day first', 'the month first'),
  'total-row': (m) =>
    m['sums'] === undefined || m['sums'] === ''
      ? 'The row names itself a total and holds nothing but numbers.'
      : `It is exactly the sum of the rows above in ${String(m['sums'])}.`,
  'zeros-lost': (m) => (m['full'] === 0 ? '' : `${String(m['full'])} other ids of the column have all four characters.`),
  'second-table': (m) =>
    m['isKnown'] === 'true' ? 'Its header is known here, so it is read as a part of its own.' : 'Its header is not known here, so it is left out.',
  'mixed-line-ends': (m) => `${String(m['crlf'])} rows end in CRLF, ${String(m['lf'])} in LF.`,
}; // prettier-ignore

function bothWays(m: MessageParams, pro: string, contra: string): string {
  const texts = (name: string): string => String(m[name] ?? '');
  const sides = [
    texts('pro') && `Only with ${pro}: ${texts('pro')}.`,
    texts('contra') && `Only with ${contra}: ${texts('contra')}.`,
    texts('either') && `Either way: ${texts('either')}.`,
  ];
  return sides.filter(Boolean).join(' ');
}

export const clinicText = {
  /** A further table of a file, as its name says it. */
  part: (n: number) => `part ${String(n)}`,
  words,
  evidence: (code: RepairCode, facts: MessageParams) => evidence[code]?.(facts) ?? '',
  /** What speaks for a finding that its own column leaves open. */
  fromOthers: {
    'decimal-comma': 'The other numbers of the file have a decimal comma.',
    'date-order': 'The other dates of the file have the day first.',
  },
  title: (file: string) => `What was found in “${file}”`,
  intro: 'Nothing has been stored yet. Each finding can be repaired or left as it is; the table shows what changes.',
  introStored: 'The file stays as it is stored until you decide anew; then it is read again and takes its own place.',
  findings: (count: number) => (count === 1 ? '1 finding' : `${String(count)} findings`),
  rows: (count: string) => (count === '1' ? '1 row' : `${count} rows`),
  certainty: { sure: 'sure', likely: 'likely', ask: 'can be read both ways' },
  treatment: 'What becomes of it',
  undecided: 'has to be decided',
  preview: 'What changes',
  columns: { row: 'Line', before: 'In the file', after: 'Becomes', leftOut: 'left out', unread: 'not readable' },
  range: (from: string, to: string, of: string) => `${from} to ${to} of ${of}`,
  previous: 'Earlier rows',
  next: 'Later rows',
  loading: 'Reading the file…',
  always: 'Do the same with every file that has this header',
  stillOpen: (count: number) =>
    count === 1 ? 'One finding has to be decided first.' : `${String(count)} findings have to be decided first.`,
  use: 'Import with these repairs',
  withoutRepairs: 'Import without repairs',
  leaveOut: 'Leave the file out',
  keepStored: 'Keep what is stored',
  recorded: {
    title: 'Repairs',
    columns: { repair: 'Found', rows: 'Rows', state: 'What became of it' },
    applied: 'repaired',
    left: 'left as it is',
    undo: 'Undo',
    repair: 'Repair',
    /** Names the line that a button belongs to. */
    about: (button: string, name: string, column: string) => [`${button}: ${name}`, column].filter(Boolean).join(', '),
    change: 'Change repairs…',
    /** What the history calls it. */
    step: (file: string) => `Repairs of ${file}`,
    isGone: 'The browser does not keep this file, since it is large. Choose it again to change its repairs.',
    chooseAgain: 'Choose the file again…',
    otherFile: 'This is another file than the one that was imported. Choose the same file again.',
  },
} as const;
