/** SC7, while the vote is open: 1,000 people online, 230 papers at four points, six people both ways. */
import { randomBytes, randomUUID } from 'node:crypto';
import { readNow } from '../../src/platform/database/database.ts';
import { openKeys } from '../../src/platform/keys/keys.ts';
import { extendPass, type WrittenMark, writeMark } from '../../src/rooms/electorate/index.ts';
import { readReceipt } from '../../src/rooms/polls/box/box.crypto.ts';
import { recordPaperVote } from '../../src/rooms/polls/box/paper-vote.store.ts';
import { castBallot } from '../../src/rooms/polls/index.ts';
import type { VotePoint } from '../../src/rooms/polls/points/point.ts';
import type { PaperRule } from '../../src/rooms/polls/settings.ts';
import type { TestSite } from '../site-client.ts';
import { makeEntries } from './desk.ts';
import { makeVotePoint } from './points.ts';
import type { MadePoll } from './polls.ts';
import { type Judged, judge, openTownVote, writeForm } from './sc7-town.ts';

const ONLINE = 1000;
const PAPERS = 230;
export const TWICE = 6;
/** Papers of each point; those of the last are counted by hand. */
export const AT_POINTS = [80, 70, 50, 30] as const;
/** Where in the queues of the desks the six of both channels stand, by the order of all papers. */
const PLACES_OF_TWICE = [0, 40, 80, 120, 150, 200];
/** What some papers say, by that order: neither is a ballot of the box. */
const SET_APART: Readonly<Record<number, 'blanc' | 'nul 1'>> = {
  78: 'nul 1',
  79: 'blanc',
  149: 'blanc',
  229: 'blanc',
};

const BORN = '1980-05-17';

interface Townsperson {
  /** Of their line in the register. */
  id: string;
  mark: WrittenMark;
  judged: Judged;
}

/** A paper handed out: in its outer envelope where online wins. */
export interface Paper {
  voter: Townsperson;
  point: number;
  envelopeNumber: string;
  says: Judged | 'blanc' | 'nul 1';
}

interface CastOnline {
  voter: Townsperson;
  nonce: string;
  commitment: string;
}

export interface TownVote extends MadePoll {
  rule: PaperRule;
  points: readonly VotePoint[];
  online: readonly CastOnline[];
  papers: readonly Paper[];
  twice: readonly Townsperson[];
  /** Of those who came to the desk after they had voted online. */
  atDesk: readonly string[];
  /** Of those who went online after they had taken a paper. */
  atScreen: readonly string[];
  /** The people behind both, in the same order. */
  late: { atDesk: readonly Townsperson[]; atScreen: readonly Townsperson[] };
}

/** The whole vote under one rule, until its close. */
export async function holdTownVote(site: TestSite, rule: PaperRule): Promise<TownVote> {
  const made = await openTownVote(site, rule);
  const points: VotePoint[] = [];
  for (const name of ['Halle', 'Lavoir', 'Mairie', 'École'])
    points.push(await makeVotePoint(site, made.edition, { name }));
  // where the first vote stays nobody votes both ways: six more take a paper
  const bothWays = rule !== 'first-wins';
  const people = await listPeople(site, made, ONLINE + PAPERS - (bothWays ? TWICE : 0));
  const screens = people.slice(0, ONLINE);
  const twice = screens.slice(-TWICE);
  const papers = queue(people.slice(ONLINE), bothWays ? twice : []);
  const online: CastOnline[] = [];
  const vote = async () => {
    const cast = (voter: Townsperson) => castOnline(site, made, voter);
    for (const one of await inTurns(scatter(screens), cast)) {
      if (!('commitment' in one)) throw new Error(`Not cast: ${one.refusal}`);
      online.push(one);
    }
  };
  const hand = (paper: Paper) => handPaper(site, made, points[paper.point]!, paper);
  const again = (voter: Townsperson, at: number): Paper => ({
    ...{ voter, point: at % points.length, says: voter.judged },
    envelopeNumber: `R-${at}`,
  });
  const takePapers = async () => {
    const outcomes = await inTurns(papers, hand);
    const taken = outcomes.filter((outcome) => outcome === 'taken').length;
    return { taken, outcomes };
  };
  const comeAgain = (voters: readonly Townsperson[]) => inTurns(voters.map(again), hand);
  const goOnline = async (voters: readonly Townsperson[]) =>
    (await inTurns(voters, (voter) => castOnline(site, made, voter))).map((one) =>
      'refusal' in one ? one.refusal : 'cast',
    );
  const onPaperOnly = people.slice(-TWICE);
  const onlineOnly = screens.slice(0, TWICE);
  if (rule === 'online-wins') {
    const { taken } = await takePapers();
    if (taken !== PAPERS) throw new Error(`${taken} papers`);
    await vote();
    const atDesk = await comeAgain(onlineOnly);
    const late = { atDesk: onlineOnly, atScreen: twice };
    return { ...made, rule, points, online, papers, twice, atDesk, atScreen: [], late };
  }
  await vote();
  const { outcomes } = await takePapers();
  const atDesk =
    rule === 'paper-wins'
      ? papers.flatMap(({ voter }, at) => (twice.includes(voter) ? [outcomes[at]!] : []))
      : await comeAgain(twice);
  if (outcomes.filter((one) => one === 'taken' || one === 'withdrew').length !== PAPERS)
    throw new Error(`Papers: ${outcomes.join()}`);
  const atScreen = await goOnline(onPaperOnly);
  const late = { atDesk: twice, atScreen: onPaperOnly };
  return { ...made, rule, points, online, papers, twice, atDesk, atScreen, late };
}

async function listPeople(
  site: TestSite,
  { edition, poll }: MadePoll,
  count: number,
): Promise<Townsperson[]> {
  const names = Array.from({ length: count }, (_, at) => ['Martin', `Prénom ${at}`, BORN] as const);
  const entries = await makeEntries(site, edition, names);
  const rollKey = openKeys(site.config.keysFolder).rollKey();
  return entries.map(({ id }, at) => ({
    id,
    mark: writeMark(rollKey, poll.id, { kind: 'entry', value: id }),
    judged: judge(at),
  }));
}

/** Everybody's paper, point after point, with the six of both channels among them. */
function queue(only: readonly Townsperson[], twice: readonly Townsperson[]): Paper[] {
  const voters = [...only];
  for (const [at, voter] of twice.entries()) voters.splice(PLACES_OF_TWICE[at]!, 0, voter);
  return AT_POINTS.flatMap((size, point) =>
    voters.splice(0, size).map((voter) => ({ voter, point })),
  ).map((paper, at) => ({
    ...paper,
    envelopeNumber: `${paper.point + 1}-${at}`,
    says: SET_APART[at] ?? paper.voter.judged,
  }));
}

/** As the page of the register and that of the ballot do: a pass with the mark of the entry, then the box. */
async function castOnline(
  site: TestSite,
  { poll }: MadePoll,
  voter: Townsperson,
): Promise<CastOnline | { refusal: string }> {
  const { db, organisationId, config } = site;
  const found = { birthDate: BORN, livesHere: true };
  const proven = { method: 'roll', marks: [voter.mark], ...found } as const;
  const passToken = await extendPass(db, { organisationId, pollId: poll.id }, null, proven);
  const nonce = randomBytes(32).toString('hex');
  const form = { personId: null, passToken, choices: writeForm(voter.judged), nonce };
  const sent = { ...form, idempotencyKey: randomUUID(), believedRevision: 0 };
  const cast = await castBallot(db, config, organisationId, poll, sent, await readNow(db));
  if (!cast.ok) return { refusal: cast.refusal };
  return { voter, nonce, commitment: readReceipt(cast.receipt).commitment };
}

/** What the desk does when a paper is given. */
async function handPaper(
  site: TestSite,
  { poll }: MadePoll,
  point: VotePoint,
  { voter, envelopeNumber }: Paper,
): Promise<string> {
  const handed = await recordPaperVote(site.db, site.config, {
    organisationId: site.organisationId,
    pollId: poll.id,
    marks: [voter.mark],
    pointId: point.id,
    rule: poll.settings.paper,
    envelopeNumber,
  });
  if (!handed.ok) return handed.refusal;
  return handed.withdrew ? 'withdrew' : 'taken';
}

/** Eight at a time; answers in the order of the questions. */
async function inTurns<T, R>(items: readonly T[], act: (item: T) => Promise<R>): Promise<R[]> {
  const answers: R[] = [];
  for (let from = 0; from < items.length; from += 8)
    answers.push(...(await Promise.all(items.slice(from, from + 8).map(act))));
  return answers;
}

/** In another order than that of the register: 7 and 1,000 have no divisor in common. */
const scatter = <T>(items: readonly T[]): T[] =>
  items.map((_, at) => items[(at * 7) % items.length]!);
