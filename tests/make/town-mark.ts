import { sql } from 'kysely';
import type { TestSite } from '../site-client.ts';

/** A mark of all that an organisation holds: another one when anything of it changes. */
export async function markTown(
  site: Pick<TestSite, 'db'>,
  organisationId: string,
  holderId: string,
): Promise<string> {
  const { rows } = await sql<{ mark: string }>`select md5(concat_ws('|',
    (select count(*) from fact where organisation_id = ${organisationId}),
    (select string_agg(i::text, ',' order by i.id) from idea i where organisation_id = ${organisationId}),
    (select string_agg(d::text, ',' order by d.id) from idea_draft d where organisation_id = ${organisationId}),
    (select string_agg(e::text, ',' order by e.id) from edition e where organisation_id = ${organisationId}),
    (select string_agg(s::text, ',' order by s.idea_id) from study s where organisation_id = ${organisationId}),
    (select string_agg(o::text, ',' order by o.id) from opinion o where organisation_id = ${organisationId}),
    (select string_agg(u::text, ',' order by u.id) from assignment_run u where organisation_id = ${organisationId}),
    (select string_agg(t::text, ',' order by t.category_id) from routing t where organisation_id = ${organisationId}),
    (select string_agg(p::text, ',' order by p.id) from project p where organisation_id = ${organisationId}),
    (select string_agg(g::text, ',' order by g.id) from guide_page g where organisation_id = ${organisationId}),
    (select string_agg(k::text, ',' order by k.id) from kit k where organisation_id = ${organisationId}),
    (select string_agg(v::text, ',' order by v.id) from vote_point v where organisation_id = ${organisationId}),
    (select string_agg(k::text, ',' order by k.person_id) from authenticator_app k
      where organisation_id = ${organisationId} and person_id = ${holderId}),
    (select string_agg(h::text, ',' order by h.slot_id) from vote_shift h where organisation_id = ${organisationId}),
    (select string_agg(g::text, ',' order by g.id) from register_import g where organisation_id = ${organisationId}),
    (select string_agg(n::text, ',' order by n.id) from register_entry n where organisation_id = ${organisationId}),
    (select string_agg(b::text, ',' order by b.id) from code_batch b where organisation_id = ${organisationId}),
    (select string_agg(q::text, ',' order by q.id) from eligibility_proof q where organisation_id = ${organisationId}),
    (select string_agg(t::text, ',' order by t.id) from department t where organisation_id = ${organisationId}),
    (select string_agg(r::text, ',' order by r.id) from role_grant r where organisation_id = ${organisationId}),
    (select string_agg(w::text, ',' order by w.id) from invitation w where organisation_id = ${organisationId}),
    (select o::text from organisation o where id = ${organisationId}),
    (select string_agg(l::text, ',' order by l.id) from letter l where organisation_id = ${organisationId}),
    (select string_agg(g::text, ',' order by g.id) from merge g where organisation_id = ${organisationId}),
    (select string_agg(b::text, ',' order by b.idea_id) from merge_member b where organisation_id = ${organisationId}),
    (select string_agg(m::text, ',' order by m.id) from meeting m where organisation_id = ${organisationId}),
    (select string_agg(r::text, ',' order by r.id) from meeting_registration r where organisation_id = ${organisationId}),
    (select string_agg(w::text, ',' order by w.id) from workshop w where organisation_id = ${organisationId}),
    (select string_agg(n::text, ',' order by n.id) from news_item n where organisation_id = ${organisationId}),
    (select string_agg(n::text, ',' order by n.id) from newsletter n where organisation_id = ${organisationId}),
    (select string_agg(n::text, ',' order by n.newsletter_id) from newsletter_sending n
      where organisation_id = ${organisationId}),
    (select string_agg(c::text, ',' order by c.id) from contact_message c where organisation_id = ${organisationId}),
    (select string_agg(z::text, ',' order by z.id) from promotion_pause z where organisation_id = ${organisationId}),
    (select string_agg(s::text, ',' order by s.id) from survey s where organisation_id = ${organisationId}),
    (select string_agg(s::text, ',' order by s.id) from space s where organisation_id = ${organisationId}),
    (select string_agg(t::text, ',' order by t.id) from theme t where organisation_id = ${organisationId}),
    (select string_agg(c::text, ',' order by c.id) from component c where organisation_id = ${organisationId}),
    (select count(*) from thread_message where organisation_id = ${organisationId}),
    (select string_agg(a::text, ',' order by a.poll_id, a.kind) from poll_act a where organisation_id = ${organisationId})
  )) as mark`.execute(site.db);
  return rows[0]!.mark;
}
