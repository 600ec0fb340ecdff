import { describe, expect, it } from 'vitest';
import { type CustomerMention, duplicates, nameKey } from '../../../../src/core/obligations/mca/duplicates.ts';

const mention = (given: Partial<CustomerMention> & { readonly customerId: string }): CustomerMention => ({
  ...{ name: '', domain: '', reseller: '', email: '' },
  ...given,
});

function found(...mentions: readonly CustomerMention[]): readonly string[] {
  return duplicates(mentions).map(
    ({ one, other, evidence }) =>
      `${one.customerId}/${one.resellers.join('+')} ${other.customerId}/${other.resellers.join('+')}: ${evidence.map(({ by }) => by).join(' ')}`,
  );
}

describe('the same customer more than once', () => {
  it('is found by domain, name and contact, all evidence in one pair', () => {
    const one = mention({ customerId: 'a', name: 'Contoso, Ltd.', domain: 'contoso.example' });
    const other = mention({
      customerId: 'b',
      name: 'CONTOSO Limited',
      domain: 'Contoso.Example',
      email: 'k@x.example',
    });
    const third = mention({ customerId: 'c', name: 'Fabrikam', email: 'K@X.example ' });
    expect(found(one, other, third)).toEqual(['a/ b/: domain name', 'b/ c/: email']);
  });

  it('is one tenant with two resellers, but not one of which only one reseller is known', () => {
    const plain = mention({ customerId: 'A', name: 'Contoso' });
    const east = mention({ customerId: 'a', reseller: 'East' });
    const west = mention({ customerId: 'ORG:a', reseller: 'West' });
    expect(found(plain, east, { ...east, reseller: 'EAST' })).toEqual([]);
    expect(found(plain, east, west)).toEqual(['A/East A/West: tenant']);
  });

  it('is not found where nothing is known, nor by different companies of similar names', () => {
    expect(found(mention({ customerId: 'a' }), mention({ customerId: 'b' }))).toEqual([]);
    expect(found(mention({ customerId: 'a', name: 'Contoso' }), mention({ customerId: 'b', name: 'Contoso Pharma' }))).toEqual([]); // prettier-ignore
  });

  it.each([
    ['Contoso, Ltd.', 'contoso'],
    ['Müller & Söhne "Nord" GmbH', 'muller and sohne nord'],
    ["Margie's Travel", 'margies travel'],
    ['Limited', 'limited'],
    ['', ''],
  ])('compares %s as %s', (name, key) => {
    expect(nameKey(name)).toBe(key);
  });
});
