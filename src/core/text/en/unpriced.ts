/** Why a subscription has no price: what is missing and what to do next. */
export const unpricedReasons = {
  'no-offer': 'No imported price list holds this product and SKU for its segment, market and currency. Import the list that does.',
  'no-term-row': 'The price lists hold this SKU, but no row of its own term and billing plan.',
  'not-yet-listed': 'The price lists hold rows for this term and plan only from a later day. Import an older list.',
  'no-est-price': 'Neither an EST row nor a monthly or annual price exists that an EST price could be made from.',
  'no-renewal-row': 'The price lists hold no row, on the renewal day, of the term and billing plan that the decision renews to.',
  'no-est-base': 'This is an EST SKU whose base SKU is in no imported price list.',
} as const; // prettier-ignore

export type UnpricedCode = keyof typeof unpricedReasons;
