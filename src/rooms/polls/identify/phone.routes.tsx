import { get, post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { PhoneCodeForm, PhoneForm } from '../../electorate/index.page.ts';
import {
  CODE_MINUTES,
  checkPhoneCode,
  PHONE_FIELDS,
  readAskedNumber,
  sendPhoneCode,
  writeMark,
} from '../../electorate/index.ts';
import {
  type Identifying,
  type IdentityVisit,
  keepProof,
  loadIdentifying,
  showRefused,
  showStep,
} from './identifying.routes.tsx';

/** What this browser asked for, sealed; for as long as the code lives. */
const ASKING = 'code-sms';

type PhoneState = Pick<Parameters<typeof PhoneForm>[0], 'phone' | 'refusal'>;
type CodeState = Pick<Parameters<typeof PhoneCodeForm>[0], 'refusal'>;

/** A mobile number proven by the code sent to it. The forms carry their own words of what is wrong. */
export const phoneRoutes: readonly Route[] = [
  post(
    urls.voteIdentityPhone,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'sms');
      if ('answer' in loaded) return loaded.answer;
      const phone = (await visit.form()).text(PHONE_FIELDS.phone);
      const sent = await sendPhoneCode(phoneVisit(visit, loaded), {
        phone,
        locale: visit.locale,
        asking: visit.cookies.get(ASKING) ?? '',
      });
      if (!sent.ok)
        return showRefused(
          loaded,
          drawPhone(visit, loaded, { phone, refusal: sent.refusal }),
          sent,
        );
      const at = { edition: loaded.edition.slug };
      visit.cookies.set(ASKING, sent.asking, { path: urls.vote(at), maxAge: CODE_MINUTES * 60 });
      return seeOther(visit, urls.voteIdentityPhoneCode(at));
    },
    { unlogged: true },
  ),

  get(
    urls.voteIdentityPhoneCode,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'sms');
      return 'answer' in loaded ? loaded.answer : showStep(loaded, drawCode(visit, loaded, {}));
    },
    { unlogged: true },
  ),

  post(
    urls.voteIdentityPhoneCode,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'sms');
      if ('answer' in loaded) return loaded.answer;
      const code = (await visit.form()).text(PHONE_FIELDS.code);
      const asking = visit.cookies.get(ASKING) ?? '';
      const checked = await checkPhoneCode(phoneVisit(visit, loaded), { code, asking });
      if (!checked.ok)
        return showRefused(loaded, drawCode(visit, loaded, { refusal: checked.refusal }), checked);
      visit.cookies.clear(ASKING, urls.vote({ edition: loaded.edition.slug }));
      const rollKey = openKeys(visit.config.keysFolder).rollKey();
      return keepProof(visit, loaded, {
        method: 'sms',
        marks: [writeMark(rollKey, loaded.poll.id, checked.proven)],
      });
    },
    { unlogged: true },
  ),
];

const phoneVisit = (visit: IdentityVisit, { poll }: Identifying) => ({
  db: visit.db,
  config: visit.config,
  organisation: visit.organisation,
  address: visit.address,
  pollId: poll.id,
});

export function drawPhone(visit: IdentityVisit, { edition }: Identifying, state: PhoneState = {}) {
  return (
    <PhoneForm
      action={urls.voteIdentityPhone({ edition: edition.slug })}
      countries={visit.config.sms.countries}
      locale={visit.locale}
      {...state}
    />
  );
}

function drawCode(visit: IdentityVisit, { edition, poll }: Identifying, state: CodeState) {
  const at = { edition: edition.slug };
  return (
    <PhoneCodeForm
      action={urls.voteIdentityPhoneCode(at)}
      again={urls.voteIdentity(at, { par: 'sms' })}
      phone={readAskedNumber(visit.config, poll.id, visit.cookies.get(ASKING) ?? '')}
      {...state}
    />
  );
}
