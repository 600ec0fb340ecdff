/** What the page knows of the store: its datasets, what happened to it, and what a change of it gave. */
import type { Diagnostic } from '../core/diagnostics.ts';
import type { Table, TextColumn } from '../core/table.ts';
import type { PortfolioQuestion, Simulation, Snapshots } from '../sim/index.ts';
import type { ChunkChecks } from '../storage/chunk-check.ts';
import type { DatasetEntry } from '../storage/catalogue.ts';
import type { StoredDocument } from '../storage/document.ts';
import type { StoreError } from '../storage/store-error.ts';
import type { Usage } from '../storage/quota.ts';
import type { Amendment } from '../storage/store.ts';
import type { Found } from '../storage/sentinel.ts';
import type { NotedDataset, StoreState } from '../storage/store-state.ts';
import type { FileRelations } from './file-relations.ts';
import type { PriceListFacts } from './price-list-facts.ts';

/** The stored datasets and what follows from them without any scenario. */
export interface Workspace {
  /** Tells which state of the datasets this is; simulations name theirs. */
  readonly revision: string;
  readonly entries: readonly DatasetEntry[];
  readonly questions: readonly PortfolioQuestion[];
  readonly diagnostics: readonly Diagnostic[];
  /** The whole portfolio, one row a subscription, in the order that results refer to. */
  readonly portfolio: Table;
  /** Columns of its files that are none of ours, by name; `extraColumns` gives their cells. */
  readonly extras: readonly string[];
  /** Any price list holds an offer. */
  readonly hasPrices: boolean;
  readonly usage: Usage;
  /** Number of the store's layout. */
  readonly schema: number;
  /** What is stored, to be noted outside the store. */
  readonly state: StoreState;
  /** Why nothing can be changed now. */
  readonly readOnly: StoreError | undefined;
  /** By id of the dataset. */
  readonly priceLists: ReadonlyMap<string, PriceListFacts>;
  /** Drops over time, and the datasets that no longer count. */
  readonly snapshots: Snapshots;
  /** Months that are missing between files, and files with the same rows. */
  readonly relations: FileRelations;
}

export interface OpenOutcome {
  readonly workspace: Workspace;
  readonly document: StoredDocument | undefined;
  /** What the user has to know of: damaged datasets, a damaged document. */
  readonly troubles: readonly StoreError[];
  /** What the store was like when it was opened. */
  readonly found: Found;
}

/** What has happened to the store so far; a later report holds all that earlier ones said. */
export interface StoreNews {
  /** The database was taken away. */
  readonly lost?: StoreError;
  /** How often other tabs have changed the store, or this tab's right to write has. */
  readonly changes: number;
  /** How often another tab has asked to write. */
  readonly asked: number;
  /** How many of the stored parts have been checked. */
  readonly checks?: ChunkChecks;
  /** Datasets that turned out damaged while they were checked; each is a change too. */
  readonly damaged: readonly StoreError[];
}

/** Columns of the portfolio's files, and the datasets that they belong to. */
export interface ExtraColumns {
  readonly revision: string;
  readonly columns: ReadonlyMap<string, TextColumn>;
}

/** A simulation without the columns of `portfolio-columns.ts`, which the page has, and the datasets that it ran on. */
export interface SimulationParts {
  readonly revision: string;
  readonly parts: Simulation;
}

/** A change of the stored datasets that needs no file. */
export type DatasetChange =
  | { readonly kind: 'amend'; readonly id: string; readonly amendment: Amendment }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'clear' };

/** What a backup holds, for whoever decides whether to restore it. */
export interface BackupFacts {
  readonly name: string;
  readonly datasets: readonly NotedDataset[];
}

/** The workbook after a restore, or after one that left everything as it was. */
export interface RestoreOutcome {
  readonly workspace: Workspace;
  readonly document: StoredDocument | undefined;
  readonly error?: StoreError;
}

export interface ChangeOutcome {
  readonly workspace: Workspace;
  readonly error?: StoreError;
}
