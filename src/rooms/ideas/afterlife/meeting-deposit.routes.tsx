import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { listComponents } from '../../consultations/index.ts';
import { loadMeeting, loadRun } from '../../meetings/index.routes.ts';
import { type Meeting, yieldsIdeas } from '../../meetings/index.ts';
import { readBoard } from '../boards/board.store.ts';
import { acceptsIdeas, type ComponentBoard } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import { limitFrom } from '../deposit-visit.routes.ts';
import { saveDraft } from '../draft.store.ts';
import { MeetingDepositPage } from './meeting-deposit.page.tsx';
import { noteMeetingOfDraft } from './meeting-link.store.ts';

/** As for any other way to begin one. */
const DRAFTS_AN_HOUR = 200;

/**
 * A workshop yields ideas: once it has begun, its host or the team of its space deposits what people said there, as any
 * other idea; it is linked to the event as it is published.
 */
export const meetingDepositRoutes: readonly Route[] = [
  get(urls.meetingDeposit, 'signed-in', async (visit) => {
    const { meeting, targets } = await load(visit);
    return depositPage(meeting, targets, randomUUID(), {});
  }),

  post(urls.meetingDeposit, 'signed-in', async (visit) => {
    const { meeting, targets } = await load(visit);
    const form = await visit.form();
    const asked = form.text('brouillon');
    const draft = isUuid(asked) ? asked : randomUUID();
    const target =
      targets.length === 1 ? targets[0] : targets.find(({ id }) => id === form.text('composante'));
    if (!target)
      return depositPage(meeting, targets, draft, {
        composante: targets.length > 0 ? m.afterlife_need_choose() : m.afterlife_need_none(),
      });
    await limitFrom(visit, 'draft', DRAFTS_AN_HOUR);
    const { db, organisation, visitor } = visit;
    const lang = meeting.lang ?? organisation.defaultLocale;
    await db.transaction().execute(async (tx) => {
      const saved = await saveDraft(
        tx,
        organisation.id,
        { id: draft, editionId: target.id },
        { personId: visitor.id, tokenHash: null },
        { title: '', body: '', categoryId: null, lang },
      );
      if (saved.ok) await noteMeetingOfDraft(tx, organisation.id, draft, meeting.id);
    });
    // the same form sent again leads to the same draft, or to the idea it has become
    return seeOther(visit, addressesOf(target).depositText({ draft }), 'workshop-idea-begun');
  }),
];

/** An event of a space that has begun, for who runs it, with the components of its theme that take ideas now. */
async function load(
  visit: SignedInVisit<'meeting'>,
): Promise<{ meeting: Meeting; targets: ComponentBoard[] }> {
  const { meeting, placed } = await loadRun(visit, await loadMeeting(visit));
  const { db, organisation } = visit;
  const now = await readNow(db);
  if (!yieldsIdeas(meeting, now)) throw notFound('meeting');
  const { space, component } = placed;
  const components = (await listComponents(db, organisation.id, space.id)).filter(
    ({ kind, isHidden, themeId }) =>
      kind === 'ideas' &&
      !isHidden &&
      (component.themeId === null || themeId === null || themeId === component.themeId),
  );
  const boards = await Promise.all(
    components.map((one) => readBoard(db, organisation.id, space, one)),
  );
  const targets = boards.filter((board) => board !== null);
  return { meeting, targets: targets.filter((board) => acceptsIdeas(board, now)) };
}

function depositPage(
  meeting: Meeting,
  targets: readonly ComponentBoard[],
  draft: string,
  problems: Record<string, string>,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.afterlife_workshop_title(),
    section: 'agenda',
    ...(faulty && { status: 422, faulty }),
    body: <MeetingDepositPage {...{ meeting, targets, draft, problems }} />,
  });
}
