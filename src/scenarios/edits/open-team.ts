/** open_team: a new work team, written out or `like` another one, whose seats, hours, languages and times it then takes over. */
import { z } from 'zod';
import * as cell from '../../domain/tables/cells.ts';
import { teamBackgroundRow, teamLanguageRow, teamRow } from '../../domain/tables/teams.ts';
import { alreadyThere, type Edited, edited, notThere, refuse, type State } from './edit.ts';
import { sessionsOf, sessionTimes, timesOf } from './session-times.ts';

export const openTeamSchema = z.strictObject({
  kind: z.literal('open_team'),
  ...teamRow.partial().shape,
  id: cell.key,
  like: cell.key.optional(),
  languages: z.array(teamLanguageRow.omit({ team: true })).optional(),
  backgrounds: z.array(teamBackgroundRow.omit({ team: true })).optional(),
  sessions: sessionTimes.optional(),
});

export function openTeam(state: State, edit: z.infer<typeof openTeamSchema>): Edited {
  const { region } = state;
  const { kind: _, like, languages, backgrounds, sessions, ...given } = edit;
  const { id } = given;
  if (region.teams.some((row) => row.id === id)) return alreadyThere('id', { kind: 'team', id });
  const model = region.teams.find((row) => row.id === like);
  if (like !== undefined && model === undefined) return notThere('like', { kind: 'team', id: like });
  const row = teamRow.safeParse({ ...model, ...given });
  if (!row.success) {
    const field = row.error.issues.map(({ path }) => path.join('.'))[0] ?? null;
    return refuse(field, null, {
      sv: 'ett nytt arbetslag behöver alla kolumner i teams.csv, eller ett arbetslag att likna (like)',
      en: 'a new team needs every column of teams.csv, or a team that it is like (like)',
    });
  }
  const unit = row.data.unit;
  if (!region.units.some((known) => known.id === unit)) return notThere('unit', { kind: 'unit', id: unit });
  const ofModel = <R extends { readonly team: string }>(rows: readonly R[]): readonly R[] =>
    rows.filter(({ team }) => model !== undefined && team === model.id);
  const times = sessions ?? (model ? timesOf(region.sessions, 'team', model.id) : []);
  return edited(state, {
    teams: [...region.teams, row.data],
    team_languages: [
      ...region.team_languages,
      ...(languages ?? ofModel(region.team_languages)).map((spoken) => ({ ...spoken, team: id })),
    ],
    team_backgrounds: [
      ...region.team_backgrounds,
      ...(backgrounds ?? ofModel(region.team_backgrounds)).map((country) => ({ ...country, team: id })),
    ],
    sessions: [...region.sessions, ...sessionsOf('team', id, times)],
  });
}
