/** A person with protected data, handled alone: taken down or opened by a code that means nothing, and given a place that is free now. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useParams } from 'wouter';
import { useTexts } from '../../language.tsx';
import { Field } from '../../parts/field.tsx';
import { PageHeading } from '../../shell/heading.tsx';
import { Person } from './person.tsx';
import { TakeDown } from './take-down.tsx';
import { texts } from './texts.ts';

/** What answers about such a person are kept under, so that all of it can be forgotten at once. */
const kept = 'protected';

export default function ProtectedPage() {
  const t = useTexts(texts);
  const { region = '' } = useParams();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  // In memory alone: an address would stay in the history of the browser.
  const [opened, setOpened] = useState<string | null>(null);
  useEffect(() => () => queries.removeQueries({ queryKey: [kept] }), [queries]);
  const close = (): void => {
    setOpened(null);
    setCode('');
    queries.removeQueries({ queryKey: [kept] });
  };
  return (
    <>
      <PageHeading lead={t('lead')}>{t('heading')}</PageHeading>
      {opened === null ? (
        <>
          <form
            className="card ask"
            aria-labelledby="open"
            onSubmit={(event) => {
              event.preventDefault();
              setOpened(code.trim());
            }}
          >
            <h2 id="open">{t('open')}</h2>
            <Field
              label={t('code')}
              help={t('code_help')}
              required
              autoComplete="off"
              spellCheck={false}
              value={code}
              onChange={({ target }) => setCode(target.value)}
            />
            <div className="buttons">
              <button type="submit" className="primary">
                {t('open_it')}
              </button>
            </div>
          </form>
          <TakeDown region={region} onTaken={setOpened} />
        </>
      ) : (
        <Person key={opened} region={region} id={opened} keptUnder={kept} onClose={close} />
      )}
    </>
  );
}
