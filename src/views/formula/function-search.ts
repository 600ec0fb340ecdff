/** The list of functions by category, and what a search leaves of it. */
import {
  type FunctionCategory,
  type FunctionWords,
  functionCategories,
  functionWords,
} from '../../core/text/en/functions/index.ts';

export interface FunctionGroup {
  readonly category: FunctionCategory;
  readonly title: string;
  readonly functions: readonly FunctionWords[];
}

/** Groups in the order of the categories; functions whose name, sentence or category has all words of the search. */
export function searchFunctions(search: string): readonly FunctionGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<FunctionCategory, FunctionWords[]>();
  for (const entry of functionWords.values()) {
    const text = `${entry.name} ${entry.help} ${functionCategories[entry.category]}`.toLowerCase();
    if (!words.every((word) => text.includes(word))) continue;
    const list = groups.get(entry.category) ?? [];
    list.push(entry);
    groups.set(entry.category, list);
  }
  return [...groups].map(([category, functions]) => ({
    category,
    title: functionCategories[category],
    functions: functions.toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  }));
}
