/** The dialog that is open over the sheet, and the column that it begins with. */
export interface SheetDialog {
  readonly kind: 'filter' | 'sort' | 'group' | 'marks' | 'format' | 'columns';
  readonly key: string;
}
