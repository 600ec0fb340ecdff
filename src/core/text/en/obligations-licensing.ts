/** Words of the comparison cards: licensing models, and the three roles of CSP beside each other. */
export const obligationsLicensingText = {
  part: 'Licensing',
  intro:
    'Licensing models and the roles of CSP side by side, as the book of rules has them. “Not said” means that no source here says so.',
  notSaid: 'not said',
  rule: 'Rule',
  confidence: (rule: string, confidence: string) => `${rule} · ${confidence}`,
  models: {
    title: 'Licensing models',
    names: { csp: 'CSP', ea: 'Enterprise Agreement (EA)', open: 'Open' },
    rows: {
      buyer: {
        name: 'For whom',
        csp: 'each customer',
        ea: (users: string) => `large firms (${users} users or more is said; not checked)`,
        open: '',
      },
      term: {
        name: 'Term',
        csp: 'a month, a year or three years',
        ea: (years: string) => `${years} years at least`,
        open: '',
      },
      payment: { name: 'Payment', csp: 'by billing cycle', open: '' },
      platform: { name: 'Bought in', csp: 'New Commerce, all of it', open: '' },
      today: { name: 'Today', csp: 'offered', ea: 'offered', open: 'discontinued in 2022' },
    },
  },
  roles: {
    title: (day: string) => `The three roles of CSP, as in force on ${day}`,
    what: '',
    rows: {
      buys: {
        name: 'Buys from',
        'indirect-reseller': 'an indirect provider (distributor)',
        'direct-bill': 'Microsoft',
        'indirect-provider': 'Microsoft, and sells through resellers',
      },
      floor: 'CSP revenue of twelve months',
      noFloor: 'none in force',
      before: (value: string, until: string) => `${value} until ${until}`,
      counted: {
        name: 'Counted by',
        'indirect-reseller': 'each PLA tenant',
        'direct-bill': 'the global account',
        'indirect-provider': 'each authorised region',
      },
      designation: {
        name: 'Designations',
        'indirect-reseller': 'none asked',
        'direct-bill': (count: string) => `${count} Solutions Partner at least`,
      },
      support: {
        name: 'Support plan',
        'indirect-reseller': 'none asked',
        'direct-bill': 'ASfP or PSfP, bought after the credit check',
      },
      security: {
        name: 'Security',
        'indirect-reseller': 'multi-factor authentication for all administrators, a security contact',
        'direct-bill': 'all mandatory requirements',
        'indirect-provider': 'all mandatory requirements',
      },
      check: {
        name: 'Checked',
        'indirect-reseller': (months: string) =>
          `each year in the anniversary month; new ones exempt for ${months} months`,
        'direct-bill': (months: string) =>
          `each year in the anniversary month; third-party assessment every ${months} months`,
        'indirect-provider': 'each year in the anniversary month',
      },
      other: {
        name: 'Besides',
        'indirect-reseller': 'PLA id, endorsement',
        'direct-bill': (months: string) =>
          `${months} months as a transacting reseller, credit check, a managed service, IP service or application`,
      },
    },
  },
  history: 'What is stated, with its source, and what is no longer so',
};
