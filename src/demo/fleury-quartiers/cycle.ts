import {
  countPoll,
  findPublishedResult,
  publishResult,
  sealPoll,
  usualSettings,
} from '../../rooms/polls/index.ts';
import type { EditionSettings } from '../../rooms/spaces/index.ts';
import { openCampaign, tellVote } from '../ballots.ts';
import { openChance } from '../chance.ts';
import { type Calendar, inParis, makeEdition } from '../edition.ts';
import { districts } from '../fleury-districts.ts';
import { alreadyThere, type Newcomer } from '../newcomer.ts';
import { actOf, type Member, type Place } from '../place.ts';
import { tellNews } from '../realisation-news.ts';
import { tellSteps } from '../realisation-steps.ts';
import { expectOk } from '../story.ts';
import type { TownHall } from '../town-hall.ts';
import { followUp } from './follow-up.ts';
import { followUpNews } from './follow-up-news.ts';
import { projects } from './projects.ts';

const settings: Partial<EditionSettings> = {
  slug: 'quartiers-2023',
  title: 'Budget des quartiers 2023',
  summary:
    '90 000 € : 30 000 pour toute la ville et 15 000 pour chacun des quatre quartiers. Sur le même bulletin, la ville et le quartier de son choix.',
  envelope: 90_000_00,
  categories: ['Cadre de vie', 'Nature', 'Sport', 'Fêtes et culture'],
  districts: Object.values(districts),
  minimumChoices: 1,
  maximumChoices: 4,
  councilDecision: 'Délibération n° 2023-12 du conseil municipal',
  councilDecisionOn: '2023-02-06',
  responsibleOfficial: 'Hélène Morvan, adjointe à la démocratie locale',
};

const calendar: Calendar = {
  collection: ['2023-03-01 09:00', '2023-04-15 18:00'],
  study: ['2023-04-15 18:00', '2023-08-31 18:00'],
  campaign: ['2023-09-01 09:00', '2023-09-16 09:00'],
  vote: ['2023-09-16 09:00', '2023-10-08 18:00'],
  delivery: ['2023-10-12 09:00', null],
};

/** One envelope for the town, then one for each district; what a district leaves goes to the town. */
const envelopes = ['Toute la ville', ...Object.values(districts)].map((label, at) => ({
  ...usualSettings({
    amount: at === 0 ? 30_000_00 : 15_000_00,
    minimumChoices: 0,
    maximumChoices: 2,
  }).envelopes[0]!,
  key: 'ABCDE'[at]!,
  label,
  oneOf: at > 0,
  leftTo: at > 0 ? 'A' : null,
}));

/** A finished edition by districts, counted by Equal Shares: what several envelopes on one ballot look like. */
export async function liveDistrictEdition(
  place: Place,
  {
    townHall,
    residents,
    follower,
  }: { townHall: TownHall; residents: readonly Newcomer[]; follower: Member },
): Promise<void> {
  const { officer } = townHall;
  const chance = openChance(2023);
  const edition = await makeEdition(place, officer, {
    settings,
    calendar,
    madeAt: inParis('2023-02-08 10:00'),
    openedAt: inParis('2023-02-20 17:00'),
  });
  const poll = await openCampaign(place, chance, {
    edition,
    projects,
    ideas: new Map(),
    officer,
    writtenAt: inParis('2023-08-21 08:30'),
    frozenAt: inParis('2023-08-31 15:00'),
    terms: {
      rule: 'mes-cost-add1u',
      tieBreak: ['lower-cost', 'public-draw', 'smaller-id'],
      settings: { envelopes, leftover: 'next-edition' },
    },
  });
  const begins = inParis(calendar.vote[0]);
  await tellVote(place, chance, {
    poll,
    projects,
    voters: chance
      .shuffle(residents)
      .slice(0, 240)
      .map((resident) => alreadyThere(resident.member!, begins)),
    from: begins,
    to: inParis(calendar.vote[1]!),
  });
  const act = actOf(place, officer);
  place.travel(inParis('2023-10-08 18:30'));
  expectOk(await sealPoll(place.db, place.folders, act, poll.id), 'sealing');
  expectOk(await countPoll(place.db, act, poll.id), 'counting');
  place.travel(inParis('2023-10-11 18:00'));
  expectOk(await publishResult(place.db, act, poll.id), 'publishing');
  const result = await findPublishedResult(place.db, place.organisation.id, edition.id);
  if (!result) throw new Error('The districts have no published result.');
  await tellSteps(place, edition, result, { from: '2023-10-11', steps: followUp });
  const told = { told: followUpNews, from: '2023-10-17 10:10' };
  await tellNews(place, edition, townHall, follower, told);
}
