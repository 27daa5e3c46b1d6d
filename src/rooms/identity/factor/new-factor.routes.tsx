import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import { urls } from '../../../urls.ts';
import { readNext, renewSession, senderOf } from '../browser.routes.tsx';
import { loadSelf, refuseCurrentPassword } from '../password.routes.tsx';
import type { Credentials } from '../person.ts';
import { beginApp, confirmApp, findPendingSecret } from './app.store.ts';
import { writeAppAddress } from './app-code.crypto.ts';
import { type ChangedFactor, factorAddedMail } from './factor.mails.ts';
import { recordFactorAdded } from './factor.store.ts';
import { countFactors, type FactorRefusal, readFactorCode, readPasskeyName } from './factor.ts';
import { FACTOR_FIELDS } from './factor-words.page.ts';
import { GivenCodesPage } from './factors.page.tsx';
import { AppSetupPage, NewPasskeyPage } from './new-factor.page.tsx';
import { askForPasskey, readNewPasskey } from './passkey.crypto.ts';
import { insertPasskey, keepChallenge, listPasskeyKeys, takeChallenge } from './passkey.store.ts';
import {
  answerJson,
  factorKeyOf,
  limitCodes,
  limitPasskeys,
  loadForAdding,
  ownerOf,
  placeOf,
  sessionOf,
} from './proving.routes.tsx';
import { replaceRecoveryCodes } from './recovery-code.store.ts';

/** An application or a passkey is added. The first one asks for the password, and gives the recovery codes. */
export const newFactorRoutes: readonly Route[] = [
  post(urls.accountAppStart, 'signed-in', async (visit) => {
    const factors = await loadForAdding(visit);
    if (factors instanceof Response) return factors;
    const begun = await beginApp(visit.db, factorKeyOf(visit), ownerOf(visit));
    const next = { vers: readNext(visit) };
    return seeOther(visit, begun ? urls.accountApp(next) : urls.accountFactors(next));
  }),

  get(urls.accountApp, 'signed-in', async (visit) => {
    const factors = await loadForAdding(visit);
    return factors instanceof Response ? factors : showSetup(visit);
  }),

  post(urls.accountApp, 'signed-in', async (visit) => {
    const factors = await loadForAdding(visit);
    if (factors instanceof Response) return factors;
    const person = await loadSelf(visit);
    const form = await visit.form();
    const typed = readFactorCode(form.text(FACTOR_FIELDS.code));
    const unreadable = typeof typed === 'string' ? typed : null;
    if (!unreadable) await limitCodes(visit);
    const refused = await refuseOthers(visit, person, form.raw(FACTOR_FIELDS.currentPassword));
    if (typeof typed === 'string' || refused)
      return showSetup(visit, ...[unreadable, refused].filter((one) => one !== null));
    const first = countFactors(factors) === 0;
    const given = await visit.db.transaction().execute(async (tx) => {
      const confirmed = await confirmApp(tx, factorKeyOf(visit), ownerOf(visit), typed.code);
      return confirmed ? keepNewFactor(visit, tx, person, { kind: 'app' }, first) : null;
    });
    return given ? answerAdded(visit, given, 'factor-app-added') : showSetup(visit, 'code-refused');
  }),

  get(urls.accountNewPasskey, 'signed-in', async (visit) => {
    const factors = await loadForAdding(visit);
    return factors instanceof Response ? factors : showNewPasskey(visit, '');
  }),

  post(urls.accountNewPasskeyAsk, 'signed-in', async (visit) => {
    const factors = await loadForAdding(visit);
    if (factors instanceof Response) return factors;
    await limitPasskeys(visit);
    const { db, organisation } = visit;
    const options = await askForPasskey(
      placeOf(visit),
      organisation.name,
      await loadSelf(visit),
      await listPasskeyKeys(db, ownerOf(visit)),
    );
    await db
      .transaction()
      .execute((tx) => keepChallenge(tx, sessionOf(visit), 'add', options.challenge));
    return answerJson(options);
  }),

  post(urls.accountNewPasskey, 'signed-in', async (visit) => {
    const factors = await loadForAdding(visit);
    if (factors instanceof Response) return factors;
    const person = await loadSelf(visit);
    const form = await visit.form();
    const typed = form.text(FACTOR_FIELDS.name);
    const read = readPasskeyName(typed);
    const refused = await refuseOthers(visit, person, form.raw(FACTOR_FIELDS.currentPassword));
    if (!read.ok || refused) {
      const unnamed = read.ok ? null : read.refusal;
      return showNewPasskey(visit, typed, ...[unnamed, refused].filter((one) => one !== null));
    }
    const { name } = read;
    const first = countFactors(factors) === 0;
    const added = await visit.db.transaction().execute(async (tx) => {
      const challenge = await takeChallenge(tx, sessionOf(visit), 'add');
      const answer = form.raw(FACTOR_FIELDS.passkey);
      const key = challenge && (await readNewPasskey(placeOf(visit), challenge, answer));
      if (!key) return 'passkey-refused';
      if (!(await insertPasskey(tx, ownerOf(visit), key, name))) return 'passkey-known';
      return keepNewFactor(visit, tx, person, { kind: 'passkey', name }, first);
    });
    return typeof added === 'string'
      ? showNewPasskey(visit, name, added)
      : answerAdded(visit, added, 'factor-added');
  }),
];

/** Someone who found an open browser must not add a factor of their own: the first asks for the password. */
async function refuseOthers(
  visit: SignedInVisit,
  person: Credentials,
  password: string,
): Promise<'current-password-refused' | null> {
  return visit.visitor.factorProven ? null : refuseCurrentPassword(visit, person, password);
}

/** Told in the journal and by mail. The first factor counts as proven at once, and comes with recovery codes. */
async function keepNewFactor(
  visit: SignedInVisit,
  tx: Tx,
  person: Credentials,
  factor: ChangedFactor,
  first: boolean,
): Promise<string[]> {
  await recordFactorAdded(tx, ownerOf(visit), factor.kind);
  await queueMail(tx, factorAddedMail(senderOf(visit), person, factor));
  if (!first) return [];
  await renewSession(visit, tx);
  return replaceRecoveryCodes(tx, factorKeyOf(visit), ownerOf(visit));
}

/** With codes, they are the answer itself: no address shows them again. */
function answerAdded(visit: SignedInVisit, codes: readonly string[], notice: string): Answer {
  const next = readNext(visit);
  if (codes.length === 0) return seeOther(visit, next ?? urls.accountFactors(), notice);
  return page({
    title: m.factor_given_title(),
    body: <GivenCodesPage codes={codes} first next={next} />,
    headers: { 'cache-control': 'private, no-store' },
  });
}

async function showSetup(visit: SignedInVisit, ...refusals: FactorRefusal[]): Promise<Answer> {
  const secret = await findPendingSecret(visit.db, factorKeyOf(visit), ownerOf(visit));
  const next = readNext(visit);
  if (secret === null) return seeOther(visit, urls.accountFactors({ vers: next }));
  const person = await loadSelf(visit);
  return page({
    title: m.factor_setup_title(),
    ...faulty(refusals),
    headers: { 'cache-control': 'private, no-store' },
    body: (
      <AppSetupPage
        next={next}
        secret={secret}
        address={writeAppAddress(secret, visit.organisation.name, person.email)}
        asksPassword={asksPassword(visit, person)}
        refusals={refusals}
      />
    ),
  });
}

async function showNewPasskey(
  visit: SignedInVisit,
  name: string,
  ...refusals: FactorRefusal[]
): Promise<Answer> {
  return page({
    title: m.factor_new_passkey_title(),
    scripts: ['passkey.js'],
    ...faulty(refusals),
    body: (
      <NewPasskeyPage
        next={readNext(visit)}
        name={name}
        asksPassword={asksPassword(visit, await loadSelf(visit))}
        refusals={refusals}
      />
    ),
  });
}

const asksPassword = ({ visitor }: SignedInVisit, person: Credentials) =>
  !visitor.factorProven && person.passwordHash !== null;

const faulty = (refusals: readonly FactorRefusal[]) =>
  refusals.length > 0 ? ({ status: 422, faulty: true } as const) : {};
