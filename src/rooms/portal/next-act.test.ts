import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarAround } from '../../../tests/make/editions.ts';
import { type Edition, STEPS, type Step } from '../spaces/index.ts';
import { chooseMainEdition, chooseNextAct, type Standing, takeTurns } from './next-act.ts';

const now = new Date('2026-11-22T12:00:00Z');

function standing(step: Step, changes: Partial<Standing> = {}): Standing {
  const edition = {
    phases: calendarAround(step, now),
    openedAt: new Date(0),
    archivedAt: null,
  } as unknown as Edition;
  return { edition, now, listPublic: false, poll: null, ...changes };
}

const poll = (state: NonNullable<Standing['poll']>['state']) => ({ state, closesAt: now });

describe('R31 R50 what a resident can do now', () => {
  it('follows the phases, the list and the poll', () => {
    expect(chooseNextAct(standing('collection')).kind).toBe('deposit');
    expect(chooseNextAct(standing('study')).kind).toBe('study');
    expect(chooseNextAct(standing('campaign')).kind).toBe('study');
    expect(chooseNextAct(standing('campaign', { listPublic: true })).kind).toBe('discover');
    expect(chooseNextAct(standing('vote', { listPublic: true })).kind).toBe('discover');
    expect(chooseNextAct(standing('vote', { poll: poll('open') })).kind).toBe('vote');
    for (const state of ['closed', 'sealed', 'counted', 'locked'] as const)
      expect(chooseNextAct(standing('delivery', { poll: poll(state) })).kind).toBe('counting');
    expect(chooseNextAct(standing('delivery', { poll: poll('published') })).kind).toBe('results');
    expect(chooseNextAct(standing('delivery', { listPublic: true })).kind).toBe('over');
  });

  it('before the first day it says when it begins', () => {
    const early = new Date(now.getTime() - 30 * 86_400_000);
    expect(chooseNextAct({ ...standing('collection'), now: early }).kind).toBe('soon');
  });

  it('an archived edition has results or is over, whatever its dates', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STEPS), fc.boolean(), (step, published) => {
        const one = standing(step, published ? { poll: poll('published') } : {});
        const archived = { ...one, edition: { ...one.edition, archivedAt: new Date(0) } };
        expect(chooseNextAct(archived).kind).toBe(published ? 'results' : 'over');
      }),
    );
  });

  it('the home page is about the edition where most can be done', () => {
    const of = (kind: string) => ({ act: { kind } }) as never;
    expect(chooseMainEdition([of('results'), of('deposit'), of('vote')])).toEqual(of('vote'));
    expect(chooseMainEdition([of('results'), of('over')])).toEqual(of('results'));
    expect(chooseMainEdition([])).toBeNull();
  });
});

describe('R50 projects on the home page take turns', () => {
  it('over n hours each of n projects is shown as often as the others', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 6 }), (many, few) => {
        const items = Array.from({ length: many }, (_, index) => index);
        const shown = new Map<number, number>();
        for (let hour = 0; hour < many; hour += 1)
          for (const item of takeTurns(items, few, new Date(hour * 3_600_000)))
            shown.set(item, (shown.get(item) ?? 0) + 1);
        expect(shown.size).toBe(many);
        expect(new Set(shown.values()).size).toBe(1);
      }),
    );
  });
});
