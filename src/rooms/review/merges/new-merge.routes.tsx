import * as m from '../../../paraglide/messages.js';
import { readDay } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { countSupporters, findIdeaByNumber, type Idea, listHolders } from '../../ideas/index.ts';
import { readTypedDate } from '../../identity/index.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import { addDays, dayInParis, type Edition } from '../../spaces/index.ts';
import { tellHolders } from './merge.mails.ts';
import {
  checkProposal,
  MOST_IDEAS,
  type Proposal,
  type ProposalField,
  type ProposalRefusal,
  USUAL_DAYS,
} from './merge.ts';
import { proposeMerge } from './merge-acts.store.ts';
import { proposalProblems } from './merge-words.page.ts';
import { NewMergePage, type TypedProposal } from './new-merge.page.tsx';

type Problems = Partial<Record<ProposalField, ProposalRefusal>>;

/** Ideas chosen by their numbers, then proposed to their holders. */
export const newMergeRoutes: readonly Route[] = [
  get(urls.adminNewMerge, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const asked = ['idee', 'avec'].flatMap((name) => visit.url.searchParams.getAll(name));
    const { ideas } = await findIdeas(visit, edition, asked.join(', '));
    const today = dayInParis(await readNow(visit.db));
    const [year, month, day] = addDays(today, USUAL_DAYS).split('-') as [string, string, string];
    const lead = ideas.toSorted((a, b) => b.supportCount - a.supportCount)[0];
    return newMergePage(visit, edition, ideas, {
      ideas: ideas.map(({ number }) => number).join(', '),
      title: lead?.title ?? '',
      words: '',
      lead: lead?.id ?? '',
      answerBy: { day, month, year },
    });
  }),

  post(urls.adminNewMerge, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const { db, organisation, visitor, origin } = visit;
    const typed = readTyped(await visit.form());
    const { ideas, unknown } = await findIdeas(visit, edition, typed.ideas);
    const proposal: Proposal = {
      title: typed.title.replaceAll(/\s+/g, ' ').trim(),
      words: typed.words.trim(),
      leadIdeaId: typed.lead,
      answerBy: readDay(typed.answerBy) ?? '',
      ideaIds: ideas.map(({ id }) => id),
    };
    const problems: Problems = checkProposal(proposal, dayInParis(await readNow(db)));
    if (unknown) problems.ideas = 'idea-unknown';
    if (Object.keys(problems).length > 0)
      return newMergePage(visit, edition, ideas, typed, problems);
    const held = new Set(
      (await listHolders(db, organisation.id, proposal.ideaIds)).map(({ ideaId }) => ideaId),
    );
    const proposed = await proposeMerge(
      db,
      { organisationId: organisation.id, by: visitor.id },
      edition.id,
      proposal,
      proposal.ideaIds.filter((id) => !held.has(id)),
      (tx, merge) => tellHolders(tx, { organisation, origin }, merge),
    );
    if (!proposed.ok)
      return newMergePage(visit, edition, ideas, typed, { ideas: proposed.refusal });
    return seeOther(
      visit,
      urls.adminMerge({ edition: edition.slug, merge: proposed.id }),
      'merge-proposed',
    );
  }),
];

function readTyped(form: { text(name: string): string }): TypedProposal {
  return {
    ideas: form.text('ideas').slice(0, 200),
    title: form.text('title'),
    words: form.text('words'),
    lead: form.text('lead'),
    answerBy: readTypedDate(form, 'answerBy'),
  };
}

/** The ideas of these numbers, each once, in the order typed. */
async function findIdeas(
  { db, organisation }: SignedInVisit,
  edition: Edition,
  typed: string,
): Promise<{ ideas: Idea[]; unknown: boolean }> {
  const numbers = [...new Set(typed.split(/[^\d]+/).filter((part) => /^\d{1,7}$/.test(part)))]
    .map(Number)
    .slice(0, MOST_IDEAS + 1);
  const ideas = await Promise.all(
    numbers.map((number) => findIdeaByNumber(db, organisation.id, edition.id, number)),
  );
  return { ideas: ideas.filter((idea) => idea !== null), unknown: ideas.includes(null) };
}

async function newMergePage(
  { db, organisation }: SignedInVisit,
  edition: Edition,
  ideas: readonly Idea[],
  typed: TypedProposal,
  problems: Problems = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  const ids = ideas.map(({ id }) => id);
  return page({
    title: m.merges_new(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <NewMergePage
        edition={edition}
        ideas={ideas}
        supporters={await countSupporters(db, organisation.id, ids)}
        typed={typed}
        problems={proposalProblems(problems)}
      />
    ),
  });
}
