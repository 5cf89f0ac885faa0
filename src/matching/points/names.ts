import type { Text } from '../../domain/text.ts';
import type { TermPoints } from './term.ts';

/** What each term of the points is called where people read it. */
export const termNames: Readonly<Record<TermPoints['term'], Text>> = {
  placement: { sv: 'få en plats alls', en: 'being placed at all' },
  language: { sv: 'språk och nivå', en: 'language and level' },
  pupils: { sv: 'elever som delar språket', en: 'pupils who share the language' },
  background: { sv: 'bakgrund som delas', en: 'shared background' },
  roles: { sv: 'roller', en: 'roles' },
  competences: { sv: 'kunskaper som efterfrågas', en: 'knowledge that is asked for' },
  sfi_continuity: { sv: 'behålla sin sfi-grupp', en: 'keeping the SFI group' },
  commute: { sv: 'resväg', en: 'commute' },
  waiting: { sv: 'väntan sedan tillståndet', en: 'waiting since the permit' },
  wishes: { sv: 'egna önskemål', en: 'own wishes' },
  learnt_chance: { sv: 'inlärd chans att fullfölja', en: 'learnt chance of completing' },
  kept: { sv: 'behålla platsen från förra förslaget', en: 'keeping the place proposed before' },
};

/** What a proposal's term is called. A proposal may name a term that this version does not know; it then stands for itself. */
export function termName(term: string): Text {
  const known: Readonly<Record<string, Text>> = termNames;
  return Object.hasOwn(known, term) ? known[term] : { sv: term, en: term };
}
