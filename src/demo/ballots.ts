/** Projects are made out of ideas, frozen and put to the vote; ballots are cast. */
import { randomUUID } from 'node:crypto';
import {
  castBallot,
  findPollOf,
  openPoll,
  type Poll,
  type PollTerms,
  settleConfirmations,
} from '../rooms/polls/index.ts';
import { freezeList, insertProject } from '../rooms/projects/index.ts';
import { type Edition, findPhase } from '../rooms/spaces/index.ts';
import type { Chance } from './chance.ts';
import type { Deposited } from './collection.ts';
import type { ProjectText, Refusals } from './content.ts';
import { decideIdeas } from './decisions.ts';
import { fillBallot } from './filled-ballots.ts';
import { type Newcomer, writeArrivals } from './newcomer.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectOk, tellStory } from './story.ts';
import { setFrench } from './typography.ts';

const MINUTE = 60_000;

export interface Campaign {
  edition: Edition;
  projects: readonly ProjectText[];
  ideas: ReadonlyMap<string, Deposited>;
  officer: Member;
  /** What was answered to the ideas that no project comes from. */
  refusals?: Refusals;
  /** Somebody who holds a project with its author, by title of the project. */
  alsoHeldBy?: Readonly<Record<string, Member>>;
  /** When the officer sits down to write the projects, and when the list is frozen. */
  writtenAt: Date;
  frozenAt: Date;
  /** What differs from choosing some projects, counted by votes. */
  terms?: Partial<PollTerms>;
}

/** Writes the projects, freezes their list in an order drawn from the seed, and opens the poll. */
export async function openCampaign(
  place: Place,
  chance: Chance,
  campaign: Campaign,
): Promise<Poll> {
  const { edition, ideas } = campaign;
  const act = actOf(place, campaign.officer);
  for (const [rank, project] of campaign.projects.entries()) {
    place.travel(new Date(campaign.writtenAt.getTime() + rank * 20 * MINUTE));
    const sources = project.from.map((title) => {
      const idea = ideas.get(title);
      if (!idea) throw new Error(`No idea « ${title} » for « ${project.title} ».`);
      return idea;
    });
    const written = await insertProject(place.db, act, edition.id, {
      title: setFrench(project.title),
      summary: setFrench(project.summary),
      categoryId: edition.categories.find((one) => one.name === project.category)!.id,
      cost: project.cost * 100,
      place: setFrench(project.place),
      district: project.district ?? '',
      ...(project.point && {
        point: { longitude: project.point[0], latitude: project.point[1] },
      }),
      ideaIds: sources.map((idea) => idea.id),
      holderId: sources[0]?.authorId ?? null,
      ...listHolders(sources[0]?.authorId, campaign.alsoHeldBy?.[project.title]),
    });
    expectOk(written, project.title);
  }
  await decideIdeas(place, {
    ...campaign,
    refusals: campaign.refusals ?? {},
    publishedAt: new Date(campaign.frozenAt.getTime() - 24 * 60 * MINUTE),
  });
  place.travel(campaign.frozenAt);
  expectOk(await freezeList(place.db, act, edition.id, { shuffle: chance.shuffle }), 'the list');
  place.travel(new Date(campaign.frozenAt.getTime() + 30 * MINUTE));
  const vote = findPhase(edition, 'vote')!;
  const opened = await openPoll(place.db, place.folders, act, edition, {
    title: edition.title,
    minimumChoices: edition.minimumChoices,
    maximumChoices: edition.maximumChoices,
    rule: 'greedy',
    tieBreak: ['lower-cost', 'smaller-id'],
    opensAt: vote.startsAt,
    closesAt: vote.endsAt!,
    ...campaign.terms,
  });
  if (!opened.ok) throw new Error(`The poll was refused: ${opened.refusals.join(', ')}`);
  return (await findPollOf(place.db, act.organisationId, edition.id))!;
}

/** Both of them, where there is a second. */
function listHolders(authorId: string | null | undefined, other: Member | undefined) {
  if (!other) return {};
  const people = authorId ? [authorId, other.id] : [other.id];
  return { holders: people.map((personId) => ({ personId, name: '' })) };
}

/**
 * Everybody votes once between two instants, as early as they have joined, the more appealing a project
 * the likelier. Nobody waits for a mail about it any more.
 */
export async function tellVote(
  place: Place,
  chance: Chance,
  vote: {
    poll: Poll;
    projects: readonly ProjectText[];
    voters: readonly Newcomer[];
    from: Date;
    to: Date;
  },
): Promise<void> {
  const { poll, projects, voters, from, to } = vote;
  const appeal = new Map(projects.map((project) => [setFrench(project.title), project.appeal]));
  const byLabel = new Map(poll.options.map((option) => [option.label, option]));
  const options = [...appeal.keys()].map((label) => byLabel.get(label)!);
  await tellStory(place, (story) => {
    writeArrivals(story, place, voters);
    for (const voter of voters) {
      const at = chance.moment(voter.joinsAt > from ? voter.joinsAt : from, to);
      const choices = fillBallot(chance, poll, options, ({ label }) => appeal.get(label)!);
      story.at(at, async () => {
        const form = { nonce: '', idempotencyKey: randomUUID(), believedRevision: 0 };
        const cast = await castBallot(
          place.db,
          place.folders,
          place.organisation.id,
          poll,
          { ...form, personId: voter.member!.id, choices },
          at,
        );
        expectOk(cast, `the ballot of ${voter.character.nickname}`);
      });
    }
  });
  await settleConfirmations(place.db, poll.id);
}
