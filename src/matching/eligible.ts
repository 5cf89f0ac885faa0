import type { RegionIndex } from './region-index.ts';
import { rules } from './rules/index.ts';

/**
 * What the hard rules allow, asked step by step, so that whoever goes through many options asks each question once. Plain loops, as some of
 * them are asked hundreds of millions of times.
 */
const participantChecks = rules.flatMap((rule) => rule.participant ?? []);
const teamChecks = rules.flatMap((rule) => rule.team ?? []);
const sfiChecks = rules.flatMap((rule) => rule.sfi ?? []);
const optionChecks = rules.flatMap((rule) => rule.option ?? []);

/** Whether nothing speaks against a participant as such. */
export function allowedAtAll(index: RegionIndex, p: number): boolean {
  return participantChecks.every((check) => check.allows(index, p));
}

export function allowedAtTeam(index: RegionIndex, p: number, t: number): boolean {
  for (const check of teamChecks) if (!check.allows(index, p, t)) return false;
  return true;
}

export function allowedInGroup(index: RegionIndex, p: number, g: number): boolean {
  for (const check of sfiChecks) if (!check.allows(index, p, g)) return false;
  return true;
}

/** What team and SFI group must allow beside what each allows alone. */
export function allowedTogether(index: RegionIndex, p: number, t: number, g: number): boolean {
  for (const check of optionChecks) if (!check.allows(index, p, t, g)) return false;
  return true;
}
