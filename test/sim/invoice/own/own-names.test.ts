import { expect, test } from 'vitest';
import { NO_OWN_NAMES, readOwnNames, withMeaning, writeOwnNames } from '../../../../src/core/invoice/own-names.ts';

test('what names mean comes back from the store as it was said; what is no meaning is left out', () => {
  const said = withMeaning(withMeaning(NO_OWN_NAMES, 'customers', 'contoso ag', 'tenant'), 'items', '__proto__', '-');
  expect(readOwnNames(JSON.parse(JSON.stringify(writeOwnNames({ ...said, lag: 1 }))))).toEqual({ ...said, lag: 1 });
  expect(withMeaning(said, 'items', '__proto__', undefined).items.size).toBe(0);
  for (const odd of [undefined, null, 7, 'text', [], { customers: { a: 'b' }, items: [['a'], ['a', 1]], lag: 9 }])
    expect(readOwnNames(odd)).toEqual(NO_OWN_NAMES);
});
