import * as m from '../../../paraglide/messages.js';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { findIdeaByNumber } from '../../ideas/index.ts';
import type { OfficeVisit } from '../../spaces/index.routes.ts';
import { type Edition, readNumber } from '../../spaces/index.ts';
import type { SheetPanel, TaskPart } from '../sheet/sheet-panel.routes.ts';
import type { TypedAsk } from './ask-fields.page.tsx';
import { announceOpinion } from './assignment.jobs.ts';
import {
  actOf,
  askedOf,
  findUsualDay,
  freshAsk,
  loadStudy,
  loadStudyToAct,
  readTypedAsk,
} from './office-visit.routes.ts';
import { listAssignments } from './opinion.store.ts';
import { askOpinion } from './opinion-writing.store.ts';
import { AssignmentPanel, type AssignmentPanelProps } from './panel.page.tsx';
import { askWords, studyCrumbs } from './words.page.tsx';

type IdeaVisit = SignedInVisit<'edition' | 'idea'>;

/** One department more, asked about one idea. */
export const panelRoutes: readonly Route[] = [
  get(urls.adminAskIdea, 'officer', async (visit) => askPage(visit)),

  post(urls.adminAskIdea, 'officer', async (visit) => {
    const { edition } = await loadStudyToAct(visit);
    const idea = await loadIdea(visit, edition);
    const { db, config, organisation } = visit;
    const typed = readTypedAsk(await visit.form());
    const asked = askedOf(typed);
    const done = await db.transaction().execute(async (tx) => {
      const asking = await askOpinion(tx, actOf(visit), { ...idea, editionId: edition.id }, asked);
      if (asking.ok)
        await announceOpinion(tx, config, organisation.id, {
          opinionId: asking.opinionId,
          request: asked.request,
        });
      return asking;
    });
    const at = { edition: edition.slug, idea: idea.number };
    if (done.ok) return seeOther(visit, `${urls.adminStudyIdea(at)}#services`, 'assign-asked');
    const { field, words } = askWords[done.refusal];
    return askPage(visit, typed, { [field]: words() });
  }),
];

/** On the file of an idea: which departments were asked, and one more to ask. */
export const assignmentPanel: SheetPanel = {
  id: 'services',
  name: m.assign_panel_title,
  async load({ visit, idea }) {
    return <AssignmentPanel {...(await loadAssignmentPanel(visit as OfficeVisit, idea))} />;
  },
};

/** Under a department's form: the way out when the idea is not for it. */
export const returnPart: TaskPart = {
  place: 'acts',
  async load({ opinion }) {
    if (opinion.state !== 'asked') return null;
    return (
      <ButtonLink kind="quiet" href={urls.taskReturn({ opinion: opinion.id })}>
        {m.assign_return_title()}
      </ButtonLink>
    );
  },
};

/** What the panel of an idea's file shows. */
async function loadAssignmentPanel(
  visit: OfficeVisit,
  idea: { id: string; number: number },
): Promise<AssignmentPanelProps> {
  const { edition, departments, mayAct, today } = await loadStudy(visit);
  const [assignments, usual] = await Promise.all([
    listAssignments(visit.db, visit.organisation.id, [idea.id]),
    findUsualDay(visit, edition, today),
  ]);
  const typed = freshAsk(usual);
  return { edition, idea, assignments, departments, today, typed, problems: {}, mayAct };
}

async function loadIdea({ db, organisation, params }: IdeaVisit, edition: Edition) {
  const number = readNumber(params.idea);
  const idea =
    number === null ? null : await findIdeaByNumber(db, organisation.id, edition.id, number);
  return found(idea, 'idea');
}

async function askPage(visit: IdeaVisit, typed?: TypedAsk, problems: Problems = {}) {
  const { edition } = await loadStudyToAct(visit);
  const idea = await loadIdea(visit, edition);
  const panel = await loadAssignmentPanel(visit, idea);
  const faulty = Object.keys(problems).length > 0;
  const title = m.assign_idea_title({ number: idea.number });
  return page({
    title,
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: (
      <Column>
        <PageHeader
          title={title}
          lead={
            <a href={urls.adminStudyIdea({ edition: edition.slug, idea: idea.number })}>
              <bdi lang={idea.lang}>{idea.title}</bdi>
            </a>
          }
          breadcrumb={studyCrumbs(edition)}
        />
        <ErrorSummary
          problems={problems}
          ids={{ confier: 'avis-confier', echeance: 'avis-echeance', demande: 'avis-demande' }}
        />
        <AssignmentPanel {...panel} {...(typed && { typed })} problems={problems} />
      </Column>
    ),
  });
}
