/** SC7, after the close: piles keyed twice and signed at three points, the totals of the fourth. */
import { listSetAside } from '../../src/rooms/polls/box/withdrawal.store.ts';
import { sealPoll } from '../../src/rooms/polls/index.ts';
import { openBatch } from '../../src/rooms/polls/urn/batch-writing.store.ts';
import { correctBallot, finishKeying, keyBallot } from '../../src/rooms/polls/urn/keying.store.ts';
import { signBatch } from '../../src/rooms/polls/urn/signing.store.ts';
import { urls } from '../../src/urls.ts';
import type { TestSite } from '../site-client.ts';
import type { MadePerson } from './people.ts';
import { type Judged, PLACES, PROJECTS, writePaper } from './sc7-town.ts';
import type { Paper, TownVote } from './sc7-vote.ts';

/** Papers of a pile at most. */
const PILE = 40;

type Refusable = { ok: true } | { ok: false; refusal: string };

export interface Counting {
  /** Outer envelopes that stay closed. */
  setAside: readonly { pointId: string; number: string }[];
  /** Papers that were opened, point after point. */
  opened: readonly Paper[];
  /** What was refused on the way, by what was tried. */
  refused: Readonly<Record<string, string>>;
}

/** Two officers key every pile; what must not pass is tried at the first one. */
export async function countPaper(
  site: TestSite,
  vote: TownVote,
  keyers: readonly [MadePerson, MadePerson],
): Promise<Counting> {
  const ofPoll = { organisationId: site.organisationId, pollId: vote.poll.id };
  const setAside = await listSetAside(site.db, ofPoll);
  const closed = new Set(setAside.map(({ pointId, number }) => `${pointId} ${number}`));
  const opened = vote.papers.filter(
    ({ point, envelopeNumber }) => !closed.has(`${vote.points[point]!.id} ${envelopeNumber}`),
  );
  const refused: Record<string, string> = {};
  const piles = vote.points.slice(0, -1).flatMap(({ id }, at) => {
    const urn = opened.filter((paper) => paper.point === at).map(({ says }) => sayPaper(says));
    const count = Math.ceil(urn.length / PILE);
    return Array.from({ length: count }, (_, nth) => ({
      batch: { pointId: id, urn: String(at + 1) },
      pile: urn.slice(nth * PILE, (nth + 1) * PILE),
    }));
  });
  const key = (nth: number, faults: Record<string, string> | null) => {
    const { batch, pile } = piles[nth]!;
    const numbered = { ...batch, number: String(nth + 1) };
    return keyPile(site, vote, keyers, { batch: numbered, pile }, faults);
  };
  await key(0, refused);
  // the tables of a counting office work side by side
  await Promise.all(piles.slice(1).map((_, at) => key(at + 1, null)));
  refused['a seal before the totals'] = await seal(site, vote);
  const byHand = opened.filter(({ point }) => point === vote.points.length - 1);
  await bringTotals(vote, keyers, byHand, refused);
  return { setAside, opened, refused };
}

const sayPaper = (says: Paper['says']) => (typeof says === 'string' ? says : writePaper(says));

interface Pile {
  batch: { pointId: string; urn: string; number: string };
  pile: readonly string[];
}

/** The life of a pile. `refused`: where its faults are tried and kept. */
async function keyPile(
  { db, config, organisationId }: TestSite,
  { poll }: TownVote,
  keyers: readonly [MadePerson, MadePerson],
  { batch, pile }: Pile,
  refused: Record<string, string> | null,
): Promise<void> {
  const [first, second] = keyers.map(({ id }) => ({ organisationId, pollId: poll.id, by: id }));
  const written = { ...batch, declared: pile.length };
  const { id } = expectDone(await openBatch(db, first!, written));
  const keyed: readonly string[] = refused ? [pile[1]!, pile[1]!, ...pile.slice(2)] : pile;
  for (const [act, typed] of [
    [first!, pile],
    [second!, keyed],
  ] as const) {
    for (const [at, paper] of typed.entries()) {
      if (refused && at === 1)
        refused[`a pile that is short of papers, ${act === first ? 'first' : 'second'}`] =
          refusalOf(await finishKeying(db, act, id));
      expectDone(await keyBallot(db, act, id, { place: at + 1, typed: paper }));
    }
    if (refused && act === first)
      refused['more papers than were counted'] = refusalOf(
        await keyBallot(db, act, id, { place: pile.length + 1, typed: 'blanc' }),
      );
    expectDone(await finishKeying(db, act, id));
  }
  if (refused) {
    refused['the same pile twice'] = refusalOf(await openBatch(db, second!, written));
    refused['a signature over a difference'] = refusalOf(await signBatch(db, config, first!, id));
    expectDone(await correctBallot(db, second!, id, { place: 1, typed: pile[0]! }));
  }
  expectDone(await signBatch(db, config, first!, id));
  if (refused)
    refused['both signatures of one person'] = refusalOf(await signBatch(db, config, first!, id));
  expectDone(await signBatch(db, config, second!, id));
}

/** The table of the last point through its page: one officer brings it, the other confirms. */
async function bringTotals(
  { poll, edition, points }: TownVote,
  [first, second]: readonly [MadePerson, MadePerson],
  papers: readonly Paper[],
  refused: Record<string, string>,
): Promise<void> {
  const ballots = papers.flatMap(({ says }) => (typeof says === 'string' ? [] : [says]));
  const apart = (word: string) => papers.filter(({ says }) => String(says).startsWith(word)).length;
  const at = { edition: edition.slug, point: points.at(-1)!.id };
  await first.client.post(urls.adminUrnTotals(at), {
    valid: String(ballots.length),
    blank: String(apart('blanc')),
    void: String(apart('nul')),
    ...Object.fromEntries(
      PLACES.map((place) => [`envelope-${place.key}`, String(takePart(place, ballots).length)]),
    ),
    file: new File([writeTable(poll.settings.mentions, ballots)], 'totaux.csv', {
      type: 'text/csv',
    }),
  });
  if (!first.client.html.includes('Les totaux sont enregistrés'))
    throw new Error(`Totals: ${first.client.main}`);
  await second.client.get(urls.adminUrnTotals(at));
  const mark = /name="mark" value="([0-9a-f]+)"/.exec(second.client.html)?.[1] ?? '';
  await first.client.post(urls.adminUrnConfirmTotals(at), { mark });
  refused['totals brought and confirmed by one person'] = String(first.client.status);
  await second.client.post(urls.adminUrnConfirmTotals(at), { mark });
  if (!second.client.main.includes('Totaux confirmés'))
    throw new Error(`Totals: ${second.client.main}`);
}

/** Ballots that say something of an envelope: its voters. */
export const takePart = (
  { projects }: Pick<(typeof PLACES)[number], 'projects'>,
  ballots: readonly Judged[],
): Judged[] =>
  ballots.filter((judged) =>
    judged.some(([key]) => projects.some((project) => project.key === key)),
  );

/** How many gave each mention to each project, the best first, as a spreadsheet has it. */
function writeTable(mentions: readonly string[], ballots: readonly Judged[]): string {
  const grades = ballots.flat();
  const rows = PROJECTS.map(({ key }) => {
    const own = grades.filter((one) => one[0] === key);
    const counts = mentions.map(
      (_, at) => own.filter(([, grade]) => grade === mentions.length - 1 - at).length,
    );
    return [Number(key), ...counts].join(';');
  });
  return [['numero', ...mentions].join(';'), ...rows].join('\n');
}

export async function seal({ db, config, organisationId }: TestSite, { poll }: TownVote) {
  const sealed = await sealPoll(db, config, { organisationId, by: null }, poll.id);
  return sealed.ok ? `${sealed.ballots} ballots` : sealed.refusal;
}

function expectDone<T extends Refusable>(done: T): Extract<T, { ok: true }> {
  if (!done.ok) throw new Error(done.refusal);
  return done as Extract<T, { ok: true }>;
}

const refusalOf = (done: Refusable) => (done.ok ? 'done' : done.refusal);
