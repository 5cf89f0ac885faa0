import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  competenceName,
  competences,
  isCompetence,
  nearestCompetence,
} from '../../src/domain/competences.ts';
import { languageNames } from '../../src/domain/language-names.ts';
import data from '../../src/domain/languages.json' with { type: 'json' };
import {
  ambiguousMembers,
  intelligibility,
  languageName,
  resolveLanguage,
  understoodFrom,
} from '../../src/domain/languages.ts';

const codes = languageNames.map((row) => row.code);

describe('resolveLanguage', () => {
  it.each([
    ['som', 'known', 'som'],
    ['kur', 'known', 'kur'],
    ['ind', 'known', 'ind'],
    ['so', 'alias', 'som'],
    ['ar', 'alias', 'ara'],
    ['fa', 'alias', 'fas'],
    ['per', 'alias', 'fas'],
    ['SOM', 'alias', 'som'],
    ['Farsi', 'alias', 'pes'],
    ['somaliska', 'alias', 'som'],
    ['Tigrinya', 'alias', 'tir'],
    ['sorani', 'alias', 'ckb'],
    ['iw', 'alias', 'heb'],
    ['ajp', 'alias', 'apc'],
  ])('takes %s as %s %s', (written, status, code) => {
    expect(resolveLanguage(written)).toEqual({ status, code });
  });

  it('names the nearest of what it does not know', () => {
    expect(resolveLanguage('somalska')).toEqual({ status: 'unknown', nearest: 'somaliska' });
    expect(resolveLanguage('qmr')).toEqual({ status: 'unknown', nearest: 'kmr' });
    expect(resolveLanguage('und').status).toBe('unknown');
    expect(resolveLanguage('what is this')).toEqual({ status: 'unknown', nearest: null });
  });

  it('knows every code that languages.json speaks of', () => {
    for (const code of codes) expect(resolveLanguage(code), code).toEqual({ status: 'known', code });
    for (const { alias, code } of data.aliases)
      expect(resolveLanguage(alias), alias).toEqual({ status: 'alias', code });
  });
});

describe('intelligibility', () => {
  it('is symmetric, 1 for the same language and between 0 and 1', () => {
    const code = fc.constantFrom(...codes);
    fc.assert(
      fc.property(code, code, (a, b) => {
        expect(intelligibility(a, b)).toBe(intelligibility(b, a));
        expect(intelligibility(a, a)).toBe(1);
        expect(intelligibility(a, b)).toBeGreaterThanOrEqual(0);
        if (a !== b) expect(intelligibility(a, b)).toBeLessThan(1);
        expect(understoodFrom(a).includes(b)).toBe(intelligibility(a, b) > 0);
      }),
    );
  });

  it('knows the pairs that matter in Sweden', () => {
    expect(intelligibility('kmr', 'ckb')).toBe(0);
    expect(intelligibility('tir', 'amh')).toBe(0);
    expect(intelligibility('prs', 'pes')).toBeGreaterThan(0.8);
    expect(intelligibility('bos', 'srp')).toBeGreaterThan(0.9);
    expect(intelligibility('apc', 'acm')).toBeGreaterThan(intelligibility('apc', 'ary'));
    expect(intelligibility('apc', 'ary')).toBeGreaterThan(0);
    expect(intelligibility('som', 'swe')).toBe(0);
  });

  it('has a source for every row', () => {
    for (const row of data.intelligibility) expect(row.source.length).toBeGreaterThan(20);
  });

  it('says which codes do not say what is meant', () => {
    expect(ambiguousMembers('kur')).toContain('kmr');
    expect(ambiguousMembers('kmr')).toEqual([]);
  });
});

describe('names', () => {
  it('has both languages, also for what languages.json does not name', () => {
    expect(languageName('som')).toEqual({ sv: 'somaliska', en: 'Somali' });
    expect(languageName('umb')).toEqual({ sv: 'umbundu', en: 'Umbundu' });
    expect(languageName('qqq')).toEqual({ sv: 'qqq', en: 'qqq' });
  });

  it('names competences, each once', () => {
    expect(new Set(competences.map((c) => c.id)).size).toBe(competences.length);
    expect(competenceName('sewing')).toEqual({ sv: 'sömnad', en: 'sewing' });
    expect(isCompetence('flying')).toBe(false);
    expect(nearestCompetence('muzic')).toBe('music');
  });
});
