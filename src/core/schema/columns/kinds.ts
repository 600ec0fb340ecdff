import type { Column } from '../../table.ts';

/** Columns by canonical name, in the order in which they are shown, with what they hold. */
export type Kinds = Readonly<Record<string, Column['kind']>>;
