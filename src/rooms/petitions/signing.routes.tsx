import { isDisposableEmailDomain } from 'disposable-email-domains-js';
import * as m from '../../paraglide/messages.js';
import { countHit, waitOf } from '../../platform/http/limits.ts';
import { countOpenForm, WORK_NAME } from '../../platform/http/open-form.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../platform/http/visit.ts';
import { openKeys } from '../../platform/keys/keys.ts';
import { queueMail } from '../../platform/mail/mail.ts';
import { hashSecret } from '../../platform/secrets/token.ts';
import type { Problems } from '../../ui/form.tsx';
import { TRAP_NAME } from '../../ui/trap.tsx';
import { urls } from '../../urls.ts';
import { sayIdentityRefusal } from '../identity/index.page.ts';
import { readUsableEmail } from '../identity/index.ts';
import { isSuspended } from '../moderation/index.ts';
import type { TypedSignature } from './petition.page.tsx';
import { getAccount, hrefOf, showPetition } from './petition.routes.tsx';
import { findPetition, findSignature } from './petition.store.ts';
import { checkSigner, type Petition, type Signature, type Signer } from './petition.ts';
import { signerProblems } from './petition-words.page.ts';
import { loadPetition, maySign, type SeenPetition } from './placed.routes.ts';
import { ConfirmSignaturePage, SettledPage, WithdrawSignaturePage } from './signature.page.tsx';
import { type LinkUse, readLinkToken, writeLinkToken } from './signature-token.crypto.ts';
import { confirmSignature, sign, withdrawSignature } from './signing.store.ts';

/** Of all mobilisations in an hour, by browsers that did no work. */
const WITHOUT_WORK = 300;

/** One signs with an account, or with an address that a link proves; and takes one's signature back. */
export const signingRoutes: readonly Route[] = [
  post(urls.signPetition, 'anyone', async (visit) => {
    const seen = await loadPetition(visit);
    const { petition } = seen;
    const form = await visit.form();
    const typed = {
      nom: form.text('nom').replaceAll(/\s+/g, ' '),
      courriel: form.text('courriel'),
      fonction: form.text('fonction').replaceAll(/\s+/g, ' '),
      commune: form.text('commune').replaceAll(/\s+/g, ' '),
      accord: form.text('accord'),
    };
    if (seen.state === 'draft') throw notFound('petition');
    if (!maySign(seen)) return refuseClosed(visit, seen, typed);
    const read = await readSigner(visit, typed);
    if (!read.ok) return showPetition(visit, seen, { typed, problems: read.problems });
    const { signer } = read;
    if (signer.personId === null) {
      // a program filled in what nobody sees; should a browser have done it, the next try comes through
      if (form.text(TRAP_NAME) !== '')
        return showPetition(visit, seen, { typed, problems: { form: m.contact_refused_trap() } });
      const wait = await waitOf(() => limit(visit, signer.mailbox, form.text(WORK_NAME)));
      if (wait !== null)
        return showPetition(visit, seen, {
          typed,
          problems: { form: m.contact_refused_often({ minutes: Math.ceil(wait / 60) }) },
          status: 429,
        });
    } else if (await isSuspended(visit.db, visit.organisation.id, signer.personId))
      return showPetition(visit, seen, {
        typed,
        problems: { form: m.mutual_problem_suspended() },
      });
    if (!(await settle(visit, seen, signer))) return refuseClosed(visit, seen, typed);
    const notice = signer.personId === null ? 'petition-proof-asked' : 'petition-signed';
    return seeOther(visit, hrefOf(petition), notice);
  }),

  post(urls.unsignPetition, 'signed-in', async (visit) => {
    const { petition } = await loadPetition(visit);
    const { db, organisation, visitor } = visit;
    const own = await findSignature(db, organisation.id, {
      petitionId: petition.id,
      personId: visitor.id,
    });
    if (own) await withdrawSignature(db, organisation.id, own.id);
    return seeOther(visit, hrefOf(petition), 'petition-unsigned');
  }),

  get(urls.signatureConfirm, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'confirm');
    if (!linked) return linkSpent();
    if (linked.signature.signedAt) return confirmed(linked.petition);
    return page({
      title: m.petitions_confirm_question(),
      section: 'participation',
      body: <ConfirmSignaturePage token={visit.params.token} {...linked} />,
    });
  }),

  post(urls.signatureConfirm, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'confirm');
    if (!linked) return linkSpent();
    const { db, organisation } = visit;
    const done = await db.transaction().execute(async (tx) => {
      const signed = await confirmSignature(tx, organisation.id, linked.signature.id);
      if (signed.ok && signed.isNew)
        await queueMail(tx, writeSigned(visit, linked.petition, signed.signature));
      return signed;
    });
    if (done.ok) return confirmed(linked.petition);
    return done.refusal === 'gone'
      ? linkSpent()
      : settled(m.petitions_closed_title(), m.petitions_closed_words(), linked.petition, 409);
  }),

  get(urls.signatureWithdraw, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'withdraw');
    if (!linked) return withdrawn();
    return page({
      title: m.petitions_withdraw_question(),
      section: 'participation',
      body: <WithdrawSignaturePage token={visit.params.token} {...linked} />,
    });
  }),

  post(urls.signatureWithdraw, 'anyone', async (visit) => {
    const linked = await findLinked(visit, 'withdraw');
    if (linked) await withdrawSignature(visit.db, visit.organisation.id, linked.signature.id);
    return withdrawn();
  }),
];

async function readSigner(
  visit: Visit,
  typed: TypedSignature,
): Promise<{ ok: true; signer: Signer } | { ok: false; problems: Problems }> {
  const said = { name: typed.nom, office: typed.fonction, place: typed.commune };
  const refusals = checkSigner(said);
  const problems: Problems = {
    ...(refusals.name && { nom: signerProblems[refusals.name]() }),
    ...(refusals.office && { fonction: signerProblems[refusals.office]() }),
    ...(refusals.place && { commune: signerProblems[refusals.place]() }),
  };
  const isNamed = typed.accord === 'oui';
  if (visit.visitor) {
    if (Object.keys(problems).length > 0) return { ok: false, problems };
    const { id, email, mailbox, locale } = await getAccount(visit as SignedInVisit);
    return { ok: true, signer: { ...said, personId: id, email, mailbox, isNamed, locale } };
  }
  const email = readUsableEmail(typed.courriel, isDisposableEmailDomain);
  if (typeof email === 'string') {
    problems.courriel = sayIdentityRefusal(email);
    return { ok: false, problems };
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems };
  return {
    ok: true,
    signer: { ...said, ...email, personId: null, isNamed, locale: visit.locale },
  };
}

/** Nobody fills somebody else's mailbox from here (W10); a library is one network, and signs. */
async function limit(visit: Visit, mailbox: string, work: string): Promise<void> {
  const { db, organisation } = visit;
  const key = `petition-to:${hashSecret(organisation.id, mailbox)}`;
  await countHit(db, { key, hits: 6, seconds: 3600 });
  await countOpenForm(visit, { name: 'petition', withoutWork: WITHOUT_WORK }, work);
}

/** An address alone is written to: to prove itself, or to be told that it has signed already. false: too late. */
async function settle(
  visit: Visit,
  { petition, space }: SeenPetition,
  signer: Signer,
): Promise<boolean> {
  const { db, organisation } = visit;
  return db.transaction().execute(async (tx) => {
    const done = await sign(tx, organisation.id, petition.id, signer);
    if (!done.ok) return false;
    if (signer.personId !== null) {
      await visit.noteParticipation(tx, space.id, signer.personId);
      return true;
    }
    const { signature } = done;
    await queueMail(
      tx,
      signature.signedAt
        ? writeSigned(visit, petition, signature)
        : writeProofAsked(visit, petition, signature),
    );
    return true;
  });
}

function linkFor(visit: Visit, { id }: Signature, use: LinkUse): string {
  const { organisation, origin, config } = visit;
  const token = writeLinkToken(openKeys(config.keysFolder).rollKey(), organisation.id, id, use);
  return origin + (use === 'confirm' ? urls.signatureConfirm : urls.signatureWithdraw)({ token });
}

const letter = ({ organisation }: Visit, { email, locale }: Signature) => ({
  to: email,
  locale,
  replyTo: organisation.contactEmail,
});

const writeProofAsked = (visit: Visit, { title }: Petition, signature: Signature) => ({
  ...letter(visit, signature),
  subject: m.petitions_mail_proof_subject({ title }),
  text: m.petitions_mail_proof({
    name: signature.name,
    title,
    address: linkFor(visit, signature, 'confirm'),
    organisation: visit.organisation.name,
  }),
});

const writeSigned = (visit: Visit, { title }: Petition, signature: Signature) => ({
  ...letter(visit, signature),
  subject: m.petitions_mail_signed_subject({ title }),
  text: m.petitions_mail_signed({
    name: signature.name,
    title,
    address: linkFor(visit, signature, 'withdraw'),
    organisation: visit.organisation.name,
  }),
});

/** What a mailed link is about; null: it is not ours, or what it was about is gone. */
async function findLinked({ db, config, organisation, params }: Visit<'token'>, use: LinkUse) {
  const key = openKeys(config.keysFolder).rollKey();
  const id = found(readLinkToken(key, organisation.id, params.token, use), 'token');
  const signature = await findSignature(db, organisation.id, { id });
  const petition =
    signature && (await findPetition(db, organisation.id, { id: signature.petitionId }));
  return signature && petition && !petition.hiddenAt ? { signature, petition } : null;
}

const settled = (
  title: string,
  words: string,
  petition: Petition | null,
  status?: 409 | 410,
): Answer =>
  page({
    title,
    section: 'participation',
    ...(status && { status }),
    body: <SettledPage {...{ title, words, petition }} />,
  });

const confirmed = (petition: Petition) =>
  settled(m.petitions_confirmed_title(), m.petitions_confirmed_words(), petition);
const withdrawn = () => settled(m.petitions_withdrawn_title(), m.petitions_withdrawn_words(), null);
const linkSpent = () => settled(m.petitions_spent_title(), m.petitions_spent_words(), null, 410);

const refuseClosed = (visit: Visit, seen: SeenPetition, typed: TypedSignature) =>
  showPetition(visit, seen, {
    typed,
    problems: { form: m.petitions_closed_words() },
    status: 409,
  });
