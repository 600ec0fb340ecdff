/** What the parts of the obligations put into the calendar. */
import { describe, expect, it } from 'vitest';
import { dayToText } from '../../../src/core/days.ts';
import type { DatedObligation } from '../../../src/core/obligations/dated.ts';
import { NO_OBLIGATIONS, type Obligations } from '../../../src/core/obligations/obligations.ts';
import { NO_PROGRAMME, type Programme } from '../../../src/core/obligations/programme.ts';
import { freshAgreement } from '../../../src/core/obligations/terms/read.ts';
import type { Decision } from '../../../src/core/scenario/scenario.ts';
import { prepareBook } from '../../../src/sim/index.ts';
import { datedObligations } from '../../../src/sim/obligations/calendar/dated.ts';
import { type SubscriptionCells, portfolio, scenario } from '../../support/books.ts';
import { day } from '../../support/simulation.ts';

interface Given {
  readonly subscriptions?: readonly SubscriptionCells[];
  readonly decisions?: readonly Decision[];
  readonly obligations?: Partial<Obligations>;
  readonly asOf?: string;
}

function duesOf({
  subscriptions = [],
  decisions = [],
  obligations,
  asOf = '2026-11-22',
}: Given): readonly DatedObligation[] {
  const datasets = [portfolio(subscriptions)];
  return datedObligations(datasets, prepareBook({ datasets }), {
    simulation: { scenario: scenario({ decisions }), window: { asOf: day(asOf), horizonMonths: 12 } },
    obligations: { ...NO_OBLIGATIONS, ...obligations },
    seatsWanted: new Map(),
  });
}

const told = (dues: readonly DatedObligation[]): readonly string[] =>
  dues.map((due) => `${dayToText(due.day)} ${due.part} ${due.rule} ${due.about ?? ''}`.trim());

describe('dates of the parts', () => {
  const cut: Decision = {
    ...{ match: { subscriptionId: 'sub' }, outcome: 'renews' },
    renewTo: { quantity: 20 },
  };

  it('tell a planned change that waits for the MCA on the last whole day before it locks', () => {
    const dues = duesOf({
      subscriptions: [{ commitmentEnd: '2026-12-14', customerName: 'Fabrikam' }],
      decisions: [cut],
    });
    expect(told(dues)).toEqual(['2026-12-13 register R-130 Fabrikam']);
  });

  it('name ten customers of a day and count the others', () => {
    const subscriptions = Array.from({ length: 14 }, (_, at) => ({
      ...{ commitmentEnd: '2026-12-14', customerId: `c-${String(at)}`, subscriptionId: `s-${String(at)}` },
    }));
    const decisions = subscriptions.map(({ subscriptionId }): Decision => ({ ...cut, match: { subscriptionId } }));
    const dues = duesOf({ subscriptions, decisions });
    expect(dues).toHaveLength(11);
    expect(dues.at(-1)).toMatchObject({
      id: `others ${String(day('2026-12-13'))}`,
      what: expect.stringContaining('4 more customers') as string,
    });
  });

  it.each([
    ['2026-12-31', ['2026-12-31 programme R-141']],
    ['2027-01-01', ['2026-12-31 programme R-141']],
  ])('keep a proof that counts until the end of 2026 on %s, and no mail that is past', (asOf, expected) => {
    const programme: Programme = {
      ...NO_PROGRAMME,
      role: 'indirect-reseller',
      units: [{ id: 'u', name: '', files: [], anniversary: 11, firstTransaction: undefined, deauthorised: undefined }],
      evidence: [{ ...{ check: 'mfa', name: '', standing: 'met', note: '' }, on: undefined, until: day('2026-12-31') }],
    };
    const dues = duesOf({ obligations: { programme }, asOf }).filter((due) => due.day <= day('2027-01-31'));
    expect(told(dues)).toEqual(expected);
  });

  it('tell agreements, each date once', () => {
    const own = { ...freshAgreement('a', 'own'), name: 'Framework', endsOn: '2027-02-28' };
    const terms = { ...NO_OBLIGATIONS.terms, agreements: [own, { ...own, id: 'b' }] };
    const dues = duesOf({ obligations: { terms } }).filter(({ about }) => about?.includes('Framework'));
    expect(dues.map((due) => dayToText(due.day))).toEqual(['2027-02-28', '2027-02-28']);
    expect(new Set(dues.map(({ id }) => id)).size).toBe(2);
  });
});
