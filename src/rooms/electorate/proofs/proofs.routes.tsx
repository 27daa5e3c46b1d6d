import * as m from '../../../paraglide/messages.js';
import { readNow } from '../../../platform/database/database.ts';
import { answerFile, findFile, openStorage } from '../../../platform/files/index.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { dayInParis } from '../../spaces/index.ts';
import { answerOf } from './proof.mails.ts';
import { readCursor, readDecision } from './proof.ts';
import { ProofPage, type TypedDecision } from './proof-office.page.tsx';
import { ProofsPage } from './proofs.page.tsx';
import { countWaitingProofs, decideProof, findProof, listProofs } from './queue.store.ts';
import { decisionProblems } from './words.page.ts';

/** Documents that voters sent: read and decided on by officers of their organisation, and by nobody else. */
export const proofsRoutes: readonly Route[] = [
  get(urls.adminProofs, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const of = { organisationId: visit.organisation.id, editionId: edition.id };
    const query = visit.url.searchParams;
    const decided = query.get('etat') === 'decides';
    const after = readCursor(query.get('apres') ?? '');
    const [{ proofs, more }, waiting, now] = await Promise.all([
      listProofs(visit.db, of, { decided, after }),
      countWaitingProofs(visit.db, of),
      readNow(visit.db),
    ]);
    return page({
      title: m.proofs_title(),
      section: 'admin',
      body: <ProofsPage {...{ edition, proofs, more, waiting, decided, today: dayInParis(now) }} />,
    });
  }),

  get(urls.adminProof, 'officer', async (visit) =>
    proofPage(visit, { decision: '', reason: '', words: '' }),
  ),

  post(urls.adminProof, 'officer', async (visit) => {
    const { edition, proof } = await loadProof(visit);
    const form = await visit.form();
    const typed = {
      decision: form.text('decision'),
      reason: form.text('motif'),
      words: form.text('precisions'),
    };
    const reading = readDecision(typed);
    if (!reading.ok) {
      const { field, words } = decisionProblems[reading.refusal];
      return proofPage(visit, typed, { [field]: words() });
    }
    const { organisation, origin } = visit;
    const decided = await decideProof(
      visit.db,
      openKeys(visit.config.keysFolder),
      proof,
      reading.decision,
      visit.visitor.id,
      answerOf({ organisation, edition, origin }),
    );
    return seeOther(
      visit,
      urls.adminProofs({ edition: edition.slug }),
      decided ? 'proof-decided' : 'proof-decided-before',
    );
  }),

  get(urls.adminProofFile, 'officer', async (visit) => {
    const { proof } = await loadProof(visit);
    const fileId = found(proof.fileId, 'proof-document');
    const file = found(await findFile(visit.db, visit.organisation.id, fileId), 'proof-document');
    return answerFile(visit.request, openStorage(visit.config), file, 'whole');
  }),
];

async function loadProof(visit: SignedInVisit<'edition' | 'proof'>) {
  const edition = await findOfficeEdition(visit);
  const of = { organisationId: visit.organisation.id, editionId: edition.id };
  const proof = found(await findProof(visit.db, of, visit.params.proof), 'eligibility-proof');
  return { edition, proof };
}

async function proofPage(
  visit: SignedInVisit<'edition' | 'proof'>,
  typed: TypedDecision,
  problems: Problems = {},
) {
  const { edition, proof } = await loadProof(visit);
  const file = proof.fileId && (await findFile(visit.db, visit.organisation.id, proof.fileId));
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.proofs_one_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    // names and an address: not kept by any browser
    headers: { 'cache-control': 'private, no-store' },
    body: (
      <ProofPage
        {...{ edition, proof, typed, problems }}
        document={
          file ? { name: file.name, isPicture: file.mediaType !== 'application/pdf' } : null
        }
        today={dayInParis(await readNow(visit.db))}
      />
    ),
  });
}
