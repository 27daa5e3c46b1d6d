import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { recordTakenExport } from '../../../platform/journal/taken-export.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { type Value, writeRows } from '../../../platform/sets/data-set.ts';
import { FORMAT_TYPES, writeFile } from '../../../platform/sets/formats.ts';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { listGroupsById } from '../../groups/index.ts';
import type { Request } from '../request.ts';
import { exportColumns } from './desk-columns.page.ts';
import { type DeskFilter, readDeskFilter } from './desk-filter.ts';
import { DeskRequestsPage } from './desk-list.page.tsx';
import { countForDesk, listForDesk } from './desk-list.store.ts';

/** Rows read at once, however many a file holds. */
const BATCH = 500;
/** Of no group: a filter that names none finds nothing. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** The queue of the desk, and the same as files. */
export const deskListRoutes: readonly Route[] = inMovements([
  get(urls.financeRequests, 'finance', async (visit) => {
    const { db, organisation, url } = visit;
    const filter = readDeskFilter((name) => url.searchParams.get(name));
    const groupId = await findGroupOf(visit, filter);
    const { requests, next } = await listForDesk(db, organisation.id, filter, groupId);
    return page({
      title: m.requests_desk_title(),
      section: 'finances',
      body: (
        <DeskRequestsPage
          filter={filter}
          requests={requests}
          next={next}
          counts={await countForDesk(db, organisation.id)}
          groups={await nameGroups(visit, requests)}
        />
      ),
    });
  }),

  get(urls.financeRequestsFile, 'finance', async (visit) => {
    const { organisation, params, url } = visit;
    const format = found(
      (['csv', 'xlsx'] as const).find((one) => params.file === `demandes.${one}`),
    );
    const filter = readDeskFilter((name) => url.searchParams.get(name));
    await recordTakenExport(visit, null, { title: m.requests_desk_title(), format });
    const file = writeFile(format, {
      title: withLocale(organisation.defaultLocale, m.requests_desk_title),
      columns: exportColumns(new Map()),
      rows: readRows(visit, { ...filter, after: null }),
      about: {},
    });
    return new Response(Readable.toWeb(Readable.from(file)) as ReadableStream<Uint8Array>, {
      headers: {
        'content-type': FORMAT_TYPES[format],
        'content-disposition': `attachment; filename="demandes.${format}"`,
      },
    });
  }),
]);

async function* readRows(
  visit: SignedInVisit,
  filter: DeskFilter,
): AsyncGenerator<readonly Value[][]> {
  const { db, organisation, origin } = visit;
  const locale = organisation.defaultLocale;
  const around = { organisationId: organisation.id, origin, locale, editions: [] };
  const groupId = await findGroupOf(visit, filter);
  for (let after: number | null = null; ; ) {
    const asked = { ...filter, after };
    const { requests, next } = await listForDesk(db, organisation.id, asked, groupId, BATCH);
    const columns = exportColumns(await nameGroups(visit, requests));
    yield* writeRows({ columns }, db, around, one(requests));
    if (next === null) return;
    after = next;
  }
}

async function* one<T>(batch: T): AsyncGenerator<T> {
  yield batch;
}

/** By its address or its name, whatever its accents. */
async function findGroupOf(visit: SignedInVisit, { group }: DeskFilter): Promise<string | null> {
  if (group === '') return null;
  const called = await visit.findHolders([group]);
  return called.find(({ kind }) => kind === 'group')?.id ?? NOBODY;
}

async function nameGroups({ db, organisation }: SignedInVisit, requests: readonly Request[]) {
  const ids = [...new Set(requests.map(({ groupId }) => groupId))];
  const groups = await listGroupsById(db, organisation.id, ids);
  return new Map([...groups.values()].map(({ id, name }) => [id, name]));
}
