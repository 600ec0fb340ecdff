/**
 * What is known of the stored data beyond the data itself: what is missing, why it cannot be opened, who writes, when it
 * was last backed up. The note outside the store is kept here.
 */
import type { Day } from '../core/days.ts';
import type { ChunkChecks } from '../storage/chunk-check.ts';
import type { DataLoss } from '../storage/data-loss.ts';
import { hasOtherPlaces, nextPlace } from '../storage/place.ts';
import { type Backup, type NoteStore, Sentinel } from '../storage/sentinel.ts';
import { type StoreError, storeErrorText } from '../storage/store-error.ts';
import type { NotedDataset } from '../storage/store-state.ts';
import type { OpenOutcome, Workspace } from '../workers/engine-jobs.ts';

export class Keeping {
  /** Data that was stored and is not there; stands until it is back or the user goes on without it. */
  loss: DataLoss | undefined = $state.raw();
  /** Why nothing is open: the store cannot be opened, or was taken away. */
  failure: StoreError | undefined = $state.raw();
  /** Opening waits for another tab. */
  waiting: StoreError | undefined = $state.raw();
  /** What the browser answered when it was asked to keep the data. */
  granted = $state(false);
  /** How many of the stored parts have been checked since the store was opened. */
  checks: ChunkChecks | undefined = $state.raw();
  /** The last backup that this browser made. */
  backup: Backup | undefined = $state.raw();
  private readonly sentinel: Sentinel;

  constructor(notes: NoteStore) {
    this.sentinel = new Sentinel(notes);
    this.backup = this.sentinel.backup;
  }

  /** Why nothing is open, in words; empty when something is. */
  get failureText(): string {
    return this.failure ? storeErrorText(this.failure) : '';
  }

  /** What opening waits for, in words. */
  get waitingText(): string {
    return this.waiting ? storeErrorText(this.waiting) : '';
  }

  get place(): string | undefined {
    return this.sentinel.place;
  }

  /** The datasets that were stored when the store was last seen whole. */
  get noted(): readonly NotedDataset[] {
    return this.sentinel.datasets;
  }

  /** Takes note of a store that was opened. */
  opened({ found }: OpenOutcome): void {
    this.failure = undefined;
    this.checks = undefined;
    this.loss = this.sentinel.compare(found);
  }

  /** Takes note of the store after a change. */
  note({ state, schema }: Workspace): void {
    this.loss = this.sentinel.note(state, schema);
  }

  /** The user goes on without what is missing. */
  forget({ state }: Workspace): void {
    this.sentinel.forget(state);
    this.loss = undefined;
  }

  /** A backup of this state has been handed to the user. */
  backedUp(day: Day, { state }: Workspace): void {
    this.backup = { day, count: state.count };
    this.sentinel.backedUp(this.backup);
  }

  /**
   * The store has been deleted, or has to be left where it is because the browser cannot delete it either.
   * Gives false when it is left and this browser knows no other place.
   */
  startAnew(deleted: boolean): boolean {
    if (!deleted && !hasOtherPlaces()) return false;
    this.sentinel.moveTo(deleted ? this.place : nextPlace(this.place));
    this.loss = undefined;
    return true;
  }
}
