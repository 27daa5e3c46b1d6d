import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import type { Form } from '../../../platform/http/form.ts';
import { badRequest } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeEdition, type OfficeVisit } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { actOf, readAsked, readChosenNumbers } from './asking.routes.ts';
import { tellDeciders } from './deciders.mails.ts';
import { countDecidedIdeas, listDecidedIdeas, listIdeasByNumber } from './decision.store.ts';
import { checkProposal, OUTCOMES, type Outcome, type Proposal } from './decision.ts';
import { prepareMany } from './decision-writing.store.ts';
import { PrepareManyPage, type TypedProposal } from './prepare.page.tsx';
import { listReasons } from './reason.store.ts';
import { proposalWords } from './words.page.tsx';

/** One proposal for many ideas: chosen one by one, or all that a filter leaves. */
export const prepareRoutes: readonly Route[] = [
  get(urls.adminPrepareDecisions, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const { searchParams } = visit.url;
    const read = (name: string) => searchParams.get(name) ?? '';
    return manyPage(visit, edition, read, searchParams.getAll('idee'), NOTHING_TYPED);
  }),

  post(urls.adminPrepareDecisions, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const edition = await findOfficeEdition(visit);
    const form = await visit.form();
    const typed = readProposal(form);
    const reasons = await listReasons(db, organisation.id, edition.id);
    const { outcome, ...rest } = asProposal(typed);
    const problems = checkProposal({ outcome, ...rest }, reasons);
    if (outcome === null || Object.keys(problems).length > 0)
      return manyPage(visit, edition, form.text, form.all('idee'), typed, proposalWords(problems));
    const { filter, asked } = readAsked(edition, form.text);
    const numbers = readChosenNumbers(form.all('idee')).map(({ number }) => number);
    const chosen =
      form.text('tous') === 'oui'
        ? { ...filter, state: 'to-prepare' as const }
        : (await listIdeasByNumber(db, organisation.id, edition.id, numbers)).map(
            ({ ideaId }) => ideaId,
          );
    const proposal = { outcome, ...rest };
    const tell = (tx: Tx) => tellDeciders(tx, visit, edition);
    const done = await prepareMany(db, actOf(visit), edition.id, chosen, proposal, tell);
    const back = urls.adminDecisions({ edition: edition.slug }, { etat: asked.etat });
    if (!done.ok) return seeOther(visit, back, 'decide-frozen');
    return seeOther(visit, back, done.prepared > 0 ? 'decide-prepared' : 'decide-none-chosen');
  }),
];

export const NOTHING_TYPED: TypedProposal = {
  outcome: '',
  reasonId: '',
  publicText: '',
  personalText: '',
};

export function readProposal(form: Form): TypedProposal {
  return {
    outcome: form.text('outcome'),
    reasonId: form.text('reasonId'),
    publicText: form.text('publicText'),
    personalText: form.text('personalText'),
  };
}

/** A reason is of what is refused: chosen beside another outcome, it is let go. */
export function asProposal(
  typed: TypedProposal,
): Omit<Proposal, 'outcome'> & { outcome: Outcome | null } {
  const outcome = OUTCOMES.find((one) => one === typed.outcome) ?? null;
  return {
    outcome,
    reasonId: outcome === 'refused' && typed.reasonId !== '' ? typed.reasonId : null,
    publicText: typed.publicText,
    personalText: typed.personalText,
  };
}

/** Ideas of those chosen that the page names. */
const NAMED = 50;

async function manyPage(
  visit: OfficeVisit,
  edition: Edition,
  read: (name: string) => string,
  chosen: readonly string[],
  typed: TypedProposal,
  problems: Problems = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const { filter, asked } = readAsked(edition, read);
  const all = { ...filter, state: 'to-prepare' as const };
  const isAll = read('tous') === 'oui';
  const back = urls.adminDecisions({ edition: edition.slug }, { ...asked });
  const numbers = isAll ? [] : readChosenNumbers(chosen).map(({ number }) => number);
  if (numbers.length > 5000) throw badRequest('too many ideas');
  const at = [db, organisation.id, edition.id] as const;
  const ideas = isAll
    ? (await listDecidedIdeas(...at, all)).ideas
    : (await listIdeasByNumber(...at, numbers)).filter(({ state }) => state === 'to-prepare');
  if (ideas.length === 0) return seeOther(visit, back, 'decide-none-chosen');
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.decide_many_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <PrepareManyPage
        edition={edition}
        count={isAll ? await countDecidedIdeas(...at, all) : ideas.length}
        ideas={ideas.slice(0, NAMED)}
        numbers={isAll ? [] : ideas.map(({ number }) => number)}
        asked={asked}
        reasons={await listReasons(...at)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}
