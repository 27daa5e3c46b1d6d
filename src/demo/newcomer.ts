import type { Character } from './people.ts';
import { enrol, type Member, type Place } from './place.ts';
import type { Story } from './story.ts';

/** Somebody who joins at an instant of the story; `member` is there from then on. */
export interface Newcomer {
  character: Character;
  joinsAt: Date;
  member: Member | null;
}

export function expectNewcomer(character: Character, joinsAt: Date): Newcomer {
  return { character, joinsAt, member: null };
}

/** Somebody who is there already. */
export function alreadyThere(member: Member, since: Date): Newcomer {
  return { character: member, joinsAt: since, member };
}

export function writeArrivals(story: Story, place: Place, newcomers: readonly Newcomer[]): void {
  for (const newcomer of newcomers) {
    if (newcomer.member) continue;
    story.at(newcomer.joinsAt, async () => {
      newcomer.member = await enrol(place, newcomer.character);
    });
  }
}
