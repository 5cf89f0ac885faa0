/**
 * What a sweep varies, written as `KEY=FROM:TO:STEP` (or `KEY=A,B,C`), and the edits that a value stands for:
 *
 *     equity               both equity tolerances, in percentage points
 *     policy.PATH          any number of the policy, such as policy.weights.language
 *     seats.PLACE          so many seats more (or fewer) in a team or, one by one over its teams, a district; with supervision
 *     sfi.GROUP            so many seats more (or fewer) in an SFI group
 *     evening.GROUP        so many further SFI groups like this one, four evenings a week
 */
import type { Region } from '../../domain/region.ts';
import type { Text } from '../../domain/text.ts';
import type { Edit } from '../edits/index.ts';

export interface Parameter {
  readonly key: string;
  readonly values: readonly number[];
}

export type ParameterReading =
  | { readonly status: 'read'; readonly parameter: Parameter }
  | { readonly status: 'refused'; readonly message: Text };

const MOST_VALUES = 1000;
const keyForm = /^(?:equity|(?:policy|seats|sfi|evening)\..+)$/;
const number = String.raw`-?\d+(?:\.\d+)?`;
const rangeForm = new RegExp(`^(${number}):(${number}):(${number})$`);
const listForm = new RegExp(`^${number}(?:,${number})*$`);

export function readParameter(written: string): ParameterReading {
  const at = written.indexOf('=');
  const [key, range] = [written.slice(0, Math.max(0, at)), written.slice(at + 1)];
  const values = valuesOf(range);
  if (!keyForm.test(key) || values === null) {
    return {
      status: 'refused',
      message: {
        sv: `--over ska vara NYCKEL=FRÅN:TILL:STEG eller NYCKEL=A,B,C med högst ${MOST_VALUES} värden; nycklar är equity, policy.FÄLT, seats.PLATS, sfi.GRUPP och evening.GRUPP.`,
        en: `--over must be KEY=FROM:TO:STEP or KEY=A,B,C with at most ${MOST_VALUES} values; keys are equity, policy.FIELD, seats.PLACE, sfi.GROUP and evening.GROUP.`,
      },
    };
  }
  return { status: 'read', parameter: { key, values } };
}

function valuesOf(range: string): readonly number[] | null {
  if (listForm.test(range)) {
    const list = range.split(',').map(Number);
    return list.length <= MOST_VALUES ? list : null;
  }
  const [, from, to, step] = (rangeForm.exec(range) ?? []).map(Number);
  if (from === undefined || step <= 0 || to < from) return null;
  const count = Math.floor((to - from) / step + 1e-9) + 1;
  if (count > MOST_VALUES) return null;
  // From the ends, not by adding up, so that 0.1 thrice is 0.3.
  return Array.from({ length: count }, (_, i) => Number((from + i * step).toFixed(9)));
}

const evenings = (['mon', 'tue', 'wed', 'thu'] as const).map((weekday) => ({
  weekday,
  start: '17:00',
  end: '20:45',
}));

/** The edits of one value. A place that is not there is refused by the edit itself. */
export function editsFor(region: Region, key: string, value: number): readonly Edit[] {
  if (key === 'equity')
    return [{ kind: 'policy', set: { equity: { placement_tolerance: value, points_tolerance: value } } }];
  const [kind, name] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
  switch (kind) {
    case 'policy':
      return [{ kind: 'policy', set: nested(name.split('.'), value) }];
    case 'seats': {
      const place = region.teams.some(({ id }) => id === name) ? { team: name } : { district: name };
      return [{ kind: 'team_seats', ...place, by: value, supervised: true }];
    }
    case 'sfi':
      return [{ kind: 'sfi_seats', group: name, by: value }];
    default:
      return Array.from({ length: value }, (_, i) => ({
        kind: 'add_sfi_group' as const,
        id: `${name}-evening-${i + 1}`,
        like: name,
        sessions: evenings,
      }));
  }
}

function nested([first, ...rest]: readonly string[], value: number): Record<string, unknown> {
  return { [first]: rest.length === 0 ? value : nested(rest, value) };
}

/** The name of a parameter as people read it. */
export function parameterName(key: string): Text {
  if (key === 'equity')
    return {
      sv: 'Tillåten skillnad mellan könen, procentenheter',
      en: 'Allowed difference between genders, percentage points',
    };
  const [kind, name] = [key.slice(0, key.indexOf('.')), key.slice(key.indexOf('.') + 1)];
  switch (kind) {
    case 'seats':
      return { sv: `Fler platser i ${name}`, en: `More seats in ${name}` };
    case 'sfi':
      return { sv: `Fler platser i sfi-gruppen ${name}`, en: `More seats in the SFI group ${name}` };
    case 'evening':
      return { sv: `Kvällsgrupper som ${name}`, en: `Evening groups like ${name}` };
    default:
      return { sv: name, en: name };
  }
}
