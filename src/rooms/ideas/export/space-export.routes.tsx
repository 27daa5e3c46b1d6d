import * as m from '../../../paraglide/messages.js';
import { notFound } from '../../../platform/http/refused.ts';
import { get, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { recordTakenExport } from '../../../platform/journal/taken-export.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { type Cell, writeXlsx } from '../../../platform/text/xlsx.ts';
import { urls } from '../../../urls.ts';
import { type ExportedComment, listExportedComments } from '../../comments/index.ts';
import { loadSpaceForTeam } from '../../consultations/index.routes.ts';
import { isIdeaKind, listComponents, type Space } from '../../consultations/index.ts';
import { readBoard } from '../boards/board.store.ts';
import { listExportedIdeas } from './export.store.ts';
import { isFormat, sendFile, writeCsv, writeJson } from './row-file.routes.ts';
import { COMMENT_COLUMNS, IDEA_COLUMNS } from './space-columns.page.ts';
import { SpaceExportPage } from './space-export.page.tsx';

/** What is said in a space as files of its team, written as they are sent: what readers see, and no name (R103). */
export const spaceExportRoutes: readonly Route[] = [
  get(urls.adminSpaceExports, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    return page({
      title: m.spaceexport_title(),
      section: 'admin',
      body: <SpaceExportPage space={space} />,
    });
  }),

  get(urls.adminSpaceExport, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const [, part, format] = /^(propositions|commentaires)\.(\w+)$/.exec(visit.params.file) ?? [];
    if (!part || !format || !isFormat(format)) throw notFound('page');
    const { keys, rows, words } =
      part === 'propositions'
        ? { ...listed(IDEA_COLUMNS), rows: writeIdeas(visit, space), words: IDEA_WORDS }
        : { ...listed(COMMENT_COLUMNS), rows: writeComments(visit, space), words: COMMENT_WORDS };
    const { organisation, locale, request } = visit;
    const title = `${space.title} : ${withLocale(organisation.defaultLocale, words.title)}`;
    await recordTakenExport(visit, null, { title, format });
    const bytes =
      format === 'csv'
        ? writeCsv(rows)
        : format === 'json'
          ? writeJson(keys, rows)
          : writeXlsx([{ name: withLocale(locale, words.title), rows }]);
    return sendFile(request, `${withLocale(locale, words.file)}-${space.slug}`, format, bytes);
  }),
];

const IDEA_WORDS = { title: m.spaceexport_ideas, file: m.spaceexport_file_ideas };
const COMMENT_WORDS = { title: m.spaceexport_comments, file: m.spaceexport_file_comments };
const listed = (columns: readonly { key: string }[]) => ({ keys: columns.map(({ key }) => key) });

/** Read at once. */
const BATCH = 500;

/** Headings, then the proposals of each component that readers see. */
async function* writeIdeas(visit: SignedInVisit, space: Space): AsyncGenerator<Cell[]> {
  const { db, organisation, origin, locale } = visit;
  yield withLocale(locale, () => IDEA_COLUMNS.map(({ name }) => name()));
  for (const component of await listComponents(db, organisation.id, space.id)) {
    if (!isIdeaKind(component.kind) || component.isHidden) continue;
    const board = await readBoard(db, organisation.id, space, component);
    if (board?.kind !== 'component') continue;
    for (let after = 0; ; ) {
      const ideas = await listExportedIdeas(db, organisation.id, board.id, after, BATCH, {
        shownOnly: true,
      });
      const last = ideas.at(-1);
      if (!last) break;
      after = last.number;
      yield* withLocale(locale, () =>
        ideas.map((idea) => IDEA_COLUMNS.map(({ write }) => write({ idea, board, origin }))),
      );
    }
  }
}

async function* writeComments(visit: SignedInVisit, space: Space): AsyncGenerator<Cell[]> {
  const { db, organisation, locale } = visit;
  const components = await listComponents(db, organisation.id, space.id);
  const hiddenComponents = components.filter(({ isHidden }) => isHidden).map(({ id }) => id);
  const asked = { id: space.id, hiddenComponents };
  yield withLocale(locale, () => COMMENT_COLUMNS.map(({ name }) => name()));
  for (let after: ExportedComment | null = null; ; ) {
    const comments: ExportedComment[] = await listExportedComments(
      db,
      organisation.id,
      asked,
      after,
      BATCH,
    );
    const last = comments.at(-1);
    if (!last) return;
    after = last;
    yield* withLocale(locale, () =>
      comments.map((comment) => COMMENT_COLUMNS.map(({ write }) => write(comment))),
    );
  }
}
