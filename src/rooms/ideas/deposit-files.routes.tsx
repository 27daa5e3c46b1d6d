import { readNow } from '../../platform/database/database.ts';
import { cleanSpooled, openStorage } from '../../platform/files/index.ts';
import { ACCEPTED_ATTACHMENTS, FILE_LIMIT } from '../../platform/files/upload.ts';
import { notFound, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { receiveSpooled, type SpooledForm } from '../../platform/http/spooled-form.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { attachFile, describeFiles, linkVideo, removeFile } from './attachment.store.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from './boards/board-address.page.ts';
import { DepositFilesPage } from './deposit-files.page.tsx';
import { stepTitles } from './deposit-frame.page.tsx';
import {
  type DepositVisit,
  type Loaded,
  limitFrom,
  loadDraft,
  seeSent,
  sendAway,
} from './deposit-visit.routes.ts';
import { type Draft, hasText, isSent, MOST_FILES } from './draft.ts';
import { readVideoLink } from './video-link.ts';
import { fileWords, linkWords } from './words.page.ts';

const UPLOADS_AN_HOUR = 120;

/** Pictures and documents of a draft (R114). */
export const depositFilesRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(family.depositFiles, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft || !hasText(draft)) return seeOther(visit, to.depositText(at));
    if (isSent(draft)) return seeSent(visit, board, draft);
    return filesPage(visit, board, draft, {}, { alt: '', video: draft.videoLink });
  }),

  post(family.depositFiles, 'anyone', async (visit) => {
    const loaded = await loadDraft(visit);
    const { draft, board } = loaded;
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft) return sendAway(visit, to.depositFiles(at), 'ideas-session-lost-file');
    if (isSent(draft)) return seeSent(visit, board, draft);
    const taken = await receiveForm(visit, { ...loaded, draft });
    if (Object.keys(taken.problems).length > 0)
      return filesPage(visit, board, draft, taken.problems, taken);
    return taken.goOn
      ? seeOther(visit, to.depositPreview(at))
      : seeOther(visit, to.depositFiles(at), taken.added ? 'ideas-file-added' : undefined);
  }),

  post(family.depositRemoveFile, 'anyone', async (visit) => {
    const { draft, board, holder } = await loadDraft(visit);
    const to = addressesOf(board);
    const at = { draft: visit.params.draft };
    if (!draft) return sendAway(visit, to.depositFiles(at));
    if (isSent(draft)) return seeSent(visit, board, draft);
    const { db, organisation, config, params } = visit;
    await removeFile(db, openStorage(config), organisation.id, draft.id, holder, params.file);
    return seeOther(visit, to.depositFiles(at), 'ideas-file-removed');
  }),
]);

interface Taken {
  problems: { file?: string; video?: string };
  /** What was typed beside a refused file. */
  alt: string;
  video: string;
  added: boolean;
  goOn: boolean;
}

/** Room for the fields of the form beside its file. */
const BESIDE = 1024 * 1024;

/** The form as it comes, its file on the disk: a film is not held in memory. Too large a body is a file too large. */
async function receiveForm(visit: DepositVisit, loaded: Loaded & { draft: Draft }): Promise<Taken> {
  const { request, config } = visit;
  const video = loaded.draft.videoLink;
  const largest = Math.max(config.videoLimit, FILE_LIMIT);
  let sent: SpooledForm;
  try {
    sent = await receiveSpooled(request, config, largest + BESIDE);
  } catch (error) {
    if (!(error instanceof Refused) || error.status !== 413) throw error;
    const file = fileWords('video-too-large', config.videoLimit);
    return { problems: { file }, alt: '', video, added: false, goOn: false };
  }
  try {
    return await takeForm(visit, loaded, sent);
  } finally {
    await sent.discard();
  }
}

/** Keeps the descriptions and the link, then the file. */
async function takeForm(
  visit: DepositVisit,
  { draft, holder }: Loaded & { draft: Draft },
  { form, file }: SpooledForm,
): Promise<Taken> {
  const { db, organisation, config } = visit;
  const words = new Map(
    draft.files.flatMap(({ fileId }) =>
      form.has(`alt-${fileId}`) ? [[fileId, form.text(`alt-${fileId}`)] as const] : [],
    ),
  );
  await describeFiles(db, organisation.id, draft.id, holder, words);
  const typed = {
    alt: form.text('alt'),
    video: form.has('video') ? form.text('video') : draft.videoLink,
    added: false,
    goOn: form.text('next') !== 'non',
  };
  const problems: Taken['problems'] = {};
  const read = readVideoLink(typed.video);
  if (!read.ok) problems.video = linkWords(read.refusal);
  else await linkVideo(db, organisation.id, draft.id, holder, read.link);
  const refused = (refusal: Parameters<typeof fileWords>[0]): Taken => ({
    ...typed,
    problems: { ...problems, file: fileWords(refusal, config.videoLimit) },
  });
  if (!file) {
    const nothing = !typed.goOn && words.size === 0 && !typed.video && read.ok;
    return nothing ? refused('no-file') : { ...typed, problems };
  }
  await limitFrom(visit, 'upload', UPLOADS_AN_HOUR);
  if (draft.files.length >= MOST_FILES) return refused('too-many-files');
  const cleaned = await cleanSpooled(config, file, ACCEPTED_ATTACHMENTS, config.videoLimit);
  if (!cleaned.ok) return refused(cleaned.refusal);
  const attached = await attachFile(db, openStorage(config), organisation.id, draft.id, holder, {
    upload: cleaned.upload,
    alt: typed.alt,
  });
  if (attached.ok) return { ...typed, problems, alt: '', added: true };
  if (attached.refusal === 'not-found') throw notFound('draft');
  return refused(attached.refusal);
}

async function filesPage(
  visit: DepositVisit,
  board: Board,
  draft: Draft,
  problems: Taken['problems'],
  typed: Pick<Taken, 'alt' | 'video'>,
): Promise<Answer> {
  // one was added although another field is to be mended
  const { files } = (await loadDraft(visit)).draft ?? draft;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: stepTitles.files(),
    section: sectionOf(board),
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositFilesPage
        board={board}
        open={acceptsIdeas(board, await readNow(visit.db))}
        draftId={draft.id}
        files={files}
        alt={typed.alt}
        videoLink={typed.video}
        videoLimit={visit.config.videoLimit}
        problems={problems}
      />
    ),
  });
}
