/** Identifiers are text for ever: nothing here turns one into a number. */

/** A SKU id as it is matched: upper case, zero-padded to four characters (lists saved by Excel lose leading zeros). */
export function skuKey(skuId: string): string {
  return skuId.trim().toUpperCase().padStart(4, '0');
}

/** A product id as it is matched. */
export function productKey(productId: string): string {
  return productId.trim().toUpperCase();
}

/** A customer or subscription id as it is matched: lower case, without the `org:` that some exports put before it. */
export function idKey(id: string): string {
  const text = id.trim().toLowerCase();
  return text.startsWith('org:') ? text.slice(4) : text;
}

/** A column header as it is matched: without BOM, spaces, `_`, `-` and case (`ERP Price` = `ERPPrice` = `erp_price`). */
export function headerKey(header: string): string {
  return header
    .replace(/^\uFEFF/, '')
    .toLowerCase()
    .replace(/[\s_\u00A0-]+/g, '');
}
