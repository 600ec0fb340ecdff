/** Acceptances as the imported files hold them. */
import type { Day } from '../../../core/days.ts';
import { type McaDays, agreementType } from '../../../core/obligations/mca/standing.ts';
import { type Acceptance, WAYS, type Way } from '../../../core/obligations/mca/types.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import { SOURCE_ROW, countAt, dayAt, textAt } from '../../../core/table.ts';

/** All rows of files with acceptances, in the order of the files. A file's rows without a customer take the one that the user named for it. */
export function importedAcceptances(datasets: readonly Dataset[], days: McaDays): readonly Acceptance[] {
  return datasets.filter(({ kind }) => kind === 'agreements').flatMap((dataset) => acceptancesOf(dataset, days));
}

function acceptancesOf({ table: { columns, rows }, defaults, file }: Dataset, days: McaDays): readonly Acceptance[] {
  const text = (name: string, row: number): string => textAt(columns.get(name), row).trim();
  return Array.from({ length: rows }, (_, row): Acceptance => {
    const agreed = dayAt(columns.get('dateAgreed'), row);
    return {
      customerId: text('customerId', row) || (defaults?.customerId ?? ''),
      type: agreementType(text('type', row)),
      agreed,
      way: wayOf(text('way', row), agreed, days),
      contact: {
        firstName: text('firstName', row),
        lastName: text('lastName', row),
        email: text('email', row),
        phone: text('phone', row),
      },
      organisation: text('organisation', row),
      reseller: text('reseller', row),
      reference: text('attestationId', row) || text('agreementLink', row),
      source: { file, row: countAt(columns.get(SOURCE_ROW), row) ?? 0 },
    };
  });
}

/**
 * The API lists confirmations of the partner without their way (`listed`): until the retirement they were attested; after it the way is
 * open, since only enhanced attestation or the customer can have made one.
 */
function wayOf(text: string, agreed: Day | undefined, { retired }: McaDays): Way {
  if (text !== 'listed') return WAYS.find((way) => way === text) ?? 'unknown';
  const isBefore = agreed === undefined || retired === undefined || agreed < retired;
  return isBefore ? 'attested-api' : 'unknown';
}
