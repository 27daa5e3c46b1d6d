import { randomUUID } from 'node:crypto';
import * as m from '../../paraglide/messages.js';
import { readNow } from '../../platform/database/database.ts';
import { openStorage } from '../../platform/files/index.ts';
import type { Form } from '../../platform/http/form.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { abandonDraft } from './attachment.store.ts';
import { acceptsIdeas, type Board } from './boards/board.ts';
import { addressesOf, BOARD_FAMILIES, sectionOf } from './boards/board-address.page.ts';
import { loadBoardToDeposit } from './boards/board-load.routes.ts';
import { stepTitles } from './deposit-frame.page.tsx';
import { DepositAbandonPage, DepositStartPage, depositStartTitle } from './deposit-start.page.tsx';
import { DepositTextPage } from './deposit-text.page.tsx';
import {
  afterComparing,
  type DepositVisit,
  findHolder,
  limitFrom,
  loadDraft,
  openHolder,
  readDraftId,
  seeSent,
  sendAway,
} from './deposit-visit.routes.ts';
import { forgetUnlessClaimed } from './draft.jobs.ts';
import { findDraft, isDraftTaken, listDrafts, rescueText, saveDraft } from './draft.store.ts';
import { type Draft, isSent, type WritingPage } from './draft.ts';
import { checkText, type IdeaText } from './idea.ts';
import { readText } from './idea-form.routes.ts';
import { findSimilar } from './similar/draft.store.ts';
import { textProblems } from './words.page.ts';

/** Drafts that one address may begin in an hour: a whole class depositing together passes. */
const DRAFTS_AN_HOUR = 200;

/** Beginning a draft, its text, and throwing it away. */
export const depositTextRoutes: readonly Route[] = BOARD_FAMILIES.flatMap((family) => [
  get(family.depositStart, 'anyone', async (visit) => {
    const board = await loadBoardToDeposit(visit);
    const to = addressesOf(board);
    const now = await readNow(visit.db);
    const open = acceptsIdeas(board, now);
    const drafts = await listDrafts(
      visit.db,
      visit.organisation.id,
      board.id,
      await findHolder(visit),
    );
    const another = visit.url.searchParams.get('nouvelle') === 'oui';
    if (open && (drafts.length === 0 || another)) {
      // The draft's own address from the first screen on; nothing is written before something is typed.
      return seeOther(visit, to.depositText({ draft: randomUUID() }));
    }
    return page({
      title: depositStartTitle(board, open, now),
      section: sectionOf(board),
      body: <DepositStartPage {...{ board, open, now, drafts }} />,
    });
  }),

  get(family.depositText, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    if (draft && isSent(draft)) return seeSent(visit, board, draft);
    if (!draft && (await isDraftTaken(visit.db, visit.organisation.id, visit.params.draft))) {
      return sendAway(visit, visit.url.pathname);
    }
    await openHolder(visit);
    const blank = { title: '', body: '', categoryId: null, lang: visit.locale };
    return textPage(visit, board, draft ?? blank, draft, {});
  }),

  post(family.depositText, 'anyone', async (visit) => {
    const board = await loadBoardToDeposit(visit);
    const to = addressesOf(board);
    const text = readText(await visit.form(), board);
    const id = readDraftId(visit);
    const saving = await save(visit, board, text);
    if (saving instanceof Response) return saving;
    const problems = checkText(text, board);
    if (Object.keys(problems).length > 0) {
      return textPage(
        visit,
        board,
        text,
        { savedAt: saving.savedAt, savedBy: null },
        textProblems(problems, board),
      );
    }
    const at = { draft: id };
    const draft = await findDraft(visit.db, visit.organisation.id, id, saving.holder);
    if (draft?.comparedAt) return seeOther(visit, afterComparing(board, id));
    const similar = board.compares
      ? await findSimilar(visit.db, visit.organisation.id, board, text)
      : [];
    return seeOther(visit, similar.length > 0 ? to.depositCompare(at) : afterComparing(board, id));
  }),

  /** What the page's script saves as one types: no page comes back. */
  post(family.depositAutosave, 'anyone', async (visit) => {
    const board = await loadBoardToDeposit(visit);
    const form = await visit.form();
    const id = readDraftId(visit);
    const writing = readWritingPage(form);
    const { saving } = await keep(
      visit,
      { id, editionId: board.id },
      readText(form, board),
      writing,
    );
    if (saving.ok) {
      return new Response(null, {
        status: 204,
        headers: { 'x-saved-at': String(saving.savedAt.getTime()) },
      });
    }
    // somebody else's draft is not there, for the script as for the pages
    if (saving.refusal === 'not-yours')
      return new Response(null, { status: visit.visitor ? 404 : 401 });
    return new Response(null, { status: saving.refusal === 'published' ? 409 : 412 });
  }),

  get(family.depositAbandon, 'anyone', async (visit) => {
    const { draft, board } = await loadDraft(visit);
    const to = addressesOf(board);
    const start = to.depositStart({});
    if (!draft) return seeOther(visit, start);
    if (isSent(draft)) return seeSent(visit, board, draft);
    return page({
      title: m.ideas_abandon_title(),
      section: sectionOf(board),
      body: <DepositAbandonPage board={board} draft={draft} />,
    });
  }),

  post(family.depositAbandon, 'anyone', async (visit) => {
    const { draft, board, holder } = await loadDraft(visit);
    const to = addressesOf(board);
    if (!draft) return sendAway(visit, visit.url.pathname);
    if (isSent(draft)) return seeSent(visit, board, draft);
    const { db, organisation, config } = visit;
    await abandonDraft(db, openStorage(config), organisation.id, draft.id, holder);
    return seeOther(visit, to.ideas({}), 'ideas-abandoned');
  }),
]);

async function textPage(
  visit: DepositVisit,
  board: Board,
  text: IdeaText,
  saved: Pick<Draft, 'savedAt' | 'savedBy'> | null,
  problems: Record<string, string>,
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: stepTitles.text(),
    section: sectionOf(board),
    scripts: ['draft-autosave.js'],
    ...(faulty && { status: 422, faulty }),
    body: (
      <DepositTextPage
        board={board}
        open={acceptsIdeas(board, await readNow(visit.db))}
        draftId={visit.params.draft}
        text={text}
        saved={saved}
        problems={problems}
      />
    ),
  });
}

/** Keeps the text whoever sends it: after a lost session it waits for its person beside their draft. */
async function save(visit: DepositVisit, board: Board, text: IdeaText) {
  const place = { id: visit.params.draft, editionId: board.id };
  const { holder, saving } = await keep(visit, place, text);
  if (saving.ok) return { holder, savedAt: saving.savedAt };
  if (saving.refusal === 'published') {
    const draft = await findDraft(visit.db, visit.organisation.id, place.id, holder);
    return seeSent(visit, board, draft!);
  }
  const isBlank = text.title === '' && text.body === '';
  if (holder.tokenHash && !isBlank) {
    const { tokenHash } = holder;
    const organisationId = visit.organisation.id;
    await visit.db.transaction().execute(async (tx) => {
      const draftId = await rescueText(tx, organisationId, place, tokenHash, text);
      await forgetUnlessClaimed(tx, { organisationId, draftId });
    });
  }
  return sendAway(visit, visit.url.pathname);
}

/** A page that says nothing of itself follows no saving: it can only begin a draft. */
function readWritingPage(form: Form): WritingPage {
  const id = form.text('page');
  const base = form.text('base');
  return {
    id: /^[0-9a-f]{32}$/.test(id) ? id : '',
    base: /^\d{1,15}$/.test(base) ? Number(base) : 0,
  };
}

async function keep(
  visit: DepositVisit,
  place: { id: string; editionId: string },
  text: IdeaText,
  writing: WritingPage | null = null,
) {
  const { db, organisation } = visit;
  if (!(await isDraftTaken(db, organisation.id, place.id))) {
    await limitFrom(visit, 'draft', DRAFTS_AN_HOUR);
  }
  const holder = await openHolder(visit);
  const saving = await db.transaction().execute(async (tx) => {
    const saved = await saveDraft(tx, organisation.id, place, holder, text, writing);
    if (saved.ok && saved.begun && holder.personId === null) {
      await forgetUnlessClaimed(tx, { organisationId: organisation.id, draftId: place.id });
    }
    return saved;
  });
  return { holder, saving };
}
