/** The overrides of a scenario file. */
import { idKey } from '../ids.ts';
import { type Overrides, type OverrideChange, NO_OVERRIDES, changeOverrides } from '../overrides/override.ts';
import { OVERRIDE_COLUMNS, isOverrideColumn, isValueOf } from '../overrides/override-columns.ts';
import { type Decoder, asObject, asText, fail } from './decoders.ts';
import { required } from './required.ts';

interface CellOverride {
  readonly subscriptionId: string;
  readonly column: string;
  readonly value: string;
  readonly author: string;
  readonly at: string;
  readonly reason: string;
}

const asFields = required<CellOverride>(
  asObject({ subscriptionId: asText, column: asText, value: asText, author: asText, at: asText, reason: asText }),
  ['subscriptionId', 'column', 'value'],
  { author: '', at: '', reason: '' },
);

/** One changed cell; its value must be one that the column takes. */
export const asCellOverride: Decoder<OverrideChange> = (value, path, problems) => {
  const cell = asFields(value, path, problems);
  if (!cell) return undefined;
  const { subscriptionId, column, ...override } = cell;
  if (!isOverrideColumn(column)) {
    fail(problems, 'scenario-not-choice', `${path}.column`, {
      choices: Object.keys(OVERRIDE_COLUMNS).join(', '),
    });
    return;
  }
  if (!isValueOf(column, cell.value)) {
    fail(problems, 'scenario-not-cell', `${path}.value`, { column, value: cell.value });
    return;
  }
  return { id: idKey(subscriptionId), column, override };
};

/** Entries as overrides; of several for one cell the last counts. */
export function overridesOf(entries: readonly OverrideChange[]): Overrides {
  return changeOverrides(NO_OVERRIDES, entries);
}
