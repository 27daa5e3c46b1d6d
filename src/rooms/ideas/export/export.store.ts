import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import type { Channel } from '../idea.ts';
import { asPlace, type IdeaPlace } from '../place/place.ts';

type PlaceRow = Parameters<typeof asPlace>[0] & Pick<IdeaPlace, 'outside'>;

export interface ExportedIdea {
  id: string;
  number: number;
  title: string;
  body: string;
  categoryId: string;
  lang: string;
  /** Public name of its author, or the words it is signed with. */
  holder: string;
  channel: Channel;
  supports: number;
  publishedAt: Date;
  editedAt: Date | null;
  /** By its author (R116); null: it stands. */
  withdrawnAt: Date | null;
  /** `YYYY-MM-DD`, as the file said it came from; null: the day it was published. */
  depositedOn: string | null;
  place: IdeaPlace;
  sourceId: string;
  attachments: number;
  videoLink: string;
}

/** Ideas of an edition after a number, in order: what an export reads at once. */
export async function listExportedIdeas(
  db: Db,
  organisationId: string,
  editionId: string,
  after: number,
  limit: number,
  /** Those in sight alone: the office's own exports tell of hidden ones too. */
  { shownOnly = false }: { shownOnly?: boolean } = {},
): Promise<ExportedIdea[]> {
  const { rows } = await sql<Omit<ExportedIdea, 'place'> & PlaceRow>`
    select i.id, i.number, i.title, i.body, i.category_id as "categoryId", i.lang, i.channel,
      coalesce(a.nickname, i.signature) as holder, i.support_count as supports, i.published_at as "publishedAt",
      i.edited_at as "editedAt", i.withdrawn_at as "withdrawnAt", o.deposited_on::text as "depositedOn", i.place, i.longitude, i.latitude, i.outside,
      coalesce(o.source_id, '') as "sourceId", i.video_link as "videoLink",
      (select count(*)::int from idea_attachment t
        where t.organisation_id = i.organisation_id and t.idea_id = i.id) as attachments
    from idea i
    left join idea_author a on a.organisation_id = i.organisation_id and a.id = i.author_id
    left join idea_origin o on o.organisation_id = i.organisation_id and o.idea_id = i.id
    where i.organisation_id = ${organisationId} and i.edition_id = ${editionId} and i.number > ${after}
      ${shownOnly ? sql`and i.hidden_at is null` : sql``}
    order by i.number limit ${limit}`.execute(db);
  return rows.map((row) => ({ ...row, place: { ...asPlace(row), outside: row.outside } }));
}
