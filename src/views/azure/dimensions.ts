/** What consumption is told apart by, to choose from. */
import { azureText as text } from '../../core/text/en/azure.ts';
import { USAGE_DIMENSIONS, type UsageDimension, type UsageFacts } from '../../sim/azure/types.ts';

interface DimensionChoice {
  readonly value: UsageDimension;
  readonly text: string;
}

const TAG = 'tag:';

export function dimensionTitle(dimension: UsageDimension): string {
  const found = USAGE_DIMENSIONS.find((one) => one === dimension);
  return found ? text.dimensions[found] : text.tag(dimension.slice(TAG.length));
}

/** The dimension that a choice stands for; undefined when the files no longer have the tag. */
export function dimensionOf(value: string, { tagKeys }: Pick<UsageFacts, 'tagKeys'>): UsageDimension | undefined {
  const key = value.slice(TAG.length);
  return (
    USAGE_DIMENSIONS.find((dimension) => dimension === value) ??
    (value.startsWith(TAG) && tagKeys.includes(key) ? `tag:${key}` : undefined)
  );
}

/** All dimensions, and the tags of the files. */
export function dimensionChoices({ tagKeys }: Pick<UsageFacts, 'tagKeys'>): readonly DimensionChoice[] {
  const all: readonly UsageDimension[] = [...USAGE_DIMENSIONS, ...tagKeys.map((key) => `tag:${key}` as const)];
  return all.map((value) => ({ value, text: dimensionTitle(value) }));
}
