/** The kinds of body that a request may have. */

export const jsonMedia = 'application/json';
/** A zip of the region's folder. */
export const zipMedia = 'application/zip';
/** An Excel workbook. */
export const workbookMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const csvMedia = 'text/csv; charset=utf-8';
export const packedMedia = [zipMedia, workbookMedia] as const;
