/** Projects are made out of ideas, frozen and put to the vote; ballots are cast. */
import { randomUUID } from 'node:crypto';
import { castBallot, findPollOf, openPoll, type Poll } from '../rooms/polls/index.ts';
import { freezeList, insertProject } from '../rooms/projects/index.ts';
import { type Edition, findPhase } from '../rooms/spaces/index.ts';
import type { Chance } from './chance.ts';
import type { Deposited } from './collection.ts';
import type { ProjectText } from './content.ts';
import type { Newcomer } from './newcomer.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectOk, type Story } from './story.ts';
import { setFrench } from './typography.ts';

const MINUTE = 60_000;

export interface Campaign {
  edition: Edition;
  projects: readonly ProjectText[];
  ideas: ReadonlyMap<string, Deposited>;
  officer: Member;
  /** When the officer sits down to write the projects, and when the list is frozen. */
  writtenAt: Date;
  frozenAt: Date;
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
      ideaIds: sources.map((idea) => idea.id),
      holderId: sources[0]?.authorId ?? null,
    });
    expectOk(written, project.title);
  }
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
  });
  if (!opened.ok) throw new Error(`The poll was refused: ${opened.refusals.join(', ')}`);
  return (await findPollOf(place.db, act.organisationId, edition.id))!;
}

/** Writes one person's vote into the story: as many projects as allowed, the more appealing the likelier. */
export function writeVote(
  story: Story,
  place: Place,
  chance: Chance,
  poll: Poll,
  projects: readonly ProjectText[],
  voter: Newcomer,
  at: Date,
): void {
  const chosen = chance.draw(projects, poll.maximumChoices, (project) => project.appeal);
  const keys = chosen.map((project) => {
    const label = setFrench(project.title);
    return poll.options.find((option) => option.label === label)!.key;
  });
  story.at(at, async () => {
    const form = { nonce: '', idempotencyKey: randomUUID(), believedRevision: 0 };
    const cast = await castBallot(
      place.db,
      place.folders,
      place.organisation.id,
      poll,
      { ...form, personId: voter.member!.id, choices: keys },
      at,
    );
    expectOk(cast, `the ballot of ${voter.character.nickname}`);
  });
}
