import type { Db } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { insertDepartment, listDepartments } from '../../organisations/index.ts';
import {
  type Act,
  changeSettings,
  type Edition,
  findEditionForOffice,
  insertEdition,
  MOST_DISTRICTS,
  settingsOf,
  slugify,
  USUAL_SETTINGS,
} from '../../spaces/index.ts';
import type { ReadRealisation } from './line.ts';
import type { ProgrammeMapping } from './mapping.ts';

/** Categories of an edition at most. */
const MOST_THEMES = 30;

/** Where the lines of a file go. */
export interface ProgrammePlaces {
  /** By name in addresses; null: the edition was held here, and its list stands still. */
  editions: Map<string, Edition | null>;
  /** Ids by name, small letters. */
  departments: Map<string, string>;
}

export const departmentKey = (name: string): string => name.toLowerCase();

/** Names that addresses would write alike are one category. */
export const findTheme = (edition: Edition, theme: string): Edition['categories'][number] | null =>
  edition.categories.find(({ name }) => name === theme || slugify(name) === slugify(theme)) ?? null;

/** What the lines of one edition need of it. */
interface Wanted {
  label: string;
  themes: Set<string>;
  districts: Set<string>;
  /** Cents. */
  cost: number;
}

/**
 * One archived edition for each that the lines name, made when absent, widened when there; and every department they
 * name. May be called again: what is there stays.
 */
export async function preparePlaces(
  db: Db,
  act: Act,
  mapping: ProgrammeMapping,
  realisations: readonly ReadRealisation[],
  summary: string,
): Promise<ProgrammePlaces> {
  const wanted = new Map<string, Wanted>();
  for (const one of realisations) {
    const edition = wanted.get(one.editionSlug) ?? {
      label: one.edition,
      themes: new Set<string>(),
      districts: new Set<string>(),
      cost: 0,
    };
    if (
      one.theme !== '' &&
      ![...edition.themes].some((name) => slugify(name) === slugify(one.theme))
    )
      edition.themes.add(one.theme);
    if (one.district !== '') edition.districts.add(one.district);
    edition.cost += one.votedCost;
    wanted.set(one.editionSlug, edition);
  }
  const editions = new Map<string, Edition | null>();
  // the earliest first: lists of editions begin with the one made last
  for (const slug of [...wanted.keys()].sort())
    editions.set(
      slug,
      await inTransaction(db, (tx) =>
        keepEdition(tx, act, slug, wanted.get(slug)!, mapping, summary),
      ),
    );
  const names = new Set(realisations.map(({ department }) => department));
  return { editions, departments: await keepDepartments(db, act, names) };
}

/** Whether an edition of this name was held here: its list stands still, and no line of a file goes into it. */
export async function isHeldHere(db: Db, organisationId: string, slug: string): Promise<boolean> {
  const there = await findEditionForOffice(db, organisationId, slug);
  return there !== null && !(await isOfProgramme(db, organisationId, there.id));
}

async function isOfProgramme(db: Db, organisationId: string, editionId: string): Promise<boolean> {
  const ours = await db
    .selectFrom('programme_edition')
    .select('edition_id')
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .executeTakeFirst();
  return ours !== undefined;
}

async function keepEdition(
  tx: Db,
  act: Act,
  slug: string,
  wanted: Wanted,
  mapping: ProgrammeMapping,
  summary: string,
): Promise<Edition | null> {
  const { organisationId } = act;
  const there = await findEditionForOffice(tx, organisationId, slug);
  const names = (kept: readonly string[], added: Set<string>, most: number) =>
    [...new Set([...kept, ...[...added].sort((a, b) => a.localeCompare(b, 'fr'))])].slice(0, most);
  if (!there) {
    const themes = names([], wanted.themes, MOST_THEMES);
    const made = await insertEdition(
      tx,
      act,
      {
        ...USUAL_SETTINGS,
        slug,
        title: mapping.editionTitle.replaceAll('{edition}', wanted.label).slice(0, 120),
        summary,
        envelope: wanted.cost,
        categories: themes,
        districts: names([], wanted.districts, MOST_DISTRICTS),
        criteria: [],
      },
      [],
      { archived: true },
    );
    if (!made.ok) throw new Error(`The edition ${slug} was not made: ${made.refusal}`);
    await tx
      .insertInto('programme_edition')
      .values({ organisation_id: organisationId, edition_id: made.edition.id })
      .execute();
    return made.edition;
  }
  if (!(await isOfProgramme(tx, organisationId, there.id))) return null;
  const settings = settingsOf(there);
  const changed = await changeSettings(tx, act, there.id, {
    ...settings,
    categories: names(
      settings.categories,
      new Set([...wanted.themes].filter((theme) => !findTheme(there, theme))),
      MOST_THEMES,
    ),
    districts: names(settings.districts, wanted.districts, MOST_DISTRICTS),
  });
  if (!changed.ok) throw new Error(`The edition ${slug} was not widened: ${changed.refusal}`);
  return changed.edition;
}

async function keepDepartments(
  db: Db,
  act: Act,
  names: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const there = await listDepartments(db, act.organisationId, { closed: true });
  // one that is open before a closed one of the same name
  const ids = new Map(
    there
      .sort((a, b) => Number(a.closedAt === null) - Number(b.closedAt === null))
      .map(({ id, name }) => [departmentKey(name), id]),
  );
  for (const name of names) {
    if (name === '' || ids.has(departmentKey(name))) continue;
    const made = await insertDepartment(db, act, { name });
    if (made.ok) ids.set(departmentKey(name), made.id);
  }
  return ids;
}
