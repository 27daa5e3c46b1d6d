import { sql } from 'kysely';
import type { Db } from '../../../platform/database/database.ts';
import { listFiles } from '../../../platform/files/index.ts';
import { listPhotosOf } from '../../projects/index.ts';
import { listQuotations } from '../people/testimony.store.ts';
import type { Shown } from './showcase.ts';

/**
 * What the showcase says of each of a page's realisations: the picture published last or else the project's photo, its
 * words, and its holder's. The same few queries, however many; one of which nothing was told is there with empty words.
 */
export async function listShown(
  db: Db,
  organisationId: string,
  realisationIds: readonly string[],
): Promise<Map<string, Shown>> {
  const { rows } = await sql<Row>`select r.id, r.project_id as "projectId", r.outcome, p.summary,
      (select s.description from realisation_step s
        where s.organisation_id = r.organisation_id and s.realisation_id = r.id and s.done_on is not null
          and s.description <> '' order by s.position desc limit 1) as told,
      (select n.body from realisation_post n
        where n.organisation_id = r.organisation_id and n.realisation_id = r.id and n.published_at is not null
          and n.withdrawn_at is null order by n.published_at desc, n.id limit 1) as news,
      (select i.file_id from realisation_post n
        join realisation_picture i on i.organisation_id = n.organisation_id and i.post_id = n.id
        where n.organisation_id = r.organisation_id and n.realisation_id = r.id and n.published_at is not null
          and n.withdrawn_at is null order by n.published_at desc, i.position limit 1) as file_id,
      (select h.reason from realisation_halt h
        where h.organisation_id = r.organisation_id and h.realisation_id = r.id and h.lifted_at is null) as reason
    from realisation r join public_realisation p on p.organisation_id = r.organisation_id and p.id = r.id
    where r.organisation_id = ${organisationId} and r.id = any(${[...realisationIds]}::uuid[])`.execute(
    db,
  );
  const [files, photos, quotations] = await Promise.all([
    listFiles(
      db,
      organisationId,
      rows.flatMap(({ file_id }) => file_id ?? []),
    ),
    listPhotosOf(
      db,
      organisationId,
      rows.flatMap(({ projectId, file_id }) => (file_id ? [] : projectId)),
    ),
    listQuotations(db, organisationId, realisationIds),
  ]);
  const pictures = new Map(files.map((file) => [file.fileId, file]));
  return new Map(
    rows.map(({ id, projectId, outcome, summary, told, news, file_id, reason }) => [
      id,
      {
        outcome,
        told: told ?? news ?? '',
        summary,
        reason: reason ?? '',
        picture: pictures.get(file_id ?? '') ?? photos.get(projectId) ?? null,
        quotation: quotations.get(id) ?? null,
      },
    ]),
  );
}

interface Row {
  id: string;
  projectId: string;
  outcome: string;
  summary: string;
  told: string | null;
  news: string | null;
  file_id: string | null;
  reason: string | null;
}
