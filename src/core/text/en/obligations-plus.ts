/** Words of the part CSPP Plus of the screen Obligations. */
import type { CostProblem } from '../../obligations/plus/cost.ts';
import type { Benefit, BenefitState, CostForm, CostLineId, Need } from '../../obligations/plus/types.ts';
import { termsText } from './obligations-terms.ts';

const { liability, cyber, professional, errors, workers, employer } = termsText.insurances;

const needs: Readonly<Record<Need, string>> = {
  member: 'Member of CSPP',
  fee: 'Fee paid (not refunded, not published)',
  ...{ liability, cyber, professional, errors, workers, employer },
  iso27001: 'ISO 27001 certificate',
  certification: 'Microsoft 365 App Certification',
};

const benefits: Readonly<Record<Benefit, string>> = {
  geo: 'Geo-fencing for each file',
  backstage: 'Backstage of Office on the desktop',
  chunks: 'Chunked transfer of files',
  coauth: 'Co-authoring locks with sequence numbers',
  fedramp: 'FedRAMP',
  intune: 'Intune',
  summit: 'Partner summit',
  mobile: 'Mobile',
};
const statuses: Readonly<Record<BenefitState, string>> = { known: 'Known', planned: 'Planned' };

const forms: Readonly<Record<CostForm, string>> = {
  triangular: 'Triangular',
  pert: 'PERT (nearer to the likely one)',
  uniform: 'Uniform (no likely one)',
};
const lines: Readonly<Record<CostLineId, string>> = {
  fee: 'Fee of CSPP Plus',
  insurance: 'Insurances that are missing',
  iso27001: 'ISO 27001',
  certification: 'Microsoft 365 App Certification',
  work: 'Own work',
};
const problems: Readonly<Record<CostProblem, string>> = {
  incomplete: 'Left out: enter every amount of the line.',
  order: 'Left out: the amounts must rise from low over likely to high.',
  large: 'Left out: amounts above 1,000,000,000 are not drawn.',
};

export const plusText = {
  part: 'CSPP Plus',
  programme:
    'Cloud Storage Partner Program (CSPP) Plus: another programme than CSP, for partners who store files that Microsoft 365 for the web opens.',
  asleep: {
    title: 'CSPP Plus does not concern us so far',
    text: 'CSPP is the Cloud Storage Partner Program, and most CSP partners are not in it. Say that it applies to prepare for CSPP Plus here.',
    wake: 'CSPP Plus applies to us',
    step: 'CSPP Plus applies to us',
  },
  needs: {
    title: 'What entry asks for',
    names: needs,
    counts: (met: string, needed: string) => `${met} of ${needed} met`,
    expired: (count: number, counted: string) =>
      count === 1 ? '1 piece of evidence has expired' : `${counted} pieces of evidence have expired`,
    columns: { need: 'Need', state: 'State', until: 'Until', what: 'Evidence', document: 'Document', note: 'Note' },
    has: (need: string) => `We have it: ${need}`,
    states: {
      met: 'Met',
      metUntil: (day: string) => `Met until ${day}`,
      expired: (day: string) => `Expired on ${day}`,
      missing: 'Missing: tick it when you have it, and say what the evidence is',
      register: 'taken over from the CSPP agreement',
    },
    fields: { what: 'What it is', until: 'Holds until', document: 'Document', note: 'Note' },
    step: (need: string) => `Evidence: ${need}`,
    dates: {
      what: (need: string) => `Last day of evidence: ${need}`,
      ifMet: 'It is renewed in time and counts on.',
      ifMissed: 'It has expired: entry to CSPP Plus lacks it.',
    },
  },
  cost: {
    title: 'What it may cost',
    intro:
      'The fee is not published. Enter for each cost what it is at least, most likely and at most; trials then show what the sum may be. The costs are drawn on their own, one not knowing of the other.',
    empty: 'Enter low, likely and high of at least one cost.',
    lines,
    forms,
    problems,
    fields: { name: 'Cost', form: 'Shape', low: 'Low', likely: 'Likely', high: 'High' },
    wrong: (typed: string) =>
      `“${typed}” is no amount of 0 or more. Enter figures with a point or comma before the cents.`,
    of: (field: string, name: string) => `${field}, ${name}`,
    currency: 'Currency',
    trials: 'Trials',
    trialsWrong: 'Enter a whole number from 1 to 100,000.',
    seed: 'Seed',
    add: 'Add a cost',
    ownName: 'Own cost',
    remove: (name: string) => `Remove ${name}`,
    step: 'Costs of CSPP Plus',
    amount: 'Cost of entry',
    kpis: {
      label: 'The sum',
      p5: 'Only 1 of 20 is below (P5)',
      p50: 'Half are below (P50)',
      p95: 'Only 1 of 20 is above (P95)',
      mean: 'Mean',
      range: 'Lowest to highest possible',
      to: (low: string, high: string) => `${low} to ${high}`,
    },
    note: (trials: string, seed: string) => `${trials} trials with seed ${seed}; the same seed gives the same figures.`,
    table: { caption: 'Percentiles of the sum', mean: 'Mean', sd: 'Standard deviation' },
    drawing: 'Drawing …',
  },
  regions: {
    title: 'Regions',
    intro:
      'Which regions you want and can offer, beside the customers of your portfolio. The source names the region Europe and not its countries: markets of the European Union and its single market without a region of their own are read as Europe.',
    columns: {
      region: 'Region',
      wanted: 'Wanted',
      offered: 'Offered by us',
      customers: 'Customers',
      markets: 'Markets',
    },
    gap: (regions: string) => `Customers, but neither wanted nor offered: ${regions}.`,
    noGap: 'Every region with customers is wanted or offered.',
    outside: (markets: string) => `In no region of CSPP Plus: ${markets}.`,
    noMarkets: 'No portfolio yet: import subscriptions to see in which regions your customers are.',
    wanted: (region: string) => `${region} is wanted`,
    offered: (region: string) => `${region} is offered by us`,
    step: 'Regions of CSPP Plus',
    europe: 'Europe (others)',
  },
  benefits: {
    title: 'Benefits',
    names: benefits,
    statuses,
    columns: { name: 'Benefit', status: 'Status', since: 'Since', source: 'Learned from' },
    status: (name: string) => `Status of ${name}`,
    since: (name: string) => `Since when: ${name}`,
    source: (name: string) => `Learned from: ${name}`,
    step: (name: string) => `Benefit: ${name}`,
  },
  names: {
    title: 'Names of properties',
    counts: 'counts',
    outranked: 'named elsewhere, does not count',
  },
};
