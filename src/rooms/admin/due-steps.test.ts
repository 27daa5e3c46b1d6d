import { describe, expect, it } from 'vitest';
import { calendarAround } from '../../../tests/make/editions.ts';
import type { Edition, Step } from '../spaces/index.ts';
import { type EditionProgress, listDueSteps, listUrgentSteps } from './due-steps.ts';

const now = new Date('2026-11-22T12:00:00Z');

function progress(step: Step, changes: Partial<EditionProgress> = {}): EditionProgress {
  const edition = {
    phases: calendarAround(step, now),
    openedAt: new Date(0),
    archivedAt: null,
  } as unknown as Edition;
  return {
    edition,
    now,
    departments: 1,
    isRouted: true,
    study: { unassigned: 0, returned: 0, asked: 0, late: 0 },
    undecided: 0,
    unpublished: 0,
    projects: 0,
    listFrozen: false,
    poll: null,
    survey: null,
    ...changes,
  };
}

const due = (one: EditionProgress) =>
  listDueSteps(one)
    .filter(({ state }) => state !== 'done' && state !== 'later')
    .map(({ kind, state }) => `${kind} ${state}`);

const poll = (state: NonNullable<EditionProgress['poll']>['state']) => ({ state, closesAt: now });

describe('R31 R66 the officer’s day', () => {
  it('names what is due, in the order of the cycle', () => {
    const closed = progress('collection');
    const unopened = { ...closed, edition: { ...closed.edition, openedAt: null } };
    expect(due(unopened)).toEqual(['open-edition late']);
    expect(due(progress('collection'))).toEqual(['collect-ideas waiting']);
    expect(due(progress('study'))).toEqual(['make-projects now']);
    expect(due(progress('study', { projects: 3 }))).toEqual([
      'make-projects now',
      'freeze-list now',
    ]);
    expect(due(progress('vote', { projects: 3 }))).toEqual([
      'make-projects late',
      'freeze-list late',
    ]);
    expect(due(progress('campaign', { listFrozen: true }))).toEqual(['open-poll now']);
    expect(due(progress('vote', { listFrozen: true, poll: poll('open') }))).toEqual([
      'hold-vote waiting',
    ]);
    for (const [state, next] of [
      ['closed', 'seal-poll now'],
      ['sealed', 'count-poll now'],
      ['counted', 'publish-result now'],
      ['published', 'open-survey now, follow-up now'],
    ] as const)
      expect(due(progress('delivery', { listFrozen: true, poll: poll(state) })).join(', ')).toEqual(
        next,
      );
  });

  it('R64 the questionnaire is opened once the result is published, waited for, then read and published', () => {
    const closesAt = new Date('2026-12-01T12:00:00Z');
    const published = { listFrozen: true, poll: poll('published') };
    const steps = (state: 'draft' | 'planned' | 'open' | 'closed' | 'published') =>
      due(progress('delivery', { ...published, survey: { state, closesAt } }));
    expect(steps('draft')).toEqual(['open-survey now', 'follow-up now']);
    expect(steps('planned')).toEqual(['read-survey waiting', 'follow-up now']);
    expect(steps('open')).toEqual(['read-survey waiting', 'follow-up now']);
    expect(steps('closed')).toEqual(['read-survey now', 'follow-up now']);
    expect(steps('published')).toEqual(['follow-up now']);
    // nothing of it is asked while people still vote
    const voting = progress('vote', { listFrozen: true, poll: poll('open') });
    expect(due(voting)).toEqual(['hold-vote waiting']);
  });

  it('R197 names the steps of the study, what is late among them, and waits for departments while none is', () => {
    const study = { unassigned: 0, returned: 0, asked: 0, late: 0 };
    expect(due(progress('collection', { departments: 0 }))).toEqual([
      'declare-services late',
      'collect-ideas waiting',
    ]);
    expect(due(progress('collection', { isRouted: false }))).toContain('declare-services late');
    expect(due(progress('study', { isRouted: false }))).not.toContain('declare-services late');
    const undecided = 4;
    expect(
      due(progress('study', { undecided, study: { ...study, returned: 1, asked: 3 } })),
    ).toEqual(['assign-ideas late', 'gather-opinions late', 'decide-ideas now']);
    // a study of a hundred days
    const long = progress('study', { undecided, study: { ...study, asked: 4 } });
    const phases = long.edition.phases.map((phase) =>
      phase.step === 'study' ? { ...phase, endsAt: new Date('2027-03-01T12:00:00Z') } : phase,
    );
    const at = { ...long, edition: { ...long.edition, phases } };
    expect(due(at)).toEqual(['gather-opinions waiting', 'decide-ideas now']);
    expect(
      listDueSteps(at)
        .find(({ kind }) => kind === 'gather-opinions')
        ?.due?.toISOString(),
    ).toBe('2027-02-15T12:00:00.000Z');
    expect(due({ ...at, study: { ...study, unassigned: 1 } })).toEqual([
      'assign-ideas now',
      'decide-ideas now',
    ]);
    expect(due({ ...at, study: { ...study, asked: 4, late: 1 } })).toContain(
      'gather-opinions late',
    );
    expect(due({ ...at, study, unpublished: 1 })).toEqual([
      'decide-ideas now',
      'publish-decisions now',
    ]);
    expect(due({ ...at, study, unpublished: undecided })).toEqual(['publish-decisions now']);
    expect(due({ ...at, study, undecided: 0 })).toEqual(['make-projects now']);
  });

  it('asks nothing of an archived edition', () => {
    const one = progress('vote');
    expect(listDueSteps({ ...one, edition: { ...one.edition, archivedAt: now } })).toEqual([]);
  });

  it('what is late comes first, then what is due soonest', () => {
    const steps = (...of: [string, 'now' | 'late' | 'later', number][]) => ({
      steps: of.map(([kind, state, at]) => ({ kind, state, due: new Date(at) }) as never),
    });
    const urgent = listUrgentSteps([
      steps(['open-poll', 'now', 5], ['seal-poll', 'later', 1]),
      steps(['freeze-list', 'late', 9]),
      steps(['make-projects', 'now', 2]),
    ]);
    expect(urgent.map(({ step }) => step.kind)).toEqual([
      'freeze-list',
      'make-projects',
      'open-poll',
    ]);
  });
});
