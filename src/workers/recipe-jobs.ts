/** The job that tells which texts of a workbook name somebody whom its files know. */
import { KnownNames } from '../core/recipe/known-names.ts';
import { addNames, namingOf } from '../core/recipe/naming-columns.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { storeErrorText } from '../storage/store-error.ts';
import type { Engine } from './engine.ts';
import type { JobHost } from './protocol.ts';
import { columnsInMemory } from './rows-in-memory.ts';

export type RecipeJobs = {
  /** Those of the texts that mention a name, a domain or an id of the files. Undefined: it was cancelled. */
  textsThatName: {
    input: { readonly texts: readonly string[] };
    progress: { readonly done: number; readonly of: number };
    output: readonly string[] | undefined;
  };
};

/** The names that datasets hold. */
export function namesOf(datasets: readonly Dataset[]): KnownNames {
  const names = new KnownNames();
  for (const dataset of datasets) addDataset(names, dataset);
  return names;
}

function addDataset(names: KnownNames, { kind, file, table }: Dataset): void {
  names.addWhole(file);
  for (const [name, column] of table.columns) addNames(names, kind, name, column);
}

/** Of files with millions of rows only who they speak of is read, not every resource. A file may lack some of them. */
const OF_BULK = [
  ...['customerId', 'customerName', 'customerTenantId', 'customerDomainName', 'customerCompanyName', 'domainName'],
  ...['tenantDomainName', 'customerEmail', 'resellerName', 'subscriptionId', 'entitlementId', 'subAccountId'],
  ...['xCustomerId', 'xCustomerName', 'resourceGroup', 'resourceGroupName', 'xResourceGroupName'],
];

export function recipeJobs(engine: Engine): JobHost<RecipeJobs> {
  return {
    textsThatName: async ({ texts }, { signal, report }) => {
      const { inputs } = await engine.ready();
      const names = new KnownNames();
      for (const [done, dataset] of inputs.entries()) {
        report({ done, of: inputs.length });
        // Lets a cancel arrive.
        await new Promise((resolve) => setTimeout(resolve));
        if (signal.aborted) return undefined;
        const wanted = columnsInMemory(dataset) && bulkColumns(dataset);
        if (!wanted) {
          addDataset(names, dataset);
          continue;
        }
        const loaded = await engine.store.load(dataset.id, wanted);
        if (!loaded.ok) throw new Error(storeErrorText(loaded.error));
        addDataset(names, loaded.value);
      }
      return texts.filter((text) => names.mentions(text));
    },
  };
}

function bulkColumns({ kind, fileColumns = [] }: Dataset): readonly string[] {
  const naming = fileColumns.flatMap(({ column }) => (namingOf(kind, column) === 'name' ? [column] : []));
  return [...new Set([...OF_BULK, ...naming])];
}
