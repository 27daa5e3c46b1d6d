import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAmounts, checkStep, type HaltAct, isAfter, refuseHalt } from './advance.ts';
import { type HaltKind, STAGES, type Stage } from './realisation.ts';

const TODAY = '2026-11-22';

interface State {
  halted: HaltKind | null;
  steps: { stage: Stage; doneOn: string | null; doneIsMonth: boolean }[];
}

const fresh = (): State => ({
  halted: null,
  steps: STAGES.map((stage) => ({ stage, doneOn: null, doneIsMonth: false })),
});
const stageOf = ({ steps }: State): Stage =>
  steps.findLast(({ doneOn }) => doneOn !== null)?.stage ?? 'to-launch';

/** Says of a step that it was done on a day, or was not; whether it was taken. */
function say(state: State, stage: Stage, doneOn: string | null, doneIsMonth = false): boolean {
  const change = {
    title: '',
    description: '',
    plannedOn: null,
    plannedIsMonth: false,
    doneOn,
    doneIsMonth,
  };
  if (Object.keys(checkStep(state.steps, state.halted, stage, change, TODAY)).length > 0)
    return false;
  const step = state.steps.find((one) => one.stage === stage)!;
  Object.assign(step, { doneOn, doneIsMonth: doneOn !== null && doneIsMonth });
  return true;
}

function halt(state: State, act: HaltAct, reason = 'Le sol est pollué.'): boolean {
  if (refuseHalt({ halted: state.halted, stage: stageOf(state) }, act, reason) !== null)
    return false;
  state.halted = { suspend: 'suspended', abandon: 'abandoned', resume: null }[
    act
  ] as HaltKind | null;
  return true;
}

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const act = fc.oneof(
  fc.record({
    stage: fc.constantFrom(...STAGES),
    doneOn: fc.option(day),
    isMonth: fc.boolean(),
  }),
  fc.record({ halt: fc.constantFrom<HaltAct>('suspend', 'abandon', 'resume') }),
);

describe('R59 R81 the machine of a realisation', () => {
  it('R81 whatever is said of it, steps are done in order, on days in order, none to come, none while halted', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
        const state = fresh();
        for (const one of acts) {
          const before = structuredClone(state);
          if ('halt' in one) {
            if (!halt(state, one.halt)) expect(state).toEqual(before);
            expect(state.steps, 'halting says nothing of steps').toEqual(before.steps);
          } else {
            const doneOn = one.doneOn && one.isMonth ? `${one.doneOn.slice(0, 7)}-01` : one.doneOn;
            if (!say(state, one.stage, doneOn, one.isMonth)) expect(state).toEqual(before);
            const others = (all: State) => all.steps.filter(({ stage }) => stage !== one.stage);
            expect(others(state), 'a step says nothing of the others').toEqual(others(before));
          }
          const dates = state.steps.map(({ doneOn }) => doneOn);
          const done = dates.filter((on) => on !== null).length;
          expect(
            dates.slice(done).every((on) => on === null),
            'no gap',
          ).toBe(true);
          const count = before.steps.filter(({ doneOn }) => doneOn !== null).length;
          if (before.halted !== null) expect(done).toBeLessThanOrEqual(count);
          const known = state.steps.filter(({ doneOn }) => doneOn !== null);
          for (const [at, step] of known.entries()) {
            const here = { on: step.doneOn!, isMonth: step.doneIsMonth };
            expect(isAfter(here, { on: TODAY, isMonth: false })).toBe(false);
            for (const earlier of known.slice(0, at))
              expect(isAfter({ on: earlier.doneOn!, isMonth: earlier.doneIsMonth }, here)).toBe(
                false,
              );
          }
          if (state.halted === 'abandoned')
            expect(['delivered', 'inaugurated']).not.toContain(stageOf(state));
          if (state.halted !== null) expect(stageOf(state)).not.toBe('inaugurated');
        }
      }),
      { numRuns: 300 },
    );
  });

  it('R59 every realisation can be brought from its launch to its inauguration', () => {
    const state = fresh();
    for (const [at, stage] of STAGES.entries())
      expect(say(state, stage, `2026-0${at + 1}-10`)).toBe(true);
    expect(stageOf(state)).toBe('inaugurated');
    expect(halt(state, 'suspend')).toBe(false);
  });

  it('R81 says why a day is not taken', () => {
    const state = fresh();
    const why = (stage: Stage, doneOn: string | null) =>
      checkStep(
        state.steps,
        state.halted,
        stage,
        {
          title: '',
          description: '',
          plannedOn: null,
          plannedIsMonth: false,
          doneOn,
          doneIsMonth: false,
        },
        TODAY,
      ).done ?? null;
    expect(why('works', '2026-05-01')).toBe('earlier-undone');
    expect(why('to-launch', '2026-11-23')).toBe('in-future');
    say(state, 'to-launch', '2026-02-01');
    say(state, 'study', '2026-03-01');
    expect(why('to-launch', null)).toBe('later-done');
    expect(why('procurement', '2026-02-28')).toBe('before-earlier');
    expect(why('to-launch', '2026-03-02')).toBe('after-later');
    halt(state, 'suspend');
    expect(why('procurement', '2026-04-01')).toBe('halted');
    expect(why('study', '2026-03-02'), 'what was done may still be told better').toBe(null);
  });

  it('R81 a halt has its reason, and what is finished is halted no more', () => {
    const at = (stage: Stage, halted: HaltKind | null = null) => ({ stage, halted });
    expect(refuseHalt(at('works'), 'suspend', '')).toBe('reason-missing');
    expect(refuseHalt(at('works'), 'abandon', 'é'.repeat(1001))).toBe('too-long');
    expect(refuseHalt(at('works', 'suspended'), 'suspend', 'x')).toBe('already-suspended');
    expect(refuseHalt(at('works', 'suspended'), 'abandon', 'x')).toBe(null);
    expect(refuseHalt(at('works', 'abandoned'), 'suspend', 'x')).toBe('already-abandoned');
    expect(refuseHalt(at('works', 'abandoned'), 'resume', '')).toBe(null);
    expect(refuseHalt(at('works'), 'resume', '')).toBe('not-halted');
    expect(refuseHalt(at('delivered'), 'abandon', 'x')).toBe('finished');
    expect(refuseHalt(at('delivered'), 'suspend', 'x')).toBe(null);
  });

  it('R81 nobody spends more than was committed', () => {
    expect(checkAmounts({ committedCost: 100, spentCost: 101 })).toEqual({
      spent: 'spent-over-committed',
    });
    expect(checkAmounts({ committedCost: 100, spentCost: 100 })).toEqual({});
    expect(checkAmounts({ committedCost: null, spentCost: 5 })).toEqual({});
    expect(checkAmounts({ committedCost: 1e12, spentCost: 1e12 })).toEqual({
      committed: 'amount-too-large',
      spent: 'amount-too-large',
    });
  });
});
