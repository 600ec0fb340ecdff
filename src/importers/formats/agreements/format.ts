/** Customer agreements: as the Partner Center API gives them, and as sheets that partners keep. */
import { AGREEMENT_COLUMNS, CONTACT_COLUMNS } from '../../../core/schema/columns.ts';
import { type Table, textAt } from '../../../core/table.ts';
import { WAY_WORDS } from '../../cells/words.ts';
import { fieldsOf } from '../../sheet/fields-of.ts';
import type { Findings } from '../../sheet/findings.ts';
import type { SheetFormat } from '../../sheet/format.ts';
import { textAtPath, valueAt } from '../../read/json-access.ts';
import type { JsonFormat } from '../json-format.ts';

const CUSTOMER_LINK = /\/customers\/([^/?]+)\/agreements/i;

/** The contacts are personal data: taken over, and told of. */
function tellContacts({ columns, rows }: Table, findings: Findings): 'agreements' {
  const contacts = CONTACT_COLUMNS.map((name) => columns.get(name));
  let told = 0;
  for (let row = 0; row < rows; row++) if (contacts.some((column) => textAt(column, row) !== '')) told++;
  if (told > 0) findings.add('info', 'contacts-taken', {}, { rows: told });
  return 'agreements';
}

/** A list of acceptances of one's own. */
export const AGREEMENT_SHEET: SheetFormat = {
  kind: 'agreements',
  title: 'list of customer agreements',
  fields: fieldsOf(AGREEMENT_COLUMNS, {
    customerId: { required: true, also: ['microsoftid', 'tenantid', 'customertenantid'] },
    type: { required: true, also: ['agreementtype'] },
    dateAgreed: { required: true, also: ['agreeddate', 'agreedon', 'dateaccepted', 'acceptancedate'] },
    way: { words: WAY_WORDS },
  }),
  signature: ['customerid', 'type', 'dateagreed'],
  ambiguous: 'ask',
  conclude: tellContacts,
};

export const AGREEMENTS: JsonFormat = {
  sheet: {
    kind: 'agreements',
    title: 'customer agreements of the Partner Center API (JSON)',
    fields: fieldsOf(AGREEMENT_COLUMNS, {
      templateId: { label: 'templateId' },
      type: { label: 'type', required: true },
      dateAgreed: { label: 'dateAgreed', required: true },
      agreementLink: { label: 'agreementLink' },
      firstName: { label: 'primaryContact.firstName' },
      lastName: { label: 'primaryContact.lastName' },
      email: { label: 'primaryContact.email' },
      phone: { label: 'primaryContact.phoneNumber' },
      attestationId: { label: 'attestationId' },
    }),
    signature: [],
    ambiguous: 'microsoft',
    conclude: tellContacts,
  },
  matches: (item) => item.has('templateId') && item.has('dateAgreed') && item.has('type'),
  contextOf: (envelopes) =>
    envelopes.map((envelope) => CUSTOMER_LINK.exec(textAtPath(envelope, 'links', 'self', 'uri'))?.[1] ?? '').join(''),
  rowsOf: (item, customer) => {
    const contact = valueAt(item, 'primaryContact');
    const attestationId = textAtPath(item, 'attestationId');
    return [
      {
        customerId: textAtPath(item, 'customerId') || customer,
        type: textAtPath(item, 'type'),
        templateId: textAtPath(item, 'templateId'),
        dateAgreed: textAtPath(item, 'dateAgreed'),
        agreementLink: textAtPath(item, 'agreementLink'),
        way: attestationId === '' ? 'listed' : 'link',
        firstName: textAtPath(contact, 'firstName'),
        lastName: textAtPath(contact, 'lastName'),
        email: textAtPath(contact, 'email'),
        phone: textAtPath(contact, 'phoneNumber'),
        organisation: textAtPath(item, 'organizationName'),
        attestationId,
      },
    ];
  },
  usedKeys: new Set([
    ...['customerId', 'type', 'templateId', 'dateAgreed', 'agreementLink', 'userId'],
    ...['attestationId', 'organizationName'],
  ]),
};
