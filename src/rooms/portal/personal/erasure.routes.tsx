import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { queueJob } from '../../../platform/jobs/queue.ts';
import { markPerson } from '../../../platform/secrets/person-mark.ts';
import { urls } from '../../../urls.ts';
import {
  endVisit,
  loadOwnProof,
  type OwnProof,
  type OwnProofRefusal,
  refuseOwnProof,
  sayGoodbye,
} from '../../identity/index.routes.ts';
import { beginErasure, type ErasureRefusal, isLastAdministrator } from '../../identity/index.ts';
import { CONFIRM_FIELD, ErasurePage } from './erasure.page.tsx';
import { isErasureConfirmed } from './erasure.ts';

/** Erasing one's account (R91, R193): at once and for good, said before, told by a last letter. */
export const erasureRoutes: readonly Route[] = [
  get(
    urls.ownDataErasure,
    'signed-in',
    async (visit) => {
      const proof = await loadOwnProof(visit);
      return proof instanceof Response ? proof : showErasure(visit, proof);
    },
    { beforeCharter: true },
  ),

  post(
    urls.ownDataErasure,
    'signed-in',
    async (visit) => {
      const proof = await loadOwnProof(visit);
      if (proof instanceof Response) return proof;
      const form = await visit.form();
      const typed = form.text(CONFIRM_FIELD);
      const refused = await refuseOwnProof(visit, form);
      const word = isErasureConfirmed(typed) ? null : 'word-not-typed';
      if (refused || word) return showErasure(visit, proof, typed, { proof: refused, word });
      if ((await eraseAccount(visit)) === 'last-administrator')
        return { ...(await showErasure(visit, proof)), status: 409 };
      endVisit(visit);
      return seeOther(visit, urls.home(), 'account-erased');
    },
    { beforeCharter: true },
  ),
];

/** Every room lets go, from the top down, in one transaction. Erased meanwhile by another window: it is done. */
async function eraseAccount(visit: SignedInVisit): Promise<ErasureRefusal | null> {
  const { db, config, organisation, visitor } = visit;
  return db.transaction().execute(async (tx) => {
    const begun = await beginErasure(tx, organisation.id, visitor.id);
    if (!begun.ok) return begun.refusal;
    const { id, email, mailbox } = begun.person;
    const mark = (use: string) => markPerson(config.keysFolder, use, organisation.id, id);
    const owner = { organisationId: organisation.id, id, email, mailbox, mark };
    await sayGoodbye(visit, tx, begun.person);
    const storageKeys: string[] = [];
    for (const room of visit.personalData.toReversed())
      storageKeys.push(...(await room.erase(tx, owner)));
    if (storageKeys.length > 0) await queueJob(tx, 'remove-bytes', { storageKeys });
    return null;
  });
}

async function showErasure(
  visit: SignedInVisit,
  proof: OwnProof,
  typed = '',
  refusals: { proof: OwnProofRefusal | null; word: 'word-not-typed' | null } = {
    proof: null,
    word: null,
  },
) {
  const { db, organisation, visitor } = visit;
  const lastAdministrator = await isLastAdministrator(db, organisation.id, visitor.id);
  const faulty = refusals.proof !== null || refusals.word !== null;
  return page({
    title: m.personal_erase(),
    section: 'my-space',
    body: <ErasurePage {...{ proof, lastAdministrator, typed, refusals }} />,
    ...(faulty && { status: 422, faulty }),
  });
}
