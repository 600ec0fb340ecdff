/** What an agreement is called. */
import { termsText } from '../../text/en/obligations-terms.ts';
import type { Agreement } from './types.ts';

/** Of an own one its name, of the others the kind, with the region where each region has one. */
export function agreementName({ kind, name, region }: Pick<Agreement, 'kind' | 'name' | 'region'>): string {
  if (kind === 'own') return name || termsText.unnamed;
  return region === '' ? termsText.kinds[kind] : `${termsText.kinds[kind]}, ${region}`;
}
