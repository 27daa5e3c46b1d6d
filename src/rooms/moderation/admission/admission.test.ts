import { describe, expect, it } from 'vitest';
import {
  ALIKE_ACCOUNTS,
  countLinks,
  decideAdmission,
  SURGE_FLOOR,
  TEXTS_AN_HOUR,
  type TextFacts,
} from './admission-of-texts.ts';
import { isAlike, readLikeness } from './likeness.ts';

const USUAL: TextFacts = {
  isTrusted: false,
  standing: { ageHours: 1, accepted: 0 },
  textsThisHour: 0,
  links: 0,
  alikeAccounts: 1,
  alikeWave: null,
  textsOfHour: 1,
  usualHour: 2,
};
const decide = (facts: Partial<TextFacts>) => decideAdmission({ ...USUAL, ...facts });
const WORST: Partial<TextFacts> = {
  textsThisHour: 1000,
  links: 9,
  alikeAccounts: 5000,
  alikeWave: 'hidden',
  textsOfHour: 20_000,
};

describe('what becomes of a text', () => {
  it('of a new account without links is seen at once, as that of a class of thirty is', () => {
    for (let at = 0; at < TEXTS_AN_HOUR; at += 1)
      expect(decide({ textsThisHour: at, textsOfHour: SURGE_FLOOR, alikeAccounts: 4 })).toEqual({
        state: 'published',
      });
  });

  it('staff and accounts that are not new pass, whatever else is true', () => {
    expect(decide({ ...WORST, isTrusted: true })).toEqual({ state: 'published' });
    const standing = { ageHours: 72, accepted: 3 };
    expect(decide({ ...WORST, standing })).toEqual({ state: 'published' });
  });

  it('an account is new under three published texts, and for three days', () => {
    for (const standing of [
      { ageHours: 71, accepted: 500 },
      { ageHours: 90_000, accepted: 2 },
    ])
      expect(decide({ links: 1, standing })).toEqual({ state: 'held', why: 'links' });
  });

  it('a new account writes so many texts an hour, and is then told to wait', () => {
    expect(decide({ ...WORST, textsThisHour: TEXTS_AN_HOUR })).toEqual({
      state: 'refused',
      refusal: 'too-many-texts',
    });
  });

  it('what is nearly the same waits together, unless a moderator published it', () => {
    const held = { state: 'held', why: 'alike' };
    expect(decide({ alikeAccounts: ALIKE_ACCOUNTS, links: 1 })).toEqual(held);
    expect(decide({ alikeWave: 'waiting' })).toEqual(held);
    expect(decide({ alikeWave: 'hidden' })).toEqual(held);
    expect(decide({ alikeWave: 'published', alikeAccounts: 90 })).toEqual({ state: 'published' });
    expect(decide({ alikeWave: 'published', links: 1 })).toEqual({ state: 'held', why: 'links' });
  });

  it('above ten times the usual hour all of new accounts waits', () => {
    const held = { state: 'held', why: 'surge' };
    expect(decide({ textsOfHour: SURGE_FLOOR + 1 })).toEqual(held);
    expect(decide({ textsOfHour: 400, usualHour: 40 })).toEqual({ state: 'published' });
    expect(decide({ textsOfHour: 401, usualHour: 40 })).toEqual(held);
  });
});

describe('links', () => {
  it('W2 are seen however they are written', () => {
    for (const text of [
      'Voir https://exemple.test/a',
      'Voir HTTP://EXEMPLE.TEST',
      'allez sur www.exemple.test',
      'gagnez sur super-casino.xyz',
      'gagnez sur casino.com/promo?x=1',
      'casino.com',
      'casino (dot) com',
      'cas\u200bino.c\u200bom',
      '[clic](http://exemple.test)',
      'ｗｗｗ．exemple.test',
    ])
      expect(countLinks(text), text).toBeGreaterThan(0);
  });

  it('sentences are none, even without a space after the point', () => {
    for (const text of [
      'Un parc.Il faut des bancs.',
      'Oui. Me plaît bien. Pro ou contre ? In fine, oui.',
      'Rendez-vous à 14.30, place du marché.',
      'Coût : 12.500 euros.',
      '@Lectrice du soir, merci.',
    ])
      expect(countLinks(text), text).toBe(0);
  });

  it('W9 a megabyte without a space is read in no time', () => {
    // read again from each letter, a megabyte would outlast the time that a test has
    for (const one of ['a', 'a.', 'h', 'www', 'é-', '. c'])
      expect(countLinks(one.repeat(Math.ceil(1_000_000 / one.length)))).toBeLessThanOrEqual(1);
  });
});

const WORDS =
  'le quartier mérite un grand jardin avec des bancs une fontaine et des arbres pour les enfants des écoles voisines qui jouent aujourd’hui dans la rue'.split(
    ' ',
  );
/** The same numbers each time. */
function dice(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  };
}

describe('nearly the same texts', () => {
  const alike = (one: string, other: string) => {
    const [a, b] = [readLikeness(one), readLikeness(other)];
    return {
      compared: isAlike(a.shingles, b.shingles),
      met: a.marks.some((mark) => b.marks.includes(mark)),
    };
  };

  it('W12 capitals, accents, signs, figures, invisible and look-alike letters change nothing', () => {
    const text = WORDS.join(' ');
    for (const other of [
      text.toUpperCase(),
      text.normalize('NFD'),
      text.replaceAll('e', 'e\u200b'),
      text.replaceAll('a', 'а'),
      `${text} !!! 98765 ✨✨`,
      text.replaceAll(' ', ' ,  '),
    ])
      expect(alike(text, other), other).toEqual({ compared: true, met: true });
  });

  it('one word of ten changed, added or left out: still the same, and they meet nearly always', () => {
    let met = 0;
    for (let seed = 1; seed <= 400; seed += 1) {
      const roll = dice(seed);
      const words = [...WORDS];
      for (let turn = 0; turn < words.length / 10; turn += 1) {
        const at = roll(words.length);
        const act = roll(3);
        words.splice(at, act === 2 ? 0 : 1, ...(act === 1 ? [] : [`variante${'abcdef'[roll(6)]}`]));
      }
      const said = alike(WORDS.join(' '), words.join(' '));
      expect(said.compared, words.join(' ')).toBe(true);
      if (said.met) met += 1;
    }
    expect(met).toBeGreaterThan(380);
  });

  it('two people who speak of the same thing are not alike', () => {
    const others = [
      'Je préférerais que cet argent serve à réparer les trottoirs devant la poste, où l’on tombe chaque hiver.',
      'Un jardin avec des bancs, très bien, mais qui l’entretiendra pendant les vacances scolaires ?',
      'Les enfants du quartier ont déjà un square ; ce sont les personnes âgées qui manquent d’ombre et de fontaines.',
    ];
    for (const one of others)
      for (const other of [WORDS.join(' '), ...others])
        if (one !== other) expect(alike(one, other).compared, `${one} / ${other}`).toBe(false);
  });

  it('short texts are never compared: thirty pupils may all write « Bonne idée »', () => {
    for (const text of [
      'Bonne idée !',
      'Je suis tout à fait d’accord avec vous',
      '',
      '🌳'.repeat(50),
    ])
      expect(alike(text, text)).toEqual({ compared: false, met: false });
  });

  it('W9 W14 long and hostile texts are read in no time', () => {
    const began = performance.now();
    for (const text of ['a'.repeat(1_000_000), 'ab '.repeat(300_000), 'e\u0301'.repeat(300_000)])
      readLikeness(text);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
