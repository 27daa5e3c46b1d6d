import * as m from '../../../paraglide/messages.js';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { recordTakenExport } from '../../../platform/journal/taken-export.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { type Cell, writeXlsx } from '../../../platform/text/xlsx.ts';
import { urls } from '../../../urls.ts';
import { findOfficeEdition, shareGround } from '../../spaces/index.routes.ts';
import { type Edition, isInside, type MapGround, matchDistrict } from '../../spaces/index.ts';
import type { Point } from '../place/place.ts';
import { countIdeas } from '../tally.store.ts';
import { EXPORT_COLUMNS } from './columns.page.ts';
import { ExportPage } from './export.page.tsx';
import { listExportedIdeas } from './export.store.ts';
import { type Format, sendFile, writeCsv, writeJson } from './row-file.routes.ts';

/** The ideas of an edition as files of the office: written as they are sent, whatever their number. */
export const exportRoutes: readonly Route[] = [
  get(urls.adminIdeasExport, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const total = await countIdeas(visit.db, visit.organisation.id, edition.id);
    return page({
      title: m.imports_export_title(),
      section: 'admin',
      body: <ExportPage edition={edition} total={total} columns={listColumns(visit)} />,
    });
  }),

  get(urls.adminIdeasCsv, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    return send(visit, edition, 'csv', writeCsv(writeRows(visit, edition)));
  }),

  get(urls.adminIdeasJson, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const keys = listColumns(visit).map(({ key }) => key);
    return send(visit, edition, 'json', writeJson(keys, writeRows(visit, edition)));
  }),

  get(urls.adminIdeasXlsx, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const file = writeXlsx([
      { name: withLocale(visit.locale, m.imports_sheet_ideas), rows: writeRows(visit, edition) },
      { name: withLocale(visit.locale, m.imports_sheet_columns), rows: writeDictionary(visit) },
    ]);
    return send(visit, edition, 'xlsx', file);
  }),
];

/** Of this room, then of those above. */
const listColumns = ({ ideaColumns }: SignedInVisit) => [
  ...EXPORT_COLUMNS,
  ...ideaColumns.flatMap(({ columns }) => columns),
];

function writeDictionary(visit: SignedInVisit): string[][] {
  return withLocale(visit.locale, () => [
    [m.imports_dictionary_column(), m.imports_dictionary_meaning()],
    ...listColumns(visit).map(({ name, meaning }) => [name(), meaning()]),
  ]);
}

/** Ideas read at once. */
const BATCH = 500;

/** Headings, then one line for each idea. The words are written within the reader's language, piece by piece. */
async function* writeRows(visit: SignedInVisit, edition: Edition): AsyncGenerator<Cell[]> {
  const { db, organisation, origin, locale, ideaColumns } = visit;
  const around = { origin, districtOf: findDistricts(await shareGround(visit), edition) };
  yield withLocale(locale, () => listColumns(visit).map(({ name }) => name()));
  for (let after = 0; ; ) {
    const ideas = await listExportedIdeas(db, organisation.id, edition.id, after, BATCH);
    const last = ideas.at(-1);
    if (!last) return;
    after = last.number;
    const ids = ideas.map(({ id }) => id);
    const more = await Promise.all(
      ideaColumns.map((columns) => columns.read(db, organisation.id, ids)),
    );
    yield* withLocale(locale, () =>
      ideas.map((idea) => [
        ...EXPORT_COLUMNS.map((column) => column.write(idea, edition, around)),
        ...more.flatMap((sayOf) => sayOf(idea.id)),
      ]),
    );
  }
}

/** The district whose outline holds a point, named as the edition does; '' : none, or none is drawn. */
function findDistricts({ shapes }: MapGround, { districts }: Edition) {
  const drawn = shapes.filter(({ kind }) => kind === 'district');
  return (point: Point | null): string => {
    const found = point && drawn.find(({ polygons }) => isInside(point, polygons));
    return found ? (matchDistrict(found.name, districts) ?? found.name) : '';
  };
}

async function send(
  visit: SignedInVisit,
  edition: Edition,
  format: Format,
  bytes: AsyncIterable<Uint8Array>,
): Promise<Response> {
  const title = withLocale(visit.organisation.defaultLocale, m.imports_export_title);
  await recordTakenExport(visit, edition.id, { title, format });
  const name = withLocale(visit.locale, m.imports_file_name);
  return sendFile(visit.request, `${name}-${edition.slug}`, format, bytes);
}
