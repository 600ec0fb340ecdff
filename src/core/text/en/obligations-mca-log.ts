/** Words of the log of the MCA register. */
import type { LogBreak, LogKind } from '../../obligations/mca/log.ts';

const kinds: Readonly<Record<LogKind, string>> = {
  entry: 'Acceptance entered',
  change: 'Acceptance changed',
  withdrawal: 'Acceptance taken back',
  request: 'Acceptance asked for',
  note: 'Note',
  plan: 'Plan',
  erasure: 'A customer erased',
};

const breaks: Readonly<Record<LogBreak['why'], (line: string) => string>> = {
  number: (line) => `The log is broken at line ${line}: a line is missing there, stands twice or was moved. Compare with an earlier export.`,
  content: (line) => `The log is broken at line ${line}: what it says was changed after it was written. Compare with an earlier export.`,
  chain: (line) => `The log is broken at line ${line}: it, or the line before it, was changed after it was written. Compare with an earlier export.`,
  end: (line) => `The log is broken at line ${line}: its end was cut off or added to. Compare with an earlier export.`,
}; // prettier-ignore

const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;

export const mcaLogText = {
  title: 'Log of the register',
  say: 'Who said what, and when. No line is changed or removed here; each holds a hash of the one before. Undoing a step takes its line back with its entry, so export the log when you rely on it.',
  whole: (count: string) => `${plural(count, 'line', 'lines')}, and the chain is whole.`,
  erased: (count: string) =>
    `What ${plural(count, 'line', 'lines')} said was erased with a customer; the chain does not need it.`,
  breaks,
  emptyTitle: 'The log is empty',
  empty: 'It begins with the first entry, request, note or plan.',
  columns: ['Line', 'When', 'Who', 'What', 'Customer', 'The form said', 'Hash'],
  erasedCell: 'erased',
  somebody: 'nobody named',
  csv: 'Export as CSV',
  json: 'Export as JSON',
  exporting: 'Writing the log',
  check: 'Check an exported log…',
  checked: (name: string) => `“${name}”:`,
  notALog: (name: string) => `“${name}” is no log of this register. Choose a file that was exported here as JSON.`,
  continues: 'It is the beginning of this log.',
  differs: (line: string) => `It is not the beginning of this log: from line ${line} on it says something else.`,
  kinds,
  fields: {
    ...{ type: 'agreement', agreed: 'accepted on', way: 'way', firstName: 'first name', lastName: 'last name' },
    ...{ email: 'e-mail', phone: 'phone', organisation: 'organisation', reseller: 'reseller', reference: 'reference' },
    ...{
      reason: 'reason',
      text: 'text',
      action: 'kind',
      what: 'what',
      by: 'by',
      worth: 'worth a year',
      currency: 'currency',
      done: 'plan',
    },
  } as Readonly<Record<string, string>>,
  more: (count: string) => `${count} earlier lines are in the export.`,
};
