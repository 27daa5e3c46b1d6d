import { describe, expect, it } from 'vitest';
import {
  checkEnd,
  checkMandate,
  LEVELS,
  membershipOf,
  nameOfMandate,
  stateOf,
  type WrittenMandate,
} from './mandate.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const written: WrittenMandate = {
  level: 'municipal',
  body: 'Conseil municipal de Fleury',
  territory: 'Fleury',
  code: '93075',
  office: 'Conseillère municipale',
  delegation: 'déléguée à l’eau',
  beganOn: '2020-07-04',
  endsOn: '2027-03-22',
};
const standing = {
  personId: 'a',
  verifiedAt: NOW as Date | null,
  refusedAt: null as Date | null,
  withdrawnAt: null as Date | null,
  endsAt: null as Date | null,
};

describe('R140 R147 mandates', () => {
  it('are called as their holders are', () => {
    expect(LEVELS).toHaveLength(6);
    expect(nameOfMandate(written)).toBe('Conseillère municipale déléguée à l’eau, Fleury');
    expect(nameOfMandate({ ...written, delegation: '' })).toBe('Conseillère municipale, Fleury');
  });

  it('say what is wrong beside its field', () => {
    expect(checkMandate(written, '2026-11-23')).toEqual({});
    expect(
      checkMandate(
        { ...written, body: '', office: 'x'.repeat(81), code: 'Fleury', endsOn: '2019-01-01' },
        '2026-11-23',
      ),
    ).toEqual({
      body: 'body-missing',
      office: 'too-long',
      code: 'code-unreadable',
      endsOn: 'ends-before-it-begins',
    });
    expect(checkMandate({ ...written, beganOn: '2026-11-24' }, '2026-11-23').beganOn).toBe(
      'begins-later',
    );
    expect(checkMandate({ ...written, endsOn: '2026-11-22' }, '2026-11-23').endsOn).toBe(
      'ended-already',
    );
  });

  it('end on a day from today on, and never later than was verified', () => {
    expect(checkEnd(written, '2026-11-23', '2026-11-23')).toBeNull();
    expect(checkEnd(written, '2026-11-22', '2026-11-23')).toBe('ended-already');
    expect(checkEnd(written, '2027-03-23', '2026-11-23')).toBe('ends-later');
    expect(checkEnd({ ...written, endsOn: null }, '2030-01-01', '2026-11-23')).toBeNull();
  });

  it('R140 whoever draws mandates at random is a member until the longest verified one ends', () => {
    let seed = 7;
    const draw = (of: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * of);
    };
    const maybe = () => (draw(3) === 0 ? NOW : null);
    for (let round = 0; round < 2000; round++) {
      const mandates = Array.from({ length: draw(5) }, () => ({
        personId: 'a',
        verifiedAt: draw(3) > 0 ? NOW : null,
        refusedAt: maybe(),
        withdrawnAt: maybe(),
        endsAt: draw(4) === 0 ? null : new Date(NOW.getTime() + (draw(9) - 4) * 86_400_000),
      }));
      const held = mandates.filter(
        (one) =>
          one.verifiedAt &&
          !one.refusedAt &&
          !one.withdrawnAt &&
          (one.endsAt === null || one.endsAt > NOW),
      );
      const membership = membershipOf(mandates, NOW);
      expect(membership === null).toBe(held.length === 0);
      for (const { endsAt } of held) {
        if (endsAt === null) expect(membership!.until).toBeNull();
        else expect(membership!.until === null || membership!.until >= endsAt).toBe(true);
      }
      const until = membership?.until;
      if (until)
        expect(held.some(({ endsAt }) => endsAt?.getTime() === until.getTime())).toBe(true);
    }
  });

  it('stand in one state at a time', () => {
    expect(stateOf({ ...standing, verifiedAt: null }, NOW)).toBe('waiting');
    expect(stateOf({ ...standing, verifiedAt: null, personId: null }, NOW)).toBe('invited');
    expect(stateOf(standing, NOW)).toBe('verified');
    expect(stateOf({ ...standing, endsAt: NOW }, NOW)).toBe('ended');
    expect(stateOf({ ...standing, refusedAt: NOW }, NOW)).toBe('refused');
    expect(stateOf({ ...standing, refusedAt: NOW, withdrawnAt: NOW }, NOW)).toBe('withdrawn');
  });
});
