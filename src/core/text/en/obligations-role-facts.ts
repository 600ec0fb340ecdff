/** Words of what the user says of a role: requirements, units, revenue, rates. */
import type { RevenueKind, Role } from '../../obligations/programme.ts';

const kinds: Readonly<Record<RevenueKind, string>> = {
  csp: 'CSP revenue',
  perpetual: 'Perpetual software',
  cpor: 'CPOR',
  dpor: 'DPOR',
  pal: 'PAL',
};

export const requirements = {
  label: 'Requirements',
  hint: (day: string) =>
    `Each holds today and on ${day}. Type what is so, the day of the proof and until when it counts.`,
  noRole: 'Choose a role first: what is asked depends on it.',
  designation: 'Solutions Partner designations',
  score: 'Security score (a trade site’s number, told beside)',
  states: {
    met: 'met',
    ends: 'ends before the check',
    open: 'nothing said',
    ended: 'ended',
    'not-met': 'not met',
    told: 'for information',
  },
  standing: { none: 'nothing said', met: 'met', 'not-met': 'not met' },
  counted: (has: string, needs: string) => `${has} of ${needs}`,
  columns: {
    what: 'Requirement',
    state: 'State',
    standing: 'You say',
    on: 'Proof of',
    until: 'Counts until',
    note: 'Note',
    counted: 'Counted',
    rule: 'Rule',
  },
  add: 'Add a requirement',
  remove: 'Remove the requirement',
  newName: 'New requirement',
  support: 'Support plan',
  supportNone: 'none said',
  months: 'Months as a transacting reseller',
  scoreField: 'Security score',
  countedElsewhere: 'This is counted: say it below the list.',
  fixed: 'This requirement is the rule’s: its name stays.',
  designations: {
    label: 'Designations held',
    empty: 'No designation said. Add those that you hold.',
    add: 'Add a designation',
    remove: 'Remove the designation',
    name: 'Designation',
    until: 'Until',
    fresh: 'Solutions Partner',
  },
};

export const facts = {
  units: {
    label: 'What the floor is counted by',
    hints: {
      'indirect-reseller': 'One for each PLA tenant.',
      'direct-bill': 'The global account: one.',
      'indirect-provider': 'One for each authorised region.',
    } satisfies Readonly<Record<Role, string>>,
    empty: 'Nothing said yet.',
    add: 'Add one',
    remove: 'Remove it',
    columns: {
      name: 'Name',
      anniversary: 'Anniversary month',
      firstTransaction: 'First transaction',
      deauthorised: 'Authorisation lost',
    },
  },
  files: {
    label: 'Whose files',
    hint: 'Billed lines count for the unit of their file.',
    columns: { file: 'File', unit: 'Counts for' },
    empty: 'No file with billed lines.',
  },
  revenue: {
    label: 'Revenue that you type',
    hint: 'It takes the place of what files bill in the same month and currency. CPOR, DPOR and PAL are kept and never count (R-141).',
    empty: 'Nothing typed.',
    add: 'Add the month',
    remove: 'Remove the month',
    month: 'A day of the month',
    currency: 'Currency',
    amount: 'Amount before tax',
    kind: 'Kind',
    note: 'Note',
    kinds,
    columns: {
      unit: 'Counts for',
      month: 'Month',
      currency: 'Currency',
      amount: 'Amount',
      kind: 'Kind',
      note: 'Note',
    },
    perpetual: 'Perpetual software counts',
    perpetualHint: (byRule: boolean) =>
      byRule
        ? 'By R-141 it counts for a reseller.'
        : 'No source says that it counts for this role: it does if you say so.',
  },
  rates: {
    label: (to: string) => `Exchange rates to ${to}`,
    hint: 'They win over those of the scenario and of imported files.',
    empty: 'No rate typed.',
    add: 'Add the rate',
    remove: 'Remove the rate',
    from: '1 of',
    rate: (to: string) => `is so much ${to}`,
    day: 'Of the day',
    columns: { from: 'Currency', rate: 'Rate', day: 'Of the day' },
  },
};

export const errors = {
  month: 'Type a day of the month.',
  currency: 'A currency has three letters, such as EUR.',
  amount: 'Type an amount such as 1250.00, with at most twelve digits before the point.',
  rate: 'Type a rate above zero, such as 1.08.',
  name: 'It needs a name.',
  count: 'Type a whole number.',
  taken: 'Two of them cannot have one name.',
};
