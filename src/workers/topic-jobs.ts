/** The jobs of all topics that own their part of the job map. */
import { type ActionsJobs, actionsJobs } from './actions-jobs.ts';
import { type AzureCreditJobs, azureCreditJobs } from './azure-credit-jobs.ts';
import { type AzureJobs, azureJobs } from './azure-jobs.ts';
import { type AzureLimitsJobs, azureLimitsJobs } from './azure-limits-jobs.ts';
import { type AzurePlanJobs, azurePlanJobs } from './azure-plan-jobs.ts';
import { type AzureUnusualJobs, azureUnusualJobs } from './azure-unusual-jobs.ts';
import { type CompareJobs, compareJobs } from './compare-jobs.ts';
import type { Engine } from './engine.ts';
import { type InvoiceBridgeJobs, invoiceBridgeJobs } from './invoice-bridge-jobs.ts';
import { type InvoiceDifferencesJobs, invoiceDifferencesJobs } from './invoice-differences-jobs.ts';
import { type InvoiceEstJobs, invoiceEstJobs } from './invoice-est-jobs.ts';
import { type InvoiceWindowsJobs, invoiceWindowsJobs } from './invoice-windows-jobs.ts';
import { type InvoiceDisputeJobs, invoiceDisputeJobs } from './invoice-dispute-jobs.ts';
import { type InvoiceJobs, invoiceJobs } from './invoice-jobs.ts';
import { type EraseJobs, eraseJobs } from './erase-jobs.ts';
import { type ExitsJobs, exitsJobs } from './exits-jobs.ts';
import { type CalendarJobs, calendarJobs } from './obligations-calendar-jobs.ts';
import { type PayersJobs, payersJobs } from './payers-jobs.ts';
import { type InvoiceOwnJobs, invoiceOwnJobs } from './invoice-own-jobs.ts';
import { type InvoiceLinesJobs, invoiceLinesJobs } from './invoice-lines-jobs.ts';
import { type InvoiceProrationJobs, invoiceProrationJobs } from './invoice-proration-jobs.ts';
import { type LockedJobs, lockedJobs } from './locked-jobs.ts';
import { type McaJobs, mcaJobs } from './mca-jobs.ts';
import { type MapBackJobs, mapBackJobs } from './map-back-jobs.ts';
import { type ProgrammeJobs, programmeJobs } from './programme-jobs.ts';
import { type PlusCostJobs, plusCostJobs } from './plus-cost-jobs.ts';
import type { JobHost } from './protocol.ts';
import { type RecipeJobs, recipeJobs } from './recipe-jobs.ts';
import { type ReportJobs, reportJobs } from './report-jobs.ts';
import { type UncertaintyJobs, uncertaintyJobs } from './uncertainty-jobs.ts';
import { type WhatIfJobs, whatIfJobs } from './what-if-jobs.ts';

export type TopicJobs = ActionsJobs &
  AzureJobs &
  AzureCreditJobs &
  AzureLimitsJobs &
  AzurePlanJobs &
  AzureUnusualJobs &
  CalendarJobs &
  CompareJobs &
  EraseJobs &
  ExitsJobs &
  InvoiceDifferencesJobs &
  InvoiceEstJobs &
  InvoiceBridgeJobs &
  InvoiceDisputeJobs &
  InvoiceWindowsJobs &
  InvoiceJobs &
  InvoiceLinesJobs &
  InvoiceProrationJobs &
  InvoiceOwnJobs &
  LockedJobs &
  MapBackJobs &
  McaJobs &
  PayersJobs &
  PlusCostJobs &
  ProgrammeJobs &
  RecipeJobs &
  ReportJobs &
  UncertaintyJobs &
  WhatIfJobs;

export function topicJobs(engine: Engine): JobHost<TopicJobs> {
  return {
    ...actionsJobs(engine),
    ...azureJobs(engine),
    ...azureCreditJobs(engine),
    ...azureLimitsJobs(engine),
    ...azurePlanJobs(engine),
    ...azureUnusualJobs(engine),
    ...calendarJobs(engine),
    ...compareJobs(engine),
    ...eraseJobs(engine),
    ...exitsJobs(engine),
    ...invoiceDifferencesJobs(engine),
    ...invoiceEstJobs(engine),
    ...invoiceBridgeJobs(engine),
    ...invoiceDisputeJobs(engine),
    ...invoiceWindowsJobs(engine),
    ...invoiceJobs(engine),
    ...invoiceLinesJobs(engine),
    ...invoiceProrationJobs(engine),
    ...invoiceOwnJobs(engine),
    ...lockedJobs,
    ...mapBackJobs,
    ...mcaJobs(engine),
    ...payersJobs(engine),
    ...plusCostJobs,
    ...programmeJobs(engine),
    ...recipeJobs(engine),
    ...reportJobs(engine),
    ...uncertaintyJobs(engine),
    ...whatIfJobs(engine),
  };
}
