/** Manifests of exports: which files belong together. */
import { MANIFEST_COLUMNS } from '../../../core/schema/columns.ts';
import { holdsSecret } from '../../read/secrets.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { JsonFormat } from '../json-format.ts';
import { manifestIn, manifestRows } from './facts.ts';

export const MANIFEST: JsonFormat = {
  sheet: {
    kind: 'manifest',
    title: 'manifest of an export (JSON)',
    fields: fieldsOf(MANIFEST_COLUMNS, {}),
    signature: [],
    ambiguous: 'microsoft',
  },
  matches: (item) => manifestIn(item) !== undefined,
  rowsOf: (item) => {
    const manifest = manifestIn(item);
    return manifest ? manifestRows(manifest) : [];
  },
  usedKeys: new Set(),
  withoutExtras: true,
  noteOf: (item) => (holdsSecret(item) ? 'secrets-dropped' : undefined),
};
