import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findByNicknameKeys, listNicknames, nicknameKey } from '../../identity/index.ts';
import { giveLabel, listOfficialAccounts, takeLabelBack } from './official.store.ts';
import { checkLabel } from './official.ts';
import { labelWords, OFFICIAL_FIELDS, OfficialsPage } from './officials.page.tsx';

/** What one page shows at most: of those that hold, all that an organisation gives. */
const MOST = 200;

/** Who speaks for whom (R136): given and taken back by administrators. */
export const officialsRoutes: readonly Route[] = [
  get(urls.officialAccounts, 'administrator', (visit) => show(visit)),

  post(urls.officialAccounts, 'administrator', async (visit) => {
    const { db, organisation } = visit;
    const form = await visit.form();
    const typed = {
      nickname: form.text(OFFICIAL_FIELDS.nickname),
      label: form.text(OFFICIAL_FIELDS.label).replaceAll(/\s+/g, ' '),
    };
    const key = nicknameKey(typed.nickname);
    const personId = (await findByNicknameKeys(db, organisation.id, [key])).get(key);
    const wrong = checkLabel(typed.label, nicknameKey(typed.label));
    const problems: Problems = {
      ...(!personId && { [OFFICIAL_FIELDS.nickname]: labelWords.nobody() }),
      ...(wrong && { [OFFICIAL_FIELDS.label]: labelWords[wrong]() }),
    };
    if (!personId || wrong) return show(visit, typed, problems);
    const given = await giveLabel(db, actOf(visit), personId, typed.label);
    if (given.ok) return seeOther(visit, urls.officialAccounts(), 'official-given');
    const field = given.refusal === 'has-another' ? 'nickname' : 'label';
    return show(visit, typed, { [OFFICIAL_FIELDS[field]]: labelWords[given.refusal]() });
  }),

  post(urls.endOfficialAccount, 'administrator', async (visit) => {
    const { db, params } = visit;
    found(isUuid(params.account) || null, 'official account');
    found((await takeLabelBack(db, actOf(visit), params.account)) || null, 'official account');
    return seeOther(visit, urls.officialAccounts(), 'official-taken-back');
  }),
];

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

async function show(
  { db, organisation }: SignedInVisit,
  typed = { nickname: '', label: '' },
  problems: Problems = {},
): Promise<Answer> {
  const [holding, former] = await Promise.all([
    listOfficialAccounts(db, organisation.id, { holding: true, most: MOST }),
    listOfficialAccounts(db, organisation.id, { holding: false, most: MOST }),
  ]);
  const people = [...holding, ...former].map(({ personId }) => personId);
  const nicknames = await listNicknames(db, organisation.id, [...new Set(people)]);
  return page({
    title: m.profiles_officials_title(),
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status: 422, faulty: true }),
    body: <OfficialsPage {...{ holding, former, nicknames, typed, problems }} />,
  });
}
