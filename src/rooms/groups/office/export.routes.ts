import { Readable } from 'node:stream';
import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import type { Visit } from '../../../platform/http/visit.ts';
import { recordTakenExport } from '../../../platform/journal/taken-export.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { column, placeColumns } from '../../../platform/sets/columns.ts';
import { type DataColumn, writeRows } from '../../../platform/sets/data-set.ts';
import { FORMAT_TYPES, writeFile } from '../../../platform/sets/formats.ts';
import { urls } from '../../../urls.ts';
import { type DirectoryFilter, readFilter } from '../directory.ts';
import { listGroups } from '../group.store.ts';
import type { Group } from '../group.ts';
import { kindWords, standingOf, standingWords } from '../group-words.page.ts';
import { inMovements } from '../load.routes.ts';

/** Lines read at once. */
const BATCH = 500;

const day = (at: Date | null) => (at ? { day: dayInParis(at) } : null);

type Line = Group & { latitude: number | null; longitude: number | null };

/** Nobody is named: who leads a group is seen on its page. */
const columns: DataColumn<Line>[] = [
  column('nom', 'text', m.groups_export_column_name, 'Les Lilas Solidaires', ({ name }) => name),
  column('genre', 'text', m.groups_export_column_kind, 'Groupe local', ({ kind }) =>
    kindWords[kind](),
  ),
  column('departement', 'text', m.groups_export_column_county, '93', (row) => row.county || null),
  ...placeColumns<Line>(),
  column('membres', 'integer', m.groups_export_column_members, '12', ({ members }) => members),
  column('certification', 'text', m.groups_export_column_standing, 'Certifié', (group) =>
    standingWords[standingOf(group)](),
  ),
  column('fonde_le', 'day', m.groups_export_column_founded, '2026-03-14', (group) =>
    day(group.foundedAt),
  ),
  column('certifie_le', 'day', m.groups_export_column_certified, '2026-05-02', (group) =>
    day(group.certifiedAt),
  ),
  column('perd_le', 'day', m.groups_export_column_loses, '2026-09-01', (group) =>
    day(group.losesAt),
  ),
  column(
    'adresse',
    'address',
    m.groups_export_column_address,
    'https://…/groupes/les-lilas-solidaires',
    ({ slug }, { origin }) => origin + urls.group({ group: slug }),
  ),
];

/** The groups that the office looks at, as a file; told in the journal before a byte leaves. */
export const exportRoutes: readonly Route[] = inMovements([
  get(urls.adminGroupExport, 'officer', async (visit) => {
    const { db, organisation, origin, params, url } = visit;
    const format = found(/^groupes\.(csv|xlsx)$/.exec(params.file)?.[1] ?? null, 'export') as
      | 'csv'
      | 'xlsx';
    const filter = readFilter((name) => url.searchParams.get(name));
    const locale = organisation.defaultLocale;
    const title = withLocale(locale, m.groups_title);
    await recordTakenExport(visit, null, { title, format });
    const asked = { organisationId: organisation.id, origin, locale, editions: [] };
    const bytes = writeFile(format, {
      title,
      columns,
      rows: writeRows({ columns }, db, asked, readAll(visit, filter)),
      about: {},
    });
    const body = visit.request.method === 'HEAD' ? null : Readable.toWeb(Readable.from(bytes));
    return new Response(body as unknown as BodyInit, {
      headers: {
        'content-type': FORMAT_TYPES[format],
        'content-disposition': `attachment; filename="${params.file}"`,
        'cache-control': 'private, no-store',
      },
    });
  }),
]);

async function* readAll(
  { db, organisation }: Visit,
  filter: DirectoryFilter,
): AsyncGenerator<Line[]> {
  for (let after: string | null = null; ; ) {
    const { groups, next } = await listGroups(db, organisation.id, { ...filter, after }, BATCH);
    yield groups.map((group) => ({
      ...group,
      latitude: group.point?.latitude ?? null,
      longitude: group.point?.longitude ?? null,
    }));
    if (!next) return;
    after = next;
  }
}
