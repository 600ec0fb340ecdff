/** SKUs that may be EST twins without proof: shown for the user to confirm or refuse. */
import type { Scenario } from '../core/scenario/scenario.ts';
import type { Book } from './book.ts';
import { mapEstOffers } from './est-mapping.ts';
import type { TwinCandidate } from './types.ts';

/** All candidates in the book's price lists, decided or not, in the order of their ids. */
export function twinCandidates(book: Book, scenario: Scenario): readonly TwinCandidate[] {
  return mapEstOffers(book.offers.values(), scenario.est.twins).candidates;
}
