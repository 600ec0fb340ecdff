/** Checks stored parts that nobody has asked for, one at a time, so that damage is found before a figure needs it. */
import type { Database } from './database.ts';
import { type Manifest, type StoredPart, isManifest, manifestParts } from './manifest.ts';
import { isWhole } from './read-table.ts';

/** How far the check is: parts of all datasets whose record can be read. */
export interface ChunkChecks {
  readonly checked: number;
  readonly total: number;
  /** Of those that are checked: parts that are not what was stored. */
  readonly damaged: number;
}

/** A part that waits to be checked. */
interface Waiting {
  readonly manifest: Manifest;
  readonly part: StoredPart;
}

/** Parts never change once they are stored, so that each is checked once while the store is open. */
export class ChunkCheck {
  private readonly db: Database;
  /** By batch: which parts are checked, and whether they are whole. */
  private readonly known = new Map<string, Map<number, boolean>>();
  private waiting: readonly Waiting[] = [];
  private next = 0;
  private counts = { checked: 0, total: 0, damaged: 0 };
  private stale = true;

  constructor(db: Database) {
    this.db = db;
  }

  /** The list of datasets has changed. */
  relist(): void {
    this.stale = true;
  }

  /** Checks one more part. Gives the manifest of its dataset when it is damaged, undefined when it is whole or none is left. */
  async step(): Promise<Manifest | undefined> {
    if (this.stale) await this.list();
    const { manifest, part } = this.waiting[this.next] ?? {};
    if (manifest === undefined || part === undefined) return undefined;
    this.next++;
    const whole = await isWhole(this.db, manifest.batch, part);
    // Whoever deletes a dataset takes its parts away as well: that is no damage.
    if (!whole && !(await this.isStill(manifest))) {
      this.stale = true;
      return undefined;
    }
    this.known.get(manifest.batch)?.set(part.index, whole);
    this.counts.checked++;
    if (!whole) this.counts.damaged++;
    return whole ? undefined : manifest;
  }

  get checks(): ChunkChecks {
    return { ...this.counts };
  }

  private async list(): Promise<void> {
    this.stale = false;
    const manifests = (await this.db.datasets.toArray()).filter(isManifest);
    const batches = new Set(manifests.map(({ batch }) => batch));
    for (const batch of this.known.keys()) if (!batches.has(batch)) this.known.delete(batch);
    this.counts = { checked: 0, total: 0, damaged: 0 };
    this.next = 0;
    this.waiting = manifests.flatMap((manifest) => {
      const parts = manifestParts(manifest);
      const known = this.known.get(manifest.batch) ?? new Map<number, boolean>();
      this.known.set(manifest.batch, known);
      this.counts.total += parts.length;
      this.counts.checked += known.size;
      this.counts.damaged += [...known.values()].filter((whole) => !whole).length;
      return parts.filter(({ index }) => !known.has(index)).map((part) => ({ manifest, part }));
    });
  }

  private async isStill({ id, batch }: Manifest): Promise<boolean> {
    const now = await this.db.datasets.get(id);
    return isManifest(now) && now.batch === batch;
  }
}
