/** The question: which proposal's lottery, which two sides of it, and what is compared. */
import { type FormEvent, useState } from 'react';
import { useTexts } from '../../language.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useFormats } from '../../parts/formats.tsx';
import { useSaid } from '../../parts/said.tsx';
import { type Choices, mostDraws, type Question, usualDraws } from './question.ts';
import { texts } from './texts.ts';

interface AskProps {
  readonly choices: Choices;
  readonly asked: Question | null;
  readonly isPending: boolean;
  readonly onAsk: (question: Question) => void;
}

export function Ask({ choices, asked, isPending, onAsk }: AskProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const { time } = useFormats();
  const { proposals, arms, outcomes } = choices;
  const [question, setQuestion] = useState<Question>(
    asked ?? {
      proposal: proposals[0]?.id ?? '',
      arms: ['placed', 'unplaced'],
      outcome: (outcomes.find(({ id }) => id === 'completed') ?? outcomes[0])?.id ?? '',
      draws: usualDraws,
    },
  );
  const [first, second] = question.arms;
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onAsk(question);
  };
  return (
    <form className="card unprinted" onSubmit={send}>
      <Choice
        label={t('proposal')}
        value={question.proposal}
        options={proposals.map(({ id, requestedAt, regionVersion, policy }) => [
          id,
          t('proposal_of', { time: time(requestedAt), version: regionVersion, policy }),
        ])}
        onChange={(proposal) => setQuestion({ ...question, proposal })}
      />
      <Arm
        label={t('first')}
        arms={arms}
        value={first}
        onChange={(arm) => setQuestion({ ...question, arms: [arm, second] })}
      />
      <Arm
        label={t('second')}
        arms={arms}
        value={second}
        onChange={(arm) => setQuestion({ ...question, arms: [first, arm] })}
      />
      <Choice
        label={t('outcome')}
        value={question.outcome}
        options={outcomes.map(({ id, name }) => [id, said(name)])}
        onChange={(outcome) => setQuestion({ ...question, outcome })}
      />
      <Field
        label={t('draws')}
        help={t('draws_help')}
        type="number"
        min={2}
        max={mostDraws}
        required
        value={Number.isNaN(question.draws) ? '' : question.draws}
        onChange={({ target }) => setQuestion({ ...question, draws: target.valueAsNumber })}
      />
      <div className="buttons">
        <button type="submit" className="primary" disabled={isPending}>
          {t('compare')}
        </button>
      </div>
    </form>
  );
}

const kinds = ['form', 'district', 'unit', 'team'] as const;

interface ArmProps {
  readonly label: string;
  readonly arms: Choices['arms'];
  readonly value: string;
  readonly onChange: (arm: string) => void;
}

function Arm({ label, arms, value, onChange }: ArmProps) {
  const t = useTexts(texts);
  const said = useSaid();
  const optionsOf = (isIn: (key: string) => boolean) =>
    arms.filter(({ key }) => isIn(key)).map(({ key, name }) => [key, said(name)] as const);
  return (
    <Choice
      label={label}
      value={value}
      options={optionsOf((key) => !key.includes(':'))}
      groups={kinds.map((kind) => ({
        name: t(`of_${kind}`),
        options: optionsOf((key) => key.startsWith(`${kind}:`)),
      }))}
      onChange={onChange}
    />
  );
}
