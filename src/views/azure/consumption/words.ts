/** Names of what consumption is told apart by. */
import { azureText as text } from '../../../core/text/en/azure.ts';
import { USAGE_DIMENSIONS, type UsageDimension } from '../../../sim/azure/types.ts';

export function dimensionTitle(dimension: UsageDimension): string {
  const found = USAGE_DIMENSIONS.find((one) => one === dimension);
  return found ? text.dimensions[found] : text.tag(dimension.slice('tag:'.length));
}
