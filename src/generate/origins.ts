/**
 * Where synthetic participants come from and what they speak. The weights are assumptions about who was newly arrived in
 * Stockholm in 2004 and who is now; no public file says so for this group.
 */
import type { TableRow } from '../domain/region.ts';

type Level = TableRow<'participant_languages'>['level'];

interface Speech {
  readonly language: string;
  readonly level: Level;
  /** How many of those of this origin speak it. */
  readonly share: number;
}

export interface Origin {
  /** ISO 3166-1. */
  readonly country: string;
  readonly weight: number;
  /** The first is the mother tongue. */
  readonly speech: readonly Speech[];
}

function origin(country: string, weight: number, native: string, ...others: readonly Speech[]): Origin {
  return { country, weight, speech: [{ language: native, level: 'native', share: 1 }, ...others] };
}

function also(language: string, level: Level, share: number): Speech {
  return { language, level, share };
}

export const origins2004: readonly Origin[] = [
  origin('SO', 13, 'som', also('ara', 'B1', 0.25), also('eng', 'B1', 0.2)),
  origin('IQ', 14, 'acm', also('eng', 'B1', 0.25)),
  origin('IQ', 7, 'ckb', also('ara', 'B2', 0.4), also('pes', 'B1', 0.2)),
  origin('IQ', 4, 'aii', also('ara', 'C1', 0.7)),
  origin('TR', 5, 'kmr', also('tur', 'C1', 0.7)),
  origin('TR', 3, 'tur'),
  origin('TR', 2, 'tru', also('tur', 'B2', 0.6)),
  origin('SY', 4, 'apc', also('eng', 'A2', 0.3)),
  origin('SY', 2, 'kmr', also('ara', 'C1', 0.8)),
  origin('LB', 3, 'apc', also('fra', 'B1', 0.3)),
  origin('IR', 7, 'pes', also('eng', 'B1', 0.3)),
  origin('AF', 4, 'prs', also('pus', 'B1', 0.3)),
  origin('AF', 2, 'pus', also('prs', 'B2', 0.4)),
  origin('ER', 4, 'tir', also('ara', 'B1', 0.3)),
  origin('ET', 2, 'amh', also('eng', 'B1', 0.3)),
  origin('BA', 6, 'bos'),
  origin('RS', 3, 'srp', also('rom', 'C1', 0.2)),
  origin('HR', 1, 'hrv'),
  origin('RS', 6, 'sqi', also('srp', 'B2', 0.5)),
  origin('RU', 4, 'rus', also('eng', 'B1', 0.4)),
  origin('CL', 2, 'spa'),
  origin('CO', 2, 'spa', also('eng', 'A2', 0.3)),
  origin('GE', 1.5, 'kat', also('rus', 'B2', 0.4)),
  origin('MM', 1.5, 'mya'),
];

export const originsNow: readonly Origin[] = [
  origin('SO', 10, 'som', also('ara', 'B1', 0.2), also('eng', 'B1', 0.2)),
  origin('SY', 12, 'apc', also('eng', 'B1', 0.3)),
  origin('SY', 3, 'kmr', also('ara', 'C1', 0.8)),
  origin('IQ', 8, 'acm', also('eng', 'B1', 0.2)),
  origin('IQ', 4, 'ckb', also('ara', 'B2', 0.3)),
  origin('IQ', 2, 'aii', also('ara', 'C1', 0.7)),
  origin('AF', 9, 'prs', also('pus', 'B1', 0.3), also('eng', 'A2', 0.2)),
  origin('AF', 3, 'pus', also('prs', 'B2', 0.5)),
  origin('IR', 5, 'pes', also('eng', 'B2', 0.4)),
  origin('ER', 8, 'tir', also('ara', 'B1', 0.3), also('amh', 'B1', 0.2)),
  origin('ET', 3, 'amh', also('eng', 'B1', 0.4)),
  origin('TR', 4, 'tur', also('eng', 'B1', 0.2)),
  origin('TR', 3, 'kmr', also('tur', 'C1', 0.8)),
  origin('UA', 8, 'ukr', also('rus', 'C1', 0.7), also('eng', 'B1', 0.4)),
  origin('RU', 2, 'rus', also('eng', 'B2', 0.5)),
  origin('MA', 2, 'ary', also('fra', 'B2', 0.6), also('ara', 'B2', 0.7)),
  origin('CO', 3, 'spa', also('eng', 'A2', 0.3)),
  origin('VE', 2, 'spa', also('eng', 'B1', 0.4)),
  origin('AL', 2, 'sqi', also('ita', 'B2', 0.3)),
  origin('BA', 1, 'bos', also('deu', 'B1', 0.2)),
  origin('BD', 2, 'ben', also('eng', 'B1', 0.5)),
  origin('PK', 2, 'urd', also('eng', 'B2', 0.5)),
  origin('TH', 1.5, 'tha'),
  origin('CD', 1.5, 'lin', also('fra', 'C1', 0.8), also('swa', 'B1', 0.3)),
  origin('UG', 1, 'lug', also('eng', 'C1', 0.8)),
  origin('MN', 0.7, 'khk', also('rus', 'B1', 0.2)),
  origin('GE', 0.6, 'kat', also('rus', 'B1', 0.4)),
  origin('MM', 0.7, 'mya'),
];
