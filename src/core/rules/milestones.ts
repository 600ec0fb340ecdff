/** the known dates of the Extended Service Term, and where each is known from. Their wording is in the catalogue. */

/** high: Microsoft's own text or data; medium: two partners, or one that cites Microsoft; low: one third party. */
type Confidence = 'high' | 'medium' | 'low';

interface MilestoneFact {
  readonly key: string;
  /** `YYYY-MM-DD`, UTC. */
  readonly from: string;
  /** Last day, where the event is a period. */
  readonly to?: string;
  readonly source: string;
  readonly confidence: Confidence;
}

const LEARN = 'Microsoft Learn, Extended service terms';
const PARTNER_GUIDE = 'CloudCockpit, CSP guide';

export const MILESTONES = [
  { key: 'announced', from: '2025-10-14', source: 'Partner posts that cite Partner Center', confidence: 'low' },
  { key: 'listRows', from: '2025-11-01', source: 'Microsoft, licence price list of November 2025', confidence: 'high' },
  { key: 'sandbox', from: '2025-11-03', source: PARTNER_GUIDE, confidence: 'medium' },
  { key: 'cancelAtEnd', from: '2026-01-19', source: 'Infinigate; CloudBlue, Extended Service Terms', confidence: 'medium' },
  { key: 'pricePreview', from: '2026-02-01', source: PARTNER_GUIDE, confidence: 'medium' },
  { key: 'postponed', from: '2026-02-05', source: 'Microsoft Learn, February 2026 announcements, as cited by a partner', confidence: 'medium' },
  { key: 'backfill', from: '2026-02-06', to: '2026-02-15', source: PARTNER_GUIDE, confidence: 'medium' },
  { key: 'directCustomers', from: '2026-02-09', source: 'Microsoft Message Center MC1216259', confidence: 'high' },
  { key: 'production', from: '2026-02-16', source: `${LEARN}; SoftwareOne documentation`, confidence: 'high' },
  { key: 'priceDownload', from: '2026-02-27', source: PARTNER_GUIDE, confidence: 'medium' },
  { key: 'enforced', from: '2026-05-04', source: `${LEARN}; all partners`, confidence: 'high' },
] as const satisfies readonly MilestoneFact[]; // prettier-ignore

export type MilestoneKey = (typeof MILESTONES)[number]['key'];

/** A dated event of R-029. */
export interface Milestone extends MilestoneFact {
  readonly key: MilestoneKey;
}
