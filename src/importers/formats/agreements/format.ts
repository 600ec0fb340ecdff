/** Customer agreements as the Partner Center API gives them. */
import { AGREEMENT_COLUMNS } from '../../../core/schema/columns.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import { textAtPath } from '../../read/json-access.ts';
import type { JsonFormat } from '../json-format.ts';

const CUSTOMER_LINK = /\/customers\/([^/?]+)\/agreements/i;

export const AGREEMENTS: JsonFormat = {
  sheet: {
    kind: 'agreements',
    title: 'customer agreements of the Partner Center API (JSON)',
    fields: fieldsOf(AGREEMENT_COLUMNS, {
      templateId: { label: 'templateId' },
      type: { label: 'type', required: true },
      dateAgreed: { label: 'dateAgreed', required: true },
      agreementLink: { label: 'agreementLink' },
    }),
    signature: [],
    ambiguous: 'microsoft',
  },
  matches: (item) => item.has('templateId') && item.has('dateAgreed') && item.has('type'),
  contextOf: (envelopes) =>
    envelopes.map((envelope) => CUSTOMER_LINK.exec(textAtPath(envelope, 'links', 'self', 'uri'))?.[1] ?? '').join(''),
  rowsOf: (item, customer) => [
    {
      customerId: textAtPath(item, 'customerId') || customer,
      type: textAtPath(item, 'type'),
      templateId: textAtPath(item, 'templateId'),
      dateAgreed: textAtPath(item, 'dateAgreed'),
      agreementLink: textAtPath(item, 'agreementLink'),
    },
  ],
  usedKeys: new Set(['customerId', 'type', 'templateId', 'dateAgreed', 'agreementLink', 'userId']),
  noteOf: (item) => (item.has('primaryContact') ? 'contacts-dropped' : undefined),
};
