import type { Visit } from '../../../platform/http/visit.ts';
import { writeRows } from '../../../platform/sets/data-set.ts';
import { writeFile } from '../../../platform/sets/formats.ts';
import { listEditions } from '../../spaces/index.ts';
import { realisationColumns } from '../sets/realisation-columns.page.ts';
import { nameDepartments, realisationSet } from '../sets/realisation-sets.routes.ts';
import { type FollowedQuery, listFollowed } from './followed.store.ts';
import { type Followed, readCursor } from './followed-list.ts';

/** Lines of the file read at once. */
const BATCH = 500;

/**
 * The list that was asked for as a file, with its filters: under the headings of the public set of realisations, which
 * stay whatever the reader's language, and which the page of that set explains (R192).
 */
export async function writeFollowed(
  { db, organisation, origin }: Visit,
  query: FollowedQuery,
): Promise<AsyncIterable<Uint8Array>> {
  const asked = {
    organisationId: organisation.id,
    origin,
    locale: organisation.defaultLocale,
    editions: await listEditions(db, organisation.id),
  };
  const terms = { columns: realisationColumns, names: nameDepartments };
  return writeFile('csv', {
    title: realisationSet.title(),
    columns: realisationColumns,
    rows: writeRows(terms, db, asked, readAll({ db, organisation }, query)),
    about: {},
  });
}

async function* readAll(
  { db, organisation }: Pick<Visit, 'db' | 'organisation'>,
  asked: FollowedQuery,
): AsyncGenerator<Followed[]> {
  for (let query: FollowedQuery = { ...asked, cursor: null }; ; ) {
    const { realisations, next } = await listFollowed(db, organisation.id, query, { limit: BATCH });
    yield realisations.map((one) =>
      one.nextOn !== null && one.nextIsMonth ? { ...one, nextOn: one.nextOn.slice(0, 7) } : one,
    );
    if (!next) return;
    query = { ...query, cursor: readCursor(next) };
  }
}
