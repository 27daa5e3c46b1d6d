import type { Db } from '../../platform/database/database.ts';
import type { VisitedOrganisation } from '../../platform/http/visit.ts';

/** By id: for jobs, which know no host. */
export async function findOrganisation(db: Db, id: string): Promise<VisitedOrganisation | null> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? asOrganisation(row) : null;
}

export async function findOrganisationByHost(
  db: Db,
  host: string,
): Promise<VisitedOrganisation | null> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('host', '=', host)
    .executeTakeFirst();
  return row ? asOrganisation(row) : null;
}

export async function findOrganisationBySlug(
  db: Db,
  slug: string,
): Promise<VisitedOrganisation | null> {
  const row = await db
    .selectFrom('organisation')
    .selectAll()
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row ? asOrganisation(row) : null;
}

/** In order of foundation: the first is the default of the command line. */
export async function listOrganisations(db: Db): Promise<VisitedOrganisation[]> {
  const rows = await db.selectFrom('organisation').selectAll().orderBy('founded_at').execute();
  return rows.map(asOrganisation);
}

export interface NewOrganisation {
  slug: string;
  name: string;
  /** Host name without port. */
  host: string;
  kind: VisitedOrganisation['kind'];
  /** `#RRGGBB`, already checked for contrast (ui/brand). */
  colour: string;
  contactEmail: string;
  tagline: string;
  charter: string;
}

/** Founds an organisation with the first version of its charter. Returns its id. */
export async function insertOrganisation(db: Db, founded: NewOrganisation): Promise<string> {
  const { id } = await db
    .insertInto('organisation')
    .values({
      slug: founded.slug,
      name: founded.name,
      host: founded.host,
      kind: founded.kind,
      colour: founded.colour,
      contact_email: founded.contactEmail,
      tagline: founded.tagline,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .insertInto('charter_version')
    .values({ organisation_id: id, version: 1, body: founded.charter })
    .execute();
  return id;
}

function asOrganisation(row: {
  id: string;
  slug: string;
  name: string;
  host: string;
  kind: string;
  default_locale: string;
  colour: string;
  contact_email: string;
  tagline: string;
  data_licence: string;
  logo_file_id: string | null;
  logo_width: number | null;
  logo_height: number | null;
}): VisitedOrganisation {
  return {
    id: row.id,
    slug: row.slug,
    name: row.name,
    host: row.host,
    kind: row.kind as VisitedOrganisation['kind'],
    defaultLocale: row.default_locale as VisitedOrganisation['defaultLocale'],
    colour: row.colour,
    contactEmail: row.contact_email,
    tagline: row.tagline,
    dataLicence: row.data_licence as VisitedOrganisation['dataLicence'],
    logo: row.logo_file_id
      ? { fileId: row.logo_file_id, width: row.logo_width!, height: row.logo_height! }
      : null,
  };
}
