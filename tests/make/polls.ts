import { randomUUID } from 'node:crypto';
import { readNow } from '../../src/platform/database/database.ts';
import {
  type Cast,
  castBallot,
  findPollOf,
  openPoll,
  type Poll,
  type PollTerms,
} from '../../src/rooms/polls/index.ts';
import { freezeList, insertProject } from '../../src/rooms/projects/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { TestSite } from '../site-client.ts';
import { type MadeEdition, makeEdition } from './editions.ts';

export interface MadePoll {
  edition: Edition;
  poll: Poll;
}

/** An edition in its vote phase with a frozen list of projects, in order of the costs given, and its open poll. */
export async function makePoll(
  site: TestSite,
  options: {
    /** Cents, one per project. */
    costs?: readonly number[];
    edition?: MadeEdition;
    terms?: Partial<PollTerms>;
  } = {},
): Promise<MadePoll> {
  const { costs = [100_000, 200_000, 300_000, 400_000, 500_000] } = options;
  const edition = await makeEdition(site, { phase: 'vote', ...options.edition });
  const organisationId = options.edition?.organisationId ?? site.organisationId;
  const act = { organisationId, by: null };
  for (const [at, cost] of costs.entries()) {
    const inserted = await insertProject(site.db, act, edition.id, {
      title: `Projet d’essai ${at + 1}`,
      summary: `Ce que change le projet ${at + 1} pour le quartier.`,
      categoryId: edition.categories[at % edition.categories.length]?.id ?? null,
      cost,
      place: '',
      ideaIds: [],
    });
    if (!inserted.ok) throw new Error(`makePoll: ${inserted.refusal}`);
  }
  const frozen = await freezeList(site.db, act, edition.id, { shuffle: (items) => [...items] });
  if (!frozen.ok) throw new Error(`makePoll: ${frozen.refusal}`);
  const vote = edition.phases.find((phase) => phase.step === 'vote')!;
  const opened = await openPoll(site.db, site.config, act, edition, {
    title: edition.title,
    minimumChoices: edition.minimumChoices,
    maximumChoices: Math.min(edition.maximumChoices, costs.length),
    rule: 'greedy',
    tieBreak: ['lower-cost', 'smaller-id'],
    opensAt: vote.startsAt,
    closesAt: vote.endsAt!,
    ...options.terms,
  });
  if (!opened.ok) throw new Error(`makePoll: ${opened.refusals.join(', ')}`);
  return { edition, poll: (await findPollOf(site.db, organisationId, edition.id))! };
}

/** Casts a ballot through the room's own door; the choices are numbers of the list, from 1. */
export async function castFor(
  site: TestSite,
  poll: Poll,
  personId: string,
  numbers: readonly number[],
  form: { believedRevision?: number; idempotencyKey?: string; nonce?: string } = {},
): Promise<Cast> {
  return castBallot(
    site.db,
    site.config,
    site.organisationId,
    poll,
    {
      personId,
      choices: numbers.map((number) => poll.options[number - 1]!.key),
      nonce: form.nonce ?? '',
      idempotencyKey: form.idempotencyKey ?? randomUUID(),
      believedRevision: form.believedRevision ?? 0,
    },
    await readNow(site.db),
  );
}
