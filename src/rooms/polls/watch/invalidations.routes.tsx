import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listBatches, listEntriesNumbered, writeMark } from '../../electorate/index.ts';
import { listNicknames, readUsableEmail } from '../../identity/index.ts';
import { loadPoll, type PollVisit } from '../ballot/voter.routes.tsx';
import { listVotePoints } from '../points/point.store.ts';
import type { Poll } from '../poll.ts';
import { countConcerned } from './concerned.store.ts';
import {
  confirmInvalidation,
  proposeInvalidation,
  restoreVoter,
  withdrawInvalidation,
} from './invalidation.store.ts';
import { refuseState } from './invalidation.ts';
import type { TypedRule } from './invalidation-form.page.tsx';
import { listInvalidations } from './invalidation-lists.store.ts';
import {
  INVALIDATION_FIELDS,
  invalidationRefusalWords,
  sayRule,
} from './invalidation-words.page.ts';
import { InvalidationPreview, InvalidationsPage } from './invalidations.page.tsx';
import { listDays, markEntry, readRule, readTypedRule } from './rule-reading.routes.ts';

type OfficeVisit = SignedInVisit<'edition'>;
type RuleVisit = SignedInVisit<'edition' | 'invalidation'>;
type Loaded = PollVisit & { poll: Poll };

/** Proposing a rule, agreeing with it or not, and giving a voter their vote back. */
export const invalidationRoutes: readonly Route[] = [
  get(urls.adminPollInvalidations, 'officer', async (visit) =>
    listPage(visit, await loadWatched(visit)),
  ),

  post(urls.adminPollInvalidations, 'officer', async (visit) => {
    const loaded = await loadWatched(visit);
    const { poll, edition, state } = loaded;
    const form = await visit.form();
    const typed = readTypedRule(form);
    const tooLate = refuseState(state);
    if (tooLate) return listPage(visit, loaded, sayRefusal(tooLate));
    const read = await readRule(visit, poll, typed, await loadGround(visit, loaded));
    if (!read.ok) return listPage(visit, loaded, read.problems, typed);
    const { marked } = read;
    if (form.text('confirmation') !== 'oui')
      return page({
        title: m.watch_inv_title(),
        section: 'admin',
        headers: { 'cache-control': 'no-store' },
        body: (
          <InvalidationPreview
            edition={edition}
            rule={sayRule(marked.rule)}
            concerned={await countConcerned(visit.db, poll.id, marked)}
            typed={typed}
          />
        ),
      });
    const reason = typed[INVALIDATION_FIELDS.reason] ?? '';
    const proposed = await proposeInvalidation(visit.db, actOf(visit), poll.id, {
      ...marked,
      reason,
    });
    return answer(visit, loaded, proposed, 'poll-invalidation-proposed', typed);
  }),

  post(urls.adminPollInvalidate, 'officer', async (visit) => {
    const loaded = await loadRule(visit);
    const form = await visit.form();
    if (!form.has(INVALIDATION_FIELDS.agree))
      return listPage(visit, loaded, sayRefusal('agree-missing'));
    const { db, config, params } = visit;
    const { id } = loaded.poll;
    const confirmed = await confirmInvalidation(db, config, actOf(visit), id, params.invalidation);
    return answer(visit, loaded, confirmed, 'poll-invalidation-confirmed');
  }),

  post(urls.adminPollKeepBallots, 'officer', async (visit) => {
    const loaded = await loadRule(visit);
    const { db, params } = visit;
    const { id } = loaded.poll;
    const withdrawn = await withdrawInvalidation(db, actOf(visit), id, params.invalidation);
    return answer(visit, loaded, withdrawn, 'poll-invalidation-withdrawn');
  }),

  post(urls.adminPollRestoreVoter, 'officer', async (visit) => {
    const loaded = await loadRule(visit);
    const form = await visit.form();
    const typed = {
      number: form.text(INVALIDATION_FIELDS.number),
      email: form.text(INVALIDATION_FIELDS.email),
    };
    if (typed.number === '' && typed.email === '')
      return listPage(visit, loaded, sayRefusal('restore-missing'));
    const marks = await listMarks(visit, loaded.poll, typed);
    const { db, params } = visit;
    const { id } = loaded.poll;
    const restored = await restoreVoter(db, actOf(visit), id, params.invalidation, marks);
    return answer(visit, loaded, restored, 'poll-voter-restored');
  }),
];

async function loadWatched(visit: OfficeVisit): Promise<Loaded> {
  const loaded = await loadPoll(visit);
  return { ...loaded, poll: found(loaded.poll?.imported ? null : loaded.poll, 'poll') };
}

/** What a rule may be about. */
async function loadGround(
  { db, organisation }: OfficeVisit,
  { edition, poll, now }: Pick<Loaded, 'edition' | 'poll' | 'now'>,
) {
  const of = { organisationId: organisation.id, editionId: edition.id };
  const [points, batches] = await Promise.all([
    listVotePoints(db, organisation.id, edition.id),
    listBatches(db, of),
  ]);
  return { points, batches, days: listDays(poll, now) };
}

/** The rule of the address must be one of this poll. */
async function loadRule(visit: RuleVisit): Promise<Loaded> {
  const loaded = await loadWatched(visit);
  const at = { organisationId: visit.organisation.id, pollId: loaded.poll.id };
  const all = await listInvalidations(visit.db, at);
  found(all.find(({ id }) => id === visit.params.invalidation) ?? null, 'invalidation');
  return loaded;
}

const actOf = ({ organisation, visitor }: OfficeVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

const sayRefusal = (refusal: keyof typeof invalidationRefusalWords): Problems => ({
  form: invalidationRefusalWords[refusal](),
});

/** What somebody who contests may have voted with. */
async function listMarks(
  visit: OfficeVisit,
  poll: Poll,
  { number, email }: { number: string; email: string },
): Promise<string[]> {
  const entries = await listEntriesNumbered(visit.db, visit.organisation.id, poll.editionId, [
    number,
  ]);
  const read = readUsableEmail(email, () => false);
  const rollKey = openKeys(visit.config.keysFolder).rollKey();
  const mailbox = typeof read === 'string' ? null : read.mailbox;
  return [
    ...(number === '' ? [] : entries.map(({ id }) => markEntry(visit, poll, id))),
    ...(mailbox ? [writeMark(rollKey, poll.id, { kind: 'mailbox', value: mailbox }).mark] : []),
  ];
}

function answer(
  visit: OfficeVisit,
  loaded: Loaded,
  done: { ok: true } | { ok: false; refusal: keyof typeof invalidationRefusalWords },
  notice: string,
  typed: TypedRule = {},
): Promise<Answer> | Answer {
  if (!done.ok) return listPage(visit, loaded, sayRefusal(done.refusal), typed);
  return seeOther(visit, urls.adminPollInvalidations({ edition: loaded.edition.slug }), notice);
}

async function listPage(
  visit: OfficeVisit,
  { edition, poll, state, now }: Loaded,
  problems: Problems = {},
  typed: TypedRule = {},
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const [invalidations, ground] = await Promise.all([
    listInvalidations(db, { organisationId: organisation.id, pollId: poll.id }),
    loadGround(visit, { edition, poll, now }),
  ]);
  const people = invalidations.flatMap(({ proposedBy, settledBy }) => [proposedBy, settledBy]);
  const known = [...new Set(people.flatMap((id) => id ?? []))];
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.watch_inv_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <InvalidationsPage
        edition={edition}
        state={state}
        invalidations={invalidations}
        nicknames={await listNicknames(db, organisation.id, known)}
        reader={visitor.id}
        {...ground}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
