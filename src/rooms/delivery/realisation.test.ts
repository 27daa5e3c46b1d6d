import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addMonths,
  currentStage,
  isBehind,
  isLate,
  nextStep,
  planSteps,
  progress,
  type Realisation,
  STAGES,
} from './realisation.ts';

const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a realisation', () => {
  it('R59 R81 begins with its six stages, dated in order, the first done on the day of the announcement', () => {
    fc.assert(
      fc.property(day, (announced) => {
        const plan = planSteps(announced);
        expect(plan.map((step) => step.stage)).toEqual([...STAGES]);
        expect(plan[0]!.doneOn).toBe(announced);
        const planned = plan.map((step) => step.plannedOn);
        expect(planned).toEqual([...planned].sort());
      }),
    );
  });

  it('adds months without leaving the month', () => {
    expect(addMonths('2021-01-31', 1)).toBe('2021-02-28');
    expect(addMonths('2020-01-31', 1)).toBe('2020-02-29');
    expect(addMonths('2021-11-15', 14)).toBe('2023-01-15');
  });

  it('R81 stands at its last step done, and says what is late', () => {
    const steps = planSteps('2021-04-01').map((step, index) => ({
      ...step,
      id: String(index),
      title: '',
      description: '',
      plannedIsMonth: false,
      doneIsMonth: false,
    }));
    const begun: Realisation = {
      id: 'r',
      editionId: 'e',
      projectId: 'p',
      votedCost: 100,
      committedCost: null,
      spentCost: null,
      departmentId: null,
      mode: 'services',
      outcome: '',
      halt: null,
      steps,
    };
    expect(currentStage(begun)).toBe('to-launch');
    expect(nextStep(begun)!.stage).toBe('study');
    expect(isLate(steps[1]!, '2021-08-01')).toBe(false);
    expect(isLate(steps[1]!, '2021-08-02')).toBe(true);
    const monthly = { ...steps[1]!, plannedOn: '2021-08-01', plannedIsMonth: true };
    expect(isLate(monthly, '2021-08-31')).toBe(false);
    expect(isLate(monthly, '2021-09-01')).toBe(true);
    expect(isBehind(begun, '2021-08-02')).toBe(true);
    const halt = { kind: 'suspended', reason: 'Fouilles.', at: new Date() } as const;
    expect(isBehind({ ...begun, halt }, '2021-08-02')).toBe(false);
    expect(progress(begun)).toBe(16);
    const done: Realisation = {
      ...begun,
      steps: steps.map((step) => ({ ...step, doneOn: '2022-01-01' })),
    };
    expect([currentStage(done), nextStep(done), progress(done)]).toEqual([
      'inaugurated',
      null,
      100,
    ]);
  });
});
