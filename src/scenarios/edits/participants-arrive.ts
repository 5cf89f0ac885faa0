/**
 * participants_arrive: so many more people, drawn from the region's own mix. Each is made like somebody who waits already, drawn by the
 * seed among those of the gender, area, study path and language asked for; where nobody is like that, what is asked for is put in the
 * place of what the one drawn has. They have shown no extract, and nothing has been decided about them.
 */
import { z } from 'zod';
import { draw } from '../../../solver/lottery.ts';
import type { TableRow } from '../../domain/region.ts';
import { type Edited, edited, refuse, type State } from './edit.ts';
import { type People, peopleFields, testsOf } from './people.ts';

export const participantsArriveSchema = z.strictObject({
  kind: z.literal('participants_arrive'),
  count: z.int().min(1).max(100_000),
  ...peopleFields,
});

type Participant = TableRow<'participants'>;

export function participantsArrive(state: State, edit: z.infer<typeof participantsArriveSchema>): Edited {
  const { region } = state;
  const models = modelsFor(edit, state);
  if (models.length === 0) {
    return refuse('count', String(edit.count), {
      sv: 'ingen väntar som de nya kan likna',
      en: 'nobody waits whom the new ones could be like',
    });
  }
  const languagesOf = Map.groupBy(region.participant_languages, ({ participant }) => participant);
  const hindrancesOf = Map.groupBy(
    region.sessions.filter(({ owner }) => owner === 'participant'),
    ({ id }) => id,
  );
  const arrived = newIds(region.participants, edit.count).map((id) => {
    const model = models[draw(edit.seed, id) % models.length];
    const languages = languagesOf.get(model.id) ?? [];
    return {
      row: madeLike(model, edit, id),
      languages: spoken(edit.language, id, languages),
      hindrances: (hindrancesOf.get(model.id) ?? []).map((row) => ({ ...row, id })),
    };
  });
  return edited(state, {
    participants: [...region.participants, ...arrived.map(({ row }) => row)],
    participant_languages: [
      ...region.participant_languages,
      ...arrived.flatMap(({ languages }) => languages),
    ],
    sessions: [...region.sessions, ...arrived.flatMap(({ hindrances }) => hindrances)],
  });
}

/** Those who pass as many of the tests as anybody does, taken in their order. */
function modelsFor(people: People, { region }: State): readonly Participant[] {
  const inOrder = region.participants.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return testsOf(people, region).reduce<readonly Participant[]>((pool, test) => {
    const passing = pool.filter(test);
    return passing.length > 0 ? passing : pool;
  }, inOrder);
}

function madeLike(
  { sfi_group: _, lat, lon, ...model }: Participant,
  { gender = model.gender, area = model.area, sfi_path = model.sfi_path }: People,
  id: string,
): Participant {
  const atHome = area === model.area && lat !== undefined && lon !== undefined ? { lat, lon } : {};
  return { ...model, ...atHome, id, gender, area, sfi_path };
}

type Spoken = TableRow<'participant_languages'>;

function spoken(language: string | undefined, id: string, rows: readonly Spoken[]): readonly Spoken[] {
  if (language === undefined || rows.some((row) => row.language === language))
    return rows.map((row) => ({ ...row, participant: id }));
  return [{ participant: id, language, level: 'native' }];
}

/** arrival-001 and so on, past those that are taken. */
function newIds(participants: readonly Participant[], count: number): readonly string[] {
  const taken = new Set(participants.map(({ id }) => id));
  const ids: string[] = [];
  for (let n = 1; ids.length < count; n++) {
    const id = `arrival-${String(n).padStart(3, '0')}`;
    if (!taken.has(id)) ids.push(id);
  }
  return ids;
}
