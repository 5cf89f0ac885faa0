/** What a report says of learning from outcomes: whether there is enough to learn from, and how much is missing. */
import type { Text } from '../../domain/text.ts';
import type { Case } from '../case.ts';
import type { Report } from '../report/report-format.ts';
import type { LearningDecision } from '../settings-format.ts';
import { examplesOf } from './examples.ts';
import { enough, learn } from './learn.ts';
import { tooFew } from './tell-learning.ts';

/** About the chance of completing. It learns only where somebody has turned it on, since that takes its time. */
export function learningStatus(cases: readonly Case[], decision?: LearningDecision): Report['learning'] {
  const { have, needed } = enough(examplesOf('completed', cases));
  if (have < needed) {
    return { status: 'declined', have, needed, sentences: [tooFew('completed', have, needed)] };
  }
  const learning = decision && learn('completed', cases);
  const isOn = learning?.status === 'learnt' && learning.mayCount;
  return {
    status: 'possible',
    have,
    needed,
    sentences: [isOn ? turnedOn : turnedOff],
  };
}

const turnedOff: Text = {
  sv: 'Det finns tillräckligt många för att lära en modell av vem som fullföljer. Den är avstängd tills någon har sett vad den betyder för kvinnor och män och bestämt annat.',
  en: 'There are enough people to learn a model of who completes. It is off until somebody has seen what it means for women and men and has decided otherwise.',
};
const turnedOn: Text = {
  sv: 'En modell av vem som fullföljer får räknas in i poängen: någon har sett vad den betyder för kvinnor och män och bestämt det.',
  en: 'A model of who completes may count in the points: somebody has seen what it means for women and men and has decided so.',
};
