/** What the headless runner says on standard error. */

export const modelText = {
  usage:
    'npm run model -- --in FOLDER|FILE [FILE …] --as-of YYYY-MM-DD --horizon MONTHS [--scenario FILE] [--recipe FILE …] [--trials N] [--seed TEXT] [--workers N] [--trials-csv FILE] --out FILE|-\n' +
    '  --in        exports to read; folders are read by file name; may be repeated\n' +
    '  --as-of     first day of the window (default: today in UTC)\n' +
    '  --horizon   length of the window in months, 1 to 600 (default: 12)\n' +
    '  --scenario  scenario file; without it a scenario among the exports, else the defaults\n' +
    '  --recipe    recipe with mappings and repairs, as Files > Mappings exports it; may be repeated\n' +
    '  --out       where the results go; - for standard output\n' +
    '  --trials    trials of the scenario’s uncertainty, 1 to 100000 (default: as many as it says)\n' +
    '  --seed      any text that the draws come from (default: the scenario’s)\n' +
    '  --workers   threads that share the trials, 1 to 8 (default: one a core); the results are the same\n' +
    '  --trials-csv FILE  the totals of each trial as CSV',
  badOption: (option: string) => `Cannot use ${option}.`,
  missing: (option: string) => `${option} is missing.`,
  unreadable: (path: string, reason: string) => `Cannot read ${path}: ${reason}.`,
  unwritable: (path: string, reason: string) => `Cannot write ${path}: ${reason}.`,
  badScenario: (path: string, reasons: string) => `Cannot use the scenario ${path}:\n${reasons}`,
  badRecipe: (path: string, reasons: string) => `Cannot use the recipe ${path}:\n${reasons}`,
  badUncertainty: (reasons: string) => `Cannot run trials:\n${reasons}`,
  badInput: {
    trials: () => 'There can be 1 to 100000 trials.',
    loading: () => 'A loading lies between −1 and 1.',
    order: (input: number) => `Input ${String(input)}: its smallest, most likely and largest value are not in this order.`,
    spread: (input: number) => `Input ${String(input)}: its standard deviation is below 0.`,
    mean: (input: number) => `Input ${String(input)}: the mean of a lognormal distribution lies above 0.`,
    weights: (input: number) => `Input ${String(input)}: weights are not below 0, and one of them is above.`,
    limit: (limit: number) => `Limit ${String(limit)}: trials do not have this amount.`,
  },
  scenarioIgnored: (file: string, used: string) => `${file}: not used, the scenario is that of ${used}.`,
  duplicate: (file: string, other: string) => `${file}: the same content as ${other}, counted once.`,
  nothingUsable: 'No file could be used:',
  noFiles: 'There is no file.',
  place: (file: string, row: number | undefined, column: string | undefined) =>
    [file, row === undefined ? '' : `line ${String(row)}`, column ?? ''].filter(Boolean).join(', '),
} as const; // prettier-ignore
