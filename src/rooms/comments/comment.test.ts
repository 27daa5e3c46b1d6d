import { describe, expect, it } from 'vitest';
import { nicknameKey } from '../identity/index.ts';
import {
  alignmentOf,
  chooseMentioned,
  LONGEST,
  MOST_MENTIONS,
  pageBefore,
  placeUnder,
  REPLIES_PAGE,
  readMentions,
  refuseComment,
  refuseRating,
} from './comment.ts';

const terms = { isOpen: true, aligned: true, depth: 3, rated: true };
const typed = (body: string, alignment = 'neutral') => ({ body, alignment });

describe('R127 what may be said', () => {
  it('W9 W12 a text is as long as a person counts, readable, and looked at no further than needed', () => {
    expect(refuseComment(typed(''), terms, null)).toBe('text-missing');
    expect(refuseComment(typed('👩‍👩‍👧‍👦'.repeat(LONGEST)), terms, null)).toBeNull();
    expect(refuseComment(typed('a'.repeat(LONGEST + 1)), terms, null)).toBe('text-too-long');
    expect(refuseComment(typed(`e${'\u0301'.repeat(60)}`), terms, null)).toBe('text-unreadable');
    expect(refuseComment(typed('… !'), terms, null)).toBe('text-unreadable');
    for (const text of ['עברית', '日本語', 'Žluťoučký', '12'])
      expect(refuseComment(typed(text), terms, null)).toBeNull();
    const begun = performance.now();
    refuseComment(typed('a'.repeat(200_000)), terms, null);
    expect(performance.now() - begun).toBeLessThan(1000);
  });

  it('R128 a side is asked of what begins a thread, where sides are taken, and nowhere else', () => {
    expect(refuseComment(typed('Oui', 'peut-être'), terms, null)).toBe('alignment-unknown');
    expect(refuseComment(typed('Oui', ''), { ...terms, aligned: false }, null)).toBeNull();
    expect(refuseComment(typed('Oui', ''), terms, { hiddenAt: null })).toBeNull();
    expect(alignmentOf(typed('Oui', 'pro'), terms, null)).toBe('pro');
    expect(alignmentOf(typed('Oui', 'pro'), terms, {})).toBeNull();
    expect(alignmentOf(typed('Oui', 'pro'), { ...terms, aligned: false }, null)).toBeNull();
  });

  it('R99 what is closed takes nothing, nor what was hidden an answer', () => {
    expect(refuseComment(typed('Oui'), { ...terms, isOpen: false }, null)).toBe('closed');
    expect(refuseComment(typed('Oui'), terms, { hiddenAt: new Date() })).toBe('parent-gone');
  });
});

describe('R129 where an answer stands', () => {
  const root = { id: 'r', rootId: null, depth: 0, path: [] };
  const third = { id: 'c', rootId: 'r', depth: 3, path: [2, 3, 4] };

  it('under what it answers, as deep as the terms allow, then beside', () => {
    expect(placeUnder(null, 3)).toEqual({ rootId: null, parentId: null, depth: 0, under: [] });
    expect(placeUnder(root, 3)).toEqual({ rootId: 'r', parentId: 'r', depth: 1, under: [] });
    expect(placeUnder({ ...third, depth: 2, path: [2, 3] }, 3).under).toEqual([2, 3]);
    expect(placeUnder(third, 3)).toEqual({ rootId: 'r', parentId: 'c', depth: 3, under: [2, 3] });
    expect(placeUnder(third, 1)).toMatchObject({ depth: 1, under: [] });
  });

  it('a long thread opens at the branch of the comment that is asked for', () => {
    expect(pageBefore({ path: [9, 12] }, { replies: REPLIES_PAGE })).toBeNull();
    expect(pageBefore({ path: [] }, { replies: 900 })).toBeNull();
    expect(pageBefore({ path: [9, 12] }, { replies: 900 })).toEqual([8, 2 ** 31 - 1]);
  });
});

it('R130 one rates what others wrote, where comments are rated, while they are open', () => {
  const comment = { authorId: 'a', hiddenAt: null };
  expect(refuseRating(comment, terms, 'b')).toBeNull();
  expect(refuseRating(comment, terms, 'a')).toBe('own');
  expect(refuseRating(comment, { ...terms, rated: false }, 'b')).toBe('not-rated-here');
  expect(refuseRating(comment, { ...terms, isOpen: false }, 'b')).toBe('closed');
  expect(refuseRating({ ...comment, hiddenAt: new Date() }, terms, 'b')).toBe('hidden');
});

describe('R131 who is named', () => {
  const people = new Map(
    ['Jeanne', 'Jeanne du Moulin', 'Élodie B.', 'Иван'].map((name) => [nicknameKey(name), name]),
  );
  const named = (body: string) => chooseMentioned(readMentions(body), people);

  it('W12 the longest nickname that somebody has, whatever accents, capitals and spaces', () => {
    expect(named('Merci @Jeanne du Moulin pour le plan')).toEqual(['Jeanne du Moulin']);
    expect(named('Merci @jeanne, et @ELODIE B. aussi')).toEqual(['Jeanne', 'Élodie B.']);
    expect(named('@Jeanne dumoulin')).toEqual(['Jeanne du Moulin']);
    expect(named('@Иван здесь, @Jeanne et @Jeanne')).toEqual(['Иван', 'Jeanne']);
  });

  it('an address of mail names nobody, nor does the beginning of a word', () => {
    expect(named('écrivez à moi@jeanne.fr')).toEqual([]);
    expect(named('@Jeannette @ Jeanne')).toEqual([]);
  });

  it('W9 ten people at most, and a text full of @ costs no more', () => {
    const many = Array.from({ length: 20 }, (_, at) => `Voisine ${at + 10}`);
    const all = new Map(many.map((name) => [nicknameKey(name), name]));
    const body = many.map((name) => `@${name}, `).join('');
    expect(chooseMentioned(readMentions(body), all)).toHaveLength(MOST_MENTIONS);
    const begun = performance.now();
    expect(readMentions('@aa '.repeat(500)).length).toBeLessThan(100);
    readMentions(`@${'a b '.repeat(500)}`);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});
