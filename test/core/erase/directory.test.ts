import { describe, expect, it } from 'vitest';
import { customersIn, identityOf } from '../../../src/core/erase/directory.ts';
import { type Owner, isOwn } from '../../../src/core/erase/owners.ts';
import { Traces } from '../../../src/core/erase/traces.ts';

const A = 'a01c3b7e-0f52-4c7b-8f0d-31d1a4c20001';
const B = 'b01c3b7e-0f52-4c7b-8f0d-31d1a4c20002';
const S = '5be6a1d0-2f5c-4e0e-9d6f-000000000001';

const owner = (said: Partial<Owner>): Owner => ({
  ...{ ids: [], names: [], domains: [], subscriptions: [], contacts: [], ownNumbers: false, rows: 1 },
  ...said,
});
const own = (said: Partial<Owner>): Owner => owner({ ownNumbers: true, ...said });

function tracesOf(key: string, owners: readonly Owner[], customers: readonly [string, string][] = []): Traces {
  const customer = customersIn(owners).find((one) => one.key === key);
  if (!customer) throw new Error(`no ${key} in ${JSON.stringify(customersIn(owners))}`);
  return new Traces(identityOf(customer, owners, { customers: new Map(customers) }));
}

const keyOf = (id: string): string => `id ${id.replaceAll('-', '')}`;

describe('the customers of some files', () => {
  it('are each there once, whatever the spelling of their id', () => {
    const owners = [owner({ ids: [A], names: ['Fabrikam'] }), owner({ ids: [`{${A.toUpperCase()}}`] }), owner({ ids: [A.replaceAll('-', '')] })]; // prettier-ignore
    expect(customersIn(owners)).toStrictEqual([{ key: keyOf(A), id: A, name: 'Fabrikam' }]);
  });

  it('are named by own invoices alone when no other file has their name', () => {
    const owners = [owner({ ids: [A], names: ['Fabrikam'] }), own({ names: ['FABRIKAM '] }), own({ ids: ['1001'], names: ['Adatum'] })]; // prettier-ignore
    expect(customersIn(owners).map(({ key }) => key)).toStrictEqual(['name adatum', keyOf(A)]);
  });
});

describe('what tells a customer', () => {
  const owners = [
    owner({ ids: [A], names: ['Fabrikam, Inc.'], domains: ['fabrikam.example'], subscriptions: [S] }),
    owner({ ids: [B], names: ['Northwind'], domains: ['northwind.example'], subscriptions: ['s-2'] }),
  ];

  it('is found in rows without an id, step by step', () => {
    const more = [...owners, owner({ subscriptions: [S], names: ['Fabrikam GmbH'] }), owner({ names: ['fabrikam gmbh'], subscriptions: ['s-77'] })]; // prettier-ignore
    const traces = tracesOf(keyOf(A), more);
    expect(more.map((one) => isOwn(one, traces))).toStrictEqual([true, false, true, true]);
    expect(traces.isSubscription('S-77')).toBe(true);
  });

  it('is who stands in their rows alone, and in no row of others', () => {
    const more = [...owners, owner({ ids: [A], contacts: ['Kim Sand', 'kim@else.example', 'agent@partner.example'] }), owner({ ids: [B], contacts: ['agent@partner.example'] })]; // prettier-ignore
    const traces = tracesOf(keyOf(A), more);
    const texts = ['ask KIM SAND', 'kim@else.example?', 'agent@partner.example', 'Kim'];
    expect(texts.map((text) => traces.in(text))).toStrictEqual([true, true, false, false]);
  });

  it('is what the user said that names on own invoices mean', () => {
    const more = [...owners, own({ ids: ['1001'], names: ['Fabri'] }), own({ ids: ['1001'], names: ['Fabri (old)'] })];
    const traces = tracesOf(keyOf(A), more, [['fabri', A]]);
    expect(more.map((one) => isOwn(one, traces))).toStrictEqual([true, false, true, true]);
  });

  it('is no name, domain or subscription that somebody else has too', () => {
    const more = [...owners, owner({ ids: [B], names: ['Fabrikam, Inc.'], domains: ['fabrikam.example'], subscriptions: [S] })]; // prettier-ignore
    const traces = tracesOf(keyOf(A), more);
    expect(more.map((one) => isOwn(one, traces))).toStrictEqual([true, false, false]);
    expect(isOwn(owner({ names: ['Fabrikam, Inc.'] }), traces)).toBe(false);
    expect(isOwn(owner({ subscriptions: [S] }), traces)).toBe(false);
    expect(traces.isSubscription(S)).toBe(false);
    expect(traces.in('Ask Fabrikam, Inc., at kim@fabrikam.example')).toBe(false);
    expect(traces.in(`Fabrikam, Inc. (${A})`)).toBe(true);
  });
});

describe('a text speaks of a customer', () => {
  const traces = new Traces({
    ids: [A.replaceAll('-', '')],
    subscriptions: ['s-0815x'],
    names: ['nord', 'söhne & co "süd"'],
    domains: ['nord.example'],
    shared: [],
  });

  it.each([
    [A, true],
    [`see {${A.toUpperCase()}}.`, true],
    [`/subscriptions/${A.replaceAll('-', '')}/x`, true],
    ['customer_a01c3b7e_0f52_4c7b_8f0d_31d1a4c20001', true],
    [B, false],
    [`${A}0`, false],
    ['Nord', true],
    ['for NORD, as agreed', true],
    ['Nordwind', false],
    ['kim@nord.example', true],
    ['uplift_nord', true],
    ['=IF([@Customer]="Söhne & Co ""Süd""",1,0)', true],
    [JSON.stringify(['Söhne & Co "Süd"']), true],
    ['S-0815X renews', true],
    ['s-0815xy', false],
    ['', false],
  ])('%s: %s', (text, speaks) => {
    expect(traces.in(text)).toBe(speaks);
  });
});
