import { client, useChange } from '../../../api/client.tsx';
import type { NewApproval } from './answers.ts';

/** Puts on record an approval, or the latest word on one. */
export function useRecordApproval(region: string, onRecorded: () => void) {
  return useChange(
    (body: NewApproval, headers) =>
      client.POST('/v1/regions/{region}/followup/approvals', { params: { path: { region } }, body, headers }),
    onRecorded,
  );
}
