import * as m from '../../../paraglide/messages.js';
import type { Database } from '../../../platform/database/database.ts';
import { readNow } from '../../../platform/database/database.ts';
import { answerFile, findFile, listFiles, openStorage } from '../../../platform/files/index.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, holdsRight, type Route } from '../../../platform/http/route.ts';
import { page, type Visit } from '../../../platform/http/visit.ts';
import { pdfAnswer } from '../../../platform/pdf/pdf-answer.ts';
import { urls } from '../../../urls.ts';
import { findPromotionPause } from '../../organisations/index.ts';
import {
  type Edition,
  findEdition,
  findEditionForOffice,
  listEditions,
  readNumber,
} from '../../spaces/index.ts';
import { sizeWords } from '../file-words.page.ts';
import { countDownload, listEditionIdsWithKits, listKits } from './kit.store.ts';
import { KIT_AUDIENCES, type Kit, mayOpen, type SheetName } from './kit.ts';
import { type FileNames, KitsPage } from './kits.page.tsx';
import type { SheetTerms } from './sheet-parts.pdf.ts';
import { sheetFileNames, writeSheet } from './sheets.pdf.ts';

/** Kits to download and to print, for their readers (R39). */
export const kitsRoutes: readonly Route[] = [
  get(urls.kits, 'anyone', async (visit) => {
    const { db, url } = visit;
    const edition = await loadEdition(visit);
    const [pause, kits] = await Promise.all([
      findPromotionPause(db, visit.organisation.id),
      listOpenKits(visit, edition),
    ]);
    const asked = url.searchParams.get('pour');
    return page({
      title: m.guides_kits(),
      section: 'editions',
      description: m.guides_kits_public_lead(),
      body: (
        <KitsPage
          edition={edition}
          now={await readNow(db)}
          kits={kits}
          pause={pause}
          files={await nameFiles(visit, kits)}
          audience={KIT_AUDIENCES.find((one) => one === asked) ?? null}
          officer={readerOf(visit).officer}
        />
      ),
    });
  }),

  get(urls.kitItem, 'anyone', async (visit) => {
    const { db, organisation, config, request, params } = visit;
    const edition = await loadEdition(visit);
    const kits = await listOpenKits(visit, edition);
    const kit = found(
      kits.find(({ slug }) => slug === params.kit),
      'kit',
    );
    const item = found(
      kit.items.find(({ number }) => number === readNumber(params.item)),
      'kit-item',
    );
    const answer = item.sheet
      ? await answerSheet(visit, edition, item.sheet)
      : await answerFile(
          request,
          openStorage(config),
          found(await findFile(db, organisation.id, item.fileId!), 'file'),
          'whole',
        );
    // a HEAD is not a download
    if (request.method === 'GET' && answer.status === 200)
      await countDownload(db, organisation.id, kit.id, item.number);
    return answer;
  }),
];

const readerOf = ({ visitor }: Visit) => ({
  officer: holdsRight('officer', visitor),
  staff: holdsRight('staff', visitor),
});

/** A public edition; whoever holds a role also sees those that are being prepared. */
async function loadEdition(visit: Visit<'edition'>): Promise<Edition> {
  const { db, organisation, params } = visit;
  const find = readerOf(visit).staff ? findEditionForOffice : findEdition;
  return found(await find(db, organisation.id, params.edition), 'edition');
}

async function listOpenKits(visit: Visit, edition: Edition): Promise<Kit[]> {
  const { db, organisation } = visit;
  const reader = readerOf(visit);
  // in a pre-electoral period nothing is handed out to be spread; whoever works with it still reads it
  if (!reader.staff && (await findPromotionPause(db, organisation.id))) return [];
  const kits = await listKits(db, organisation.id, edition.id);
  return kits.filter((kit) => mayOpen(kit, reader));
}

export async function nameFiles(
  { db, organisation }: Visit,
  kits: readonly Kit[],
): Promise<FileNames> {
  const ids = kits.flatMap(({ items }) => items.flatMap(({ fileId }) => fileId ?? []));
  const files = await listFiles(db, organisation.id, ids);
  return new Map(
    files.map(({ fileId, name, bytes }) => [fileId, { name, size: sizeWords(bytes) }]),
  );
}

/** A sheet written from the edition as it is now: once for all who ask at the same time. */
async function answerSheet(visit: Visit, edition: Edition, sheet: SheetName): Promise<Response> {
  const { organisation, config, locale, origin } = visit;
  const terms: SheetTerms = { root: config.root, organisation, edition, origin };
  const file = await visit.share(`kit sheet ${sheet} ${edition.id} ${locale} ${origin}`, () =>
    writeSheet(sheet, terms),
  );
  return pdfAnswer(file, `${sheetFileNames[sheet]()}-${edition.slug}`);
}

/** Editions with a kit for whoever holds a role, those under way first. */
export async function listEditionsWithKits(
  db: Database,
  organisationId: string,
): Promise<Edition[]> {
  const ids = await listEditionIdsWithKits(db, organisationId);
  const editions = await listEditions(db, organisationId, 'all');
  return editions.filter(({ id, archivedAt }) => ids.has(id) && archivedAt === null);
}
