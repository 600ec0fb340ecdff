/** What a report is called and how it is told from others. */
import { Sha256 } from '../../core/sha256.ts';
import type { DocumentRequest } from './document-of.ts';

/** Whose name stands in the file's name: of the workbook only where the reader may know it. */
export function nameOf({ plan, workbookName }: Pick<DocumentRequest, 'plan' | 'workbookName'>): string {
  if (plan.edition === 'partner') return workbookName;
  return plan.edition === 'customer' && plan.scope.kind === 'customer' ? plan.scope.customer : '';
}

/** SHA-256 in lower-case hex. */
export function hashOf(bytes: Uint8Array): string {
  const hash = new Sha256();
  hash.update(bytes);
  return hash.digest();
}
