import type { AppliedRepair } from '../../core/schema/repairs.ts';
import type { Finding } from './finding.ts';

/** A finding as the dataset remembers it. */
export function appliedRepair({ code, column, rows, treatment }: Finding): AppliedRepair {
  return { code, column, rows, applied: treatment === 'apply' };
}
