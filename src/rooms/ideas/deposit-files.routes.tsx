import { readNow } from '../../platform/database/database.ts';
import {
  answerFile,
  cleanUpload,
  findFile,
  openStorage,
  readFileSegment,
} from '../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../platform/http/form.ts';
import { found, notFound, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { type Edition, isOpen } from '../spaces/index.ts';
import { attachFile, describeFiles, holdsFile, removeFile } from './attachment.store.ts';
import { DepositFilesPage } from './deposit-files.page.tsx';
import { stepTitles } from './deposit-frame.page.tsx';
import {
  type DepositVisit,
  findHolder,
  type Loaded,
  limitFrom,
  loadDraft,
  seePublished,
  sendAway,
} from './deposit-visit.routes.ts';
import { type Draft, hasText, MOST_FILES } from './draft.ts';
import { fileWords } from './words.page.ts';

const UPLOADS_AN_HOUR = 120;

/** Pictures and documents of a draft (R114), and files as anyone may see them. */
export const depositFilesRoutes: readonly Route[] = [
  get(urls.depositFiles, 'anyone', async (visit) => {
    const { draft, edition } = await loadDraft(visit);
    const at = { edition: edition.slug, draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, urls.depositText(at));
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    return filesPage(visit, edition, draft, {}, '');
  }),

  post(
    urls.depositFiles,
    'anyone',
    async (visit) => {
      const loaded = await loadDraft(visit);
      const { draft, edition } = loaded;
      const at = { edition: edition.slug, draft: visit.params.draft };
      if (!draft) return sendAway(visit, urls.depositFiles(at), 'ideas-session-lost-file');
      if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
      const taken = await takeForm(visit, { ...loaded, draft });
      if (taken.problem) {
        return filesPage(visit, edition, draft, { file: taken.problem }, taken.alt);
      }
      return taken.goOn
        ? seeOther(visit, urls.depositPreview(at))
        : seeOther(visit, urls.depositFiles(at), taken.added ? 'ideas-file-added' : undefined);
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.depositRemoveFile, 'anyone', async (visit) => {
    const { draft, edition, holder } = await loadDraft(visit);
    const at = { edition: edition.slug, draft: visit.params.draft };
    if (!draft) return sendAway(visit, urls.depositFiles(at));
    if (draft.publishedIdeaId) return seePublished(visit, draft.publishedIdeaId);
    const { db, organisation, config, params } = visit;
    await removeFile(db, openStorage(config), organisation.id, draft.id, holder, params.file);
    return seeOther(visit, urls.depositFiles(at), 'ideas-file-removed');
  }),

  get(urls.file, 'anyone', async (visit) => {
    const { db, organisation, config, request, params } = visit;
    const asked = found(readFileSegment(params.file), 'file');
    const file = found(await findFile(db, organisation.id, asked.fileId), 'file');
    if (!file.storageKey.endsWith(`.${asked.extension}`)) throw notFound('file');
    const mayLook =
      file.publishedAt !== null ||
      (await holdsFile(db, organisation.id, file.fileId, await findHolder(visit)));
    if (!mayLook) throw notFound('file');
    return answerFile(request, openStorage(config), file, asked.size);
  }),
];

interface Taken {
  problem?: string;
  /** What was typed beside a refused file. */
  alt: string;
  added: boolean;
  goOn: boolean;
}

/** Keeps the descriptions, then the file. A body too large to be read is a file too large. */
async function takeForm(
  visit: DepositVisit,
  { draft, holder }: Loaded & { draft: Draft },
): Promise<Taken> {
  const { db, organisation, config } = visit;
  let form: Awaited<ReturnType<typeof visit.form>>;
  try {
    form = await visit.form();
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    return { problem: fileWords('file-too-large'), alt: '', added: false, goOn: false };
  }
  const words = new Map(
    draft.files.flatMap(({ fileId }) =>
      form.has(`alt-${fileId}`) ? [[fileId, form.text(`alt-${fileId}`)] as const] : [],
    ),
  );
  await describeFiles(db, organisation.id, draft.id, holder, words);
  const alt = form.text('alt');
  const goOn = form.text('next') !== 'non';
  const file = form.files('file')[0];
  if (!file) {
    const problem = goOn || words.size > 0 ? {} : { problem: fileWords('no-file') };
    return { ...problem, alt, added: false, goOn };
  }
  await limitFrom(visit, 'upload', UPLOADS_AN_HOUR);
  const refused = (refusal: Parameters<typeof fileWords>[0]) => ({
    problem: fileWords(refusal),
    alt,
    added: false,
    goOn,
  });
  if (draft.files.length >= MOST_FILES) return refused('too-many-files');
  const cleaned = await cleanUpload(file);
  if (!cleaned.ok) return refused(cleaned.refusal);
  const attached = await attachFile(db, openStorage(config), organisation.id, draft.id, holder, {
    upload: cleaned.upload,
    alt,
  });
  if (attached.ok) return { alt: '', added: true, goOn };
  if (attached.refusal === 'not-found') throw notFound('draft');
  return refused(attached.refusal);
}

async function filesPage(
  visit: DepositVisit,
  edition: Edition,
  draft: Draft,
  problems: Record<string, string>,
  alt: string,
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: stepTitles.files(),
    section: 'editions',
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositFilesPage
        edition={edition}
        open={isOpen(edition, 'collection', await readNow(visit.db))}
        draftId={draft.id}
        files={draft.files}
        alt={alt}
        problems={problems}
      />
    ),
  });
}
