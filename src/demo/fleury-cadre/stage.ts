/** Where the story of a study is told: its edition, its people, and its ideas by title. */
import type { Edition } from '../../rooms/spaces/index.ts';
import type { Deposited } from '../collection.ts';
import type { Member, Place } from '../place.ts';
import type { ServiceKey, TownHall } from '../town-hall.ts';

/** An idea of somebody with an account, or (null) of somebody without. */
export type StudiedIdea = Omit<Deposited, 'authorId'> & { authorId: string | null };

export interface Stage {
  place: Place;
  edition: Edition;
  townHall: TownHall;
  /** By title; filled as the story is told. */
  ideas: Map<string, StudiedIdea>;
  /** An instant, so many days from today, at a time in Paris. */
  day(days: number, time: string): Date;
  /** `YYYY-MM-DD`, so many days from today. */
  date(days: number): string;
}

export function findIdeaCalled({ ideas }: Stage, title: string): StudiedIdea {
  const idea = ideas.get(title);
  if (!idea) throw new Error(`No idea « ${title} » to study.`);
  return idea;
}

export const actBy = ({ place }: Stage, member: Member) => ({
  organisationId: place.organisation.id,
  by: member.id,
});

export function serviceOf({ townHall }: Stage, key: ServiceKey) {
  return townHall.services.get(key)!;
}
