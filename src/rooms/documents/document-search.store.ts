import { sql } from 'kysely';
import { findByWords } from '../../platform/search/by-words.ts';
import type { Searchable } from '../../platform/search/searchable.ts';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.ts';
import { EVERYBODYS } from './public.store.ts';

/** What stands in spaces that the reader is inside, whatever its reach; elsewhere what everybody reads (R149, W3). */
export const documentSearch: Searchable = {
  kind: 'document',
  ofEditions: false,
  ofSpaces: true,
  async find(db, asked) {
    // which words are close to others could only be told by reading every text of every document
    if (asked.loosely) return [];
    const components = asked.spaces.flatMap(({ id, components: own }) =>
      own.map((component) => ({ id: component.id, spaceId: id })),
    );
    const found = await findByWords<{
      number: number;
      title: string;
      text: string;
      componentId: string;
    }>(db, asked, {
      from: sql`document s`,
      here: sql`s.organisation_id = ${asked.organisationId} and s.withdrawn_at is null and s.hidden_at is null
        and (s.component_id = any(${components.map(({ id }) => id)}::uuid[])
          or (${asked.everyEdition}::boolean and ${EVERYBODYS}))`,
      columns: sql`s.number, s.title, s.component_id as "componentId",
        concat_ws(' – ', nullif(s.summary, ''), nullif(s.assembly, ''), nullif(s.place, ''), left(s.read_text, 20000)) as text`,
      order: sql`s.changed_at desc, s.id desc`,
    });
    const spaceOf = new Map(components.map(({ id, spaceId }) => [id, spaceId]));
    return found.map(({ number, componentId, ...one }) => {
      const spaceId = spaceOf.get(componentId);
      return {
        ...one,
        href: urls.document({ document: numberedSegment(number, one.title) }),
        lang: null,
        editionId: null,
        ...(spaceId && { spaceId }),
        // the number of a document is only that of its address
        number: null,
      };
    });
  },
};
