/** What an assumption is about: texts as the files have them, whatever their case; a tag by its key. */
import { describe, expect, it } from 'vitest';
import type { UsageScope } from '../../../src/core/scenario/azure.ts';
import { readUsage, scopeRows } from '../../../src/sim/azure/model/index.ts';
import { importAll } from '../../support/import-files.ts';
import { type UsageLine, dailyUsage } from '../../support/usage-files.ts';

const line = (more: Partial<UsageLine>): UsageLine => ({
  ...{ day: '2026-10-05', customer: 'c-1', subscription: 's-1', group: 'prod', category: 'Storage', meter: 'Disk' },
  ...{ quantity: '1', price: '1', cost: '1', currency: 'EUR', earned: '15', invoice: 'G1', tags: '' },
  ...more,
});
const LINES = [
  line({ tags: '{"env":"Test"}' }),
  line({ customer: 'c-2', group: 'Dev' }),
  line({ category: 'Virtual Machines', meter: 'D2', tags: '{"env":"prod"}' }),
];

describe('the scope of an assumption', () => {
  it.each<[UsageScope, readonly number[]]>([
    [{}, [1, 1, 1]],
    [{ customerId: 'C-1' }, [1, 0, 1]],
    [{ resourceGroup: 'dev' }, [0, 1, 0]],
    [{ category: 'storage', customerId: 'c-1' }, [1, 0, 0]],
    [{ meter: 'd2' }, [0, 0, 1]],
    [{ tag: { key: 'env', value: 'test' } }, [1, 0, 0]],
    [{ tag: { key: 'team', value: '' } }, [1, 1, 1]],
    [{ subscriptionId: 'none' }, [0, 0, 0]],
  ])('%j', async (scope, expected) => {
    const { datasets } = await importAll([dailyUsage('a.csv', LINES)]);
    expect([...scopeRows(readUsage(datasets), scope)]).toEqual(expected);
  });
});
