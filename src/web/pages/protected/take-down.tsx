/** What matching must know of such a person, and no more: no name, no address, an area instead of a home. */
import { useState } from 'react';
import { client, useChange } from '../../api/client.tsx';
import type { paths } from '../../api/description.ts';
import { useTexts } from '../../language.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { useLanguageChoices } from '../../parts/language-name.tsx';
import { Failed } from '../../parts/states.tsx';
import { useDayName } from '../../parts/week.tsx';
import { weekdays } from '../../parts/week-times.ts';
import { Rows, Several } from './several.tsx';
import { texts } from './texts.ts';

type Data =
  paths['/v1/regions/{region}/protected-persons']['post']['requestBody']['content']['application/json'];
type Told = Data['person'];
type Language = Data['languages'][number];
type Session = Data['sessions'][number];

const genders = ['woman', 'man', 'other'] as const satisfies readonly Told['gender'][];
const studyPaths = [1, 2, 3] as const satisfies readonly Told['sfi_path'][];
const courses = ['A', 'B', 'C', 'D'] as const satisfies readonly Told['sfi_course'][];
const levels = ['native', 'C2', 'C1', 'B2', 'B1', 'A2', 'A1'] as const;
const swedish: Language = { language: 'swe', level: 'A1' };
const morning: Session = { weekday: 'mon', start: '08:00', end: '12:00' };
const dates = ['permit_date', 'arrived_on', 'available_from'] as const;
const amounts = ['max_commute_min', 'min_team_hours', 'max_week_hours'] as const;

const unsaid: Told = {
  ...{ gender: 'woman', permit_date: '', arrived_on: '', available_from: '', area: '' },
  ...{ sfi_path: 1, sfi_course: 'A', max_commute_min: 60, min_team_hours: 10, max_week_hours: 40 },
  school_forms: ['preschool', 'compulsory', 'leisure'],
  roles: [
    'teaching_assistant',
    'childminder',
    'library',
    'caretaker',
    'reception',
    'kitchen',
    'leisure_leader',
  ],
  ...{ competences: [], avoid_units: [], prefer_units: [], child_units: [] },
};

interface TakeDownProps {
  readonly region: string;
  readonly onTaken: (id: string) => void;
}

export function TakeDown({ region, onTaken }: TakeDownProps) {
  const t = useTexts(texts);
  const dayName = useDayName();
  const [person, setPerson] = useState(unsaid);
  const [languages, setLanguages] = useState<readonly Language[]>([{ language: '', level: 'native' }]);
  const [sessions, setSessions] = useState<readonly Session[]>([]);
  const known = useLanguageChoices();
  const take = useChange(
    (body: Data, headers) =>
      client.POST('/v1/regions/{region}/protected-persons', { params: { path: { region } }, body, headers }),
    ({ id }) => onTaken(id),
  );
  const tell = (over: Partial<Told>): void => setPerson({ ...person, ...over });
  return (
    <details className="card">
      <summary>{t('take_down')}</summary>
      <p className="help">{t('take_down_help')}</p>
      <form
        className="fields"
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate({ person, languages: [...languages], sessions: [...sessions], extracts: [] });
        }}
      >
        <Choice
          label={t('gender')}
          value={person.gender}
          options={genders.map((one) => [one, t(one)])}
          onChange={(gender) => tell({ gender })}
        />
        {dates.map((name) => (
          <Field
            key={name}
            label={t(name)}
            type="date"
            required
            value={person[name]}
            onChange={({ target }) => tell({ [name]: target.value })}
          />
        ))}
        <Field
          label={t('area')}
          help={t('area_help')}
          required
          autoComplete="off"
          value={person.area}
          onChange={({ target }) => tell({ area: target.value })}
        />
        <Choice
          label={t('sfi_path')}
          value={person.sfi_path}
          options={studyPaths.map((one) => [one, String(one)])}
          onChange={(path) => tell({ sfi_path: path })}
        />
        <Choice
          label={t('sfi_course')}
          value={person.sfi_course}
          options={courses.map((one) => [one, String(one)])}
          onChange={(course) => tell({ sfi_course: course })}
        />
        {amounts.map((name) => (
          <Field
            key={name}
            label={t(name)}
            type="number"
            min={0}
            required
            value={Number.isNaN(person[name]) ? '' : person[name]}
            onChange={({ target }) => tell({ [name]: target.valueAsNumber })}
          />
        ))}
        <Rows
          legend={t('languages')}
          rows={languages}
          fresh={swedish}
          least={1}
          add={t('add_language')}
          remove={t('remove')}
          onChange={setLanguages}
        >
          {(row, change) => (
            <>
              <label>
                <span>{t('language')}</span>
                <select
                  required
                  value={row.language}
                  onChange={({ target }) => change({ language: target.value })}
                >
                  <option value="">{t('choose')}</option>
                  {known.map(([code, name]) => (
                    <option key={code} value={code}>
                      {name}
                    </option>
                  ))}
                </select>
              </label>
              <Choice
                label={t('level')}
                value={row.level}
                options={levels.map((one) => [one, one === 'native' ? t('native') : one])}
                onChange={(level) => change({ level })}
              />
            </>
          )}
        </Rows>
        <Several
          legend={t('school_forms')}
          of={unsaid.school_forms}
          chosen={person.school_forms}
          name={t}
          onChange={(chosen) => tell({ school_forms: [...chosen] })}
        />
        <Several
          legend={t('roles')}
          of={unsaid.roles}
          chosen={person.roles}
          name={t}
          onChange={(chosen) => tell({ roles: [...chosen] })}
        />
        <Rows
          legend={t('hindrances')}
          rows={sessions}
          fresh={morning}
          least={0}
          add={t('add_hindrance')}
          remove={t('remove')}
          onChange={setSessions}
        >
          {(row, change) => (
            <>
              <Choice
                label={t('weekday')}
                value={row.weekday}
                options={weekdays.map((one) => [one, dayName(one)])}
                onChange={(weekday) => change({ weekday })}
              />
              {(['start', 'end'] as const).map((name) => (
                <Field
                  key={name}
                  label={t(name === 'start' ? 'start' : 'end_time')}
                  type="time"
                  required
                  value={row[name]}
                  onChange={({ target }) => change({ [name]: target.value })}
                />
              ))}
            </>
          )}
        </Rows>
        {take.error === null ? null : <Failed error={take.error} />}
        <div className="buttons">
          <button type="submit" className="primary" disabled={take.isPending}>
            {t('save')}
          </button>
        </div>
      </form>
    </details>
  );
}
