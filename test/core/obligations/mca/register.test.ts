import { describe, expect, it } from 'vitest';
import { firstBreak } from '../../../../src/core/obligations/mca/log.ts';
import {
  type Stamp,
  withEntry,
  withPlan,
  withRemark,
  withoutCustomers,
  withoutEntry,
} from '../../../../src/core/obligations/mca/register-edits.ts';
import {
  NO_REGISTER,
  type PlannedAction,
  type RegisterEntry,
  readRegister,
} from '../../../../src/core/obligations/register.ts';

const STAMP: Stamp = { at: '2026-11-26T08:30:00Z', who: 'Ana', salt: 'salt' };
const ENTRY: RegisterEntry = {
  ...{ id: 'e1', customerId: 'ORG:Customer-A', type: 'mca', agreed: '2026-03-01', way: 'link' },
  contact: { firstName: 'Kim', lastName: 'Example', email: 'kim@fabrikam.example', phone: '' },
  ...{ organisation: 'Fabrikam', reseller: '', reference: 'att-1' },
};
const PLAN: PlannedAction = {
  ...{ id: 'p1', customerId: 'customer-a', kind: 'purchase', what: 'Copilot', by: '2026-12-01' },
  ...{ worth: '1200.50', currency: 'EUR' },
};

const entered = withEntry(NO_REGISTER, ENTRY, STAMP);

describe('edits of the register', () => {
  it('write a line each, with what the form said', () => {
    const changed = withEntry(entered, { ...ENTRY, way: 'admin-centre' }, STAMP);
    const asked = withRemark(changed, 'request', { customerId: 'b', said: [['reference', 'mail']] }, STAMP);
    const planned = withPlan(asked, PLAN, true, STAMP);
    const gone = withoutEntry(withPlan(planned, PLAN, false, STAMP), 'e1', 'Wrong customer', STAMP);
    expect(gone.log.lines.map(({ kind, who }) => `${kind} ${who}`)).toEqual([
      ...['entry Ana', 'change Ana', 'request Ana', 'plan Ana', 'plan Ana', 'withdrawal Ana'],
    ]);
    expect(gone.log.lines[1]?.content?.said).toContainEqual(['way', 'admin-centre']);
    expect(gone.log.lines[5]?.content?.said).toContainEqual(['reason', 'Wrong customer']);
    expect(changed.entries).toHaveLength(1);
    expect([gone.entries, gone.plans]).toEqual([[], []]);
    expect(firstBreak(gone.log)).toBeUndefined();
  });

  it('erase every trace of a customer and leave the chain whole', () => {
    const other = withEntry(entered, { ...ENTRY, id: 'e2', customerId: 'customer-b' }, STAMP);
    const erased = withoutCustomers(withPlan(other, PLAN, true, STAMP), ['customer-a'], STAMP);
    expect(erased.entries.map(({ id }) => id)).toEqual(['e2']);
    expect(erased.plans).toEqual([]);
    expect(JSON.stringify(erased)).not.toMatch(/customer-a|Copilot/i);
    expect(firstBreak(erased.log)).toBeUndefined();
    expect(erased.log.lines.at(-1)).toMatchObject({ kind: 'erasure', content: { customerId: '' } });
  });

  it('come back as they were stored', () => {
    const register = withPlan(entered, PLAN, true, STAMP);
    expect(readRegister(JSON.parse(JSON.stringify(register)))).toEqual(register);
  });

  it.each([
    ['nothing', undefined],
    ['a list', []],
    ['other fields', { entries: 'x' }],
  ])('start anew from %s', (_, stored) => {
    expect(readRegister(stored)).toEqual(NO_REGISTER);
  });

  it('leave out entries without a customer or with a day that does not exist, and unknown words', () => {
    const entries = [
      { ...ENTRY, customerId: '' },
      { ...ENTRY, agreed: '2026-02-30' },
      { ...ENTRY, way: 'by pigeon', type: 7, contact: 'Kim' },
    ];
    const plans = [
      { ...PLAN, worth: 'much', currency: 'euros' },
      { ...PLAN, kind: 'steal' },
    ];
    const read = readRegister({ entries, plans, log: { lines: [{ number: 1, kind: 'nonsense' }], head: { lines: 1, hash: 'x' } } }); // prettier-ignore
    expect(read.entries).toEqual([
      { ...ENTRY, way: 'unknown', type: 'legacy', contact: { firstName: '', lastName: '', email: '', phone: '' } },
    ]);
    expect(read.plans).toEqual([{ ...PLAN, worth: '', currency: '' }]);
    expect(firstBreak(read.log)).toEqual({ why: 'end', line: 1 });
  });
});
