/** Azure consumption: read from its files, and summed. */
export { groupUsage, dimensionOf, rowsOf } from './group.ts';
export { monthBridge } from './month-bridge.ts';
export { isUsageKind, usageColumns } from './sources.ts';
export { scopeRows } from './scope.ts';
export { readUsage } from './usage.ts';
