import type { Coverage, CoveredDay, DayFacts, IdSet, RowSample } from '../core/schema/coverage.ts';
import { isCount, isFields, isInteger, isListOf, isText } from './validate.ts';

const DECIMAL = /^-?\d+(\.\d+)?$/;

/** Whether a record is a coverage: it is computed with, so a restored one is checked to its last sum. */
export function isCoverage(value: unknown): value is Coverage {
  if (!isFields(value) || !isListOf(value['days'], isCoveredDay) || !isRowSample(value['sample'])) return false;
  return isIdSet(value['customers']) && isIdSet(value['invoices']) && (value['undated'] === undefined || isDayFacts(value['undated'])) && isCount(value['unbilled']); // prettier-ignore
}

function isCoveredDay(value: unknown): value is CoveredDay {
  return isDayFacts(value) && isInteger((value as { readonly day?: unknown }).day);
}

function isDayFacts(value: unknown): value is DayFacts {
  return isFields(value) && isCount(value['rows']) && isCount(value['digest']) && isDaySums(value['sums']);
}

function isDaySums(value: unknown): value is DayFacts['sums'] {
  return (
    isFields(value) && Object.values(value).every((sums) => isFields(sums) && Object.values(sums).every(isDecimal))
  );
}

function isDecimal(value: unknown): boolean {
  return isText(value) && DECIMAL.test(value);
}

function isRowSample(value: unknown): value is RowSample {
  if (!isFields(value)) return false;
  return isListOf(value['identities'], isCount) && isListOf(value['days'], isInteger) && isCount(value['below']);
}

function isIdSet(value: unknown): value is IdSet {
  return isFields(value) && isListOf(value['ids'], isText) && typeof value['isCapped'] === 'boolean';
}
