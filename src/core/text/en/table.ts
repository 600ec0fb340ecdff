/** Words for tables of any screen: what the history calls a change of how one is shown. */

export const tableText = {
  widths: 'Column widths',
} as const;
