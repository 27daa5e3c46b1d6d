import { describe, expect, it } from 'vitest';
import { countCharacters, measureText } from './characters.ts';
import { checkText, editableUntil, type IdeaText, refuseEdit, refuseSupport } from './idea.ts';
import { refuseProposer } from './proposer.ts';

const edition = {
  ideaLength: 1500,
  editMinutes: 15,
  maximumIdeas: 5,
  minimumAgePropose: 16,
  residenceRequired: true,
  ofTeam: false,
  categories: [{ id: 'nature' }],
};
const text: IdeaText = {
  title: 'Un verger',
  body: 'Des pommiers.',
  categoryId: 'nature',
  lang: 'fr',
};

describe('W12 R73 characters as a person counts them', () => {
  it.each([
    ['e\u0301', 1],
    ['👩🏽‍🚀', 1],
    ['🇫🇷', 1],
    ['🏴󠁧󠁢󠁳󠁣󠁴󠁿', 1],
    ['👨‍👩‍👧‍👦👍🏿', 2],
    ['İstanbul', 8],
    ['नमस्ते', 3],
    ['한글', 2],
    ['a\nb', 3],
  ])('%s is %i', (sign, count) => {
    expect(countCharacters(sign)).toBe(count);
    expect(measureText(sign, count)).toBe('fits');
    expect(measureText(sign, count - 1)).not.toBe('fits');
  });

  it('refuses towers of accents, however few characters they make', () => {
    expect(measureText(`o${'\u0301'.repeat(5000)}`, 1500)).toBe('overloaded');
    expect(measureText(`o${'\u0301'.repeat(23)}`.repeat(1000), 1500)).toBe('overloaded');
    expect(measureText('👨‍👩‍👧‍👦'.repeat(1500), 1500)).toBe('fits');
  });

  it('W9 answers at once whatever the length', () => {
    const begun = performance.now();
    for (const sign of ['a', '\u0301', '\u200d', '👨‍', ' ', '\n'])
      expect(measureText(sign.repeat(1_000_000), 1500)).not.toBe('fits');
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

describe('R72 R112 what a text needs to be published', () => {
  it('a title, a description, a category of this edition, a known language', () => {
    expect(checkText(text, edition)).toEqual({});
    expect(
      checkText({ title: ' ', body: '\u200d…', categoryId: 'elsewhere', lang: 'xx' }, edition),
    ).toEqual({
      title: 'title-missing',
      body: 'body-missing',
      category: 'category-missing',
      lang: 'language-unknown',
    });
  });

  it('R73 accepts exactly the limit', () => {
    expect(checkText({ ...text, body: 'é'.repeat(1500) }, edition)).toEqual({});
    expect(checkText({ ...text, body: 'é'.repeat(1501) }, edition)).toEqual({
      body: 'body-too-long',
    });
    expect(checkText({ ...text, title: 'é'.repeat(120) }, edition)).toEqual({});
    expect(checkText({ ...text, title: 'é'.repeat(121) }, edition)).toEqual({
      title: 'title-too-long',
    });
  });
});

describe('R115 correcting', () => {
  const publishedAt = new Date('2026-11-22T10:00:00Z');
  const idea = { authorId: 'aicha', publishedAt, supportCount: 0, isWithdrawn: false };
  const at = (minutes: number) => ({
    personId: 'aicha',
    now: new Date(publishedAt.getTime() + minutes * 60_000),
    collectionOpen: true,
  });

  it('by its author, for 15 minutes, while nobody supports it and ideas are collected', () => {
    expect(refuseEdit(idea, edition, at(14.99))).toBeNull();
    expect(refuseEdit(idea, edition, at(15))).toBe('edit-time-over');
    expect(refuseEdit({ ...idea, supportCount: 1 }, edition, at(5))).toBe('idea-supported');
    expect(refuseEdit(idea, edition, { ...at(5), personId: 'leon' })).toBe('not-the-author');
    expect(refuseEdit(idea, edition, { ...at(5), personId: null })).toBe('not-the-author');
    expect(refuseEdit(idea, edition, { ...at(5), collectionOpen: false })).toBe(
      'collection-closed',
    );
  });

  it('never, where the edition says zero minutes', () => {
    expect(refuseEdit(idea, { editMinutes: 0 }, at(0))).toBe('edit-time-over');
    expect(editableUntil(idea, { editMinutes: 0 })).toEqual(publishedAt);
  });
});

describe('R119 supporting', () => {
  it('once, not one’s own idea, while ideas are collected', () => {
    const at = { personId: 'leon', collectionOpen: true, supported: false, given: 0 };
    const board = { supported: true, mostSupports: null };
    expect(refuseSupport({ authorId: 'aicha', isWithdrawn: false }, board, at)).toBeNull();
    expect(refuseSupport({ authorId: 'leon', isWithdrawn: false }, board, at)).toBe('own-idea');
    expect(
      refuseSupport({ authorId: 'aicha', isWithdrawn: false }, board, { ...at, supported: true }),
    ).toBe('already-supported');
    expect(
      refuseSupport({ authorId: 'aicha', isWithdrawn: false }, board, {
        ...at,
        collectionOpen: false,
      }),
    ).toBe('collection-closed');
  });

  it('R100 as many as the board allows; fewer allowed later, what was given stays', () => {
    const at = { personId: 'leon', collectionOpen: true, supported: false };
    const board = { supported: true, mostSupports: 3 };
    expect(
      refuseSupport({ authorId: 'aicha', isWithdrawn: false }, board, { ...at, given: 2 }),
    ).toBeNull();
    for (const given of [3, 5])
      expect(
        refuseSupport({ authorId: 'aicha', isWithdrawn: false }, board, { ...at, given }),
      ).toBe('too-many-supports');
    expect(
      refuseSupport({ authorId: 'aicha', isWithdrawn: false }, board, {
        ...at,
        given: 5,
        supported: true,
      }),
    ).toBe('already-supported');
    const off = { ...board, supported: false };
    expect(refuseSupport({ authorId: 'aicha', isWithdrawn: false }, off, { ...at, given: 0 })).toBe(
      'supports-off',
    );
  });
});

describe('R69 R75 who may publish', () => {
  const at = { today: '2026-11-22', collectionOpen: true, ideas: 0, byTeam: false };
  const person = {
    birthDate: '2010-11-22',
    residence: 'Fleury',
    residenceDeclaredOn: '2026-11-01',
  };

  it('from the day they turn 16', () => {
    expect(refuseProposer(person, edition, at)).toBeNull();
    expect(refuseProposer({ ...person, birthDate: '2010-11-23' }, edition, at)).toBe('too-young');
  });

  it('of the town, unless the edition is open to all', () => {
    const elsewhere = { ...person, residence: null };
    expect(refuseProposer(elsewhere, edition, at)).toBe('not-a-resident');
    expect(refuseProposer(elsewhere, { ...edition, residenceRequired: false }, at)).toBeNull();
  });

  it('is asked only for what the edition needs', () => {
    const unknown = { birthDate: null, residence: null, residenceDeclaredOn: null };
    const open = { ...edition, minimumAgePropose: 0, residenceRequired: false };
    expect(refuseProposer(unknown, edition, at)).toBe('identity-missing');
    expect(refuseProposer(unknown, open, at)).toBeNull();
  });

  it('five times', () => {
    expect(refuseProposer(person, edition, { ...at, ideas: 4 })).toBeNull();
    expect(refuseProposer(person, edition, { ...at, ideas: 5 })).toBe('too-many-ideas');
    const open = { ...edition, maximumIdeas: null };
    expect(refuseProposer(person, open, { ...at, ideas: 500 })).toBeNull();
  });

  it('R100 R101 the team alone, where what stands there is the team’s', () => {
    const ofTeam = { ...edition, ofTeam: true };
    expect(refuseProposer(person, ofTeam, at)).toBe('of-team');
    expect(refuseProposer(person, ofTeam, { ...at, byTeam: true })).toBeNull();
  });
});
