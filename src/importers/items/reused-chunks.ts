import type { ChunkWriter } from '../../core/chunks.ts';
import type { SheetContext } from '../sheet/read-planned.ts';

/**
 * A context for a sheet that may be read again with other columns: it opens one writer only, which `again` empties. Without
 * chunks nothing has to be emptied.
 */
export function reusingChunks(context: SheetContext): { readonly context: SheetContext; again(): Promise<void> } {
  const { openChunks } = context;
  let writer: ChunkWriter | undefined;
  return {
    context: openChunks ? { ...context, openChunks: (kind) => (writer ??= openChunks(kind)) } : context,
    again: async () => writer?.restart(),
  };
}
