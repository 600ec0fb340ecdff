/** Decimal text with a dot, such as `0.03` or `-2.5`. */
export type DecimalText = string;
