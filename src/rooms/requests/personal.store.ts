import { sql } from 'kysely';
import type { Tx } from '../../platform/database/database.ts';
import { type Fate, type Owner, ownRows } from '../../platform/personal.ts';

export const HELP_COLUMNS: Readonly<Record<string, Fate>> = {
  'forum_topic.author_id': 'unnamed',
  'forum_topic_act.by_person': 'unnamed',
  'help_helper.confirmed_by': 'unnamed',
  'help_helper.person_id': 'removed',
  'help_lesson.written_by': 'unnamed',
  'help_request.asked_by': 'unnamed',
  'help_request_act.by_person': 'unnamed',
};

export const helpRows = {
  requests: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, number, category, title, question, lang, deadline::text, asked_at, shared_at,
      accepted_comment, closed_at, held_at from help_request
    where organisation_id = ${organisationId} and asked_by = ${id} order by number`,
  ),
  acts: ownRows(
    ({ organisationId, id }) => sql`select request_id, kind, at from help_request_act
    where organisation_id = ${organisationId} and by_person = ${id} order by at, id`,
  ),
  lessons: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select request_id, category, question, answer, written_at from help_lesson
    where organisation_id = ${organisationId} and written_by = ${id} order by number`,
  ),
  topics: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select id, number, title, message, lang, written_at, about_kind, about_id, closed_at, held_at
    from forum_topic where organisation_id = ${organisationId} and author_id = ${id} order by number`,
  ),
  topicActs: ownRows(
    ({ organisationId, id }) => sql`select topic_id, kind, at from forum_topic_act
    where organisation_id = ${organisationId} and by_person = ${id} order by at, id`,
  ),
  helps: ownRows(
    ({
      organisationId,
      id,
    }) => sql`select component_id, category, offered_at, confirmed_at from help_helper
    where organisation_id = ${organisationId} and person_id = ${id} order by component_id, category`,
  ),
};

/** What they asked stays with whoever may read it, under nobody's name; they help no more. */
export async function eraseHelper(tx: Tx, { organisationId, id }: Owner) {
  await tx
    .deleteFrom('help_helper')
    .where('organisation_id', '=', organisationId)
    .where('person_id', '=', id)
    .execute();
  return [];
}
