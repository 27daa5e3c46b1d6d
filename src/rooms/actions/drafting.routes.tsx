import * as m from '../../paraglide/messages.js';
import {
  answerFile,
  deleteFile,
  findFile,
  keepFile,
  openStorage,
  removeBytes,
  takePicture,
} from '../../platform/files/index.ts';
import { PICTURE_LIMITS } from '../../platform/files/upload.ts';
import { UPLOAD_LIMIT } from '../../platform/http/form.ts';
import { found } from '../../platform/http/refused.ts';
import { get, holdsRight, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { sayPictureProblems } from '../../ui/picture-fields.tsx';
import { urls } from '../../urls.ts';
import { findActionReader, findFundById, seesActions } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { findMembership } from '../groups/index.ts';
import { type Action, isWritable } from './action.ts';
import { actionSegment } from './action-address.ts';
import { actOf, loadAnyAction } from './load.routes.ts';
import { loadWriter } from './proposal.routes.tsx';
import { deleteDraft, setPicture } from './proposal.store.ts';
import { DeletePage, PicturePage } from './proposal-small.page.tsx';

/** Its picture, and throwing a draft away. */
export const draftingRoutes: readonly Route[] = inMovements([
  get(urls.proposalDelete, 'signed-in', async (visit) => {
    const { action } = await loadWriter(visit);
    if (action.state !== 'draft') return seeOther(visit, addressOf(action), 'action-not-writable');
    return page({
      title: m.propose_delete_title(),
      section: 'groups',
      body: <DeletePage action={action} />,
    });
  }),

  post(urls.proposalDelete, 'signed-in', async (visit) => {
    const { action, group } = await loadWriter(visit);
    const { db, organisation, config } = visit;
    const bytes = await db.transaction().execute(async (tx) => {
      const deleted = await deleteDraft(tx, actOf(visit), action.id);
      if (!deleted) return null;
      const { pictureId } = deleted;
      return { file: pictureId ? await deleteFile(tx, organisation.id, pictureId) : null };
    });
    if (!bytes) return seeOther(visit, addressOf(action), 'action-not-writable');
    if (bytes.file) await removeBytes(openStorage(config), bytes.file.storageKey);
    return seeOther(visit, urls.groupActions({ group: group.slug }), 'action-deleted');
  }),

  get(urls.proposalPicture, 'signed-in', async (visit) => {
    const { action } = await loadWriter(visit);
    if (!isWritable(action)) return seeOther(visit, addressOf(action), 'action-not-writable');
    return showPicture(visit, action);
  }),

  post(
    urls.proposalPicture,
    'signed-in',
    async (visit) => {
      const { action } = await loadWriter(visit);
      if (!isWritable(action)) return seeOther(visit, addressOf(action), 'action-not-writable');
      const sent = await takePicture(visit);
      if (!sent.ok)
        return showPicture(
          visit,
          action,
          sent.alt,
          sayPictureProblems(sent.refusals, PICTURE_LIMITS),
        );
      const { db, organisation, visitor, config } = visit;
      const by = { alt: sent.alt, uploadedBy: visitor.id };
      const storage = openStorage(config);
      const kept = await keepFile(db, storage, organisation.id, sent.upload, by);
      return replacePicture(visit, action, kept.fileId, 'action-picture');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  post(urls.proposalPictureRemove, 'signed-in', async (visit) => {
    const { action } = await loadWriter(visit);
    return replacePicture(visit, action, null, 'action-picture-removed');
  }),

  /** Also what is not published: for the group and the reviewers alone. */
  get(urls.proposalImage, 'anyone', async (visit) => {
    const { db, organisation, request, config } = visit;
    const action = await loadAnyAction(visit);
    found((await seesPicture(visit, action)) ? action : null, 'file');
    const pictureId = found(action.pictureId, 'file');
    const file = found(await findFile(db, organisation.id, pictureId), 'file');
    const answer = await answerFile(request, openStorage(config), file, 'small');
    // its address stays while the picture may change
    answer.headers.set('cache-control', 'private, no-cache');
    return answer;
  }),
]);

const addressOf = (action: Action): string => urls.proposal({ action: actionSegment(action) });

/** Whoever sees the action: those of the fund once it is published; before, its group and the reviewers. */
async function seesPicture(visit: Visit, action: Action): Promise<boolean> {
  const { db, organisation, visitor } = visit;
  if (visitor && (await findMembership(db, organisation.id, action.groupId, visitor.id)))
    return true;
  if (action.submittedAt !== null && holdsRight('action-reviewer', visitor)) return true;
  if (action.publishedAt === null) return false;
  const fund = found(await findFundById(db, organisation.id, action.fundId), 'fund');
  return seesActions(fund, await findActionReader(db, organisation.id, visitor));
}

/** The new one in, the old one out, with its bytes once the rows are kept. */
async function replacePicture(
  visit: SignedInVisit<'action'>,
  action: Action,
  pictureId: string | null,
  notice: string,
): Promise<Answer> {
  const { db, organisation, config } = visit;
  const removed = await db.transaction().execute(async (tx) => {
    const set = await setPicture(tx, actOf(visit), action.id, pictureId);
    const unused = set.ok ? set.before : pictureId;
    return { ok: set.ok, file: unused ? await deleteFile(tx, organisation.id, unused) : null };
  });
  if (removed.file) await removeBytes(openStorage(config), removed.file.storageKey);
  return seeOther(visit, addressOf(action), removed.ok ? notice : 'action-not-writable');
}

async function showPicture(
  { db, organisation }: SignedInVisit,
  action: Action,
  alt = '',
  problems: Problems = {},
): Promise<Answer> {
  const picture = action.pictureId ? await findFile(db, organisation.id, action.pictureId) : null;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.propose_picture_title(),
    section: 'groups',
    ...(faulty && { status: 422, faulty }),
    body: (
      <PicturePage
        action={action}
        picture={picture}
        limits={PICTURE_LIMITS}
        alt={alt}
        problems={problems}
      />
    ),
  });
}
