/** The times of a week: each a day, a start and an end, written in fields or moved on the grid of the week. */
import { useTexts } from '../../language.tsx';
import { useDayName } from '../../parts/week.tsx';
import { weekdays } from '../../parts/week-times.ts';
import type { Session } from './kinds.ts';
import { texts } from './texts.ts';
import { WeekGrid } from './week-grid.tsx';

interface SessionsProps {
  readonly label: string;
  readonly value: unknown;
  /** Times to begin from, where there are any. */
  readonly begun: readonly Session[];
  readonly onChange: (sessions: readonly Session[]) => void;
}

export function Sessions({ label, value, begun, onChange }: SessionsProps) {
  const t = useTexts(texts);
  const dayName = useDayName();
  const sessions: readonly Session[] = Array.isArray(value) ? value : [];
  const put = (at: number, over: Partial<Session>): void =>
    onChange(sessions.map((session, i) => (i === at ? { ...session, ...over } : session)));
  const next = (): Session => {
    const last = sessions.at(-1);
    if (last === undefined) return { weekday: 'mon', start: '17:00', end: '20:00' };
    return { ...last, weekday: weekdays[(weekdays.indexOf(last.weekday) + 1) % 7] ?? 'mon' };
  };
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
                {dayName(day)}
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
        {sessions.length === 0 && begun.length > 0 ? (
          <button type="button" className="secondary" onClick={() => onChange(begun)}>
            {t('as_now')}
          </button>
        ) : null}
      </div>
      {sessions.length > 0 ? <WeekGrid label={label} sessions={sessions} onChange={onChange} /> : null}
    </fieldset>
  );
}
