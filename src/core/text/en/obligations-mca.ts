/** Words of Customers (MCA): the register of acceptances, its decision table and its log. */
import type { ActionKind } from '../../obligations/mca/blocks.ts';
import type { Answers, Attests, Need, Outcome, Question } from '../../obligations/mca/decision-table.ts';
import type { Evidence } from '../../obligations/mca/duplicates.ts';
import type { AgreementType, Flag, Grade, Standing, Way } from '../../obligations/mca/types.ts';

const flags: Readonly<Record<Flag, string>> = {
  'none': 'no acceptance',
  'legacy': 'only the Cloud Agreement',
  'old-attestation': 'must be accepted again',
  'after-retirement': 'attested too late',
  'future': 'dated in the future',
  'incomplete': 'contact incomplete',
}; // prettier-ignore

const grades: Readonly<Record<Grade, string>> = {
  clicked: 'customer clicked',
  attested: 'partner attested',
  none: 'none',
};

const ways: Readonly<Record<Way, string>> = {
  'admin-centre': 'Customer, in the admin center',
  'link': 'Customer, by the link of an enhanced attestation',
  'checkout': 'Customer, at checkout',
  'attested-api': 'Attested by the partner, API',
  'attested-ux': 'Attested by the partner, Partner Center',
  'attested-bulk': 'Attested by the partner, in bulk',
  'unknown': 'Not known',
}; // prettier-ignore

const types: Readonly<Record<AgreementType, string>> = {
  mca: 'Microsoft Customer Agreement',
  legacy: 'Microsoft Cloud Agreement (old)',
};

const standings: Readonly<Record<Standing, string>> = {
  stands: 'stands',
  old: 'must be given again',
  legacy: 'old agreement, no longer enough',
  retired: 'no acceptance: attestation had ended',
  future: 'not counted: dated in the future',
  undated: 'not counted: no date',
};

const actions: Readonly<Record<ActionKind, string>> = {
  purchase: 'new purchase',
  seats: 'change of seats',
  upgrade: 'upgrade',
  billing: 'change of term or billing',
  renewal: 'renewal as it is',
};

const evidence: Readonly<Record<Evidence, string>> = {
  tenant: 'same tenant',
  domain: 'same domain',
  name: 'same name',
  email: 'same contact e-mail',
};

const question: Readonly<Record<Question, string>> = {
  channel: 'How do you sell to the customer?',
  customer: 'Is the customer new to you?',
  bought: 'Has the customer bought from Microsoft before, from anybody?',
  action: 'What is to be done?',
};

const answer: { readonly [Q in Question]: Readonly<Record<Answers[Q], string>> } = {
  channel: { direct: 'Direct, billed by Microsoft', indirect: 'Indirect, through a provider' },
  customer: { new: 'New', existing: 'Known already' },
  bought: { yes: 'Yes', no: 'No, never' },
  action: {
    'checkout': 'Customer orders at a checkout',
    'back-office': 'Staff order for the customer',
    'manual': 'A subscription is entered by hand',
    'change': 'Seats, upgrade or billing change',
    'renewal': 'A renewal as it is',
  }, // prettier-ignore
};

const need: Readonly<Record<Need, string>> = {
  'no': 'No acceptance is needed.',
  'register-first': 'Look in this register first, then ask Microsoft by the API. Only if neither knows an acceptance that stands, the customer has to accept before the order.',
  'ask-first': 'Ask Microsoft by the API first. Only if there is no acceptance, the customer has to accept before the order.',
  'always': 'The customer has to accept before the order. There is nothing to ask Microsoft for.',
}; // prettier-ignore

const attests: Readonly<Record<Attests, string>> = {
  nobody: 'Nobody has to record anything.',
  partner: 'You send the link of an enhanced attestation, or the customer accepts in the admin center.',
  provider: 'Your provider sends the link of an enhanced attestation, or the customer accepts in the admin center. An indirect reseller cannot attest.',
}; // prettier-ignore

const proof: Readonly<Record<Outcome['proof'], string>> = {
  'none': 'No proof is needed.',
  'shop-log': 'The customer clicks at checkout: the shop’s log is proof (who, when, what the form said).',
  'own-record': 'Staff order: the log alone is no proof. Keep the customer’s own acceptance (link or admin center) and note it here.',
}; // prettier-ignore

const plural = (count: string, one: string, many: string): string => `${count} ${count === '1' ? one : many}`;

export const mcaText = {
  part: 'Customers (MCA)',
  reading: 'Reading the acceptances…',
  flags,
  grades,
  ways,
  types,
  standings,
  actions,
  evidence,
  empty: {
    title: 'No acceptance of any customer is known',
    text: 'Import the agreements of the Partner Center API (JSON) or a sheet with Customer ID, Type and Date agreed, and the portfolio. Or enter what you know.',
    toFiles: 'To the files',
    addSample: 'Add acceptances to the sample',
  },
  personal: 'Contacts are personal data: they stay in this register and its log, out of lists, reports, recipes and editions without names.',
  kpis: {
    label: 'Customers and their acceptances',
    customers: 'Customers',
    clicked: 'Customer clicked',
    attested: 'Partner attested',
    none: 'Without evidence',
    cannotBuy: 'Cannot buy or change',
    blocked: 'Customers blocked',
    worth: 'Blocked a year',
    of: (all: string) => `of ${all}`,
    until: (day: string) => `first until ${day}`,
    unpriced: (count: string) => `${count} without a price`,
  },
  nobodys: (count: string) => `${plural(count, 'row', 'rows')} of the files name no customer, so they count for nobody. Import the answer for each customer, or a sheet with Customer ID.`,
  list: {
    title: 'Acceptances by customer',
    sum: (shown: string, all: string) => `${shown} of ${plural(all, 'customer', 'customers')}`,
    empty: 'No customer is like this.',
    show: 'Show',
    shown: { all: 'all', blocked: 'blocked next', cannotBuy: 'cannot buy or change', flagged: 'with a flag', fine: 'without a flag' },
    columns: {
      customer: 'Customer',
      grade: 'Evidence',
      flags: 'Flags',
      agreed: 'Accepted on',
      way: 'Way',
      type: 'Agreement',
      blocked: 'Blocked next',
      until: 'Solve before (UTC)',
      worth: 'Blocked a year',
      currency: 'Currency',
      asked: 'Asked for on',
      subscriptions: 'Subscriptions',
      resellers: 'Resellers',
      id: 'Customer id',
    },
    anyDay: 'any day',
    several: 'several currencies',
  },
  tools: { wizard: 'Is it needed?', log: 'Log', add: 'Enter an acceptance' },
  detail: {
    label: (customer: string) => `Acceptances of ${customer}`,
    counts: (grade: string, day: string, way: string) => `Evidence: ${grade}. Accepted on ${day}: ${way}.`,
    noneCounts: 'No acceptance counts.',
    cannotBuy: 'New purchases, changes of seats, upgrades and changes of billing are blocked; renewals are not (R-130).',
    fine: 'Nothing is blocked.',
    noActions: 'Nothing is decided, wanted, scheduled or planned for this customer.',
    history: 'Acceptances, the newest first',
    historyColumns: ['Accepted on', 'Counts for', 'Way', 'Agreement', 'Contact', 'Reference', 'From'],
    noHistory: 'No file and no entry holds an acceptance.',
    next: 'Next actions',
    nextColumns: ['What', 'Blocked', 'Of', 'Solve before (UTC)', 'A year', 'Because of'],
    blocked: 'blocked',
    open: 'not blocked',
    seats: (from: string, to: string) => `${from} → ${to} seats`,
    plan: (from: string, to: string) => `${from} → ${to}`,
    sources: { decided: 'decided in the scenario', wanted: 'seats wanted', scheduled: 'scheduled in Partner Center', planned: 'planned here' },
    noPrice: 'no price',
    typed: 'entered here',
    row: (file: string, row: string) => `${file}, row ${row}`,
    edit: 'Change…',
    takeBack: 'Take back',
    removePlan: 'Drop the plan',
    entry: 'Enter an acceptance…',
    ask: 'Acceptance asked for…',
    note: 'Add a note…',
    plan_: 'Plan a purchase…',
    asked: (day: string, by: string) => `Acceptance was asked for on ${day}${by === '' ? '' : ` by ${by}`}.`,
  },
  form: {
    entry: 'Acceptance of a customer',
    change: 'Change an acceptance',
    ask: 'Acceptance asked for',
    note: 'Note',
    plan: 'Plan for a customer',
    say: 'The customer record stays as it is: this is kept beside it, and every step writes a line of the log.',
    by: 'Your name',
    customerId: 'Customer id',
    agreed: 'Accepted on (UTC)',
    way: 'Way',
    type: 'Agreement',
    firstName: 'First name',
    lastName: 'Last name',
    email: 'E-mail',
    phone: 'Phone (optional)',
    organisation: 'Organisation as named there',
    reseller: 'Reseller who took it',
    reference: 'Attestation id or where the proof is',
    text: 'Text',
    what: 'What',
    action: 'Kind',
    until: 'By (UTC)',
    worth: 'Worth a year',
    currency: 'Currency',
    save: 'Save',
    errors: {
      customerId: 'Enter the customer’s id, as in the portfolio.',
      day: 'Enter a day that exists.',
      future: 'An acceptance cannot be dated in the future (R-131).',
      retired: (day: string) => `From ${day} on a partner cannot attest (R-136). Choose the way in which the customer accepted.`,
      email: 'This is no e-mail address.',
      text: 'Write what is to be kept.',
      worth: 'Enter an amount such as 1200.50, or leave it empty.',
      currency: 'Enter the three letters of a currency.',
    },
    incomplete: 'First name, last name and e-mail belong to an acceptance (R-131). It is saved, and flagged.',
  },
  steps: {
    entry: 'Enter an acceptance',
    change: 'Change an acceptance',
    takeBack: 'Take back an acceptance',
    ask: 'Note that acceptance was asked for',
    note: 'Note on a customer',
    plan: 'Plan for a customer',
    dropPlan: 'Drop a plan for a customer',
  },
  wizard: {
    title: 'Is an acceptance needed?',
    say: 'The decision table of R-133, on four questions.',
    question,
    answer,
    result: 'What follows',
    labels: { need: 'Needed?', attests: 'Who records it?', proof: 'Which proof?', rules: 'Rules' },
    need,
    attests,
    proof,
    contradiction: {
      'change-without-purchase': 'Nothing can be changed or renewed for someone who never bought: check the third answer.',
      'new-change': 'A change or renewal is for a customer whom you know already: check the second answer.',
    },
    source: (statement: string, source: string, confidence: string) => `${statement} (${source}; ${confidence})`,
  },
  duplicates: {
    title: 'The same customer more than once',
    say: 'One acceptance is enough for a customer, whichever reseller took it (R-133). Check these before asking again.',
    sum: (count: string) => plural(count, 'pair', 'pairs'),
    columns: { one: 'Customer', other: 'Also', evidence: 'Because of', stands: 'Acceptance that stands', ids: 'Customer ids' },
    side: (name: string, reseller: string) => (reseller === '' ? name : `${name} (${reseller})`),
    sign: (by: string, text: string) => `${by}: ${text}`,
    neither: 'neither has one',
    both: 'both have one',
    only: (name: string) => `only ${name}`,
    same: 'one for both',
  },
}; // prettier-ignore
