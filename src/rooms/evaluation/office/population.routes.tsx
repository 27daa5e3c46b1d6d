import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { urls } from '../../../urls.ts';
import { readTable } from '../../ideas/index.ts';
import { listEditions, MOST_DISTRICTS, matchDistrict } from '../../spaces/index.ts';
import { findPopulation, savePopulation } from '../population.store.ts';
import {
  AGE_BANDS,
  checkPopulation,
  type Population,
  type PopulationOddity,
  readPopulationLines,
  type TypedPopulation,
} from '../population.ts';
import { POPULATION_FIELDS, PopulationPage, populationRefusalWords } from './population.page.tsx';

/** Bytes of a list of ages and districts: ample. */
const FILE_LIMIT = 512 * 1024;
const ODDITIES_SHOWN = 50;

/** Where officers enter who lives in their town (R88). */
export const populationRoutes: readonly Route[] = [
  get(urls.adminPopulation, 'officer', (visit) => show(visit)),

  post(urls.adminPopulation, 'officer', async (visit) => {
    const { db, organisation, visitor } = visit;
    const { typed, names, version } = readTyped(await visit.form());
    const thisYear = Number(dayInParis(await readNow(db)).slice(0, 4));
    const read = checkPopulation(typed, thisYear);
    if (!read.ok) {
      const problems = Object.fromEntries(
        Object.entries(read.problems).map(([field, refusal]) => [
          fieldOf(field, names),
          populationRefusalWords[refusal](),
        ]),
      );
      return show(visit, { typed, version, problems });
    }
    const act = { organisationId: organisation.id, by: visitor.id };
    const saved = await savePopulation(db, act, read.population, version);
    if (saved.ok) return seeOther(visit, urls.adminPopulation(), 'population-saved');
    const theirs = await findPopulation(db, organisation.id);
    const problems = {
      form: m.evaluation_refused_population_meanwhile({
        inhabitants: formatNumber(theirs?.inhabitants ?? 0),
        source: theirs?.source ?? '',
        year: String(theirs?.year ?? ''),
      }),
    };
    return show(visit, { typed, version: theirs?.version ?? 0, problems, conflict: true });
  }),

  post(
    urls.adminReadPopulation,
    'officer',
    async (visit) => {
      const form = await visit.form();
      const [file] = form.files(POPULATION_FIELDS.file);
      const pasted = form.text(POPULATION_FIELDS.pasted);
      const field = file ? POPULATION_FIELDS.file : POPULATION_FIELDS.pasted;
      if (!file && pasted === '')
        return show(visit, {
          problems: { [POPULATION_FIELDS.file]: m.evaluation_refused_no_file() },
        });
      const bytes = file ? Buffer.from(await file.arrayBuffer()) : Buffer.from(pasted);
      const table = await readTable(bytes);
      if (!table.ok)
        return show(visit, { problems: { [field]: m.evaluation_refused_file() }, pasted });
      const { columns, rows } = table.table;
      const districts = await listDistricts(visit);
      const first = { row: (rows[0]?.row ?? 2) - 1, cells: columns };
      const lines = readPopulationLines([first, ...rows], (name) => matchDistrict(name, districts));
      const kept = await findTyped(visit);
      const filled =
        Object.keys(lines.ages).length +
        Object.keys(lines.districts).length +
        (lines.inhabitants === '' ? 0 : 1);
      return show(visit, {
        typed: {
          ...kept,
          inhabitants: lines.inhabitants || kept.inhabitants,
          ages: { ...kept.ages, ...lines.ages },
          districts: { ...kept.districts, ...lines.districts },
        },
        read: { filled, oddities: lines.oddities.slice(0, ODDITIES_SHOWN) },
        pasted,
      });
    },
    { bodyLimit: FILE_LIMIT },
  ),
];

/** Names of districts that any edition has, and those that have a figure. */
async function listDistricts({ db, organisation }: SignedInVisit): Promise<string[]> {
  const [editions, population] = await Promise.all([
    listEditions(db, organisation.id, 'all'),
    findPopulation(db, organisation.id),
  ]);
  return [
    ...new Set([
      ...editions.flatMap(({ districts }) => districts),
      ...Object.keys(population?.districts ?? {}),
    ]),
  ].slice(0, MOST_DISTRICTS);
}

const EMPTY: TypedPopulation = { inhabitants: '', source: '', year: '', ages: {}, districts: {} };

const findTyped = async ({ db, organisation }: SignedInVisit): Promise<TypedPopulation> => {
  const population = await findPopulation(db, organisation.id);
  return population ? typePopulation(population) : EMPTY;
};

function typePopulation({ inhabitants, source, year, ages, districts }: Population) {
  const words = (parts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(parts).map(([name, people]) => [name, formatNumber(people)]));
  return {
    inhabitants: formatNumber(inhabitants),
    source,
    year: String(year),
    ages: words(ages as Record<string, number>),
    districts: words(districts),
  };
}

/** The form as it was sent, with the names of its districts in their order. */
function readTyped(form: Form): { typed: TypedPopulation; names: string[]; version: number } {
  const names = Array.from({ length: MOST_DISTRICTS }, (_, at) =>
    form.text(`${POPULATION_FIELDS.district(at)}-nom`),
  ).filter((name) => name !== '');
  return {
    names,
    version: Number(form.text('version')) || 0,
    typed: {
      inhabitants: form.text(POPULATION_FIELDS.inhabitants),
      source: form.text(POPULATION_FIELDS.source),
      year: form.text(POPULATION_FIELDS.year),
      ages: Object.fromEntries(
        AGE_BANDS.map(({ key }) => [key, form.text(POPULATION_FIELDS.age(key))]),
      ),
      districts: Object.fromEntries(
        names.map((name, at) => [name, form.text(POPULATION_FIELDS.district(at))]),
      ),
    },
  };
}

/** The field that a problem of the rules is about. */
function fieldOf(problem: string, names: readonly string[]): string {
  const [kind, ...rest] = problem.split(':');
  if (kind === 'age') return POPULATION_FIELDS.age(rest.join(':'));
  if (kind === 'district') return POPULATION_FIELDS.district(names.indexOf(rest.join(':')));
  // the sum of all parts: said where the first of them is typed
  if (kind === 'ages') return POPULATION_FIELDS.age(AGE_BANDS[0].key);
  if (kind === 'districts') return POPULATION_FIELDS.district(0);
  return POPULATION_FIELDS[kind as 'inhabitants' | 'source' | 'year'];
}

interface Shown {
  typed?: TypedPopulation;
  version?: number;
  problems?: Problems;
  conflict?: boolean;
  read?: { filled: number; oddities: readonly PopulationOddity[] };
  pasted?: string;
}

async function show(visit: SignedInVisit, shown: Shown = {}): Promise<Answer> {
  const { problems = {}, conflict = false } = shown;
  const faulty = Object.keys(problems).length > 0;
  const [districts, typed, population] = await Promise.all([
    listDistricts(visit),
    shown.typed ?? findTyped(visit),
    findPopulation(visit.db, visit.organisation.id),
  ]);
  return page({
    title: m.evaluation_population_title(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <PopulationPage
        typed={typed}
        districts={districts}
        version={shown.version ?? population?.version ?? 0}
        problems={problems}
        read={shown.read ?? null}
        pasted={shown.pasted ?? ''}
      />
    ),
  });
}
