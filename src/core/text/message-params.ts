/** What a message needs besides its code. */
export type MessageParams = Readonly<Record<string, string | number>>;

const grouped = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** A count as English writes it: `600,000`. */
export function countText(params: MessageParams, name: string): string {
  return grouped.format(Number(params[name] ?? 0));
}

/** `1 row`, `20,000 rows`; of the parameter `rows`. */
export function rowsText(params: MessageParams): string {
  return Number(params['rows']) === 1 ? '1 row' : `${countText(params, 'rows')} rows`;
}
