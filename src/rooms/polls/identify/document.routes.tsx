import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { ProofForm, ProofState } from '../../electorate/index.page.ts';
import {
  findProofDecision,
  openPass,
  PROOF_FIELDS,
  sendProof,
  type TypedProof,
} from '../../electorate/index.ts';
import { readTypedDate } from '../../identity/index.ts';
import { claimOf } from '../ballot/voter.routes.tsx';
import { PASS } from '../ballot/voter-cookies.ts';
import { applicantOf } from '../box/voter.store.ts';
import {
  type Identifying,
  type IdentityVisit,
  loadIdentifying,
  showRefused,
} from './identifying.routes.tsx';

type State = Pick<Parameters<typeof ProofForm>[0], 'typed' | 'refusals'>;

/** A document that an officer looks at: sent by an account, or by this browser, which finds its answer again. */
export const documentRoutes: readonly Route[] = [
  post(
    urls.voteIdentityProof,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'proof');
      if ('answer' in loaded) return loaded.answer;
      const { edition, poll } = loaded;
      const form = await visit.form();
      const typed: TypedProof = {
        names: form.text(PROOF_FIELDS.names),
        birth: readTypedDate(form, PROOF_FIELDS.birth),
        address: form.text(PROOF_FIELDS.address),
        email: form.text(PROOF_FIELDS.email),
      };
      const [file = null] = form.files(PROOF_FIELDS.file);
      const sent = await sendProof(
        visit,
        { edition, pollId: poll.id },
        await applicantFor(visit, loaded),
        typed,
        file,
      );
      if (!sent.ok)
        return showRefused(loaded, drawForm(visit, loaded, { typed, refusals: sent.refusals }));
      return seeOther(visit, urls.voteIdentity({ edition: edition.slug }, { par: 'proof' }));
    },
    { unlogged: true, bodyLimit: UPLOAD_LIMIT },
  ),
];

/** Without an account the browser gets a pass of its own, which proves nothing yet. */
async function applicantFor(visit: IdentityVisit, { edition, poll, standing }: Identifying) {
  const known = standing && applicantOf(claimOf(visit));
  if (known) return known;
  const at = { organisationId: visit.organisation.id, pollId: poll.id };
  const passToken = await openPass(visit.db, at);
  visit.cookies.set(PASS, passToken, { path: urls.vote({ edition: edition.slug }) });
  return applicantOf({ personId: null, passToken })!;
}

/** What became of the document, or the form that asks for one. */
export async function drawDocument(visit: IdentityVisit, loaded: Identifying) {
  const { edition, poll } = loaded;
  const applicant = applicantOf(claimOf(visit));
  const at = { organisationId: visit.organisation.id, pollId: poll.id };
  const decision = applicant ? await findProofDecision(visit.db, at, applicant) : 'none';
  const again = visit.url.searchParams.get('encore') === 'oui';
  const mayTryAgain =
    typeof decision === 'object' && 'refused' in decision && decision.attemptsLeft > 0;
  if (decision === 'none' || (again && mayTryAgain)) return drawForm(visit, loaded, {});
  const here = { edition: edition.slug };
  return (
    <ProofState
      decision={decision}
      next={urls.voteReview(here)}
      again={urls.voteIdentity(here, { par: 'proof', encore: 'oui' })}
    />
  );
}

function drawForm(visit: IdentityVisit, { edition }: Identifying, state: State) {
  return (
    <ProofForm
      action={urls.voteIdentityProof({ edition: edition.slug })}
      asksEmail={visit.visitor === null}
      {...state}
    />
  );
}
