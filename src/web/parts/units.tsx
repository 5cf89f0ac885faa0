/** A region's schools and preschools, the districts where they lie, and its classes of Swedish: for choices. */
import { client, useAnswer } from '../api/client.tsx';

/** As many as the service tells at once. */
const limit = 200;

export function useUnits(region: string) {
  return (
    useAnswer(['units', region], (signal) =>
      client.GET('/v1/regions/{region}/units', { params: { path: { region }, query: { limit } }, signal }),
    ).data?.rows ?? []
  );
}

export function useDistricts(region: string): readonly string[] {
  const districts = new Set(useUnits(region).map(({ district }) => district));
  return [...districts].sort((a, b) => a.localeCompare(b, 'sv'));
}

export function useGroups(region: string) {
  return (
    useAnswer(['sfi-groups', region], (signal) =>
      client.GET('/v1/regions/{region}/sfi-groups', {
        params: { path: { region }, query: { limit } },
        signal,
      }),
    ).data?.rows ?? []
  );
}
