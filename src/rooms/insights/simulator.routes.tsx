import * as m from '../../paraglide/messages.js';
import { get, type Route } from '../../platform/http/route.ts';
import { page } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { type CountedTerms, listPublishedPolls } from '../polls/index.ts';
import { findOfficeEdition, type OfficeVisit } from '../spaces/index.routes.ts';
import { type Edition, listEditions } from '../spaces/index.ts';
import type { BallotsFormProps } from './ballots-form.page.tsx';
import { listRules, MOST_COLUMNS, trialOf, writeColumn } from './columns.ts';
import { type ComparedColumn, compare, matchPublished, outcomeOf } from './comparison.ts';
import { kindOf, listViews } from './conversion.ts';
import { officeDesk } from './counting-desk.jobs.ts';
import type { InventedGround } from './invented-poll.ts';
import { listZones } from './outcome.ts';
import { FEWEST_VOTERS, MOST_VOTERS, POPULATIONS } from './population.ts';
import type { RuleGroup, RulesFormProps } from './rules-form.page.tsx';
import { SimulatorPage, type Trial } from './simulator.page.tsx';
import {
  countColumns,
  findPublishedGround,
  listEditionOptions,
  openInventedGround,
} from './simulator-ground.routes.ts';
import {
  type AskedBallots,
  type AskedComparison,
  describeAdditions,
  readAskedBallots,
  readAskedComparison,
  SCREENS,
} from './simulator-request.ts';
import { sayFaults } from './simulator-words.page.ts';

export const simulatorRoutes: readonly Route[] = [
  get(urls.adminSimulator, 'officer', async (visit) => {
    const { db, organisation, url } = visit;
    const edition = await findOfficeEdition(visit);
    const [polls, { options, frozen }] = await Promise.all([
      listPolls(visit),
      listEditionOptions(db, organisation.id, edition),
    ]);
    const query = url.searchParams;
    const { asked, faults } = readAskedBallots(query, {
      editions: polls.map(({ slug }) => slug),
      invents: options.length > 0,
    });
    const problems = sayFaults(faults);
    const ballots: BallotsFormProps = {
      action: urls.adminSimulator({ edition: edition.slug }),
      typed: { ...describeBallots(asked), ...readTyped(query, ['votants', 'graine']) },
      problems,
      polls,
      invents: options.length > 0,
      limits: { fewestVoters: FEWEST_VOTERS, mostVoters: MOST_VOTERS },
      screens: SCREENS,
      populations: POPULATIONS,
    };
    const invented = { options, envelope: edition.envelope, mostChoices: edition.maximumChoices };
    const isReady =
      ASKS.some((name) => query.has(name)) &&
      Object.keys(faults).length === 0 &&
      (asked.edition !== '' || options.length > 0);
    const trial = isReady
      ? await tryRules(visit, edition, asked, { polls, invented, frozen })
      : null;
    const all = { ...problems, ...trial?.rules.problems };
    const faulty = Object.keys(all).length > 0;
    return page({
      title: m.insights_simulator_title(),
      section: 'admin',
      ...(faulty && { status: 422, faulty }),
      ...(trial && trial.comparison.waiting > 0 && { scripts: ['fresh-part.js'] }),
      body: <SimulatorPage edition={edition} ballots={ballots} trial={trial} problems={all} />,
    });
  }),
];

/** Words of the address that ask for a count; without any, the page only asks which ballots. */
const ASKS = ['bulletins', 'sorte', 'population', 'votants', 'graine'];

interface ListedEditionPoll {
  slug: string;
  title: string;
  publishedAt: Date;
  edition: Edition;
}

/** The published polls of this organisation, each by the slug of its edition. */
async function listPolls({ db, organisation }: OfficeVisit): Promise<ListedEditionPoll[]> {
  const [polls, editions] = await Promise.all([
    listPublishedPolls(db, organisation.id),
    listEditions(db, organisation.id, 'all'),
  ]);
  const byId = new Map(editions.map((edition) => [edition.id, edition]));
  return polls.flatMap(({ editionId, title, publishedAt }) => {
    const edition = byId.get(editionId);
    return edition ? [{ slug: edition.slug, title, publishedAt, edition }] : [];
  });
}

interface Choice {
  polls: readonly ListedEditionPoll[];
  invented: InventedGround;
  frozen: boolean;
}

async function tryRules(
  visit: OfficeVisit,
  edition: Edition,
  asked: AskedBallots,
  { polls, invented, frozen }: Choice,
): Promise<Trial> {
  const { db, organisation, url } = visit;
  const past = polls.find(({ slug }) => slug === asked.edition);
  const ground = past
    ? await findPublishedGround(db, organisation.id, past.edition.id)
    : openInventedGround(invented, asked);
  const { terms, published } = ground;
  const query = url.searchParams;
  const read = readAskedComparison(query, terms, { official: published !== null });
  const columns = await countColumns(
    officeDesk,
    ground,
    read.asked.columns.slice(0, MOST_COLUMNS),
    read.asked.additions,
  );
  const first = columns[0] && published ? outcomeOf(columns[0]) : null;
  return {
    source: past
      ? { kind: 'published', title: past.title }
      : { kind: 'invented', ...asked.electorate, frozen },
    ballots: published?.ballots ?? asked.electorate.voters,
    terms,
    currency: (past?.edition ?? edition).currency,
    forEverybody: false,
    comparison: compare(terms.options, columns),
    rules: {
      ...describeRules(terms, read.asked, columns),
      action: urls.adminSimulator({ edition: edition.slug }),
      ballots: past ? { bulletins: past.slug } : describeBallots(asked),
      typed: {
        ...describeAdditions(read.asked.additions),
        ...readTyped(query, ['garantis', 'minimum', 'partiel', 'quorum', 'porteur', 'laureats']),
      },
      problems: sayFaults(read.faults),
    },
    here: url.pathname + url.search,
    match: first && published ? matchPublished(first, published) : null,
    hash: published?.hash ?? null,
    totals: published?.totals ?? 0,
  };
}

function describeBallots({ edition, screen, electorate }: AskedBallots): Record<string, string> {
  return {
    bulletins: edition,
    sorte: screen,
    population: electorate.population,
    votants: String(electorate.voters),
    graine: String(electorate.seed),
  };
}

/** What was typed in some fields, right or wrong. */
function readTyped(query: URLSearchParams, fields: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap((field) => (query.has(field) ? [[field, query.get(field)!.slice(0, 20)]] : [])),
  );
}

function describeRules(
  terms: CountedTerms,
  { additions, both, columns }: AskedComparison,
  compared: readonly ComparedColumn[],
): Omit<RulesFormProps, 'action' | 'ballots' | 'typed' | 'problems'> {
  const trial = trialOf(terms, additions);
  const groups = listViews(terms.kind, trial.money).map((view): RuleGroup => {
    const { first, variants } = listRules(kindOf(view, terms.kind), trial);
    const named = (rules: typeof first) =>
      rules.map((rule) => ({ rule, value: writeColumn({ view, rule }) }));
    // converted ballots are an approximation: variants of a rule would say more than they know
    return { view, rules: named(first), variants: view === 'own' ? named(variants) : [] };
  });
  return {
    groups,
    chosen: [...columns, ...compared.map(({ column }) => column)].map(writeColumn),
    withDistricts: listZones(terms.options).length > 0,
    money: trial.money,
    both,
    mostColumns: MOST_COLUMNS,
  };
}
