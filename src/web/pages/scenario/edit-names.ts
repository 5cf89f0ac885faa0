/** The kinds of edit that the service knows, and what each is called. */
import { client, useAnswer } from '../../api/client.tsx';
import { useSaid } from '../../parts/said.tsx';

export function useEditKinds() {
  return useAnswer(['scenario-edits'], (signal) => client.GET('/v1/scenario-edits', { signal })).data;
}

export function useEditName(): (kind: string) => string {
  const said = useSaid();
  const kinds = useEditKinds();
  return (kind) => {
    const name = kinds?.find((one) => one.kind === kind)?.name;
    return name === undefined ? kind : said(name);
  };
}
