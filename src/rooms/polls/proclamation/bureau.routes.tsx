import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { BureauPage, bureauProblems } from './bureau.page.tsx';
import { listBureau, saveBureau } from './bureau.store.ts';
import { checkBureau, MOST_SIGNATORIES, type Signatory } from './bureau.ts';

/** Who signs the minutes, until they are published. */
export const bureauRoutes: readonly Route[] = [
  get(urls.adminPollBureau, 'officer', async (visit) => {
    const { edition, poll, frozen } = await loadBureau(visit);
    if (frozen) return tooLate(visit, edition);
    const signatories = await listBureau(visit.db, visit.organisation.id, poll.id);
    return bureauPage(
      edition,
      listPlaces().map((at) => signatories[at] ?? propose(at)),
    );
  }),

  post(urls.adminPollBureau, 'officer', async (visit) => {
    const { edition, poll, frozen } = await loadBureau(visit);
    if (frozen) return tooLate(visit, edition);
    const form = await visit.form();
    const line = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
    const typed = listPlaces().map((at) => ({
      name: line(`name-${at}`),
      function: line(`function-${at}`),
    }));
    const refusals = checkBureau(typed);
    if (refusals.size > 0) {
      const problems = [...refusals].map(([at, refusal]) => {
        const [field, words] = bureauProblems[refusal];
        return [`${field}-${at}`, words()];
      });
      return bureauPage(edition, typed, Object.fromEntries(problems));
    }
    const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
    const named = typed.filter(({ name }) => name !== '');
    if (!(await saveBureau(visit.db, act, poll.id, named))) return tooLate(visit, edition);
    return seeOther(visit, urls.adminPoll({ edition: edition.slug }), 'poll-bureau-saved');
  }),
];

async function loadBureau(visit: SignedInVisit<'edition'>) {
  const { edition, poll, state } = await loadPoll(visit);
  const shown = found(poll?.imported ? null : poll, 'poll');
  return { edition, poll: shown, frozen: state === 'published' };
}

const tooLate = (visit: SignedInVisit<'edition'>, { slug: edition }: Edition) =>
  seeOther(visit, urls.adminPoll({ edition }), 'poll-act-done-before');

const listPlaces = () => Array.from({ length: MOST_SIGNATORIES }, (_, at) => at);

/** A line to fill in. */
const propose = (at: number): Signatory => ({
  name: '',
  function: at === 0 ? m.proclamation_president() : m.proclamation_assessor(),
});

function bureauPage(edition: Edition, lines: readonly Signatory[], problems: Problems = {}) {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.proclamation_bureau_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <BureauPage edition={edition} lines={lines} problems={problems} />,
  });
}
