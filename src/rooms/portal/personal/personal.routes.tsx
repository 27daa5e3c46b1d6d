import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Owner } from '../../../platform/personal.ts';
import { markPerson } from '../../../platform/secrets/person-mark.ts';
import { urls } from '../../../urls.ts';
import {
  loadOwnProof,
  type OwnProof,
  type OwnProofRefusal,
  refuseOwnProof,
  sendOwnCode,
} from '../../identity/index.routes.ts';
import { findPerson } from '../../identity/index.ts';
import { PersonalPage } from './personal.page.tsx';
import { answerTakeAway } from './take-away.routes.ts';

/** What is kept of oneself, and taking it away (R91, R193). Neither says nor logs anything of a vote. */
export const personalRoutes: readonly Route[] = [
  get(
    urls.ownData,
    'signed-in',
    async (visit) => {
      const proof = await loadOwnProof(visit);
      return proof instanceof Response ? proof : showPersonal(proof);
    },
    { unlogged: true, beforeCharter: true },
  ),

  post(
    urls.ownDataCode,
    'signed-in',
    async (visit) => {
      const proof = await loadOwnProof(visit);
      if (proof instanceof Response) return proof;
      if (proof.by === 'code') await sendOwnCode(visit);
      const back = (await visit.form()).text('pour');
      const next = back === 'effacement' ? urls.ownDataErasure() : urls.ownData();
      return seeOther(visit, next, 'own-data-code');
    },
    { beforeCharter: true },
  ),

  post(
    urls.ownDataExport,
    'signed-in',
    async (visit) => {
      const proof = await loadOwnProof(visit);
      if (proof instanceof Response) return proof;
      const refusal = await refuseOwnProof(visit, await visit.form());
      if (refusal) return showPersonal(proof, refusal);
      return answerTakeAway(visit, await loadOwner(visit));
    },
    { unlogged: true, beforeCharter: true },
  ),
];

async function loadOwner({ db, config, organisation, visitor }: SignedInVisit): Promise<Owner> {
  const { id, email, mailbox } = found(await findPerson(db, organisation.id, visitor.id), 'person');
  const mark = (use: string) => markPerson(config.keysFolder, use, organisation.id, id);
  return { organisationId: organisation.id, id, email, mailbox, mark };
}

function showPersonal(proof: OwnProof, refusal: OwnProofRefusal | null = null): Answer {
  return page({
    title: m.personal_title(),
    section: 'my-space',
    body: <PersonalPage proof={proof} refusal={refusal} />,
    ...(refusal && { status: 422, faulty: true }),
  });
}
