import { overlapMinutes } from '../../domain/week.ts';
import type { RegionIndex } from '../region-index.ts';
import { leastTeamMinutes, teamMinutesOf } from '../team-minutes.ts';
import type { Rule } from './rule.ts';
import { sfiCourse } from './sfi-course.ts';

/**
 * The weekly plan (domain/week.ts) holds: the participant can come to every SFI session, SFI and civic orientation leave room in the
 * participant's week, and the minutes at the team reach the team's min_hours and the participant's min_team_hours.
 */
export const timetable: Rule = {
  id: 'timetable',
  sfi: {
    allows: (index, participant, sfi) =>
      overlapMinutes(index.groups.week[sfi], index.participants.hindrances[participant]) === 0 &&
      room(index, participant, sfi) > 0,
    reason: (index, participant, sfi) =>
      room(index, participant, sfi) > 0
        ? {
            sv: 'Deltagaren kan inte komma till alla sfi-gruppens lektioner.',
            en: "The participant cannot come to all of the SFI group's lessons.",
          }
        : {
            sv: 'Sfi och samhällsorientering fyller hela deltagarens vecka.',
            en: "SFI and civic orientation fill the participant's whole week.",
          },
  },
  option: {
    allows: (index, participant, team, sfi) =>
      teamMinutesOf(index, participant, team, sfi) >= leastTeamMinutes(index, participant, team),
    reason: (index, participant, team, sfi) => {
      const minutes = teamMinutesOf(index, participant, team, sfi);
      const least = leastTeamMinutes(index, participant, team);
      return {
        sv: `Sfi, resor och hinder lämnar ${hours(minutes)} i veckan vid arbetslaget; minst ${hours(least)} behövs.`,
        en: `SFI, travel and hindrances leave ${hours(minutes)} a week at the team; at least ${hours(least)} are needed.`,
      };
    },
  },
  without: (index, participant) =>
    index.region.sfi_groups.some((_, sfi) => suits(index, participant, sfi)) ? tooLittleTime : noLessons,
};

const tooLittleTime = {
  reason: {
    sv: 'Inget arbetslag som annars passar lämnar tillräckligt med tid bredvid sfi, resor och hinder.',
    en: 'No team that fits otherwise leaves enough time beside SFI, travel and hindrances.',
  },
  change: {
    sv: 'En sfi-grupp på andra tider, färre hinder eller färre timmar som minst.',
    en: 'An SFI group at other times, fewer hindrances or a lower least number of hours.',
  },
};

const noLessons = {
  reason: {
    sv: 'Deltagarens hinder krockar med lektionerna i varje sfi-grupp på rätt kurs, eller så fyller sfi hela veckan.',
    en: "The participant's hindrances clash with lessons of every SFI group on the right course, or SFI fills the whole week.",
  },
  change: {
    sv: 'En sfi-grupp på andra tider, färre hinder eller fler timmar i veckan.',
    en: 'An SFI group at other times, fewer hindrances or more hours a week.',
  },
};

/** Whether an SFI group of the right course has lessons that the participant can come to. */
function suits(index: RegionIndex, participant: number, sfi: number): boolean {
  return [sfiCourse, timetable].every((rule) => rule.sfi?.allows(index, participant, sfi) !== false);
}

function room(index: RegionIndex, participant: number, sfi: number): number {
  return index.participants.weekMinutes[participant] - index.groups.minutes[sfi];
}

/** 12 h 30 min: read the same in both languages. */
function hours(minutes: number): string {
  const rest = minutes % 60;
  return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
}
