import { findFile } from '../../platform/files/index.ts';
import { found, Refused } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { isFundOpen } from '../funds/index.ts';
import { inMovements } from '../groups/index.routes.ts';
import { isCertified } from '../groups/index.ts';
import { listNicknames } from '../identity/index.ts';
import { listLines } from './action.store.ts';
import { type Action, checkAction, isWritable, refuseSubmission } from './action.ts';
import { actionSegment } from './action-address.ts';
import { sayWritten, submitProblems, titleOf } from './action-words.page.ts';
import { listActs } from './examination.store.ts';
import { actOf, loadOwnAction, type OwnAction, senderOf } from './load.routes.ts';
import { listMessages, writeMessage } from './message.store.ts';
import { hasThread, refuseMessage } from './message.ts';
import { messageProblems } from './message-words.page.ts';
import { tellGroupOf, tellReviewers } from './proposal.mails.ts';
import { ProposalPage } from './proposal.page.tsx';
import { submitAction } from './proposal.store.ts';
import { listVersions } from './version.store.ts';

/** An action before the group that proposes it: read, handed in, talked about (R10, R11). */
export const proposalRoutes: readonly Route[] = inMovements([
  get(urls.proposal, 'signed-in', async (visit) => showProposal(visit, await loadOwnAction(visit))),

  post(urls.proposalSubmit, 'signed-in', async (visit) => {
    const own = await loadWriter(visit);
    const { action, fund } = own;
    const done = await visit.db.transaction().execute(async (tx) => {
      const submitted = await submitAction(tx, actOf(visit), action);
      if (submitted.ok) {
        const sender = senderOf(visit);
        if (submitted.isFirst) await tellGroupOf(tx, sender, submitted.action, 'received');
        await tellReviewers(
          tx,
          sender,
          submitted.action,
          submitted.isFirst ? 'to-examine' : 'completed',
        );
      }
      return submitted;
    });
    if (done.ok) return seeOther(visit, addressOf(action), 'action-sent');
    if (done.refusal !== 'incomplete')
      return showProposal(visit, own, {
        problems: { form: submitProblems[done.refusal]() },
        status: done.refusal === 'not-writable' ? 409 : 422,
      });
    // beside the fields that are to be mended
    const problems = Object.values(sayWritten(done.refusals, fund.cap));
    return showProposal(visit, own, { problems: { form: problems.join(' ') }, status: 422 });
  }),

  post(urls.proposalMessage, 'signed-in', async (visit) => {
    const own = await loadWriter(visit);
    const { action } = own;
    found(hasThread(action) ? action : null, 'thread');
    const words = (await visit.form()).text('message');
    const refusal = refuseMessage(words);
    if (refusal)
      return showProposal(visit, own, {
        problems: { message: messageProblems[refusal]() },
        status: 422,
        typedMessage: words,
      });
    await visit.db.transaction().execute(async (tx) => {
      await writeMessage(tx, actOf(visit), action, { side: 'group', words });
      await tellReviewers(tx, senderOf(visit), action, 'message-of-group');
    });
    return seeOther(visit, `${addressOf(action)}#echanges`, 'action-message');
  }),
]);

const addressOf = (action: Action): string => urls.proposal({ action: actionSegment(action) });

/** 403 for who is in the group and does not speak for it (R2). */
export async function loadWriter(visit: SignedInVisit<'action'>): Promise<OwnAction> {
  const own = await loadOwnAction(visit);
  if (!own.writes) throw new Refused(403, 'role');
  return own;
}

async function showProposal(
  { db, organisation, visitor }: SignedInVisit,
  { action, group, fund, writes }: OwnAction,
  shown: { problems?: Problems; status?: 409 | 422; typedMessage?: string } = {},
): Promise<Answer> {
  const { problems = {}, status, typedMessage = '' } = shown;
  const at = [db, organisation.id, action.id] as const;
  const [lines, acts, versions, messages] = await Promise.all([
    listLines(...at),
    listActs(...at),
    listVersions(...at),
    listMessages(...at),
  ]);
  const picture = action.pictureId ? await findFile(db, organisation.id, action.pictureId) : null;
  const people = [
    ...acts.flatMap(({ byPersonId }) => byPersonId ?? []),
    ...versions.map(({ submittedBy }) => submittedBy),
    ...messages.map(({ writtenBy }) => writtenBy),
  ];
  const refusal = refuseSubmission({
    action,
    isCertified: isCertified(group),
    isFundOpen: isFundOpen(fund),
  });
  const missing = isWritable(action)
    ? [
        ...(refusal ? [submitProblems[refusal]()] : []),
        ...Object.values(sayWritten(checkAction(action, lines, fund.cap), fund.cap)),
      ]
    : [];
  return page({
    title: titleOf(action),
    section: 'groups',
    ...(status && { status, faulty: true }),
    body: (
      <ProposalPage
        {...{ action, group, fund, writes, lines, acts, versions, messages, missing, problems }}
        picture={picture}
        nicknames={await listNicknames(db, organisation.id, people)}
        ownId={visitor.id}
        typedMessage={typedMessage}
      />
    ),
  });
}
