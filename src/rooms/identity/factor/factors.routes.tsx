import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, mayProveRight, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../../platform/http/visit.ts';
import { queueMail } from '../../../platform/mail/mail.ts';
import { urls } from '../../../urls.ts';
import { readNext, renewSession, senderOf, showForm } from '../browser.routes.tsx';
import { loadSelf } from '../password.routes.tsx';
import { type ChangedFactor, factorRemovedMail } from './factor.mails.ts';
import { removeFactor } from './factor.store.ts';
import { countFactors, type FactorRefusal, type Factors, readPasskeyName } from './factor.ts';
import { FACTOR_FIELDS } from './factor-words.page.ts';
import { FactorsPage, GivenCodesPage } from './factors.page.tsx';
import { RenamePasskeyPage } from './new-factor.page.tsx';
import { renamePasskey } from './passkey.store.ts';
import { ProveAgainPage } from './proof.page.tsx';
import { factorKeyOf, loadFactors, ownerOf, proveAndAct } from './proving.routes.tsx';
import { replaceRecoveryCodes } from './recovery-code.store.ts';

/** One's second factors: seen, renamed, removed. */
export const factorsRoutes: readonly Route[] = [
  get(urls.accountFactors, 'signed-in', async (visit) => {
    const factors = await loadFactors(visit);
    return page({
      title: m.factor_title(),
      body: (
        <FactorsPage
          factors={factors}
          needed={mayProveRight('officer', visit.visitor)}
          next={readNext(visit)}
        />
      ),
    });
  }),

  get(urls.accountPasskey, 'second-factor', async (visit) => {
    const { id, name } = findPasskey(await loadFactors(visit), visit.params.passkey);
    return showRename(id, name);
  }),

  post(urls.accountPasskey, 'second-factor', async (visit) => {
    const { id } = findPasskey(await loadFactors(visit), visit.params.passkey);
    const typed = (await visit.form()).text(FACTOR_FIELDS.name);
    const read = readPasskeyName(typed);
    if (!read.ok) return showRename(id, typed, read.refusal);
    found((await renamePasskey(visit.db, ownerOf(visit), id, read.name)) || null, 'passkey');
    return seeOther(visit, urls.accountFactors(), 'factor-renamed');
  }),

  get(urls.accountRemoveFactor, 'second-factor', async (visit) => {
    const factors = await loadFactors(visit);
    return showRemoval(visit.params.factor, factors);
  }),

  post(urls.accountRemoveFactor, 'second-factor', async (visit) => {
    const factors = await loadFactors(visit);
    const removed = findFactor(factors, visit.params.factor);
    const person = await loadSelf(visit);
    const refusal = await proveAndAct(visit, await visit.form(), async (tx) => {
      // gone meanwhile, by another window: what was asked for is so
      if (!(await removeFactor(tx, ownerOf(visit), visit.params.factor))) return;
      await queueMail(tx, factorRemovedMail(senderOf(visit), person, removed));
    });
    return refusal
      ? showRemoval(visit.params.factor, factors, refusal)
      : seeOther(visit, urls.accountFactors(), 'factor-removed');
  }),

  get(urls.accountRecoveryCodes, 'second-factor', async (visit) => {
    const factors = await loadFactors(visit);
    return countFactors(factors) === 0
      ? seeOther(visit, urls.accountFactors())
      : showRenewal(factors);
  }),

  post(urls.accountRecoveryCodes, 'second-factor', async (visit) => {
    const factors = await loadFactors(visit);
    if (countFactors(factors) === 0) return seeOther(visit, urls.accountFactors());
    let codes: string[] = [];
    const refusal = await proveAndAct(visit, await visit.form(), async (tx) => {
      codes = await replaceRecoveryCodes(tx, factorKeyOf(visit), ownerOf(visit));
      await renewSession(visit, tx);
    });
    if (refusal) return showRenewal(factors, refusal);
    return page({
      title: m.factor_given_title(),
      body: <GivenCodesPage codes={codes} first={false} next={undefined} />,
      headers: { 'cache-control': 'private, no-store' },
    });
  }),
];

function findPasskey({ passkeys }: Factors, id: string) {
  return found(
    passkeys.find((passkey) => passkey.id === id),
    'passkey',
  );
}

/** « application », or the id of a passkey. */
function findFactor(factors: Factors, removed: string): ChangedFactor {
  if (removed !== 'application')
    return { kind: 'passkey', name: findPasskey(factors, removed).name };
  found(factors.appAddedOn, 'application');
  return { kind: 'app' };
}

function showRename(id: string, name: string, ...refusals: FactorRefusal[]): Answer {
  const body = <RenamePasskeyPage id={id} name={name} refusals={refusals} />;
  return showForm(m.factor_rename_title(), body, refusals);
}

function showRemoval(removed: string, factors: Factors, ...refusals: FactorRefusal[]): Answer {
  const factor = findFactor(factors, removed);
  const title =
    factor.kind === 'app'
      ? m.factor_remove_app_title()
      : m.factor_remove_passkey_title({ name: factor.name });
  return showProveAgain(
    title,
    <ProveAgainPage
      title={title}
      lead={m.factor_remove_lead()}
      warning={countFactors(factors) === 1 ? m.factor_remove_last() : undefined}
      submit={m.factor_remove_submit()}
      byPasskey={m.factor_remove_by_passkey()}
      danger
      action={urls.accountRemoveFactor({ factor: removed })}
      back={toFactors()}
      factors={factors}
      refusals={refusals}
    />,
    refusals,
  );
}

function showRenewal(factors: Factors, ...refusals: FactorRefusal[]): Answer {
  const title = m.factor_renew_title();
  return showProveAgain(
    title,
    <ProveAgainPage
      title={title}
      lead={m.factor_renew_lead()}
      submit={m.factor_renew_submit()}
      byPasskey={m.factor_renew_by_passkey()}
      action={urls.accountRecoveryCodes()}
      back={toFactors()}
      factors={factors}
      refusals={refusals}
    />,
    refusals,
  );
}

const toFactors = () => ({ label: m.factor_title(), href: urls.accountFactors() });

/** A page that asks for a factor: the device may answer by the page's script. */
export function showProveAgain(
  title: string,
  body: Parameters<typeof page>[0]['body'],
  refusals: readonly FactorRefusal[],
): Answer {
  return page({
    title,
    body,
    scripts: ['passkey.js'],
    ...(refusals.length > 0 && { status: 422, faulty: true }),
  });
}
