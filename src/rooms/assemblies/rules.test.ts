import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkAssembly,
  listVotedFor,
  measureQuorum,
  type Proxy,
  readColleges,
  refuseProxy,
  typeColleges,
  type Voter,
} from './assembly.ts';
import { CHOICES, type Choice, countRollCall, isAdopted, refuseOpening } from './vote.ts';

const voter = (personId: string, more: Partial<Voter> = {}): Voter => ({
  personId,
  college: '',
  votes: 1,
  speaksFor: '',
  isPresent: false,
  ...more,
});
const WRITTEN = {
  title: 'Assemblée du 22 août',
  introduction: '',
  meetingId: 'm',
  quorum: 50,
  mostProxies: 2,
  colleges: [],
};

describe('the statutes of an assembly', () => {
  it('R157 R89 are refused field by field', () => {
    expect(checkAssembly(WRITTEN)).toEqual({});
    expect(checkAssembly({ ...WRITTEN, title: '', quorum: 101, mostProxies: -1 })).toEqual({
      title: 'title-missing',
      quorum: 'quorum-wrong',
      mostProxies: 'proxies-wrong',
    });
    const colleges = (typed: string) =>
      checkAssembly({ ...WRITTEN, colleges: readColleges(typed) }).colleges;
    expect(colleges('Communes ; 60\nDépartements ; 40')).toBeUndefined();
    expect(colleges('Communes ; 60')).toBe('colleges-wrong');
    expect(colleges('Communes ; 60\ncommunes ; 40')).toBe('colleges-wrong');
    expect(colleges('Communes ; 60\nDépartements ; 30')).toBe('shares-wrong');
    expect(colleges('Communes\nDépartements ; 100')).toBe('shares-wrong');
    expect(typeColleges(readColleges('Communes ; 60\nDépartements : 40 %'))).toBe(
      'Communes ; 60\nDépartements ; 40',
    );
  });

  it('R157 quorum counts votes that are there, or whose proxy is', () => {
    const voters = [
      voter('a', { votes: 3, isPresent: true }),
      voter('b', { votes: 4 }),
      voter('c', { votes: 6, isPresent: true }),
    ];
    expect(measureQuorum(50, voters, [])).toMatchObject({ votes: 13, present: 9, needed: 7 });
    // whoever came but gave a proxy to somebody who did not is not there for the count
    const away = measureQuorum(50, voters, [{ giverId: 'c', holderId: 'b' }]);
    expect(away).toMatchObject({ present: 3, represented: 0, isReached: false });
    const held = measureQuorum(50, voters, [{ giverId: 'b', holderId: 'a' }]);
    expect(held).toMatchObject({ present: 9, represented: 4, isReached: true });
  });
});

describe('proxies', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const facts = (proxies: Proxy[], mostProxies = 2) => ({
    state: 'open' as const,
    mostProxies,
    voters: ids.map((id) => voter(id)),
    proxies,
  });

  it('R157 are not handed on, not over the limit, not to who is not there', () => {
    const give = (giverId: string, holderId: string, proxies: Proxy[] = [], most = 2) =>
      refuseProxy({ giverId, holderId }, facts(proxies, most));
    expect(give('a', 'b')).toBeNull();
    expect(give('a', 'a')).toBe('to-oneself');
    expect(give('z', 'a')).toBe('not-on-roll');
    expect(give('a', 'z')).toBe('holder-not-on-roll');
    expect(give('a', 'b', [], 0)).toBe('no-proxies');
    expect(give('b', 'c', [{ giverId: 'a', holderId: 'b' }])).toBe('holds-proxies');
    expect(give('a', 'b', [{ giverId: 'b', holderId: 'c' }])).toBe('holder-gave-theirs');
    expect(give('a', 'b', [{ giverId: 'c', holderId: 'b' }], 1)).toBe('holder-full');
    expect(refuseProxy({ giverId: 'a', holderId: 'b' }, { ...facts([]), state: 'closed' })).toBe(
      'assembly-closed',
    );
  });

  it('R157 whatever is asked in whatever order, each vote is cast by exactly one person', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...ids), fc.constantFrom(...ids)), { maxLength: 30 }),
        (asked) => {
          let proxies: Proxy[] = [];
          for (const [giverId, holderId] of asked)
            if (!refuseProxy({ giverId, holderId }, facts(proxies)))
              proxies = [
                ...proxies.filter((one) => one.giverId !== giverId),
                { giverId, holderId },
              ];
          const voters = ids.map((id) => voter(id));
          const voted = ids.flatMap((id) =>
            listVotedFor(id, voters, proxies).map(({ personId }) => personId),
          );
          expect(voted.toSorted()).toEqual(ids);
          for (const id of ids)
            expect(proxies.filter(({ holderId }) => holderId === id).length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});

describe('what is adopted', () => {
  const count = (yes: number, no: number, abstained = 0, college = '') => ({
    ...{ college, yes, no, abstained },
  });

  it('R157 by simple, absolute and two-thirds majorities', () => {
    const adopted = (
      majority: Parameters<typeof isAdopted>[0],
      ...one: [number, number, number?]
    ) => isAdopted(majority, [count(...one)], []);
    expect(adopted('simple', 2, 1, 90)).toBe(true);
    expect(adopted('simple', 2, 2)).toBe(false);
    expect(adopted('simple', 0, 0, 5)).toBe(false);
    expect(adopted('absolute', 5, 1, 4)).toBe(false);
    expect(adopted('absolute', 6, 1, 4)).toBe(true);
    expect(adopted('two-thirds', 2, 1)).toBe(true);
    expect(adopted('two-thirds', 199, 100)).toBe(false);
    expect(adopted('two-thirds', 0, 0, 3)).toBe(false);
  });

  it('R89 R157 colleges weigh their share, exactly, whatever their number of votes', () => {
    const colleges = [
      { key: 'a', share: 60 },
      { key: 'b', share: 40 },
    ];
    // 60 × 1/3 + 40 = 60 for, 40 against
    const counts = [count(1, 2, 0, 'a'), count(9, 0, 0, 'b')];
    expect(isAdopted('simple', counts, colleges)).toBe(true);
    expect(isAdopted('two-thirds', counts, colleges)).toBe(false);
    // a third of 60 and all of 40 are three fifths, to the last bit
    expect(isAdopted('simple', [count(1, 5, 0, 'a'), count(1, 0, 0, 'b')], colleges)).toBe(false);
    // a college in which nobody voted weighs on neither side
    expect(isAdopted('simple', [count(0, 0, 0, 'a'), count(1, 0, 0, 'b')], colleges)).toBe(true);
  });

  it('R157 the count adds up, and without colleges a college of all decides alike', () => {
    const cast = fc.array(
      fc.record({
        college: fc.constant(''),
        votes: fc.integer({ min: 1, max: 100 }),
        choice: fc.constantFrom<Choice>(...CHOICES),
      }),
    );
    fc.assert(
      fc.property(cast, fc.constantFrom('simple', 'absolute', 'two-thirds'), (said, majority) => {
        const [one] = countRollCall([], said);
        const total = said.reduce((sum, { votes }) => sum + votes, 0);
        expect(one!.yes + one!.no + one!.abstained).toBe(total);
        const whole = isAdopted(majority as 'simple', [one!], []);
        expect(
          isAdopted(majority as 'simple', [{ ...one!, college: 'a' }], [{ key: 'a', share: 100 }]),
        ).toBe(whole);
      }),
    );
  });

  it('R157 a vote opens on a resolution, once, with a quorum, a secret one for some time', () => {
    const facts = {
      isOpen: true,
      kind: 'resolution' as const,
      isVoted: false,
      hasQuorum: true,
      mode: 'open' as const,
      minutes: null,
    };
    expect(refuseOpening(facts)).toBeNull();
    expect(refuseOpening({ ...facts, isOpen: false })).toBe('not-open');
    expect(refuseOpening({ ...facts, kind: 'discussion' })).toBe('not-a-resolution');
    expect(refuseOpening({ ...facts, isVoted: true })).toBe('voted-already');
    expect(refuseOpening({ ...facts, hasQuorum: false })).toBe('no-quorum');
    expect(refuseOpening({ ...facts, mode: 'secret' })).toBe('minutes-wrong');
    expect(refuseOpening({ ...facts, mode: 'secret', minutes: 15 })).toBeNull();
  });
});
