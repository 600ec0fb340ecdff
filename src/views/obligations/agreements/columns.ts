/** The columns of the list of agreements. */
import { type Day, parseDay } from '../../../core/days.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import { readAllowList } from '../../../core/obligations/signer/domains.ts';
import { agreementName } from '../../../core/obligations/terms/name.ts';
import { deadlineOf, stateOf } from '../../../core/obligations/terms/state.ts';
import type { Agreement } from '../../../core/obligations/terms/types.ts';
import { agreementsText } from '../../../core/text/en/obligations-agreements.ts';
import type { RawCell } from '../../../core/table-export.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { type About, openPoints } from './words.ts';

const { columns: text } = agreementsText.list;

export interface AgreementRow {
  readonly agreement: Agreement;
  readonly name: string;
  readonly state: string;
  /** Its deadline while it is not accepted, else the day on which it ends or ended. */
  readonly day: Day | undefined;
  readonly follows: string;
  readonly open: number;
}

export function agreementRow(agreement: Agreement, about: About): AgreementRow {
  const found = stateOf(agreement, about.book, about.asOf);
  return {
    agreement,
    name: agreementName(agreement),
    state: agreementsText.states.short[found.state],
    day: 'day' in found ? found.day : found.state === 'accepted' ? found.until : undefined,
    follows: followsOf(agreement, found.state, about.book),
    open: openPoints(agreement, readAllowList(agreement.allowList), about),
  };
}

/** The branch that is open, or the one that was taken. */
function followsOf(agreement: Agreement, state: string, book: readonly ObligationRule[]): string {
  const deadline = deadlineOf(agreement, book);
  if (!deadline || state === 'ended') return '';
  return state === 'accepted' ? deadline.ifMet : deadline.ifMissed;
}

export function agreementColumns({ format }: About): readonly TakenColumn<AgreementRow>[] {
  const dayText = (day: Day | undefined): string => (day === undefined ? '' : format.day(day));
  const accepted = ({ agreement }: AgreementRow): Day | undefined => parseDay(agreement.acceptedOn);
  return [
    { key: 'name', title: text.name, width: 330, kind: 'text', frozen: true, text: ({ name }) => name },
    { key: 'state', title: text.state, width: 110, kind: 'text', text: ({ state }) => state },
    {
      key: 'day',
      title: text.day,
      width: 120,
      kind: 'day',
      text: ({ day }) => dayText(day),
      order: ({ day }) => day,
      raw: ({ day }) => rawDay(day),
    },
    {
      ...{ key: 'attention', title: text.attention, width: 96, kind: 'number' },
      text: ({ open }) => format.count(open),
      order: ({ open }) => open,
      raw: ({ open }) => ({ kind: 'number', decimal: String(open) }),
    },
    {
      ...{ key: 'acceptedOn', title: text.acceptedOn, width: 110, kind: 'day' },
      text: (row) => dayText(accepted(row)),
      order: accepted,
      raw: (row) => rawDay(accepted(row)),
    },
    {
      key: 'acceptedBy',
      title: text.acceptedBy,
      width: 140,
      kind: 'text',
      text: ({ agreement }) => agreement.acceptedBy,
    },
    { key: 'version', title: text.version, width: 100, kind: 'text', text: ({ agreement }) => agreement.version },
    { key: 'follows', title: text.follows, width: 460, kind: 'text', text: ({ follows }) => follows },
  ];
}

function rawDay(day: Day | undefined): RawCell | undefined {
  return day === undefined ? undefined : { kind: 'day', day };
}
