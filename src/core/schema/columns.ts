/**
 * The canonical columns of each dataset kind. Importers map whatever header a file has to these names; columns a file has
 * beyond them are kept as text under their own header, prefixed with `x:`. Tables of bulk files lack the columns that their
 * file lacks.
 */
export * from './columns/agreements.ts';
export * from './columns/azure-prices.ts';
export * from './columns/cost-management.ts';
export * from './columns/daily-usage.ts';
export * from './columns/earnings.ts';
export * from './columns/focus.ts';
export * from './columns/fx-rates.ts';
export * from './columns/insights.ts';
export * from './columns/insights-api.ts';
export * from './columns/legacy-prices.ts';
export * from './columns/legacy-reconciliation.ts';
export * from './columns/manifests.ts';
export * from './columns/offer-matrix.ts';
export * from './columns/own-invoices.ts';
export * from './columns/prices.ts';
export * from './columns/promotions.ts';
export * from './columns/reconciliation.ts';
export * from './columns/subscriptions.ts';
