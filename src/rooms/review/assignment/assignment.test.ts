import { describe, expect, it } from 'vitest';
import { checkDueDay, daysLeft, lastStudyDay, usualDueDay } from './assignment.ts';
import { readDelay } from './routing.ts';
import { NO_FILTER, readStudyFilter, writeStudyFilter } from './study-list.ts';

const study = (endsAt: string | null) => ({
  phases: [
    {
      step: 'study' as const,
      startsAt: new Date('2027-01-01T08:00:00Z'),
      endsAt: endsAt === null ? null : new Date(endsAt),
    },
  ],
});

describe('the day that a department is given', () => {
  it('R36 is two weeks before the study ends, and a week away at least', () => {
    const edition = study('2027-03-31T16:00:00Z');
    expect(usualDueDay(edition, '2027-01-10', null)).toBe('2027-03-17');
    expect(usualDueDay(edition, '2027-03-16', null)).toBe('2027-03-23');
    expect(usualDueDay(edition, '2027-01-10', 21)).toBe('2027-01-31');
    expect(usualDueDay({ phases: [] }, '2027-01-10', null)).toBe('2027-02-09');
  });

  it('W17 a study that ends at midnight in Paris ends the day before', () => {
    expect(lastStudyDay(study('2027-03-31T22:00:00Z'))).toBe('2027-03-31');
    expect(lastStudyDay(study('2027-03-31T22:01:00Z'))).toBe('2027-04-01');
    expect(lastStudyDay(study(null))).toBeNull();
  });

  it('is today at the earliest, and within two years', () => {
    expect(checkDueDay('2027-01-10', '2027-01-10')).toBeNull();
    expect(checkDueDay('2027-01-09', '2027-01-10')).toBe('due-past');
    expect(checkDueDay('2029-02-01', '2027-01-10')).toBe('due-far');
    expect(checkDueDay(null, '2027-01-10')).toBe('due-missing');
  });

  it('W17 counts days across the change of hour', () => {
    expect(daysLeft('2027-03-29', '2027-03-27')).toBe(2);
    expect(daysLeft('2027-03-26', '2027-03-27')).toBe(-1);
  });
});

describe('what is typed', () => {
  it('W8 reads a delay of 1 to 365 days, or none', () => {
    expect(readDelay('')).toEqual({ ok: true, days: null });
    expect(readDelay('30')).toEqual({ ok: true, days: 30 });
    for (const typed of ['0', '366', '-1', '1e2', '3 0', 'un', '٣'])
      expect(readDelay(typed).ok, typed).toBe(false);
  });

  it('R197 a filter comes back from its own address, and nonsense is left out', () => {
    const categories = [{ id: 'c1', slug: 'ecologie' }];
    const read = (query: Record<string, string>) =>
      readStudyFilter((name) => query[name] ?? '', categories);
    const filter = {
      state: 'late' as const,
      admissible: 'unsaid' as const,
      categoryId: 'c1',
      departmentId: '01234567-89ab-4def-8123-456789abcdef',
      search: 'jardin partagé',
    };
    expect(read(writeStudyFilter(filter, categories))).toEqual(filter);
    expect(
      read({
        etat: 'toString',
        service: "' or 1=1",
        categorie: 'nulle',
        recevabilite: '__proto__',
      }),
    ).toEqual(NO_FILTER);
  });
});
