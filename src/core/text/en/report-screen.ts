/** Words of the files beside the report: what can be taken away, and what each holds. */

export const reportScreenText = {
  make: (what: string) => `Save ${what}`,
  kinds: {
    'results-xlsx': 'results as XLSX',
    'results-csv': 'subscriptions as CSV',
    'months-csv': 'months as CSV',
    'results-json': 'results as JSON',
    'scenario-json': 'scenario',
    'diagnostics-csv': 'import log',
  },
  holds: {
    'results-xlsx': 'A workbook: summary, every subscription, months, what has no price, assumptions, diagnostics.',
    'results-csv': 'One row a subscription with its unit figures, cliff and amounts.',
    'months-csv': 'One row a month and currency.',
    'results-json': 'All results in the documented format, byte for byte what the headless runner writes.',
    'scenario-json': 'The assumptions, decisions, margin rules and clauses, to be opened in another workbook.',
    'diagnostics-csv': 'What importers and calculation reported, with file, row and original text.',
  },
  localeNames: {
    'en-GB': 'English (United Kingdom)',
    'en-US': 'English (United States)',
    'de-DE': 'German',
    'fr-FR': 'French',
    'nb-NO': 'Norwegian',
    'ja-JP': 'Japanese',
  },
  likeBrowser: (locale: string) => `As this browser (${locale})`,
  sample: (number: string, date: string) => `For example ${number} and ${date}.`,
} as const; // prettier-ignore
