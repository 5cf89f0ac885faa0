/** What teams are called: proposals name them by their keys. */
import { client, useAnswer } from '../api/client.tsx';

/** As many as the service tells at once; in a larger region the others keep their keys. */
const limit = 200;

export function useTeams(region: string) {
  return (
    useAnswer(['teams', region], (signal) =>
      client.GET('/v1/regions/{region}/teams', { params: { path: { region }, query: { limit } }, signal }),
    ).data?.rows ?? []
  );
}

/** From a team's key to its name and unit. */
export function useTeamNames(region: string): (team: string) => string {
  const names = new Map(useTeams(region).map(({ id, name, unitName }) => [id, `${name}, ${unitName}`]));
  return (team) => names.get(team) ?? team;
}
