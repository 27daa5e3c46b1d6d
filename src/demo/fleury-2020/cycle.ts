import { openCampaign, tellVote } from '../ballots.ts';
import { type Chance, openChance } from '../chance.ts';
import { writeCollection } from '../collection.ts';
import type { IdeaShelf } from '../content.ts';
import { inParis, makeEdition } from '../edition.ts';
import { firstNames } from '../names.ts';
import { alreadyThere, expectNewcomer, type Newcomer, writeArrivals } from '../newcomer.ts';
import { drawDay, type Town } from '../people.ts';
import type { Member, Place } from '../place.ts';
import { tellNews } from '../realisation-news.ts';
import { expectCount, tellStory } from '../story.ts';
import type { TownHall } from '../town-hall.ts';
import { authors } from './authors.ts';
import { followUpNews } from './follow-up-news.ts';
import { culture } from './ideas-culture.ts';
import { ecologie } from './ideas-ecologie.ts';
import { loisirs } from './ideas-loisirs.ts';
import { securite } from './ideas-securite.ts';
import { sport } from './ideas-sport.ts';
import { inaugurateTent } from './inauguration.ts';
import { follow, proclaim } from './outcome.ts';
import { gatherPeople } from './people.ts';
import { others } from './projects-others.ts';
import { winners } from './projects-winners.ts';
import { refusals } from './refusals.ts';
import { tellReport } from './report.ts';
import { calendar, settings } from './settings.ts';

const shelf: IdeaShelf = {
  Sport: sport,
  Culture: culture,
  Loisirs: loisirs,
  Écologie: ecologie,
  'Stationnement et sécurité': securite,
};
const projects = [...winners, ...others];

const collectionBegins = inParis(calendar.collection[0]);
const collectionEnds = inParis(calendar.collection[1]!);
const voteBegins = inParis(calendar.vote[0]);
const voteEnds = inParis(calendar.vote[1]!);

/**
 * SC1: 93 ideas by 60 people, 32 projects, 600 voters of three votes each, 11 winners and what became of
 * them. Returns the 600, who still live there.
 */
export async function liveFirstEdition(
  place: Place,
  town: Town,
  { townHall, resident }: { townHall: TownHall; resident: Member },
  say: (words: string) => void,
): Promise<Newcomer[]> {
  const { officer } = townHall;
  const chance = openChance(2020);
  const edition = await makeEdition(place, officer, {
    settings,
    calendar,
    madeAt: inParis('2020-10-19 14:10'),
    openedAt: inParis('2020-11-13 17:30'),
  });

  const early = [alreadyThere(resident, collectionBegins), ...gatherAuthors(chance, town)];
  while (early.length < 300) early.push(invite(chance, town, collectionBegins, collectionEnds));
  let ideas: ReturnType<typeof writeCollection> = new Map();
  await tellStory(place, (story) => {
    writeArrivals(story, place, early);
    ideas = writeCollection(story, place, chance, {
      edition,
      shelf,
      from: collectionBegins,
      to: collectionEnds,
      people: early,
      mostSupports: 32,
    });
  });
  expectCount('ideas', ideas.size, 93);
  say('Fleury-sur-Braye, 2020 : 93 idées déposées');

  const poll = await openCampaign(place, chance, {
    edition,
    projects,
    ideas,
    officer,
    refusals,
    writtenAt: inParis('2021-04-12 08:30'),
    frozenAt: inParis('2021-04-30 16:00'),
  });
  expectCount('projects', poll.options.length, 32);
  const late = Array.from({ length: 300 }, () =>
    invite(chance, town, inParis(calendar.campaign[0]), inParis('2021-06-20 18:00')),
  );
  const everyone = [...early, ...late];
  await tellVote(place, chance, {
    poll,
    projects,
    voters: everyone,
    from: voteBegins,
    to: voteEnds,
  });
  say('Fleury-sur-Braye, 2021 : 600 bulletins dans l’urne');

  await proclaim(place, officer, poll);
  const followers = {
    edition,
    townHall,
    resident,
    others: early.flatMap(({ member }) => member ?? []),
  };
  await follow(place, edition, () => gatherPeople(place, followers));
  await tellNews(place, edition, townHall, resident, {
    told: followUpNews,
    from: '2021-07-01 09:20',
  });
  await inaugurateTent(place, followers);
  await tellReport(place, edition, officer);
  say('Fleury-sur-Braye, 2021 : 11 projets lauréats et leur suivi');
  return everyone;
}

function gatherAuthors(chance: Chance, town: Town): Newcomer[] {
  return authors.map(([nickname, name, born]) => {
    const birthDate = drawDay(chance, `${born}-01-02`, `${born}-10-31`);
    const joinsAt = chance.moment(collectionBegins, inParis('2021-01-20 18:00'));
    return expectNewcomer(town.introduce({ name, nickname, birthDate }), joinsAt);
  });
}

/** Somebody of 16 or more who joins between two instants. */
function invite(chance: Chance, town: Town, from: Date, to: Date): Newcomer {
  const character = town.invent(firstNames, { from: '1931-01-01', to: '2004-11-01' });
  return expectNewcomer(character, chance.moment(from, to));
}
