/** The rules of agreements and programmes in words: a title, what is stated (oldest first), and what its days and figures mean. */

interface DayWords {
  readonly what: string;
  /** What follows on either branch. */
  readonly ifMet: string;
  readonly ifMissed: string;
}

interface RuleWords {
  readonly title: string;
  readonly statements: readonly string[];
  readonly days?: Readonly<Record<string, DayWords>>;
  readonly figures?: Readonly<Record<string, string>>;
}

export const obligationRuleWords = {
  'R-130': {
    title: 'Acceptance before a purchase',
    statements: [
      'A customer must have accepted the Microsoft Customer Agreement (MCA) before anything new is bought for them and before seats change. A renewal does not need it.',
    ],
  },
  'R-131': {
    title: 'What an acceptance names',
    statements: [
      'The contact with first name, last name and e-mail (a phone number is optional), the day in UTC and never in the future, the template and the type. Without a type the legacy Microsoft Cloud Agreement is meant.',
    ],
    figures: {
      confirmationMinutes: 'Minutes within which the contact got a mail after a partner’s attestation (2023)',
    },
  },
  'R-132': {
    title: 'From Cloud Agreement to MCA',
    statements: [
      'An accepted Microsoft Cloud Agreement was enough.',
      'The MCA has taken the place of the Microsoft Cloud Agreement.',
    ],
    days: {
      cutOver: {
        what: 'Last day on which an accepted Cloud Agreement was enough',
        ifMet: 'The customer has accepted the MCA and can buy.',
        ifMissed: 'The customer has only the old Cloud Agreement and cannot buy.',
      },
    },
  },
  'R-133': {
    title: 'Once for each customer',
    statements: [
      'One confirmation for each customer is enough; where two resellers of one provider serve the customer, that of one of them. Of a customer whom Microsoft knows already the API is asked first, and acceptance is requested only where there is none; a customer who never bought is always asked. Orders that the partner’s staff place or change need the same confirmation.',
    ],
  },
  'R-134': {
    title: 'Proof of acceptance',
    statements: [
      'The partner (or the reseller, if indirect) carries the burden of proof and keeps a log: who, when, what the form said. The form never changes the customer record. The log alone is proof only where the customer accepted at checkout themselves.',
    ],
  },
  'R-135': {
    title: 'Markets with the MCA in its first years',
    statements: [
      'Through a Microsoft seller: AR, AU, CA, CL, FR, DE, GR, JM, PR, ZA, TT, GB, US, UY and Western Europe; through CSP worldwide. A statement of its time.',
    ],
  },
  'R-136': {
    title: 'Attestation by the partner has ended',
    statements: [
      'A partner could attest the customer’s acceptance by API, in Partner Center or in bulk.',
      'Only two ways are left: enhanced attestation, by an app-only API call that gives a link with an attestation id, or acceptance by the customer in the admin center. A duplicate attestation is refused with error 600061. Indirect resellers cannot attest.',
    ],
    days: {
      retired: {
        what: 'First day without attestation by the partner',
        ifMet: 'The customer has accepted by a link or in the admin center.',
        ifMissed: 'What a partner attested from this day on is no acceptance: the customer has to accept again.',
      },
    },
  },
  'R-137': {
    title: 'Old attestations must be accepted again',
    statements: [
      'Customers whose acceptance a partner attested before 1 April 2023 must accept again, or new purchases, seat changes, upgrades and billing changes are blocked. Services that run go on.',
    ],
    days: {
      attestedBefore: {
        what: 'Acceptances attested before this day must be given again',
        ifMet: 'Attested on this day or later: it stands.',
        ifMissed: 'Attested earlier: the customer has to accept again.',
      },
      enforced: {
        what: 'First day on which customers with an old attestation are blocked',
        ifMet: 'The customer has accepted again: nothing is blocked.',
        ifMissed: 'New purchases, seat changes, upgrades and billing changes are blocked; services that run go on.',
      },
    },
  },
  'R-140': {
    title: 'The three roles and their floors',
    statements: [
      'A direct-bill partner needed USD 300,000 of CSP revenue in twelve months.',
      'An indirect reseller buys through an indirect provider (distributor), a direct-bill partner buys from Microsoft, an indirect provider sells through resellers. Each role has a floor of CSP revenue in the trailing twelve months: for a reseller for each PLA tenant, for direct bill over the partner’s global account, for a provider for each authorised region. Partners of before are checked in their anniversary month. A reseller has a PLA id and an endorsement besides.',
    ],
    days: {
      inForce: {
        what: 'The floors of fiscal year 2026 are in force',
        ifMet: 'The role is kept at the next check in the anniversary month.',
        ifMissed: 'The role can be lost at the next check in the anniversary month.',
      },
    },
    figures: {
      resellerRevenue: 'Indirect reseller: CSP revenue of the trailing twelve months, each PLA tenant',
      directRevenue: 'Direct bill: CSP revenue of the trailing twelve months, global account',
      providerRevenue: 'Indirect provider: CSP revenue of the trailing twelve months, each authorised region',
      directDesignations: 'Direct bill: Solutions Partner designations',
    },
  },
  'R-141': {
    title: 'Indirect reseller: the yearly check',
    statements: [
      'Checked each year in the anniversary month. Perpetual software counts towards the revenue; CPOR, DPOR and PAL do not. Mails begin three months before. New resellers are exempt for twelve months. After losing the authorisation a partner waits at least a year. All administrators use multi-factor authentication, and a security contact is named.',
    ],
    figures: {
      exemptMonths: 'Months in which a new reseller is exempt',
      waitYears: 'Years to wait after losing the authorisation',
      firstMail: 'Days before the anniversary: first mail',
      secondMail: 'Days before the anniversary: second mail',
      lastMail: 'Days before the anniversary: last mail',
    },
  },
  'R-142': {
    title: 'Direct bill: entry and yearly assessment',
    statements: [
      'At least twelve months as a transacting indirect reseller come first. Each new region takes the whole process. A support plan (ASfP or PSfP) is bought, but only after the credit check. A third party assesses billing, provisioning, support and security each year. At least one managed service, IP service or customer application is needed (text of 2023). Who fails cannot buy anything new.',
    ],
    figures: {
      resellerMonths: 'Months as a transacting indirect reseller before direct bill',
      assessmentMonths: 'Months until the third-party assessment is made again',
    },
  },
  'R-143': {
    title: 'Security requirements',
    statements: [
      'Every CSP partner meets all mandatory security requirements; who fails may be suspended. Microsoft names the requirements and no number.',
      'A trade site speaks of a security score of 80 or more. Microsoft’s list counts; the number is kept beside it.',
    ],
    figures: { score: 'Security score that a trade site names' },
  },
  'R-144': {
    title: 'Designations and benefits',
    statements: [
      'The Microsoft AI Cloud Partner Program replaced the Microsoft Partner Network. Certification itself is not compulsory, designations are: six of them lead to “Solutions Partner for Microsoft Cloud”. The score has three parts: performance, skilling, customer success. There are three solution areas for going to market and three benefits packages: Partner Launch, Partner Success Core, Partner Success Expanded.',
    ],
    figures: { designationsForCloud: 'Designations for “Solutions Partner for Microsoft Cloud”' },
  },
  'R-150': {
    title: 'From MCRA to the Microsoft Partner Agreement',
    statements: [
      'The Microsoft Cloud Reseller Agreement (MCRA) runs a year and renews on 31 August unless notice is given 30 days before.',
      'The Microsoft Partner Agreement (MPA) never expires and is updated digitally. It is signed once for each CSP region by the global administrator of the CSP tenant. There is no yearly renewal to remember, only the day on which it was accepted.',
    ],
    days: {
      mcraEnds: {
        what: 'All MCRA and MCDA agreements ended',
        ifMet: 'The MPA was accepted: transactions go on.',
        ifMissed: 'Without the MPA there is no agreement to transact under.',
      },
      mpaNeeded: {
        what: 'Last day without the Microsoft Partner Agreement',
        ifMet: 'The MPA is accepted: the tenant can transact in its region.',
        ifMissed: 'The tenant cannot transact.',
      },
    },
    figures: { noticeDays: 'Days of notice under the old MCRA' },
  },
  'R-151': {
    title: 'Statements of the old programme',
    statements: [
      'The customer can neither manage CSP subscriptions nor remove the partner’s delegated administration.',
      'Granular delegated administration (GDAP) is approved by the customer and limited in time.',
      'A suspension concerns one subscription, and the bill is prorated.',
      'A suspension does not stop the billing of New Commerce subscriptions.',
      'There are no trials.',
      'Trials exist in New Commerce.',
      'Only Office 365 is sold: commercial suites, and those of government and education.',
      'All products are sold in CSP.',
      'Partner staff may hold delegated administration without being administrators of their own tenant. Tenants of the syndication programme cannot be used. The customer keeps service administration.',
      'Added seats are prorated and end with the subscription.',
    ],
    days: {
      gdap: {
        what: 'Delegated administration is replaced by GDAP',
        ifMet: 'The partner works under roles that the customer approved for a time.',
        ifMissed: 'The partner has no access to the customer’s tenant.',
      },
    },
  },
  'R-152': {
    title: 'Licensing models',
    statements: [
      'CSP: monthly, annual or three-year terms for each customer, paid by cycle, all of it in New Commerce. Enterprise Agreement: three years at least, for large firms (2,400 users or more is said; not checked). Open was discontinued in 2022.',
    ],
    figures: {
      eaUsers: 'Users from which an Enterprise Agreement is said to fit',
      eaYears: 'Years of an Enterprise Agreement at least',
    },
  },
  'R-153': {
    title: 'Marketplace',
    statements: [
      'Partners may resell offers of third parties at a margin that they agree with the publisher; Microsoft’s standard margin does not apply.',
    ],
  },
  'R-170': {
    title: 'New CSPP terms of 2023',
    statements: [
      'The Cloud Storage Partner Program (CSPP) was given new terms by a notice of 23 February 2023. The old agreements ended with the deadline, whatever was signed.',
    ],
    days: {
      notice: {
        what: 'Notice of the new CSPP terms',
        ifMet: 'The contact of record has the notice and can sign in time.',
        ifMissed: 'Nobody read the notice: the deadline passes unseen.',
      },
      accept: {
        what: 'Last day to accept the new CSPP terms',
        ifMet: 'The membership goes on under the new terms.',
        ifMissed: 'The agreement is terminated and the WOPI connection removed; the partner applies anew.',
      },
    },
  },
  'R-171': {
    title: 'Who may sign for CSPP',
    statements: [
      'The signer’s e-mail domain is that of the partner’s addresses in the WOPI allow list, first and last name match, and it is a person’s name, not a company’s. Several people may sign, and anyone with legal authority may.',
    ],
  },
  'R-172': {
    title: 'The text of the CSPP terms',
    statements: [
      'The terms are neither amended nor translated. They may be updated at any time, without a schedule; duration and termination stand in the terms. The clauses on government licensing and data residency were updated.',
    ],
  },
  'R-173': {
    title: 'Duties of a CSPP member',
    statements: [
      'Contacts are kept current with the CSPP team (csppteam@microsoft.com), insurance is carried, required updates are applied by the day that their notice names; more time is given on request only. The terms of 2023 needed no change to the WOPI solution.',
    ],
    figures: { staleMonths: 'Months after which a contact counts as stale here, unless you say otherwise' },
  },
  'R-174': {
    title: 'Reviews and fees of CSPP',
    statements: [
      'Reviews are random and unscheduled, with the tests of the first verification, and include development installations; some changes need a new verification. The basic programme has no fee at present, and notice is promised. Production without a contract is not allowed. Copies of signed agreements are given on request.',
    ],
  },
  'R-180': {
    title: 'Entry to CSPP Plus',
    statements: [
      'A member of CSPP may enter CSPP Plus for a fee that is not refunded and not published, with six insurances (commercial general liability; privacy and cyber; professional liability; errors and omissions; workers’ compensation; employer’s liability), ISO 27001 and the Microsoft 365 App Certification.',
    ],
  },
  'R-181': {
    title: 'What CSPP Plus brings',
    statements: [
      'Geo-fencing for each file, Office desktop backstage, chunked transfer, co-authoring locks with sequence numbers, FedRAMP, Intune and the partner summit; mobile is planned. Sixteen regions: AE, AU, BR, CA, CH, DE, Europe, FR, IN, JP, KR, NO, SG, GB, US, ZA.',
    ],
    figures: { regions: 'Regions of CSPP Plus' },
  },
  'R-182': {
    title: 'Names of CSPP Plus properties',
    statements: [
      'A partner’s page calls the geo-fencing property ComplianceDomainPrefix.',
      'Microsoft calls it FileGeoLocationCode, and that counts. Further properties: SupportsCoauth, SequenceNumber, OfficeCollaborationServiceEndpointUrl, RealTimeChannelEndpointUrl, AccessTokenExpiry, ServerTime, SharingStatus. Operations: GetCoauthLock, RefreshCoauthLock, UnlockCoauthLock, GetCoauthTable, GetChunkedFile, PutChunkedFile, GetSequenceNumber.',
    ],
  },
} as const satisfies Readonly<Record<string, RuleWords>>;
