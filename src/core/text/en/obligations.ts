/** Words of the screen Obligations that its parts share, and of its book of rules. */
import type { Topic } from '../../obligations/rules/types.ts';

/** In words: CSP and CSPP have similar letters, and are told apart wherever they stand. */
const topics: Readonly<Record<Topic, string>> = {
  mca: 'Customers · Microsoft Customer Agreement (MCA)',
  roles: 'Cloud Solution Provider (CSP) · roles and floors',
  mpa: 'Cloud Solution Provider (CSP) · partner agreement (MPA)',
  licensing: 'Licensing models and marketplace',
  cspp: 'Cloud Storage Partner Program (CSPP) · not CSP',
  'cspp-plus': 'CSPP Plus · not CSP',
};

export const obligationsText = {
  title: 'Obligations',
  parts: 'Parts of the obligations',
  topics,
  /** @param id of a rule */
  toRule: (id: string) => `${id}, with its source`,
  confidence: { high: 'sure', medium: 'fairly sure', low: 'doubtful' },
  rules: {
    part: 'Rules',
    intro: 'What agreements and programmes ask for, with its source. What is no longer so stays as history.',
    find: 'Find a rule',
    none: 'No rule holds these words.',
    source: (name: string, confidence: string) => `${name} · ${confidence}`,
    from: (day: string) => `since ${day}`,
    until: (day: string) => `until ${day}`,
    history: 'no longer so',
    outranked: 'another statement counts',
    days: (title: string) => `Days of ${title}`,
    figures: (title: string) => `Figures of ${title}`,
    columns: { day: 'Day', what: 'What', ifMet: 'If it is met', ifMissed: 'If not', value: 'Value', since: 'Holds' },
    units: {
      count: (value: string) => value,
      points: (value: string) => `${value} points`,
      days: (value: string) => `${value} days`,
      months: (value: string) => `${value} months`,
      years: (value: string) => (value === '1' ? '1 year' : `${value} years`),
      minutes: (value: string) => `${value} minutes`,
    } as Readonly<Record<string, (value: string) => string>>,
    always: 'always',
  },
};
