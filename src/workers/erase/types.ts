/** What the page is told of erasing a customer. Plain data. */
import type { KnownCustomer } from '../../core/erase/directory.ts';
import type { CustomerIdentity } from '../../core/erase/identity.ts';
import type { DatasetKind } from '../../core/schema/dataset.ts';

/** Rows that have been looked at or written, of all. */
export interface EraseProgress {
  readonly done: number;
  readonly of: number;
}

export interface ErasableCustomers {
  readonly customers: readonly KnownCustomer[];
  /** Names of files that cannot be read, so that nothing can be found in them. */
  readonly damaged: readonly string[];
}

/** `packed`: it is compressed, so that it cannot be searched; it goes too. */
export type SourceFate = 'none' | 'stays' | 'goes' | 'packed';

/** What becomes of one stored file. */
export interface FileLook {
  readonly id: string;
  readonly file: string;
  readonly kind: DatasetKind;
  /** Accepted rows of the file that go. */
  readonly rows: number;
  /** Rows of the table that stay. */
  readonly left: number;
  readonly rejects: number;
  readonly source: SourceFate;
  /** The name that it gets when its own speaks of the customer. */
  readonly renamed: string | undefined;
  /** `amend`: its rows stay as they are, its record changes. `remove`: no row is left. */
  readonly change: 'none' | 'amend' | 'rewrite' | 'remove';
}

/** A cell of somebody else's row that speaks of the customer: it stays. */
export interface Mention {
  readonly file: string;
  /** Line in the file; 1: a header. */
  readonly line: number;
  readonly column: string;
  readonly text: string;
}

export interface EraseLook {
  readonly customer: KnownCustomer;
  readonly identity: CustomerIdentity;
  /** The state of the datasets that this was found in. */
  readonly revision: string;
  readonly files: readonly FileLook[];
  /** The first of them. */
  readonly mentions: readonly Mention[];
  readonly mentionCount: number;
}
