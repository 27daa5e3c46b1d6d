import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  isOwnAddress,
  page,
  type SignedInVisit,
  seeOther,
} from '../../../platform/http/visit.ts';
import { markPerson } from '../../../platform/secrets/person-mark.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listPublicNicknames } from '../../identity/index.ts';
import { isProfileClosed } from '../public/profile.store.ts';
import {
  type Answerer,
  findAnswers,
  forgetAnswers,
  MARK_USE,
  saveAnswers,
} from './answer.store.ts';
import { isAsked, listFields } from './field.store.ts';
import { readChoice } from './field.ts';
import { asSent, fieldName, OwnProfilePage } from './own-profile.page.tsx';

/**
 * What somebody tells of themselves, or not (R95, R106): at the end of a sign-up, and from their account. Neither
 * journal nor access log says who answered.
 */
export const ownProfileRoutes: readonly Route[] = [
  get(
    urls.ownProfile,
    'signed-in',
    async (visit) => {
      const next = readNext(visit);
      const fields = await listFields(visit.db, visit.organisation.id);
      // at the end of a sign-up, where nothing is asked, there is no page between
      if (next && !fields.some(isAsked)) return seeOther(visit, next);
      return show(visit);
    },
    { unlogged: true },
  ),

  post(
    urls.ownProfile,
    'signed-in',
    async (visit) => {
      const { db, organisation, visitor } = visit;
      const form = await visit.form();
      const asked = (await listFields(db, organisation.id)).filter(isAsked);
      const typed: Record<string, string> = {};
      const problems: Problems = {};
      const answers = new Map<string, number | null>();
      for (const field of asked) {
        const name = fieldName(field);
        typed[name] = form.text(name);
        const choice = readChoice(field, typed[name]);
        if (choice === null) problems[name] = m.profiles_problem_answer();
        else answers.set(field.id, choice === 'nothing' ? null : choice);
      }
      if (Object.keys(problems).length > 0) return show(visit, typed, problems);
      await saveAnswers(db, answererOf(visit), visitor.id, answers);
      const next = readNext(visit);
      return next
        ? seeOther(visit, next)
        : seeOther(visit, urls.ownProfile(), 'profile-answers-saved');
    },
    { unlogged: true },
  ),

  post(
    urls.eraseOwnProfile,
    'signed-in',
    async (visit) => {
      await forgetAnswers(visit.db, answererOf(visit));
      return seeOther(visit, urls.ownProfile(), 'profile-answers-erased');
    },
    { unlogged: true },
  ),
];

const answererOf = ({ config, organisation, visitor }: SignedInVisit): Answerer => ({
  organisationId: organisation.id,
  mark: markPerson(config.keysFolder, MARK_USE, organisation.id, visitor.id),
});

function readNext({ url }: SignedInVisit): string | undefined {
  const asked = url.searchParams.get('vers') ?? '';
  return asked !== '' && asked.length < 2000 && isOwnAddress(asked) ? asked : undefined;
}

async function show(
  visit: SignedInVisit,
  typed?: Readonly<Record<string, string>>,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation, visitor, locale } = visit;
  const next = readNext(visit);
  const names = await listPublicNicknames(db, organisation.id, [visitor.id]);
  const nickname = next === undefined ? names.get(visitor.id) : undefined;
  const isClosed = await isProfileClosed(db, organisation.id, visitor.id);
  const fields = await listFields(db, organisation.id);
  const answers = await findAnswers(db, answererOf(visit));
  const known = Object.fromEntries(
    fields.map((field) => [fieldName(field), asSent(answers.get(field.id))]),
  );
  return page({
    title: m.profiles_own_title(),
    section: 'my-space',
    ...(Object.keys(problems).length > 0 && { status: 422, faulty: true }),
    body: (
      <OwnProfilePage
        asked={fields.filter(isAsked)}
        former={fields.filter((field) => !isAsked(field) && answers.has(field.id))}
        answers={answers}
        typed={typed ?? known}
        problems={problems}
        next={next}
        shown={nickname === undefined ? null : { nickname, isClosed }}
        locale={locale}
      />
    ),
  });
}
