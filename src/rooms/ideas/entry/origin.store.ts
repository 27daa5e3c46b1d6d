import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Locale } from '../../../platform/locale/locale.ts';
import type { Channel } from '../idea.ts';

/** How an idea came in, for the office. */
export interface IdeaOrigin {
  ideaId: string;
  channel: Exclude<Channel, 'web'>;
  enteredBy: string | null;
  enteredAt: Date;
  workshopId: string | null;
  name: string;
  email: string;
  phone: string;
  postalAddress: string;
  locale: Locale;
  /** `YYYY-MM-DD` */
  consentOn: string | null;
  consentFileId: string | null;
}

export async function findOrigins(
  db: Db,
  organisationId: string,
  ideaIds: readonly string[],
): Promise<Map<string, IdeaOrigin>> {
  if (ideaIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('idea_origin')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .where('idea_id', 'in', [...ideaIds])
    .execute();
  return new Map(
    rows.map((row) => [
      row.idea_id,
      {
        ideaId: row.idea_id,
        channel: row.channel as IdeaOrigin['channel'],
        enteredBy: row.entered_by,
        enteredAt: row.entered_at,
        workshopId: row.workshop_id,
        name: row.name,
        email: row.email,
        phone: row.phone,
        postalAddress: row.postal_address,
        locale: row.locale as Locale,
        consentOn: row.consent_on,
        consentFileId: row.consent_file_id,
      },
    ]),
  );
}

/** What somebody entered in an edition, the newest first, 50 a page; `by` null: whoever entered it. */
export async function listEntered(
  db: Db,
  organisationId: string,
  editionId: string,
  { by = null, before = null }: { by?: string | null; before?: string | null } = {},
): Promise<{
  ideas: { ideaId: string; number: number; title: string; channel: Channel; enteredAt: Date }[];
  next: string | null;
}> {
  const edge = sql`(select entered_at from idea_origin
    where organisation_id = ${organisationId} and idea_id = ${before}::uuid)`;
  const { rows } = await sql<{
    ideaId: string;
    number: number;
    title: string;
    channel: Channel;
    enteredAt: Date;
  }>`
    select o.idea_id as "ideaId", i.number, i.title, o.channel, o.entered_at as "enteredAt"
    from idea_origin o join idea i on i.organisation_id = o.organisation_id and i.id = o.idea_id
    where o.organisation_id = ${organisationId} and o.edition_id = ${editionId}
      and (${by}::uuid is null or o.entered_by = ${by}::uuid)
      and (${before}::uuid is null or o.entered_at < ${edge} or (o.entered_at = ${edge} and o.idea_id > ${before}::uuid))
    order by o.entered_at desc, o.idea_id limit 51`.execute(db);
  const ideas = rows.slice(0, 50);
  return { ideas, next: rows.length > 50 ? ideas.at(-1)!.ideaId : null };
}
