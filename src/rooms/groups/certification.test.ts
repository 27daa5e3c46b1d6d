import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assess,
  CRITERIA,
  type Figures,
  listUnmet,
  refuseGrant,
  refuseRequest,
  reviewStep,
  USUAL_CRITERIA,
} from './certification.ts';
import { groupRightOf, mayRemove, refuseToEndLead } from './membership.ts';

const inOrder: Figures = {
  leads: 2,
  genders: 2,
  ageDays: 31,
  members: 3,
  actions: 3,
  elsewhere: 0,
  otherGroups: [],
};
const unmetOf = (figures: Partial<Figures>) =>
  listUnmet(assess(USUAL_CRITERIA, { ...inOrder, ...figures }));

describe('criteria of a certification (part 2.1)', () => {
  it.each([
    ['in order', {}, []],
    ['one lead', { leads: 1 }, ['leads']],
    ['two leads of one gender', { genders: 1 }, ['leads']],
    ['thirty days old', { ageDays: 30 }, ['age']],
    ['two members', { members: 2 }, ['members']],
    ['two actions', { actions: 2 }, ['actions']],
    ['a lead of another certified group', { elsewhere: 1, otherGroups: ['X'] }, ['elsewhere']],
  ])('%s', (_, figures, unmet) => {
    expect(unmetOf(figures)).toEqual(unmet);
  });

  it('what is not asked is never missing', () => {
    const figures = fc.record({
      leads: fc.nat(5),
      genders: fc.nat(3),
      ageDays: fc.nat(90),
      members: fc.nat(9),
      actions: fc.nat(9),
      elsewhere: fc.nat(3),
      otherGroups: fc.constant([]),
    });
    const asked = fc.option(fc.integer({ min: 2, max: 9 }), { nil: null });
    const criteria = fc.record({
      leads: asked,
      age: asked,
      members: asked,
      actions: asked,
      elsewhere: fc.constantFrom(0, null),
    });
    fc.assert(
      fc.property(criteria, figures, (wanted, known) => {
        const assessed = assess(wanted, known);
        expect(assessed.map(({ criterion }) => criterion)).toEqual(
          CRITERIA.filter((criterion) => wanted[criterion] !== null),
        );
        for (const { criterion, isMet, figure, needed } of assessed)
          if (isMet)
            expect(criterion === 'elsewhere' ? figure <= needed : figure >= needed).toBe(true);
      }),
    );
  });

  it('a request waits for every criterion and for the charter; it is granted while they hold', () => {
    const free = { certifiedAt: null, requestedAt: null, losesAt: null };
    expect(refuseRequest(free, ['age'], true)).toBe('criteria-unmet');
    expect(refuseRequest(free, [], false)).toBe('charter-not-accepted');
    expect(refuseRequest(free, [], true)).toBeNull();
    const asked = { ...free, requestedAt: new Date(0) };
    expect(refuseRequest(asked, [], true)).toBe('requested-already');
    expect(refuseGrant(free, [])).toBe('not-requested');
    expect(refuseGrant(asked, ['actions'])).toBe('criteria-unmet');
    expect(refuseGrant(asked, [])).toBeNull();
  });

  it('is warned once, and lost at the very instant it was told, not before', () => {
    const certified = { certifiedAt: new Date(0), requestedAt: null, losesAt: null };
    const warned = { ...certified, losesAt: new Date(31 * 86_400_000) };
    expect(reviewStep(certified, [], new Date(1))).toBeNull();
    expect(reviewStep(certified, ['actions'], new Date(1))).toBe('warn');
    expect(reviewStep(warned, ['actions'], new Date(31 * 86_400_000 - 1))).toBeNull();
    expect(reviewStep(warned, ['actions'], new Date(31 * 86_400_000))).toBe('lose');
    expect(reviewStep(warned, [], new Date(40 * 86_400_000))).toBe('lift');
    expect(reviewStep({ ...certified, certifiedAt: null }, ['age'], new Date(1))).toBeNull();
  });
});

describe('who may do what in a group (R2)', () => {
  const right = (role: 'member' | 'manager' | 'lead', isTreasurer = false) =>
    groupRightOf({ role, isTreasurer });

  it('nobody’s membership opens nothing; a treasurer’s mark opens the money and nothing else', () => {
    expect(groupRightOf(null)).toEqual({
      isMember: false,
      manages: false,
      leads: false,
      handlesMoney: false,
    });
    expect(right('member', true)).toMatchObject({
      manages: false,
      leads: false,
      handlesMoney: true,
    });
  });

  it('managers take members out, leads whoever is no lead', () => {
    expect(mayRemove(right('manager'), { role: 'member' })).toBe(true);
    expect(mayRemove(right('manager'), { role: 'manager' })).toBe(false);
    expect(mayRemove(right('lead'), { role: 'manager' })).toBe(true);
    expect(mayRemove(right('lead'), { role: 'lead' })).toBe(false);
    expect(mayRemove(right('member', true), { role: 'member' })).toBe(false);
  });

  it('the last lead stays', () => {
    expect(refuseToEndLead({ personId: 'a', role: 'lead' }, ['a'])).toBe('last-lead');
    expect(refuseToEndLead({ personId: 'a', role: 'lead' }, ['a', 'b'])).toBeNull();
    expect(refuseToEndLead({ personId: 'c', role: 'manager' }, ['a'])).toBeNull();
  });
});
