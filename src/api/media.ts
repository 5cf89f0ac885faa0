/** The kinds of body that a request or an answer may have. */

export const jsonMedia = 'application/json';
/** A zip of the region's folder. */
export const zipMedia = 'application/zip';
/** An Excel workbook. */
export const workbookMedia = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Figures as a table, and as a picture. */
export const csvMedia = 'text/csv; charset=utf-8';
export const svgMedia = 'image/svg+xml';
export const packedMedia = [zipMedia, workbookMedia] as const;
