/** The benefits of CSPP Plus with what is known of them. */
import { BENEFITS, type Benefit, type BenefitState, type Readiness } from './types.ts';

/** What the source says: one is planned, the others exist. */
export const BENEFIT_STATUS: Readonly<Record<Benefit, BenefitState>> = {
  ...{ geo: 'known', backstage: 'known', chunks: 'known', coauth: 'known' },
  ...{ fedramp: 'known', intune: 'known', summit: 'known', mobile: 'planned' },
};

export interface BenefitRow {
  readonly benefit: Benefit;
  readonly status: BenefitState;
  /** Where the user learned otherwise. */
  readonly news: { readonly since: string; readonly source: string } | undefined;
}

/** Each benefit as the source has it, or as the user learned since. */
export function benefitRows({ benefits }: Pick<Readiness, 'benefits'>): readonly BenefitRow[] {
  return BENEFITS.map((benefit) => {
    const news = benefits[benefit];
    return { benefit, status: news?.status ?? BENEFIT_STATUS[benefit], news };
  });
}
