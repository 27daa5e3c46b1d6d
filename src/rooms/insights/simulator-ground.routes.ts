import { createHash } from 'node:crypto';
import type { Database } from '../../platform/database/database.ts';
import { found } from '../../platform/http/refused.ts';
import {
  type CountedBox,
  type CountedTerms,
  countBox,
  findPublishedPoll,
  type Option,
  openBox,
  type PublishedPoll,
} from '../polls/index.ts';
import { findListFreeze, listProjects } from '../projects/index.ts';
import type { Edition } from '../spaces/index.ts';
import { canCountTotals } from '../tally/index.ts';
import { type Additions, type Column, nameCount, setColumn } from './columns.ts';
import { type ComparedColumn, letterOf } from './comparison.ts';
import { convertBallots } from './conversion.ts';
import { type Count, type CountingDesk, PAGE_PATIENCE } from './counting-desk.jobs.ts';
import { type InventedGround, inventBox, inventTerms } from './invented-poll.ts';
import { describeOutcome } from './outcome.ts';
import type { AskedBallots } from './simulator-request.ts';

/** Ballots to count, real ones or not, and the terms they start from. */
export interface Ground {
  terms: CountedTerms;
  published: PublishedPoll | null;
  /** Everything that a count of these ballots depends on, but its rule. */
  name: string;
  /** Read when a count needs them, once for all the columns of a page. */
  open: () => Promise<CountedBox>;
}

/** The box of a published poll; there is none before, for anyone. */
export async function findPublishedGround(
  db: Database,
  organisationId: string,
  editionId: string,
): Promise<Ground & { published: PublishedPoll }> {
  const published = found(await findPublishedPoll(db, organisationId, editionId), 'result');
  const { poll } = published;
  return {
    terms: poll,
    published,
    name: poll.id,
    open: once(() => openBox(db, organisationId, poll)),
  };
}

/** People who do not exist, over the projects of an edition. */
export function openInventedGround(
  ground: InventedGround,
  { screen, electorate }: AskedBallots,
): Ground {
  const terms = inventTerms(ground, screen);
  const drawn = JSON.stringify([screen, electorate, ground]);
  return {
    terms,
    published: null,
    name: createHash('sha256').update(drawn).digest('hex'),
    open: once(async () => inventBox(terms, ground, screen, electorate)),
  };
}

function once<T>(read: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= read();
    return kept;
  };
}

/** The projects of an edition as a ballot would have them: the frozen list, or the one being prepared. */
export async function listEditionOptions(
  db: Database,
  organisationId: string,
  edition: Edition,
): Promise<{ options: Option[]; frozen: boolean }> {
  const [projects, freeze] = await Promise.all([
    listProjects(db, organisationId, edition.id),
    findListFreeze(db, organisationId, edition.id),
  ]);
  const categories = new Map(edition.categories.map(({ id, name }) => [id, name]));
  const width = String(projects.length).length;
  const options = projects.map((project, at) => ({
    key: String(at + 1).padStart(width, '0'),
    kind: 'project',
    targetId: project.id,
    label: project.title,
    cost: project.cost,
    envelope: 'A',
    zone: project.district || null,
    category: categories.get(project.categoryId ?? '') ?? null,
    holder: project.holderId,
    depositedAt: project.depositedAt,
  }));
  return { options, frozen: freeze !== null };
}

/** Asks a desk for each column, and waits a moment for what is quick. */
export async function countColumns(
  desk: CountingDesk,
  ground: Ground,
  columns: readonly Column[],
  additions: Additions,
): Promise<ComparedColumn[]> {
  const set = columns.map((column) => {
    const { terms, dropped } = setColumn(ground.terms, column, additions);
    const name = `${ground.name} ${column.view} ${nameCount(terms)}`;
    const count: Count = (signal) => countColumn(ground, column, terms, signal);
    return { column, terms, dropped, name, count };
  });
  const distinct = set.filter(
    ({ name }, at) => set.findIndex((other) => other.name === name) === at,
  );
  for (const { name, count } of distinct) desk.ask(name, count);
  await desk.waitFor(
    distinct.map(({ name }) => name),
    PAGE_PATIENCE,
  );
  return distinct.map(({ column, terms, dropped, name, count }, at) => ({
    letter: letterOf(at),
    column,
    terms,
    dropped,
    standing: desk.ask(name, count),
  }));
}

async function countColumn(
  ground: Ground,
  { view }: Column,
  terms: CountedTerms,
  signal: AbortSignal,
) {
  const { totals, ...box } = await ground.open();
  const ballots = convertBallots(ground.terms, box.ballots, view);
  const added = totals && takesTotals(view, terms) ? { totals } : {};
  const counted = await countBox(terms, { ...box, ballots, ...added }, { signal });
  return describeOutcome(counted, { terms: ground.terms, ballots: box.ballots });
}

/** Totals are no ballots: there is nothing to convert, and nothing for a rule that looks into each of them. */
function takesTotals(view: Column['view'], { rule, kind, settings }: CountedTerms): boolean {
  return view === 'own' && canCountTotals(rule, { kind, houseRules: settings.houseRules });
}
