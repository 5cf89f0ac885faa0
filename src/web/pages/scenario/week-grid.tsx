/**
 * The times of a week on its grid, where each can be taken hold of: dragged by the pointer, or moved by the arrow keys, half an hour or a day at a
 * time; with shift it becomes longer or shorter.
 */
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTexts } from '../../language.tsx';
import { useDayName } from '../../parts/week.tsx';
import { clock, HOUR_REM, minutesOf, weekdays } from '../../parts/week-times.ts';
import type { Session } from './kinds.ts';
import { texts } from './texts.ts';
import { DAY_END, DAY_START, moved, stretched } from './week-moves.ts';

interface WeekGridProps {
  readonly label: string;
  readonly sessions: readonly Session[];
  readonly onChange: (sessions: readonly Session[]) => void;
}

const hours = Array.from({ length: (DAY_END - DAY_START) / 60 }, (_, hour) => DAY_START / 60 + hour);

export function WeekGrid({ label, sessions, onChange }: WeekGridProps) {
  const t = useTexts(texts);
  const dayName = useDayName();
  const grid = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly at: number; readonly offset: number } | null>(null);
  const put = (at: number, session: Session): void =>
    onChange(sessions.map((old, i) => (i === at ? session : old)));

  const press = (event: KeyboardEvent, at: number): void => {
    const [days, halves] = steps[event.key] ?? [0, 0];
    if (days === 0 && halves === 0) return;
    event.preventDefault();
    put(at, event.shiftKey ? stretched(sessions[at], halves) : moved(sessions[at], days, halves));
  };
  /** Which day and minute of the grid the pointer is at. */
  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const { left, width, top, height } = grid.current?.getBoundingClientRect() ?? noBox;
    const day = Math.floor(((clientX - left) / width) * weekdays.length);
    return { day, minute: DAY_START + ((clientY - top) / height) * (DAY_END - DAY_START) };
  };
  const take = (event: PointerEvent<HTMLButtonElement>, at: number): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    held.current = { at, offset: placeOf(event).minute - minutesOf(sessions[at].start) };
  };
  const drag = (event: PointerEvent): void => {
    if (held.current === null) return;
    const { at, offset } = held.current;
    const { day, minute } = placeOf(event);
    const session = sessions[at];
    const days = day - weekdays.indexOf(session.weekday);
    const halves = Math.round((minute - offset - minutesOf(session.start)) / 30);
    if (days !== 0 || halves !== 0) put(at, moved(session, days, halves));
  };
  const release = (): void => {
    held.current = null;
  };
  return (
    <fieldset className="week-frame">
      <legend className="unseen">{label}</legend>
      <p className="help">{t('grid_help')}</p>
      <div className="week movable">
        <div className="hours" aria-hidden="true">
          {hours.map((hour) => (
            <span key={hour}>{clock(hour * 60).slice(0, 2)}</span>
          ))}
        </div>
        <div>
          <div className="names" aria-hidden="true">
            {weekdays.map((day) => (
              <span key={day} className="name">
                {dayName(day).slice(0, 3)}
              </span>
            ))}
          </div>
          {/* All in one column, so that a time that moves to another day is still the same button and keeps the focus. */}
          <div className="column" ref={grid} style={{ height: `${hours.length * HOUR_REM}rem` }}>
            {sessions.map(({ weekday, start, end }, at) =>
              start < end ? (
                <button
                  // biome-ignore lint/suspicious/noArrayIndexKey: a time has no name but its place in the list
                  key={at}
                  type="button"
                  className="block sfi"
                  aria-label={t('grid_time', { day: dayName(weekday), start, end })}
                  style={{
                    left: share(weekdays.indexOf(weekday), weekdays.length),
                    width: share(1, weekdays.length),
                    top: share(minutesOf(start) - DAY_START, DAY_END - DAY_START),
                    height: share(minutesOf(end) - minutesOf(start), DAY_END - DAY_START),
                  }}
                  onKeyDown={(event) => press(event, at)}
                  onPointerDown={(event) => take(event, at)}
                  onPointerMove={drag}
                  onPointerUp={release}
                  onPointerCancel={release}
                >
                  {`${start}–${end}`}
                </button>
              ) : null,
            )}
          </div>
        </div>
      </div>
    </fieldset>
  );
}

const noBox = { left: 0, width: 1, top: 0, height: 1 };

function share(part: number, whole: number): string {
  return `${(100 * part) / whole}%`;
}

/** Days and half hours that a key moves by. */
const steps: Readonly<Record<string, readonly [days: number, halves: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
