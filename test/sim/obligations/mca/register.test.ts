import { describe, expect, it } from 'vitest';
import { dayToText } from '../../../../src/core/days.ts';
import type { RegisterEntry } from '../../../../src/core/obligations/register.ts';
import type { Decision } from '../../../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../../../src/core/schema/dataset.ts';
import { prepareBook } from '../../../../src/sim/index.ts';
import { mcaRegister } from '../../../../src/sim/obligations/mca/register.ts';
import type { McaRegister, McaRequest, NextAction } from '../../../../src/sim/obligations/mca/types.ts';
import {
  type SubscriptionCells,
  agreements,
  customers,
  portfolio,
  price,
  priceList,
  scenario,
} from '../../../support/books.ts';
import { day } from '../../../support/simulation.ts';

const LIST = priceList([
  price('P1Y/Annual', '120', '150'),
  price('P1Y/Monthly', '126', '156'),
  price('P1M/Monthly', '12', '15'),
]);

interface Given {
  readonly subscriptions?: readonly SubscriptionCells[];
  readonly more?: readonly Dataset[];
  readonly decisions?: readonly Decision[];
  readonly asOf?: string;
  readonly wanted?: ReadonlyMap<string, number>;
  readonly register?: McaRequest['register'];
}

function registerOf(given: Given): McaRegister {
  const {
    subscriptions = [{}],
    more = [],
    decisions = [],
    asOf = '2026-11-22',
    wanted = new Map<string, number>(),
  } = given;
  const datasets = [LIST, portfolio(subscriptions), ...more];
  return mcaRegister(datasets, prepareBook({ datasets }), {
    simulation: { scenario: scenario({ decisions }), window: { asOf: day(asOf), horizonMonths: 12 } },
    register: given.register ?? { entries: [], plans: [] },
    ...{ seatsWanted: wanted, packs: [] },
  });
}

function actionsOf(given: Given): readonly NextAction[] {
  return registerOf(given).customers[0]?.actions ?? [];
}

const decide = (
  outcome: Decision['outcome'],
  renewTo?: Decision['renewTo'],
  more: Partial<Decision> = {},
): Decision => ({
  ...{ match: { subscriptionId: 'sub' }, outcome, ...more },
  ...(renewTo ? { renewTo } : {}),
});

describe('blocked next actions', () => {
  it.each([
    ['a renewal as it is', decide('renews'), 'renewal', false, undefined, undefined],
    ['fewer seats', decide('renews', { quantity: 7 }), 'seats', true, { from: 10, to: 7 }, undefined],
    ['another billing plan', decide('renews', { billingPlan: 'Monthly' }), 'billing', true, undefined, { from: 'P1Y/Annual', to: 'P1Y/Monthly' }],
    ['another term and seats', decide('renews', { termDuration: 'P1M', billingPlan: 'Monthly', quantity: 4 }), 'seats', true, { from: 10, to: 4 }, { from: 'P1Y/Annual', to: 'P1M/Monthly' }],
    ['EST, then fewer seats', decide('est', { quantity: 8 }, { bridgeDays: 30 }), 'seats', true, { from: 10, to: 8 }, undefined],
  ] as const)('%s', (_, decision, kind, isBlocked, seats, plan) => {
    const [action] = actionsOf({ decisions: [decision] });
    expect(action).toMatchObject({ kind, isBlocked, source: 'decided', subscriptionId: 'sub', currency: 'USD' });
    expect([action?.seats, action?.plan]).toEqual([seats, plan]);
  }); // prettier-ignore

  it('are none where the scenario cancels, or lets the term run into EST', () => {
    expect(actionsOf({ decisions: [decide('cancels')] })).toEqual([]);
    expect(actionsOf({ decisions: [decide('est')] })).toEqual([]);
  });

  it('come to what twelve months of the new term cost', () => {
    const [fewer] = actionsOf({ decisions: [decide('renews', { quantity: 7 })] });
    expect(fewer?.worth).toBe(7 * 120_00);
    const [monthly] = actionsOf({ decisions: [decide('renews', { billingPlan: 'Monthly', quantity: 7 })] });
    expect(monthly?.worth).toBe(7 * 126_00);
  });

  it.each([
    ['2026-11-29', 1],
    ['2026-11-30', 0],
    ['2026-12-01', 0],
  ])('can be solved until the lock of the term end (R-013): on %s', (asOf, count) => {
    const actions = actionsOf({ asOf, decisions: [decide('renews', { quantity: 7 })] });
    expect(actions).toHaveLength(count);
    for (const { until } of actions) expect(until).toBe(day('2026-11-30'));
    expect(actionsOf({ asOf, wanted: new Map([['sub', 7]]) })).toHaveLength(count);
  });

  it('count seats that are wanted where nothing is decided, and upgrades that are scheduled', () => {
    const wanted = new Map([['sub', 12]]);
    expect(actionsOf({ wanted })[0]).toMatchObject({ kind: 'seats', source: 'wanted', seats: { from: 10, to: 12 } });
    expect(actionsOf({ wanted: new Map([['sub', 10]]) })).toEqual([]);
    expect(actionsOf({ wanted, decisions: [decide('renews')] })[0]).toMatchObject({ kind: 'renewal' });
    const [upgrade] = actionsOf({ subscriptions: [{ scheduledAction: 'Transition' }] });
    expect(upgrade).toMatchObject({ kind: 'upgrade', source: 'scheduled', isBlocked: true, rules: ['R-130', 'R-137'] });
  });

  it.each([
    ['2026-11-21', 0],
    ['2026-11-22', 1],
    ['2026-11-23', 1],
  ])('hold plans of the register until their day: by %s', (by, count) => {
    const plan = { id: 'p', customerId: 'customer', kind: 'purchase', what: 'Copilot', by, worth: '99.999', currency: 'EUR' } as const; // prettier-ignore
    const [found] = registerOf({ register: { entries: [], plans: [plan] } }).customers;
    expect(found?.actions).toHaveLength(count);
    expect(found?.worth).toEqual(count === 0 ? [] : [{ currency: 'EUR', amount: 100_00 }]);
  });

  it('are not blocked once the customer has accepted, and add up by currency and deadline where not', () => {
    const decisions = [0, 1, 2].map((at) =>
      decide('renews', { quantity: 5 }, { match: { subscriptionId: `sub-${String(at)}` } }),
    );
    const subscriptions = [{ commitmentEnd: '2027-02-28' }, { customerId: 'b' }, { commitmentEnd: '2026-12-31' }];
    const accepted = agreements([{ customerId: 'B', type: 'MCA', dateAgreed: '2024-05-01', way: 'link' }]);
    const { customers: found } = registerOf({ subscriptions, decisions, more: [accepted] });
    expect(found.map(({ key, isBlocked, until, worth }) => [key, isBlocked, until && dayToText(until), worth])).toEqual(
      [
        ['customer', true, '2026-12-31', [{ currency: 'USD', amount: 10 * 120_00 }]],
        ['b', false, undefined, []],
      ],
    );
  });
});

describe('the register', () => {
  const MCA = { type: 'MicrosoftCustomerAgreement', firstName: 'Kim', lastName: 'E', email: 'k@x.example' };

  it('joins files, customer lists, typed entries and the portfolio, and changes none of them', () => {
    const more = [
      agreements([
        { ...MCA, customerId: 'CUSTOMER', dateAgreed: '2024-05-01', way: 'attested-ux', organisation: 'Other name' },
        { ...MCA, customerId: 'only-here', dateAgreed: '2022-05-01', way: 'attested-bulk', organisation: 'Fabrikam' },
        { ...MCA, dateAgreed: '2024-05-01' },
      ]),
      customers([
        { customerId: 'customer', customerName: 'Contoso', domain: 'contoso.example' },
        { customerId: 'unused' },
      ]),
    ];
    const entry: RegisterEntry = {
      ...{ id: 'e', customerId: 'customer', type: 'mca', agreed: '2026-11-22', way: 'admin-centre' },
      contact: { firstName: 'Ana', lastName: 'S', email: 'a@x.example', phone: '' },
      ...{ organisation: '', reseller: 'East', reference: '' },
    };
    const { customers: found, nobodys, files } = registerOf({ more, register: { entries: [entry], plans: [] } });
    const shown = found.map(({ key, customer, grade, flags, subscriptions, acceptances }) => [
      ...[key, customer, grade, flags.join(' '), subscriptions, acceptances.length],
    ]);
    expect(shown).toEqual([
      ['only-here', 'Fabrikam', 'attested', 'old-attestation', 0, 1],
      ['customer', 'Contoso', 'clicked', '', 1, 2],
    ]);
    expect(found[1]?.acceptances.map(({ source }) => source)).toEqual([
      { entry: 'e' },
      { file: 'agreements.json', row: 2 },
    ]);
    expect([nobodys, files]).toEqual([1, 1]);
  });

  it.each([
    ['2026-01-04', 'attested'],
    ['2026-01-05', 'none'],
    ['2026-01-06', 'none'],
  ])('takes what the API lists for attested until that had ended (R-136): %s', (dateAgreed, grade) => {
    const more = [agreements([{ ...MCA, customerId: 'customer', dateAgreed, way: 'listed' }])];
    expect(registerOf({ more }).customers[0]).toMatchObject({ grade, flags: [] });
  });

  it('shows who is there twice, but not customers without anything in the register', () => {
    const more = [
      agreements([{ ...MCA, customerId: 'b', dateAgreed: '2024-05-01', organisation: 'Contoso, Ltd.' }]),
      customers([
        { customerId: 'customer', customerName: 'Contoso' },
        { customerId: 'c', customerName: 'Contoso' },
      ]),
    ];
    const [pair, ...others] = registerOf({ more }).duplicates;
    expect(pair).toMatchObject({
      one: { customerId: 'b' },
      other: { customerId: 'customer' },
      evidence: [{ by: 'name' }],
    });
    expect(others).toEqual([]);
  });
});
