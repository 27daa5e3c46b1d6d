import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { recordFacts } from '../../../platform/journal/journal.ts';
import { nextFreeSlug, slugify } from '../../spaces/index.ts';
import { asRow, type GroupAct, holdSlugs } from '../founding.store.ts';
import { INVITATION_DAYS } from '../invitation.store.ts';
import type { FaultyLine, ImportedGroup } from './group-import.ts';

/** A group that was brought in, with the invitation of who is to lead it. */
export interface BroughtIn {
  id: string;
  slug: string;
  name: string;
  email: string;
  invitationId: string;
}

/** Rows written in one statement. */
const AT_ONCE = 500;

/** Lines whose group is there already: of that name, in that département. */
export async function listThereAlready(
  db: Db,
  organisationId: string,
  groups: readonly ImportedGroup[],
): Promise<FaultyLine[]> {
  const { rows } = await sql<{ at: number }>`
    select t.at::int as at from unnest(${groups.map(({ written }) => written.name)}::text[],
        ${groups.map(({ written }) => written.county)}::text[]) with ordinality as t (name, county, at)
    where exists (select from action_group g where g.organisation_id = ${organisationId}
      and g.name_key = palabre_fold(t.name) and g.county = t.county)
    order by t.at`.execute(db);
  return rows.map(({ at }) => {
    const { row, written } = groups[at - 1]!;
    return { row, name: written.name, refusal: 'there-already' };
  });
}

/**
 * Brings groups in, all or none. They have no lead until who is invited accepts: belonging to a group is for nobody
 * else to say.
 */
export async function bringIn(
  tx: Tx,
  act: GroupAct,
  groups: readonly ImportedGroup[],
): Promise<{ ok: true; groups: BroughtIn[] } | { ok: false; faulty: FaultyLine[] }> {
  const { organisationId, by } = act;
  const taken = await holdSlugs(tx, organisationId);
  const faulty = await listThereAlready(tx, organisationId, groups);
  if (faulty.length > 0) return { ok: false, faulty };
  const rows = groups.map(({ written, email, mailbox }) => {
    const slug = nextFreeSlug(taken, slugify(written.name) || 'groupe');
    taken.add(slug);
    return { id: randomUUID(), invitationId: randomUUID(), slug, written, email, mailbox };
  });
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const some = rows.slice(at, at + AT_ONCE);
    await tx
      .insertInto('action_group')
      .values(
        some.map(({ id, slug, written }) => ({
          organisation_id: organisationId,
          id,
          slug,
          founded_by: by,
          ...asRow(written),
        })),
      )
      .execute();
    await tx
      .insertInto('group_invitation')
      .values(
        some.map(({ id, invitationId, email, mailbox }) => ({
          organisation_id: organisationId,
          id: invitationId,
          group_id: id,
          email,
          mailbox,
          role: 'lead',
          invited_by: by,
          expires_at: sql<Date>`palabre_now() + make_interval(days => ${INVITATION_DAYS}::int)`,
        })),
      )
      .execute();
    await recordFacts(
      tx,
      some.map(({ id, slug, written }) => ({
        organisationId,
        kind: 'group.brought-in',
        actorId: by,
        subject: { kind: 'group', id },
        detail: { slug, name: written.name },
      })),
    );
  }
  return {
    ok: true,
    groups: rows.map(({ id, invitationId, slug, written, email }) => ({
      id,
      invitationId,
      slug,
      name: written.name,
      email,
    })),
  };
}
