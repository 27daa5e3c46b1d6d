import { sql } from 'kysely';
import type { Db } from '../../platform/database/database.ts';
import {
  type Category,
  type Criterion,
  type Edition,
  type Envelope,
  type IdeaHelp,
  type IntendedBallot,
  NO_HELP,
  type Phase,
  STEPS,
} from './edition.ts';
import { type EditionSettings, USUAL_SETTINGS } from './edition-settings.ts';

/**
 * A public edition of a budget with its phases and categories, in one query. Neither one still being prepared is found, nor
 * the vote of a space: whoever serves that too asks `findVotedEdition`, and whether its reader sees the space.
 */
export async function findEdition(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<Edition | null> {
  const edition = await findEditionForOffice(db, organisationId, slug);
  return edition?.openedAt ? edition : null;
}

/** The same, being prepared or public: for routes of officers. */
export async function findEditionForOffice(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<Edition | null> {
  const row = await budgets(db, organisationId).where('e.slug', '=', slug).executeTakeFirst();
  return row ? asEdition(row) : null;
}

/** Whatever has a vote: an edition of a budget, being prepared or public, or the vote of a space. */
export async function findVotedEdition(
  db: Db,
  organisationId: string,
  slug: string,
): Promise<Edition | null> {
  const row = await editions(db, organisationId).where('e.slug', '=', slug).executeTakeFirst();
  return row ? asEdition(row) : null;
}

export async function findEditionById(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Edition | null> {
  const row = await editions(db, organisationId).where('e.id', '=', id).executeTakeFirst();
  return row ? asEdition(row) : null;
}

/** The draft that a form made, unless it was abandoned since. */
export async function findEditionMadeFrom(
  db: Db,
  organisationId: string,
  madeFrom: string,
): Promise<Edition | null> {
  const row = await editions(db, organisationId)
    .where('e.made_from', '=', madeFrom)
    .executeTakeFirst();
  return row ? asEdition(row) : null;
}

/** Those of budgets, newest first; those not opened yet are for officers only. */
export async function listEditions(
  db: Db,
  organisationId: string,
  which: 'opened' | 'all' = 'opened',
): Promise<Edition[]> {
  let query = budgets(db, organisationId).orderBy('e.created_at', 'desc').limit(200);
  if (which === 'opened') query = query.where('e.opened_at', 'is not', null);
  return (await query.execute()).map(asEdition);
}

/** The same with the votes of spaces: what the journal of the office names. */
export async function listVotedEditions(db: Db, organisationId: string): Promise<Edition[]> {
  const query = editions(db, organisationId).orderBy('e.created_at', 'desc').limit(400);
  return (await query.execute()).map(asEdition);
}

/** Whether there is any that everybody may see. */
export async function hasPublicEdition(db: Db, organisationId: string): Promise<boolean> {
  const row = await db
    .selectFrom('edition')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .where('opened_at', 'is not', null)
    .where('abandoned_at', 'is', null)
    .where('space_id', 'is', null)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What is an edition to everybody: votes of spaces are left out here, for every list. */
const budgets = (db: Db, organisationId: string) =>
  editions(db, organisationId).where('e.space_id', 'is', null);

/** With their parts, in one query; those that were abandoned are no more, for anybody. */
function editions(db: Db, organisationId: string) {
  return db
    .selectFrom('edition as e')
    .selectAll('e')
    .select([
      sql<RawPhase[]>`coalesce((select jsonb_agg(jsonb_build_object(
          'step', p.step, 'startsAt', p.starts_at, 'endsAt', p.ends_at))
        from phase p where p.organisation_id = e.organisation_id and p.edition_id = e.id), '[]')`.as(
        'phases',
      ),
      sql<Category[]>`coalesce((select jsonb_agg(jsonb_build_object(
          'id', c.id, 'slug', c.slug, 'name', c.name, 'icon', c.icon) order by c.position, c.name)
        from category c where c.organisation_id = e.organisation_id and c.edition_id = e.id), '[]')`.as(
        'categories',
      ),
      sql<Envelope[]>`coalesce((select jsonb_agg(jsonb_build_object(
          'id', n.id, 'name', n.name, 'kind', n.kind, 'target', n.target, 'amount', n.amount,
          'projectCap', n.project_cap, 'projectFloor', n.project_floor) order by n.position, n.id)
        from envelope n where n.organisation_id = e.organisation_id and n.edition_id = e.id), '[]')`.as(
        'envelopes',
      ),
      sql<Criterion[]>`coalesce((select jsonb_agg(jsonb_build_object(
          'id', k.id, 'name', k.name, 'help', k.help, 'askedOfHolder', k.asked_of_holder)
          order by k.position, k.id)
        from criterion k where k.organisation_id = e.organisation_id and k.edition_id = e.id), '[]')`.as(
        'criteria',
      ),
    ])
    .where('e.organisation_id', '=', organisationId)
    .where('e.abandoned_at', 'is', null);
}

interface RawPhase {
  step: Phase['step'];
  startsAt: string;
  endsAt: string | null;
}

function asPhase(raw: RawPhase): Phase {
  return {
    step: raw.step,
    startsAt: new Date(raw.startsAt),
    endsAt: raw.endsAt === null ? null : new Date(raw.endsAt),
  };
}

type Row = Awaited<ReturnType<ReturnType<typeof editions>['executeTakeFirstOrThrow']>>;

function asEdition(row: Row): Edition {
  const phases = row.phases.map(asPhase);
  return {
    id: row.id,
    spaceId: row.space_id,
    slug: row.slug,
    title: row.title,
    summary: row.summary,
    envelope: row.envelope,
    currency: row.currency,
    rulesText: row.rules_text,
    minimumAgePropose: row.minimum_age_propose,
    minimumAgeVote: row.minimum_age_vote,
    residenceRequired: row.residence_required,
    maximumIdeas: row.maximum_ideas,
    ideaLength: row.idea_length,
    editMinutes: row.edit_minutes,
    commentsOpen: row.comments_open,
    ideaPlace: row.idea_place as Edition['ideaPlace'],
    maximumChoices: row.maximum_choices,
    minimumChoices: row.minimum_choices,
    councilDecision: row.council_decision,
    councilDecisionOn: row.council_decision_on,
    councilDecisionFile: row.council_decision_file,
    responsibleOfficial: row.responsible_official,
    ideaHelp: { ...NO_HELP, ...(row.idea_help as Partial<IdeaHelp>) },
    districts: row.districts,
    envelopes: row.envelopes,
    criteria: row.criteria,
    intendedBallot: row.intended_ballot as IntendedBallot,
    openedAt: row.opened_at,
    archivedAt: row.archived_at,
    phases: phases.sort((a, b) => STEPS.indexOf(a.step) - STEPS.indexOf(b.step)),
    categories: row.categories,
  };
}

/** The règlement of an edition as it was published at some moment (R35). */
export interface RulesVersion {
  version: number;
  publishedAt: Date;
  settings: EditionSettings;
  phases: readonly Phase[];
}

/** Every published version, the latest first. */
export async function listRulesVersions(
  db: Db,
  organisationId: string,
  editionId: string,
): Promise<RulesVersion[]> {
  const rows = await db
    .selectFrom('rules_version')
    .select(['version', 'published_at', 'settings'])
    .where('organisation_id', '=', organisationId)
    .where('edition_id', '=', editionId)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => {
    const kept = row.settings as unknown as { settings: EditionSettings; phases: RawPhase[] };
    return {
      version: row.version,
      publishedAt: row.published_at,
      // what the first versions did not say is left out, not filled in with what is usual now
      settings: Object.assign({ ...USUAL_SETTINGS, envelopes: [], criteria: [] }, kept.settings),
      phases: kept.phases.map(asPhase),
    };
  });
}
