import { describe, expect, it } from 'vitest';
import { cleanText } from '../../platform/http/form.ts';
import { checkName, checkNickname, nicknameKey } from './nickname.ts';

const check = (nickname: string) => checkNickname(cleanText(nickname).trim(), 'Fleury');

describe('a nickname', () => {
  it.each([
    'Camille',
    'Jean-Paul',
    "L'Élan",
    'Zoé 75',
    'Борис',
    '小林',
    'محمد',
    'O’Neill',
    'a.b_c',
  ])('R70: « %s » is one', (nickname) => {
    expect(check(nickname)).toBeNull();
  });

  it.each([
    ['', 'nickname-missing'],
    ['  \u200b ', 'nickname-missing'],
    ['a', 'nickname-too-short'],
    ['--', 'nickname-too-short'],
    ['a'.repeat(41), 'nickname-too-long'],
    ['<script>', 'nickname-unreadable'],
    ['a\nb', 'nickname-unreadable'],
    ['Marie 🌻', 'nickname-unreadable'],
    [`Z${'\u0301'.repeat(20)}oé`, 'nickname-unreadable'],
    [`ab${'\u0301'.repeat(10_000)}`, 'nickname-unreadable'],
    ['La Mairie', 'nickname-reserved'],
    ['ADMIN', 'nickname-reserved'],
    ['Аdmin', 'nickname-reserved'],
    ['Modération', 'nickname-reserved'],
    ['fleury', 'nickname-reserved'],
    ['Flеury', 'nickname-reserved'],
  ])('W12: « %s » is refused: %s', (nickname, refusal) => {
    expect(check(nickname)).toBe(refusal);
  });

  it.each([
    ['Élodie', 'elodie'],
    ['Élodie', 'Élodie'.normalize('NFD')],
    ['Camille', 'Сamille'],
    ['Camille', 'Cami\u200blle'],
    ['Camille', 'CAMILLE'],
    ['Camille', 'Ｃａｍｉｌｌｅ'],
    ['Istanbul', 'İstanbul'],
    ['Istanbul', 'ıstanbul'],
    ['Jean-Paul', 'Jean Paul'],
    ['Jean-Paul', 'jean_paul'],
    ['Strauß', 'Strauss'],
    ['Cœur', 'Coeur'],
    ['Leo', 'Le0'],
    ['Camille', '\u202eCamille'],
  ])('W12: « %s » and « %s » are the same for readers', (one, other) => {
    expect(nicknameKey(other)).toBe(nicknameKey(one));
  });

  it('W12: keeps apart what readers keep apart', () => {
    const names = ['Marie', 'Marine', 'Marie 2', 'Борис', 'Вера', '小林', 'Anne', 'Anna'];
    expect(new Set(names.map(nicknameKey)).size).toBe(names.length);
  });
});

describe('a name', () => {
  it.each([
    ['Camille Durand', null],
    ['Nguyễn Thị Minh Khai', null],
    ['X', null],
    ['', 'name-missing'],
    ['42', 'name-unreadable'],
    ['Camille\nDurand', 'name-unreadable'],
    ['a'.repeat(101), 'name-too-long'],
  ])('« %s » → %s', (name, refusal) => {
    expect(checkName(name)).toBe(refusal);
  });
});
