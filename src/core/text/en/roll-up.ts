/** Words about daily usage that is rolled up on the way in. */
export const rollUpText = {
  title: (file: string) => `${file} has many rows`,
  intro: (rows: string, limit: string) =>
    `It holds about ${rows} rows; beyond ${limit}, Termwise asks. Rolled up, there is one row for each day, subscription, meter ` +
    'and resource group. Quantities and amounts are added up exactly, and the totals are proven equal. Single resources are no longer told apart.',
  tags: 'Tags to keep apart',
  noTags: 'The first rows have no tags.',
  keep: 'Keep every row',
  rollUp: 'Roll up',
  remembered: 'The answer is remembered for files with this header.',
  fact: 'Rolled up',
  rolledUp: (rows: string, tagKeys: readonly string[]) =>
    tagKeys.length === 0 ? `from ${rows} rows` : `from ${rows} rows, tags ${tagKeys.join(', ')} kept apart`,
} as const;
