/** Every kind of edit for whoever writes a scenario: what it does, and its fields as JSON Schema. */
import { z } from 'zod';
import { expectations } from '../../domain/tables/cells.ts';
import type { Text } from '../../domain/text.ts';
import { type Edit, editSchema } from './index.ts';

const editNames: Readonly<Record<Edit['kind'], Text>> = {
  open_team: { sv: 'Öppna ett arbetslag', en: 'Open a team' },
  close_team: { sv: 'Stäng ett arbetslag', en: 'Close a team' },
  team_seats: { sv: 'Fler eller färre platser i arbetslag', en: 'More or fewer seats in teams' },
  supervisors: { sv: 'Fler eller färre handledare', en: 'More or fewer supervisors' },
  add_sfi_group: { sv: 'Starta en sfi-grupp', en: 'Start an SFI group' },
  move_sfi_group: { sv: 'Flytta en sfi-grupp', en: 'Move an SFI group' },
  close_sfi_group: { sv: 'Lägg ner en sfi-grupp', en: 'Close an SFI group' },
  retime_sfi_group: { sv: 'Ändra tider för en sfi-grupp', en: 'Change the times of an SFI group' },
  sfi_seats: { sv: 'Fler eller färre platser i en sfi-grupp', en: 'More or fewer seats in an SFI group' },
  withdraw_unit: { sv: 'En enhet lämnar', en: 'A unit withdraws' },
  withdraw_partner: { sv: 'En partner lämnar med allt sitt', en: 'A partner withdraws with all it brought' },
  join_district: { sv: 'En stadsdel kommer med', en: 'A district joins' },
  participants_arrive: { sv: 'Fler deltagare kommer', en: 'More participants arrive' },
  participants_leave: { sv: 'Deltagare lämnar', en: 'Participants leave' },
  policy: { sv: 'Ändra hur saker vägs', en: 'Change how things are weighed' },
};

export interface EditForm {
  readonly kind: Edit['kind'];
  readonly name: Text;
  readonly schema: Readonly<Record<string, unknown>>;
}

/** In the order of the kinds. */
export function editForms(): readonly EditForm[] {
  return editSchema.options.map((option) => {
    const kind = option.shape.kind.value;
    const schema = z.toJSONSchema(option, {
      io: 'input',
      override: ({ zodSchema, jsonSchema }) => {
        const expected = expectations.get(zodSchema);
        if (expected) jsonSchema.description = expected.sv;
      },
    });
    return { kind, name: editNames[kind], schema };
  });
}
