import type { Point } from '../../src/rooms/ideas/index.ts';
import {
  countPoll,
  findPollOf,
  openPoll,
  type Poll,
  type PollTerms,
  publishResult,
  sealPoll,
} from '../../src/rooms/polls/index.ts';
import { insertProject } from '../../src/rooms/projects/index.ts';
import type { Edition } from '../../src/rooms/spaces/index.ts';
import type { SiteClient, TestSite } from '../site-client.ts';
import { freezeDecided } from './decisions.ts';
import { type MadeEdition, makeEdition } from './editions.ts';
import { type MadePerson, makePerson } from './people.ts';
import { castFor } from './polls.ts';

export interface HeldPoll {
  edition?: MadeEdition;
  /** In the order of the list; euros, and one of the edition's districts. */
  projects: readonly {
    euros: number;
    district?: string;
    place?: string;
    point?: Point;
  }[];
  /** Makes the ideas that the first project comes from, while ideas are collected: their ids. */
  depositIdeas?: (edition: Edition) => Promise<readonly string[]>;
  /** Who holds the first project; left out: nobody. */
  holderId?: string;
  terms?: Partial<PollTerms>;
  /** As forms write them, one a voter. */
  ballots: readonly (readonly string[])[];
  /** Where it is left; published unless told. */
  until?: 'open' | 'counted' | 'published';
}

const voters = new WeakMap<TestSite, MadePerson[]>();

/** People who vote in every poll of a site: the same ones, since making them takes longer than voting. */
async function listVoters(site: TestSite, count: number): Promise<MadePerson[]> {
  const known = voters.get(site) ?? [];
  voters.set(site, known);
  while (known.length < count) known.push(await makePerson(site));
  return known.slice(0, count);
}

/** A poll as it is really held: a frozen list, ballots cast one by one, sealed, counted, published. */
export async function holdPoll(
  site: TestSite,
  { projects, ballots, terms, depositIdeas, holderId, until = 'published', ...asked }: HeldPoll,
): Promise<{ edition: Edition; poll: Poll }> {
  const act = { organisationId: site.organisationId, by: null };
  if (until !== 'open') site.travel('-20 days');
  const edition = await makeEdition(site, { phase: 'vote', ...asked.edition });
  const ideaIds = depositIdeas ? await depositBefore(site, edition, depositIdeas) : [];
  for (const [at, { euros, district = '', place = '', point = null }] of projects.entries()) {
    const inserted = await insertProject(site.db, act, edition.id, {
      title: `Projet ${at + 1}`,
      summary: `Ce que change le projet ${at + 1}.`,
      categoryId: edition.categories[0]?.id ?? null,
      cost: euros * 100,
      place,
      district,
      point,
      ideaIds: at === 0 ? ideaIds : [],
      ...(at === 0 && holderId && { holderId }),
    });
    if (!inserted.ok) throw new Error(`holdPoll: ${inserted.refusal}`);
  }
  await freezeDecided(site, act, edition.id, { shuffle: (items) => [...items] });
  const vote = edition.phases.find((phase) => phase.step === 'vote')!;
  const opened = await openPoll(site.db, site.config, act, edition, {
    title: `Vote ${edition.slug}`,
    minimumChoices: 1,
    maximumChoices: projects.length,
    rule: 'greedy',
    tieBreak: ['lower-cost', 'smaller-id'],
    opensAt: vote.startsAt,
    closesAt: vote.endsAt!,
    ...terms,
  });
  if (!opened.ok) throw new Error(`holdPoll: ${opened.refusals.join(', ')}`);
  const poll = (await findPollOf(site.db, site.organisationId, edition.id))!;
  const people = await listVoters(site, ballots.length);
  for (const [at, choices] of ballots.entries()) {
    const cast = await castFor(site, poll, people[at]!.id, [], { choices });
    if (!cast.ok) throw new Error(`holdPoll: ${cast.refusal}`);
  }
  site.travel(null);
  if (until === 'open') return { edition, poll };
  for (const step of [
    () => sealPoll(site.db, site.config, act, poll.id),
    () => countPoll(site.db, act, poll.id),
    ...(until === 'published' ? [() => publishResult(site.db, act, poll.id)] : []),
  ]) {
    const done = await step();
    if (!done.ok) throw new Error(`holdPoll: ${done.refusal}`);
  }
  site.memory.forgetAll();
  return { edition, poll: (await findPollOf(site.db, site.organisationId, edition.id))! };
}

/** In the collection of an edition whose vote is under way; then back to it. */
async function depositBefore(
  site: TestSite,
  edition: Edition,
  deposit: NonNullable<HeldPoll['depositIdeas']>,
): Promise<readonly string[]> {
  const collection = edition.phases.find((phase) => phase.step === 'collection')!;
  const seconds = Math.round((collection.startsAt.getTime() - Date.now()) / 1000) + 3600;
  site.travel(`${seconds} seconds`);
  const ids = await deposit(edition);
  site.travel('-20 days');
  return ids;
}

/** Reads a page of counts again until they have ended; each time the site itself waits a moment for them. */
export async function readCounted(client: SiteClient, path: string): Promise<SiteClient> {
  for (let times = 0; times < 30; times += 1) {
    await client.get(path);
    if (!client.main.includes('<fresh-part')) return client;
  }
  throw new Error(`The counts of ${path} do not end.`);
}
