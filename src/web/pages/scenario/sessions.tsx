/** The times of a week: each a day, a start and an end, and the week that they make. */
import { useTexts } from '../../language.tsx';
import { Week } from '../../parts/week.tsx';
import type { Session } from './kinds.ts';
import { texts } from './texts.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface SessionsProps {
  readonly label: string;
  readonly value: unknown;
  readonly onChange: (sessions: readonly Session[]) => void;
}

export function Sessions({ label, value, onChange }: SessionsProps) {
  const t = useTexts(texts);
  const sessions: readonly Session[] = Array.isArray(value) ? value : [];
  const put = (at: number, over: Partial<Session>): void =>
    onChange(sessions.map((session, i) => (i === at ? { ...session, ...over } : session)));
  const next = (): Session => {
    const last = sessions.at(-1);
    if (last === undefined) return { weekday: 'mon', start: '17:00', end: '20:00' };
    return { ...last, weekday: weekdays[(weekdays.indexOf(last.weekday) + 1) % 7] ?? 'mon' };
  };
  const isShown = sessions.length > 0 && sessions.every(({ start, end }) => start < end);
  return (
    <fieldset>
      <legend>{label}</legend>
      {sessions.map(({ weekday, start, end }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a time has no name but its place in the list
        <div key={at} className="session">
          <select
            aria-label={t('weekday')}
            value={weekday}
            onChange={({ target }) =>
              put(at, { weekday: weekdays.find((day) => day === target.value) ?? weekday })
            }
          >
            {weekdays.map((day) => (
              <option key={day} value={day}>
                {t(day)}
              </option>
            ))}
          </select>
          <input
            type="time"
            aria-label={t('start')}
            value={start}
            required
            onChange={({ target }) => put(at, { start: target.value })}
          />
          <input
            type="time"
            aria-label={t('end')}
            value={end}
            required
            onChange={({ target }) => put(at, { end: target.value })}
          />
          <button
            type="button"
            className="quiet"
            onClick={() => onChange(sessions.filter((_, i) => i !== at))}
          >
            {t('remove_time')}
          </button>
        </div>
      ))}
      <div className="buttons">
        <button type="button" className="secondary" onClick={() => onChange([...sessions, next()])}>
          {t('add_time')}
        </button>
      </div>
      {isShown ? (
        <Week title={label} blocks={sessions.map((session) => ({ ...session, what: 'sfi' }))} />
      ) : null}
    </fieldset>
  );
}
