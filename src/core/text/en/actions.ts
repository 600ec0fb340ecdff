/** Words of the action pack's dialog and of the dialog that checks JSON. */

const plural = (count: number, one: string, many: string): string => (count === 1 ? one : many);

export const actionsText = {
  pack: {
    open: 'Action pack…',
    title: 'Action pack',
    say: 'Files for Partner Center, your calendar and your customers. Nothing is sent from here.',
    scope: 'For',
    scopes: {
      decided: 'All that is decided',
      selected: (shown: string) => `${shown} selected`,
    },
    loading: 'Working out what each subscription gets',
    none: 'Nothing to do yet: none of these subscriptions has a decision that can still be carried out. Close this, choose a way out for a subscription (or several) in Decide, and come back.',
    summary: (count: number, shown: string, customers: number, customersShown: string) =>
      `${shown} ${plural(count, 'subscription', 'subscriptions')} of ${customersShown} ${plural(customers, 'customer', 'customers')}`,
    whole: (shown: string) => `${shown} with a whole request`,
    fetch: (shown: string) => `${shown} to be fetched first`,
    noRequest: (shown: string) => `${shown} without a request`,
    columns: {
      customer: 'Customer',
      product: 'Subscription',
      gets: 'Gets',
      locks: 'Locks at 00:00 UTC',
      request: 'Request',
    },
    anyDay: 'any day',
    more: (count: number, shown: string) =>
      `and ${shown} more, ${plural(count, 'which is', 'which are')} in the pack too`,
    moreLeftOut: (shown: string) => `and ${shown} more`,
    request: {
      complete: 'whole',
      merge: (fields: string) => `fetch first; missing here: ${fields}`,
      noResource: 'fetch first; no JSON of it was imported',
      stale: (fields: string) => `fetch first; the JSON differs in ${fields}`,
      none: {
        id: 'none: its id is none of Partner Center’s',
        product: 'none: product or SKU id is none of Microsoft’s',
      },
    },
    leftOut: (count: number, shown: string) => `Left out: ${shown} ${plural(count, 'subscription', 'subscriptions')}`,
    leftOutColumns: { customer: 'Customer', product: 'Subscription', why: 'Why, and what to do' },
    choices: 'Choices',
    language: 'Language and formats',
    languages: {
      'en-GB': 'English (United Kingdom)',
      'en-US': 'English (United States)',
      'de-DE': 'German (Germany)',
      'de-AT': 'German (Austria)',
      'de-CH': 'German (Switzerland)',
    },
    field: 'Field that says when',
    fieldHint: 'Sources differ (D-05). Microsoft’s documentation says scheduledType.',
    est: 'Auto-renew with EST',
    estOptions: { on: 'on, as Microsoft documents it', off: 'off, as some platforms write it' },
    estHint: 'Sources differ (D-04). The action counts either way.',
    parts: 'Parts',
    partNames: {
      json: 'Requests (JSON)',
      csv: 'List (CSV)',
      calendar: 'Deadlines (calendar)',
      letters: 'Customer letters',
      mail: 'Mail drafts',
      sheet: 'Change sheet to sign',
    },
    noParts: 'Choose at least one part.',
    save: 'Save action pack',
    saving: 'Writing the action pack',
  },
  lint: {
    open: 'Check JSON…',
    title: 'Check subscription JSON',
    box: 'JSON',
    say: 'Paste the body of a PATCH, a subscription as GET gives it, a list of them, or the actions.json of an action pack; or drop a file here. It is held against the imported subscriptions and the open scenario. Nothing is sent.',
    file: 'Open a file…',
    check: 'Check',
    checking: 'Checking',
    tooLarge: 'This is larger than 20 MB. Check it in parts.',
    empty: 'Nothing checked yet.',
    clean: (count: number, shown: string) =>
      `No fault found in ${shown} ${plural(count, 'subscription', 'subscriptions')}.`,
    found: (errors: number, errorsShown: string, warnings: number, warningsShown: string) =>
      [
        ...(errors > 0 ? [`${errorsShown} ${plural(errors, 'error', 'errors')}`] : []),
        ...(warnings > 0 ? [`${warningsShown} ${plural(warnings, 'warning', 'warnings')}`] : []),
      ].join(' and '),
    caption: 'What was found',
    columns: {
      place: 'Line : column',
      kind: 'Kind',
      what: 'What is wrong, and what to do',
      where: 'Where',
      rule: 'Rule',
    },
    kinds: { error: '✕ error', warning: '! warning' },
    whole: 'the whole text',
    more: (shown: string) => `and ${shown} more`,
    copy: 'Copy findings',
    copied: 'Copied.',
  },
} as const;
