import { COURSES } from '../participant-facts.ts';
import type { Rule } from './rule.ts';

/**
 * The SFI group is of the participant's path and course. The participant's own group always is right: some groups teach several
 * courses, and whoever placed the person there knew. A neighbouring course is no substitute: a course builds on the one before.
 */
export const sfiCourse: Rule = {
  id: 'sfi_course',
  sfi: {
    allows: ({ participants, groups }, participant, sfi) =>
      participants.ownGroup[participant] === sfi ||
      (participants.sfiPath[participant] === groups.path[sfi] &&
        participants.sfiCourse[participant] === groups.course[sfi]),
    reason: () => ({
      sv: 'Sfi-gruppen läser en annan studieväg eller kurs än deltagaren.',
      en: 'The SFI group is on another study path or course than the participant.',
    }),
  },
  without: ({ participants }, participant) => {
    const course = `${participants.sfiPath[participant]}${COURSES[participants.sfiCourse[participant]]}`;
    return {
      reason: {
        sv: `Ingen sfi-grupp läser deltagarens studieväg och kurs, ${course}.`,
        en: `No SFI group is on the participant's study path and course, ${course}.`,
      },
      change: { sv: `En sfi-grupp som läser ${course}.`, en: `An SFI group on ${course}.` },
    };
  },
};
