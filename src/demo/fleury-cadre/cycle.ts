import { settleLetters } from '../../rooms/notifications/index.ts';
import { makeStudyRound, routeIdea } from '../../rooms/review/index.ts';
import { addDays } from '../../rooms/spaces/index.ts';
import { openChance } from '../chance.ts';
import { writeCollection } from '../collection.ts';
import { inParis, makeEdition } from '../edition.ts';
import type { Newcomer } from '../newcomer.ts';
import type { Place } from '../place.ts';
import { declareServices } from '../routing.ts';
import { type Story, tellStory } from '../story.ts';
import type { TownHall } from '../town-hall.ts';
import { writeOpinions } from './asking.ts';
import { writeDecisions } from './deciding.ts';
import { writeEntries } from './entries.ts';
import { shelf } from './ideas.ts';
import { routing, settings } from './settings.ts';
import type { Stage } from './stage.ts';
import { writeMerges, writeTalk } from './talking.ts';

/** Days before today on which the round of each morning had something to say. */
const ROUNDS = [-55, -45, -35, -25, -19, -15, -12, -9, -6, -4, -2, -1];

/**
 * An edition whose ideas are being studied: the collection ended thirteen days before `today`, six weeks are left.
 * Services have answered, are late, or gave back what is not theirs; some decisions are told, others wait.
 */
export async function liveStudy(
  place: Place,
  townHall: TownHall,
  residents: readonly Newcomer[],
  { today, now }: { today: string; now: Date },
): Promise<void> {
  const day = (days: number, time: string) => `${addDays(today, days)} ${time}`;
  const begins = inParis(day(-60, '09:00'));
  // the services have had the time to answer some of them
  const lastDeposit = inParis(day(-26, '18:00'));
  const edition = await makeEdition(place, townHall.officer, {
    settings: { ...settings, councilDecisionOn: addDays(today, -95) },
    calendar: {
      collection: [day(-60, '09:00'), day(-13, '18:00')],
      study: [day(-13, '18:00'), day(43, '18:00')],
      campaign: [day(43, '18:00'), day(57, '09:00')],
      vote: [day(57, '09:00'), day(78, '18:00')],
      delivery: [day(80, '09:00'), null],
    },
    madeAt: inParis(day(-80, '10:00')),
    openedAt: inParis(day(-66, '17:00')),
  });
  const stage: Stage = {
    place,
    edition,
    townHall,
    ideas: new Map(),
    day: (days, time) => inParis(day(days, time)),
    date: (days) => addDays(today, days),
  };
  place.travel(stage.day(-65, '10:00'));
  await declareServices(stage, routing, { automatic: true });
  await tellStory(place, (story) => {
    writeCollection(story, place, openChance(4_312), {
      edition,
      shelf,
      from: begins,
      to: lastDeposit,
      people: residents,
      mostSupports: 24,
      onDeposit: async (title, idea) => {
        stage.ideas.set(title, idea);
        await routeIdea(place.db, place.organisation.id, edition, idea);
      },
    });
    writeEntries(story, stage);
    writeOpinions(story, stage);
    writeTalk(story, stage);
    writeMerges(story, stage);
    writeDecisions(story, stage);
    writeRounds(story, stage, now);
  });
  // they were read at the time: nobody waits for them any more
  await settleLetters(place.db, place.organisation.id);
}

/** Services are written to at seven: what is new, and what is due in a week or tomorrow. */
function writeRounds(story: Story, { place, day }: Stage, now: Date): void {
  const round = () => makeStudyRound(place.db, { port: 80 }, place.organisation.id);
  for (const days of ROUNDS) story.at(day(days, '07:00'), round);
  story.at(now, round);
}
