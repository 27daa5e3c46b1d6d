import { LENGTHS } from './group.ts';

/** What a group did in public, as its managers declare it: it counts for the certification (part 2.1). */
export interface WrittenPublicAction {
  title: string;
  /** `YYYY-MM-DD`, in Paris. */
  heldOn: string;
  place: string;
  /** Who were there, members and others. */
  people: number | null;
}

export interface PublicAction extends WrittenPublicAction {
  id: string;
  people: number;
}

const MOST_PEOPLE = 100_000;

export type ActionField = 'title' | 'day' | 'place' | 'people';
export type ActionRefusal =
  | 'title-missing'
  | 'text-too-long'
  | 'day-to-come'
  | 'day-too-old'
  | 'place-missing'
  | 'people-unreadable'
  | 'declared-already';

/** What is wrong with a declaration, by field. `today`: `YYYY-MM-DD` in Paris; `oldest`: the first day that is taken. */
export function checkPublicAction(
  written: WrittenPublicAction,
  { today, oldest }: { today: string; oldest: string },
): Partial<Record<ActionField, ActionRefusal>> {
  const refusals: Partial<Record<ActionField, ActionRefusal>> = {};
  if ([...written.title].length > LENGTHS.title) refusals.title = 'text-too-long';
  if ([...written.place].length > LENGTHS.place) refusals.place = 'text-too-long';
  if (written.title === '') refusals.title = 'title-missing';
  if (written.place === '') refusals.place = 'place-missing';
  if (written.heldOn > today) refusals.day = 'day-to-come';
  else if (written.heldOn < oldest) refusals.day = 'day-too-old';
  const { people } = written;
  if (people === null || people < 1 || people > MOST_PEOPLE) refusals.people = 'people-unreadable';
  return refusals;
}
