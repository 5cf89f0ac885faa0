/** A week of work, Swedish and travel as a calendar, and the same as a table for whoever does not see it. */
import { useTexts } from '../language.tsx';
import { Scroll } from './scroll.tsx';
import { texts } from './texts.ts';
import { HOUR_REM, minutesOf, type Weekday, weekdays } from './week-times.ts';

export interface Block {
  readonly weekday: Weekday;
  /** HH:MM. */
  readonly start: string;
  readonly end: string;
  readonly what: 'team' | 'sfi' | 'travel';
}

/** A block of fewer minutes has no room for its words; the table tells it. */
const LEAST_TOLD = 30;

/** What a day of the week is called. */
export function useDayName(): (day: Block['weekday']) => string {
  const t = useTexts(texts);
  return (day) => t(day);
}

export function Week({ blocks, title }: { readonly blocks: readonly Block[]; readonly title: string }) {
  const t = useTexts(texts);
  const days = weekdays.filter((day, at) => at < 5 || blocks.some(({ weekday }) => weekday === day));
  const from = Math.floor(Math.min(...blocks.map(({ start }) => minutesOf(start)), 8 * 60) / 60) * 60;
  const to = Math.ceil(Math.max(...blocks.map(({ end }) => minutesOf(end)), 16 * 60) / 60) * 60;
  const hours = Array.from({ length: (to - from) / 60 }, (_, hour) => from / 60 + hour);
  return (
    <div className="week-frame">
      <div
        className="week"
        aria-hidden="true"
        style={{ gridTemplateColumns: `2rem repeat(${days.length}, minmax(0, 1fr))` }}
      >
        <div className="hours">
          {hours.map((hour) => (
            <span key={hour}>{`${hour}`.padStart(2, '0')}</span>
          ))}
        </div>
        {days.map((day) => (
          <div key={day} className="day">
            <span className="name">{t(`short_${day}`)}</span>
            <div className="column" style={{ height: `${hours.length * HOUR_REM}rem` }}>
              {blocks
                .filter(({ weekday }) => weekday === day)
                .map(({ start, end, what }) => (
                  <span
                    key={start}
                    className={`block ${what}`}
                    style={{
                      top: `${((minutesOf(start) - from) / (to - from)) * 100}%`,
                      height: `${((minutesOf(end) - minutesOf(start)) / (to - from)) * 100}%`,
                    }}
                  >
                    {what === 'travel' || minutesOf(end) - minutesOf(start) < LEAST_TOLD
                      ? null
                      : `${t(what)} ${start}–${end}`}
                  </span>
                ))}
            </div>
          </div>
        ))}
      </div>
      <details>
        <summary>{t('as_table')}</summary>
        <Scroll label={title}>
          <table>
            <caption>{title}</caption>
            <tbody>
              {days.map((day) => (
                <tr key={day}>
                  <th scope="row">{t(day)}</th>
                  <td>
                    {blocks
                      .filter(({ weekday }) => weekday === day)
                      .map(({ start, end, what }) => `${start}–${end} ${t(what)}`)
                      .join(', ') || t('free')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </details>
    </div>
  );
}
