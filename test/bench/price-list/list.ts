import { makeDay } from '../../../src/core/days.ts';
import { makeSample } from '../../../src/sample/index.ts';

const BYTES = 2_000_000;
const ID_PREFIX = 'CFQ7TTC0';

/** The sample's newer list, repeated under other product ids until it is as large as a real one. */
export function largePriceList(): string {
  const files = makeSample({ asOf: makeDay(2026, 11, 22) ?? 0, subscriptions: 0 });
  const text = files.find(({ name }) => name === 'Nov_NCE_LicenseBasedPL_GA_US.csv')?.text ?? '';
  const firstLine = text.indexOf('\n') + 1;
  const body = text.slice(firstLine);
  const copies = Math.ceil(BYTES / body.length);
  const parts = Array.from({ length: copies }, (_, copy) =>
    body.replaceAll(ID_PREFIX, `CFQ7TT${copy.toString(36).toUpperCase().padStart(2, '0')}`),
  );
  return text.slice(0, firstLine) + parts.join('');
}
