/** Builds the app with a fault: each dataset of a drop becomes visible by itself. The kill test has to notice. */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Plugin, build } from 'vite';

const STAGED = /manifests\.push\((await stage\([^;]*)\);/;
const COMMIT = 'await this.db.write(() => makeVisible(this.db, manifests, replaced));';

/** Puts the fault into the source of the import. */
function commitEarly(): Plugin {
  return {
    name: 'termwise:commit-early',
    enforce: 'pre',
    transform(code, id) {
      if (!id.endsWith('src/storage/import.ts')) return undefined;
      if (!STAGED.test(code) || !code.includes(COMMIT))
        throw new Error('INTERNAL: the import is written differently now');
      return code
        .replace(
          STAGED,
          '{ const early = $1; manifests.push(early); await this.db.write(() => makeVisible(this.db, [early], [])); }',
        )
        .replace(COMMIT, '');
    },
  };
}

/** Gives the folder of the faulty app. */
export async function buildEarlyApp(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'termwise-early-'));
  await build({
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
    plugins: [commitEarly()],
    worker: { plugins: () => [commitEarly()] },
  });
  return outDir;
}
