/** template: the empty workbook to fill in. */
import { templateWorkbook } from '../../../files/workbook/template.ts';
import type { FileAnswer } from '../../answer.ts';

export async function template(): Promise<FileAnswer> {
  return { status: 'file', kind: 'xlsx', name: 'region.xlsx', bytes: await templateWorkbook() };
}
