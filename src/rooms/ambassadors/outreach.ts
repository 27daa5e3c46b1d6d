/** A day of meeting people: where, how many, what was said (R38). */
export interface Outreach {
  id: string;
  personId: string;
  /** `YYYY-MM-DD` */
  metOn: string;
  place: string;
  people: number;
  notes: string;
}

export type OutreachField = 'day' | 'place' | 'people' | 'notes';
export type OutreachRefusal =
  | 'day-missing'
  | 'day-to-come'
  | 'place-missing'
  | 'place-too-long'
  | 'people-missing'
  | 'notes-too-long';

/** What does not hold; empty when it can be kept. `today`: `YYYY-MM-DD` in Paris. */
export function checkOutreach(
  typed: Pick<Outreach, 'metOn' | 'place' | 'people' | 'notes'>,
  today: string,
): Partial<Record<OutreachField, OutreachRefusal>> {
  const problems: Partial<Record<OutreachField, OutreachRefusal>> = {};
  if (typed.metOn === '') problems.day = 'day-missing';
  else if (typed.metOn > today) problems.day = 'day-to-come';
  if (typed.place === '') problems.place = 'place-missing';
  else if ([...typed.place].length > 120) problems.place = 'place-too-long';
  if (!(Number.isInteger(typed.people) && typed.people >= 0 && typed.people <= 100_000))
    problems.people = 'people-missing';
  if ([...typed.notes].length > 1000) problems.notes = 'notes-too-long';
  return problems;
}
