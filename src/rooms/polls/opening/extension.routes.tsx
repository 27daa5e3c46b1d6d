import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { loadPoll } from '../ballot/voter.routes.tsx';
import { ExtensionPage, extensionProblems } from '../extension.page.tsx';
import type { Poll } from '../poll.ts';
import { extendPoll } from './extension.store.ts';
import { readExtension, typeClose } from './opening-form.routes.ts';
import type { Typed } from './opening-settings.ts';

/** Putting off the close of a vote under way. */
export const extensionRoutes: readonly Route[] = [
  get(urls.adminPollExtend, 'officer', async (visit) => {
    const { edition, poll, state } = await loadPoll(visit);
    const shown = found(poll, 'poll');
    if (state !== 'open' && state !== 'waiting')
      return seeOther(visit, urls.adminPoll({ edition: edition.slug }));
    return extensionPage(edition, shown, typeClose(shown.closesAt));
  }),

  post(urls.adminPollExtend, 'officer', async (visit) => {
    const { edition, poll: loaded } = await loadPoll(visit);
    const poll = found(loaded, 'poll');
    const { typed, closesAt, reason } = readExtension(await visit.form());
    if (!closesAt) return extensionPage(edition, poll, typed, { closes: m.polls_problem_date() });
    const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
    const extended = await extendPoll(visit.db, act, poll.id, { closesAt, reason });
    if (extended.ok)
      return seeOther(visit, urls.adminPoll({ edition: edition.slug }), 'poll-extended');
    const problems = extended.refusals.map((refusal) => {
      const [field, words] = extensionProblems[refusal];
      return [field, words()];
    });
    return extensionPage(edition, poll, typed, Object.fromEntries(problems));
  }),
];

function extensionPage(edition: Edition, poll: Poll, typed: Typed, problems: Problems = {}) {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.polls_extend_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <ExtensionPage edition={edition} poll={poll} typed={typed} problems={problems} />,
  });
}
