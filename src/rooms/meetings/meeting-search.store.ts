import { sql } from 'kysely';
import { findByWords } from '../../platform/search/by-words.ts';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.ts';

/** Public meetings, cancelled ones too, as their agenda shows them; those of no edition where none is chosen. */
export const searchedMeetings: Searchable = {
  kind: 'meeting',
  ofEditions: 'some',
  async find(db, asked) {
    const editions = asked.editions.map(({ id }) => id);
    const found = await findByWords<{
      number: number;
      title: string;
      text: string;
      editionId: string | null;
    }>(db, asked, {
      from: sql`meeting s`,
      here: sql`s.organisation_id = ${asked.organisationId} and s.published_at is not null and s.hidden_at is null
        and (s.component_id is null or is_public_component(s.organisation_id, s.component_id))
        and (s.edition_id = any(${editions}::uuid[])
          or (${asked.everyEdition}::boolean and s.edition_id is null))`,
      columns: sql`s.number, s.title, concat_ws(' – ', nullif(s.description, ''), nullif(s.place, '')) as text,
        s.edition_id as "editionId"`,
      order: sql`s.starts_at desc, s.id`,
    });
    return found.map(({ number, ...one }) => ({
      ...one,
      href: urls.meeting({ meeting: numberedSegment(number, one.title) }),
      lang: null,
      // the number of a meeting is only that of its address
      number: null,
    }));
  },
};
