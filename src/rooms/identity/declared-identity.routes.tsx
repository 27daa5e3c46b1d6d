import * as m from '../../paraglide/messages.js';
import { dayInParis } from '../../platform/clock/paris.ts';
import { readNow } from '../../platform/database/database.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import { urls } from '../../urls.ts';
import { readNext, showForm } from './browser.routes.tsx';
import { DeclaredIdentityPage } from './declared-identity.page.tsx';
import {
  readBirthDate,
  readResidence,
  readTypedDate,
  type TypedDate,
} from './declared-identity.ts';
import { loadSelf } from './password.routes.tsx';
import { saveDeclaredIdentity } from './person.store.ts';
import { FIELDS, type Refusals } from './words.page.ts';

/** Birth date and residence, on honour (R69). The act that sends people here checks what it needs. */
export const declaredIdentityRoutes: readonly Route[] = [
  get(urls.accountIdentity, 'signed-in', async (visit) => {
    const person = await loadSelf(visit);
    const [year = '', month = '', day = ''] = person.birthDate?.split('-') ?? [];
    const residence =
      visit.organisation.kind === 'town'
        ? person.residenceDeclaredOn && (person.residence ? 'oui' : 'non')
        : person.residence;
    return show(visit, { day, month, year }, residence ?? '');
  }),

  post(urls.accountIdentity, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const form = await visit.form();
    const typed = readTypedDate(form, FIELDS.birth);
    const answered = form.text(FIELDS.residence);
    const birth = readBirthDate(typed, dayInParis(await readNow(db)));
    const residence = readResidence(answered, organisation);
    if (typeof birth === 'string' || typeof residence === 'string') {
      return show(visit, typed, answered, {
        ...(typeof birth === 'string' && { birth }),
        ...(typeof residence === 'string' && { residence }),
      });
    }
    await saveDeclaredIdentity(db, organisation.id, visitor.id, {
      birthDate: birth.date,
      residence: residence.place,
    });
    return seeOther(visit, readNext(visit) ?? urls.account(), 'identity-declared');
  }),
];

function show(
  visit: SignedInVisit,
  birth: TypedDate,
  residence: string,
  refusals: Refusals = {},
): Answer {
  return showForm(
    m.identity_identity_title(),
    <DeclaredIdentityPage
      next={readNext(visit)}
      organisation={visit.organisation}
      birth={birth}
      residence={residence}
      refusals={refusals}
    />,
    refusals,
  );
}
