import { randomUUID } from 'node:crypto';
import { recordPaperVote } from '../../src/rooms/polls/box/paper-vote.store.ts';
import type { VotePoint } from '../../src/rooms/polls/points/point.ts';
import type { PaperRule, PollSettings } from '../../src/rooms/polls/settings.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import { type KindName, makeKind } from './kinds.ts';
import { type MadePerson, makePerson } from './people.ts';
import { makeVotePoint } from './points.ts';
import { type MadePoll, makePoll, type PollOptions } from './polls.ts';

export interface MadePaper extends MadePoll {
  /** Two points of vote. */
  points: [VotePoint, VotePoint];
  at: { edition: string };
}

/** A poll where one may vote on paper at two points; open now. */
export async function makePaperPoll(
  site: TestSite,
  {
    kind,
    paper = 'paper-wins',
    ...options
  }: PollOptions & {
    kind?: KindName;
    paper?: PaperRule;
    settings?: Partial<PollSettings>;
  } = {},
): Promise<MadePaper> {
  const settings = { ...options.settings, paper };
  const made = kind
    ? await makeKind(site, kind, { ...options, settings })
    : await makePoll(site, { ...options, terms: { settings } });
  const points: [VotePoint, VotePoint] = [
    await makeVotePoint(site, made.edition, { name: 'Médiathèque' }),
    await makeVotePoint(site, made.edition, { name: 'Halle' }),
  ];
  return { ...made, points, at: { edition: made.edition.slug } };
}

/** So many people are given a paper at a point. */
export async function signInForPaper(
  site: Pick<TestSite, 'db' | 'config' | 'organisationId'>,
  { poll }: MadePoll,
  point: VotePoint,
  people: number,
): Promise<void> {
  for (let number = 0; number < people; number += 1) {
    const signed = await recordPaperVote(site.db, site.config, {
      organisationId: site.organisationId,
      pollId: poll.id,
      marks: [{ kind: 'entry', mark: randomUUID() }],
      pointId: point.id,
      rule: poll.settings.paper,
      envelopeNumber: randomUUID().slice(0, 8),
    });
    if (!signed.ok) throw new Error(`signInForPaper: ${signed.refusal}`);
  }
}

/** Two people of the office, and a third. */
export const makeKeyers = (site: TestSite): Promise<[MadePerson, MadePerson, MadePerson]> =>
  Promise.all(
    ['Agathe', 'Bruno', 'Chloé'].map((nickname) =>
      makePerson(site, { nickname: `${nickname} ${randomUUID().slice(0, 4)}`, roles: ['officer'] }),
    ),
  ) as Promise<[MadePerson, MadePerson, MadePerson]>;

export const usualBatch = (point: VotePoint, fields: Record<string, string> = {}) => ({
  point: point.id,
  urn: '1',
  number: '1',
  declared: '3',
  ...fields,
});

/** Opens a batch through its page; gives the addresses of its acts. */
export async function openBatchOf(
  { client }: MadePerson,
  { at }: MadePaper,
  fields: Record<string, string>,
) {
  await client.post(urls.adminPollUrn(at), fields);
  const batch = /\/lots\/([0-9a-f-]{36})$/.exec(client.path)?.[1];
  if (client.status !== 200 || !batch) throw new Error(`Not opened: ${client.main}`);
  return { ...at, batch };
}

/** Types papers one after the other, and finishes. */
export async function keyAll(
  { client }: MadePerson,
  batch: { edition: string; batch: string },
  papers: readonly string[],
): Promise<void> {
  for (const [index, typed] of papers.entries())
    await client.post(urls.adminUrnBatch(batch), { place: String(index + 1), typed });
  await client.post(urls.adminUrnFinish(batch));
}

/** The whole life of a batch on which both agree. */
export async function enterBatchOf(
  [first, second]: readonly [MadePerson, MadePerson, ...MadePerson[]],
  made: MadePaper,
  fields: Record<string, string>,
  papers: readonly string[],
): Promise<void> {
  const batch = await openBatchOf(first, made, { ...fields, declared: String(papers.length) });
  await keyAll(first, batch, papers);
  await keyAll(second, batch, papers);
  await first.client.post(urls.adminUrnSign(batch));
  await second.client.post(urls.adminUrnSign(batch));
  if (!second.client.html.includes('ses bulletins sont dans l’urne'))
    throw new Error(`Not signed: ${second.client.main}`);
}
