/** Words that stand for our values, in the spellings of portals, distributors and people. Keys are `wordKey` forms. */

/** A cell as it is looked up here: lower case, without spaces, `_` and `-`. */
export function wordKey(text: string): string {
  return text.toLowerCase().replace(/[\s_\u00A0-]+/g, '');
}

function table(groups: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(groups).flatMap(([value, words]) => words.split(' ').map((word) => [word, value] as const)),
  );
}

export const TERM_WORDS = table({
  P1M: 'p1m 1month month monthly 1m onemonth m 1monat monat monatlich 30days',
  P1Y: 'p1y p12m 1year year yearly annual annually annum 12months 12month 1y 12m oneyear 1jahr jahr jährlich 12monate',
  P3Y: 'p3y p36m 3year 3years triennial 36months 36month 3y 36m threeyears 3jahre 36monate',
});

export const PLAN_WORDS = table({
  Monthly: 'monthly month permonth 1month p1m m monatlich',
  Annual: 'annual annually yearly year upfront annualupfront peryear 12months p1y prepaid jährlich',
  Triennial: 'triennial 3years 3year threeyears 3yearsupfront p3y dreijährlich',
  None: 'none trial',
});

export const STATUS_WORDS = table({
  active: 'active enabled provisioned aktiv',
  suspended: 'suspended',
  expired: 'expired abgelaufen',
  deleted: 'deleted cancelled canceled deprovisioned',
});

/** Ways of accepting an agreement: `core/obligations/mca/types.ts`. */
export const WAY_WORDS = table({
  'admin-centre':
    'admincentre admincenter microsoft365admincenter m365admincenter customer direct directacceptance acceptedbycustomer customeraccepted kunde',
  link: 'link enhancedattestation attestationlink customerlink enhanced',
  checkout: 'checkout shop store storefront portal marketplace webshop onlineshop',
  'attested-api':
    'attestedapi api partnerapi apiattestation attested attestation partnerattested partnerattestation partner bestätigt',
  'attested-ux': 'attestedux partnercenter partnercentre ux portalattestation',
  'attested-bulk': 'attestedbulk bulk bulkattestation bulktool',
  unknown: 'unknown unbekannt',
});

export const FLAG_WORDS = table({
  true: 'true yes y 1 on enabled ja wahr oui si',
  false: 'false no n 0 off disabled nein falsch non',
});
