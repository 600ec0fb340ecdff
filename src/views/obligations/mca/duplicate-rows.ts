/** Customers that are there twice, as a list. The address that two contacts share is told, not shown: the list is taken away. */
import type { Format } from '../../../core/format.ts';
import { idKey } from '../../../core/ids.ts';
import type { DuplicatePair, DuplicateSide } from '../../../core/obligations/mca/duplicates.ts';
import { mcaText } from '../../../core/text/en/obligations-mca.ts';
import type { McaCustomer } from '../../../sim/obligations/mca/types.ts';
import { columnsIn } from '../../invoice/columns.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';

const text = mcaText.duplicates;

export function duplicateColumns(
  customers: readonly McaCustomer[],
  format: Format,
): readonly TakenColumn<DuplicatePair>[] {
  const known = new Map(customers.map((one) => [one.key, one]));
  const { columns } = text;
  const make = columnsIn<DuplicatePair>('', format);
  const stands = ({ customerId }: DuplicateSide): boolean =>
    known.get(idKey(customerId))?.counts?.standing === 'stands';
  return [
    make.text('one', columns.one, ({ one }) => sideWords(one), { width: 230, frozen: true }),
    make.text('other', columns.other, ({ other }) => sideWords(other), { width: 230 }),
    make.text('evidence', columns.evidence, evidenceWords, { width: 300 }),
    make.text('stands', columns.stands, ({ one, other }) => standsWords(one, other, stands), { width: 210 }),
    make.text('ids', columns.ids, ({ one, other }) => [...new Set([one.customerId, other.customerId])].join(', '), {
      width: 520,
    }),
  ];
}

function sideWords({ name, customerId, resellers }: DuplicateSide): string {
  return text.side(name || customerId, resellers.join(', '));
}

function evidenceWords({ evidence }: DuplicatePair): string {
  return evidence
    .map(({ by, text: shared }) =>
      by === 'email' || by === 'tenant' ? mcaText.evidence[by] : text.sign(mcaText.evidence[by], shared),
    )
    .join('; ');
}

function standsWords(one: DuplicateSide, other: DuplicateSide, stands: (side: DuplicateSide) => boolean): string {
  const [first, second] = [stands(one), stands(other)];
  if (first && second) return idKey(one.customerId) === idKey(other.customerId) ? text.same : text.both;
  if (!first && !second) return text.neither;
  return text.only(sideWords(first ? one : other));
}
