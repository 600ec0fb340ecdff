import { headerKey } from '../../core/ids.ts';
import { Sha256 } from '../../core/sha256.ts';

/** Identifies all sheets with one header, whatever the case and spacing of its names; answers are remembered by it. */
export function headerHash(header: readonly string[]): string {
  const hash = new Sha256();
  hash.update(new TextEncoder().encode(header.map(headerKey).join('\u001f')));
  return hash.digest().slice(0, 32);
}
