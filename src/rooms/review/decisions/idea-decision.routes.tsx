import * as m from '../../../paraglide/messages.js';
import type { Tx } from '../../../platform/database/database.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listNicknames } from '../../identity/index.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { actOf, loadIdea, readDeciders } from './asking.routes.ts';
import { tellDeciders } from './deciders.mails.ts';
import { findDecisions, isListFrozen, listDecisionsOfIdea } from './decision.store.ts';
import { checkProposal, type DecidedIdea, LONGEST, type Proposal } from './decision.ts';
import {
  type ActRefusal,
  prepareDecision,
  type ReopenRefusal,
  reopenDecision,
  withdrawProposal,
} from './decision-writing.store.ts';
import { IdeaDecisionPage } from './idea-decision.page.tsx';
import type { TypedProposal } from './prepare.page.tsx';
import { asProposal, NOTHING_TYPED, readProposal } from './prepare.routes.tsx';
import { listReasons } from './reason.store.ts';
import { outcomeWords, proposalWords, sayReason } from './words.page.tsx';

/** One idea's decision. */
export const ideaDecisionRoutes: readonly Route[] = [
  get(urls.adminDecision, 'decider', async (visit) => {
    const edition = await findOfficeEdition(visit, 'decider');
    return decisionPage(visit, edition, await loadIdea(visit, edition));
  }),

  post(urls.adminDecision, 'officer', async (visit) => {
    const { db, organisation } = visit;
    const edition = await findOfficeEdition(visit);
    const idea = await loadIdea(visit, edition);
    const form = await visit.form();
    const typed = readProposal(form);
    const version = readVersion(form.text('version'));
    const reasons = await listReasons(db, organisation.id, edition.id);
    const { outcome, ...rest } = asProposal(typed);
    const kept = idea.decision?.reasonId ?? null;
    const problems = checkProposal({ outcome, ...rest }, reasons, kept);
    if (outcome === null || Object.keys(problems).length > 0)
      return decisionPage(visit, edition, idea, {
        typed,
        problems: proposalWords(problems),
        version,
      });
    const at = { id: idea.ideaId, editionId: edition.id, number: idea.number };
    const proposal = { outcome, ...rest };
    const tell = (tx: Tx) => tellDeciders(tx, visit, edition);
    const written = await prepareDecision(db, actOf(visit), at, proposal, version, tell);
    if (written.ok) {
      const back = urls.adminDecisions({ edition: edition.slug }, { etat: 'a-preparer' });
      return seeOther(visit, back, 'decide-prepared');
    }
    if (written.refusal !== 'changed-meanwhile')
      return decisionPage(visit, edition, idea, {
        typed,
        version,
        problems: { form: actWords[written.refusal]() },
      });
    const saved = (await findDecisions(db, organisation.id, [idea.ideaId])).get(idea.ideaId);
    const conflict = saved
      ? conflictWords({ outcome, ...rest }, saved, (id) => sayReason(reasons, id))
      : {};
    return decisionPage(visit, edition, idea, {
      typed,
      version: saved?.version ?? 0,
      problems: Object.keys(conflict).length > 0 ? conflict : { form: m.decide_conflict_same() },
      conflict: true,
    });
  }),

  post(urls.adminWithdrawDecision, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const idea = await loadIdea(visit, edition);
    const version = readVersion((await visit.form()).text('version'));
    const at = { id: idea.ideaId, editionId: edition.id, number: idea.number };
    const done = await withdrawProposal(visit.db, actOf(visit), at, version);
    const address = { edition: edition.slug, idea: idea.number };
    if (done.ok) return seeOther(visit, urls.adminDecision(address), 'decide-withdrawn');
    return decisionPage(visit, edition, idea, {
      problems: { form: actWords[done.refusal]() },
      conflict: done.refusal === 'changed-meanwhile',
    });
  }),

  post(urls.adminReopenDecision, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const idea = await loadIdea(visit, edition);
    const because = (await visit.form()).text('because');
    const refuse = (words: string, field = 'because') =>
      decisionPage(visit, edition, idea, { because, problems: { [field]: words } });
    if (because === '') return refuse(m.decide_problem_because());
    if ([...because].length > LONGEST.because)
      return refuse(m.decide_problem_too_long({ max: LONGEST.because }));
    const at = { id: idea.ideaId, editionId: edition.id, number: idea.number };
    const reopened = await reopenDecision(visit.db, actOf(visit), at, because);
    if (!reopened.ok) return refuse(reopenWords[reopened.refusal](), 'form');
    const address = urls.adminDecision({ edition: edition.slug, idea: idea.number });
    return seeOther(visit, address, 'decide-reopened');
  }),
];

const actWords: Record<ActRefusal, () => string> = {
  'list-frozen': m.decide_refused_frozen,
  'already-published': m.decide_refused_published,
  'changed-meanwhile': m.decide_conflict_words,
  'follows-another': m.decide_refused_follows,
};

const reopenWords: Record<ReopenRefusal, () => string> = {
  'list-frozen': m.decide_refused_frozen,
  'not-published': m.decide_refused_not_published,
  'letters-under-way': m.decide_refused_letters,
};

function readVersion(typed: string): number {
  return /^\d{1,6}$/.test(typed) ? Number(typed) : -1;
}

/** What somebody else saved while the form was open, beside each field that differs. */
function conflictWords(
  mine: Proposal,
  saved: Proposal,
  reason: (id: string | null) => string,
): Problems {
  const words = (value: string) =>
    value === '' ? m.decide_conflict_empty() : m.decide_conflict_field({ saved: value });
  return {
    ...(mine.outcome !== saved.outcome && { outcome: words(outcomeWords[saved.outcome]()) }),
    ...(mine.reasonId !== saved.reasonId && { reasonId: words(reason(saved.reasonId)) }),
    ...(mine.publicText !== saved.publicText && { publicText: words(saved.publicText) }),
    ...(mine.personalText !== saved.personalText && { personalText: words(saved.personalText) }),
  };
}

interface Shown {
  typed?: TypedProposal;
  because?: string;
  problems?: Problems;
  version?: number;
  conflict?: boolean;
}

async function decisionPage(
  visit: SignedInVisit<'edition' | 'idea'>,
  edition: Edition,
  idea: DecidedIdea,
  { typed, because = '', problems = {}, version, conflict = false }: Shown = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const [decisions, reasons, frozen, deciders] = await Promise.all([
    listDecisionsOfIdea(db, organisation.id, idea.ideaId),
    listReasons(db, organisation.id, edition.id),
    isListFrozen(db, organisation.id, edition.id),
    readDeciders(visit, edition),
  ]);
  const people = decisions.flatMap(({ preparedBy, decidedBy, reopenedBy }) =>
    [preparedBy, decidedBy, reopenedBy].filter((id) => id !== null),
  );
  const current = decisions.find(({ reopenedAt }) => reopenedAt === null);
  const last = current ?? decisions.at(-1);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.decide_one_title({ number: idea.number }),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <IdeaDecisionPage
        edition={edition}
        idea={idea}
        decisions={decisions}
        reasons={reasons}
        nicknames={await listNicknames(db, organisation.id, [...new Set(people)])}
        frozen={frozen}
        mayPrepare={deciders.isOfficer}
        mayDecide={deciders.mayDecide}
        // what was reopened is where its next decision begins
        typed={typed ?? (last ? { ...last, reasonId: last.reasonId ?? '' } : NOTHING_TYPED)}
        because={because}
        problems={problems}
        version={version ?? current?.version ?? 0}
        conflict={conflict}
      />
    ),
  });
}
