import { randomUUID } from 'node:crypto';
import { readNow } from '../../src/platform/database/database.ts';
import {
  type BallotForm,
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

export interface PollOptions {
  /** Cents, one per project. */
  costs?: readonly number[];
  /** Districts of the projects, in turn; '' for the whole town. */
  districts?: readonly string[];
  titleOf?: (number: number) => string;
  edition?: MadeEdition;
}

/** An edition in its vote phase with a frozen list of projects, in order of the costs given. */
export async function makeFrozenEdition(
  site: Pick<TestSite, 'db' | 'organisationId'>,
  { costs = [100_000, 200_000, 300_000, 400_000, 500_000], ...options }: PollOptions = {},
): Promise<Edition> {
  const { districts = [], titleOf = (number) => `Projet d’essai ${number}` } = options;
  const edition = await makeEdition(site, {
    phase: 'vote',
    districts: [...new Set(districts)].filter((name) => name !== ''),
    ...options.edition,
  });
  const act = { organisationId: options.edition?.organisationId ?? site.organisationId, by: null };
  for (const [at, cost] of costs.entries()) {
    const inserted = await insertProject(site.db, act, edition.id, {
      title: titleOf(at + 1),
      summary: `Ce que change le projet ${at + 1} pour le quartier.`,
      categoryId: edition.categories[at % edition.categories.length]?.id ?? null,
      cost,
      place: '',
      ...(districts.length > 0 && { district: districts[at % districts.length]! }),
      ideaIds: [],
    });
    if (!inserted.ok) throw new Error(`makeFrozenEdition: ${inserted.refusal}`);
  }
  const frozen = await freezeList(site.db, act, edition.id, { shuffle: (items) => [...items] });
  if (!frozen.ok) throw new Error(`makeFrozenEdition: ${frozen.refusal}`);
  return edition;
}

/** A frozen edition with its poll, open now. */
export async function makePoll(
  site: Pick<TestSite, 'db' | 'config' | 'organisationId'>,
  options: PollOptions & { terms?: Partial<PollTerms> } = {},
): Promise<MadePoll> {
  const edition = await makeFrozenEdition(site, options);
  const organisationId = options.edition?.organisationId ?? site.organisationId;
  const vote = edition.phases.find((phase) => phase.step === 'vote')!;
  const opened = await openPoll(site.db, site.config, { organisationId, by: null }, edition, {
    title: edition.title,
    minimumChoices: edition.minimumChoices,
    maximumChoices: Math.min(edition.maximumChoices, options.costs?.length ?? 5),
    rule: 'greedy',
    tieBreak: ['lower-cost', 'smaller-id'],
    opensAt: vote.startsAt,
    closesAt: vote.endsAt!,
    ...options.terms,
  });
  if (!opened.ok) throw new Error(`makePoll: ${opened.refusals.join(', ')}`);
  return { edition, poll: (await findPollOf(site.db, organisationId, edition.id))! };
}

/** The fields of the form that posts to an address, filled as the page filled them, as a browser would send them. */
export function listFields(html: string, action: string): Record<string, string | string[]> {
  const form = html.split('<form').find((part) => part.includes(`action="${action}"`));
  if (!form) throw new Error(`No form to ${action}`);
  const fields: Record<string, string | string[]> = {};
  for (const [, name, options] of form.matchAll(
    /<select[^>]*\bname="([^"]*)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const all = [...options!.matchAll(/<option([^>]*)>/g)].map(([, tag]) => tag!);
    const chosen = all.find((tag) => /\bselected\b/.test(tag)) ?? all[0] ?? '';
    fields[name!] = /\bvalue="([^"]*)"/.exec(chosen)?.[1] ?? '';
  }
  for (const [tag] of form.slice(0, form.indexOf('</form>')).matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name');
    const ticked = attribute('type') === 'radio' || attribute('type') === 'checkbox';
    if (!name || (ticked && !/\bchecked\b/.test(tag))) continue;
    const value = attribute('value') ?? '';
    const before = fields[name];
    fields[name] = before === undefined ? value : [...[before].flat(), value];
  }
  return fields;
}

/** Casts a ballot through the room's own door; the choices are numbers of the list, from 1. */
export async function castFor(
  site: Pick<TestSite, 'db' | 'config' | 'organisationId'>,
  poll: Poll,
  personId: string,
  numbers: readonly number[],
  form: Partial<BallotForm> = {},
): Promise<Cast> {
  return castBallot(
    site.db,
    site.config,
    site.organisationId,
    poll,
    {
      personId,
      choices: numbers.map((number) => poll.options[number - 1]!.key),
      nonce: '',
      idempotencyKey: randomUUID(),
      believedRevision: 0,
      acceptsPublic: poll.profile === 'P0',
      ...form,
    },
    await readNow(site.db),
  );
}

/** The form that casts a vote for projects 1 and 2, as the page sends it. */
export const fillBallot = (poll: Poll, fields: Record<string, string | string[]> = {}) => ({
  scrutin: poll.id,
  cle: randomUUID(),
  revision: '0',
  alea: '',
  choix: ['1', '2'],
  ...fields,
});

/** Everything of a poll that casting may write, and everything else that it must not. */
export async function countRows(site: Pick<TestSite, 'pool'>, poll: Poll) {
  const { rows } = await site.pool.query(
    `select (select count(*)::int from elector where poll_id = $1) as electors,
      (select count(*)::int from ballot_slot where poll_id = $1) as slots,
      (select count(*)::int from casting_request where poll_id = $1) as requests,
      (select count(*)::int from fact) as facts,
      (select count(*)::int from graphile_worker.jobs) as jobs,
      (select count(*)::int from rate_counter) as counters`,
    [poll.id],
  );
  return rows[0];
}

/** The ballots as they lie in the open box of a poll. */
export async function listSlots(site: Pick<TestSite, 'pool'>, poll: Poll) {
  const { rows } = await site.pool.query(
    'select choices, revision from ballot_slot where poll_id = $1',
    [poll.id],
  );
  return rows;
}
