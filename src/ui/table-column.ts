/** A column of a small table. */
export interface TableColumn {
  readonly title: string;
  readonly unit?: string | undefined;
  readonly align?: 'start' | 'end' | undefined;
}
