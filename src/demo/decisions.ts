/** Every idea of a collection is decided, and each holder was told. */
import { settleLetters } from '../rooms/notifications/index.ts';
import {
  decideMany,
  listReasons,
  prepareDecision,
  publishDecisions,
  writeDecisionLetters,
} from '../rooms/review/index.ts';
import type { Edition } from '../rooms/spaces/index.ts';
import type { Deposited } from './collection.ts';
import type { ProjectText, Refusals } from './content.ts';
import { actOf, type Member, type Place } from './place.ts';
import { expectCount, expectOk } from './story.ts';
import { setFrench } from './typography.ts';

const HOUR = 3_600_000;

/** Prepares, decides and publishes: what a project comes from is kept, the rest has its reason. */
export async function decideIdeas(
  place: Place,
  {
    edition,
    projects,
    ideas,
    refusals,
    officer,
    publishedAt,
  }: {
    edition: Edition;
    projects: readonly ProjectText[];
    ideas: ReadonlyMap<string, Deposited>;
    refusals: Refusals;
    officer: Member;
    publishedAt: Date;
  },
): Promise<void> {
  if (ideas.size === 0) return;
  const { db, organisation } = place;
  const act = actOf(place, officer);
  const reasons = await listReasons(db, organisation.id, edition.id);
  const becomes = new Map(projects.flatMap(({ title, from }) => from.map((idea) => [idea, title])));
  const answers = new Map(
    Object.entries(refusals).flatMap(([reason, titles]) =>
      Object.entries(titles).map(([title, text]) => [title, { reason, text }]),
    ),
  );
  place.travel(new Date(publishedAt.getTime() - 48 * HOUR));
  for (const [title, { id, number }] of ideas) {
    const project = becomes.get(title);
    const answer = answers.get(title);
    if (!project && !answer) throw new Error(`Nothing is answered to « ${title} ».`);
    const proposal = project
      ? {
          outcome: 'to-vote' as const,
          reasonId: null,
          publicText: setFrench(
            `Étudiée et chiffrée par les services, elle est au vote dans le projet « ${project} ».`,
          ),
        }
      : {
          outcome: 'refused' as const,
          reasonId: reasons.find(({ french }) => french === answer!.reason)!.id,
          publicText: setFrench(answer!.text),
        };
    const at = { id, editionId: edition.id, number };
    expectOk(await prepareDecision(db, act, at, { ...proposal, personalText: '' }, 0), title);
  }
  place.travel(new Date(publishedAt.getTime() - 24 * HOUR));
  const chosen = [...ideas.values()].map(({ id }) => ({ ideaId: id, version: 1 }));
  const decided = expectOk(await decideMany(db, act, edition.id, { ideas: chosen }), 'deciding');
  expectCount('decisions', decided.decided, ideas.size);
  place.travel(publishedAt);
  const published = expectOk(
    await publishDecisions(db, act, edition.id, { state: 'to-publish' }),
    'publishing decisions',
  );
  const batch = { organisationId: organisation.id, batchId: published.batchId };
  await writeDecisionLetters(db, PORT, batch);
  // they were read at the time: nobody waits for them any more
  await settleLetters(db, organisation.id);
}

/** The port in the addresses of letters that nobody receives. */
const PORT = { port: 80 };
