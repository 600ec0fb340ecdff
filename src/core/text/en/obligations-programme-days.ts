/** Words of the days of a role in the programme, and of what a role asks for. */
import type { CheckName } from '../../obligations/programme.ts';

const checks: Readonly<Record<CheckName, string>> = {
  mfa: 'Multi-factor authentication for all administrators',
  contact: 'Security contact',
  mandatory: 'All other mandatory security requirements',
  pla: 'PLA id',
  endorsement: 'Endorsement',
  credit: 'Credit check',
  support: 'Support plan',
  assessment: 'Third-party assessment',
  transacting: 'Months as a transacting reseller',
  services: 'Managed service, IP service or customer application',
  own: 'Own requirement',
};

export const obligationDaysText = {
  checks,
  check: {
    what: 'CSP role: check of the anniversary month. By its last day the revenue of twelve months and all requirements stand.',
    ifMet: 'The role is kept for a year.',
    ifMissed: 'The role can be lost.',
  },
  mail: (days: number) => ({
    what: `CSP reseller: mail to expect, ${String(days)} days before the anniversary month`,
    ifMet: 'What the mail finds missing is put right before the check.',
    ifMissed: 'Nobody read the mail: what is missing stays unseen until the check.',
  }),
  exempt: {
    what: 'CSP reseller: last day of the exemption of new resellers',
    ifMet: 'The revenue reaches the floor at the next check.',
    ifMissed: 'The authorisation can be lost at the next check.',
  },
  wait: {
    what: 'CSP reseller: first day on which a lost authorisation can be applied for again',
    ifMet: 'The partner applies and can sell again.',
    ifMissed: 'The partner stays without authorisation.',
  },
  proof: (check: string, isDirect: boolean) => ({
    what: `${check}: last day on which the proof counts`,
    ifMet: 'A new proof is there: the requirement stays met.',
    ifMissed: isDirect
      ? 'The requirement is not met any more: nothing new can be bought directly.'
      : 'The requirement is not met any more: the partner may be suspended.',
  }),
  designation: (name: string) => ({
    what: `Designation ${name}: last day`,
    ifMet: 'The designation is renewed and goes on counting for direct bill.',
    ifMissed: 'The designation does not count at the check of direct bill.',
  }),
};
