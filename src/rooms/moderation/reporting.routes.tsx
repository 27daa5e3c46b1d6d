import * as m from '../../paraglide/messages.js';
import type { Contribution } from '../../platform/http/contribution.ts';
import { countHit, waitOf } from '../../platform/http/limits.ts';
import { notFound } from '../../platform/http/refused.ts';
import { get, mayEverywhere, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { listArticles } from './articles.store.ts';
import { tellModerators } from './moderation.mails.ts';
import {
  KIND_SLUGS,
  OTHER,
  REPORTS_AN_HOUR,
  readGround,
  readKind,
  refuseWords,
} from './moderation.ts';
import { AskHidingPage, FIELDS, ReportPage, type Typed } from './reporting.page.tsx';
import { askHiding, reportContribution } from './reporting.store.ts';
import { judgementWords } from './words.page.ts';

type OfContribution = SignedInVisit<'kind' | 'contribution'>;

const NOTHING: Typed = { article: '', words: '' };

/** People report what others wrote, and ask that their own be hidden: nothing is hidden by that. */
export const reportingRoutes: readonly Route[] = [
  get(urls.reportContribution, 'signed-in', async (visit) => {
    const contribution = await load(visit);
    if (isOfVisitor(visit, contribution)) return seeOther(visit, urls.askHiding(visit.params));
    return showReport(visit, contribution);
  }),

  post(urls.reportContribution, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const contribution = await load(visit);
    if (isOfVisitor(visit, contribution)) return seeOther(visit, urls.askHiding(visit.params));
    const form = await visit.form();
    const typed = { article: form.text(FIELDS.article), words: form.text(FIELDS.words) };
    const ground = readGround(typed.article, await listArticles(db, organisation), true);
    const wordsRefusal = refuseWords(typed.words, typed.article === OTHER);
    const problems: Problems = {
      ...(!ground && { [FIELDS.article]: m.moderation_refused_reason() }),
      ...(wordsRefusal && { [FIELDS.words]: judgementWords[wordsRefusal]() }),
    };
    if (!ground || Object.keys(problems).length > 0)
      return showReport(visit, contribution, { typed, problems, status: 422 });
    const key = `report:${visitor.id}`;
    const wait = await waitOf(() => countHit(db, { key, hits: REPORTS_AN_HOUR, seconds: 3600 }));
    if (wait !== null) {
      const form = m.moderation_refused_often({ minutes: Math.ceil(wait / 60) });
      return showReport(visit, contribution, { typed, problems: { form }, status: 429 });
    }
    const said = { organisationId: organisation.id, personId: visitor.id };
    const reported = await db.transaction().execute(async (tx) => {
      const done = await reportContribution(tx, said, contribution, {
        ...ground,
        words: typed.words,
      });
      if (done?.raised) await tellModerators(tx, visit, done.found, 'raised');
      return done !== null;
    });
    return seeOther(
      visit,
      contribution.href,
      reported ? 'moderation-reported' : 'moderation-already-reported',
    );
  }),

  get(urls.askHiding, 'signed-in', async (visit) => showRequest(await loadOwn(visit))),

  post(urls.askHiding, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const contribution = await loadOwn(visit);
    const words = (await visit.form()).text(FIELDS.words);
    const refusal = refuseWords(words, true);
    if (refusal)
      return showRequest(contribution, {
        typed: { ...NOTHING, words },
        problems: { [FIELDS.words]: judgementWords[refusal]() },
      });
    const said = { organisationId: organisation.id, personId: visitor.id };
    const asked = await db.transaction().execute(async (tx) => {
      const found = await askHiding(tx, said, contribution, words);
      if (found) await tellModerators(tx, visit, found, 'asked');
      return found !== null;
    });
    return seeOther(
      visit,
      contribution.href,
      asked ? 'moderation-asked' : 'moderation-already-asked',
    );
  }),
];

/** What is hidden already is not reported: it is not there. */
async function load(visit: OfContribution): Promise<Contribution> {
  const kind = readKind(visit.params.kind);
  const contribution = kind && (await visit.findContribution(kind, visit.params.contribution));
  if (!contribution || contribution.isHidden) throw notFound('contribution');
  return contribution;
}

const isOfVisitor = ({ visitor }: OfContribution, { authorId }: Contribution): boolean =>
  authorId === visitor.id;

/** Their own, or the office's own where somebody of the office asks. */
async function loadOwn(visit: OfContribution): Promise<Contribution> {
  const contribution = await load(visit);
  const isOffice = contribution.authorId === null && mayEverywhere('organiser', visit.visitor);
  if (!isOffice && !isOfVisitor(visit, contribution)) throw notFound(KIND_SLUGS[contribution.kind]);
  return contribution;
}

interface Shown {
  typed: Typed;
  problems: Problems;
  status?: 422 | 429;
}

async function showReport(
  { db, organisation }: OfContribution,
  contribution: Contribution,
  { typed, problems, status = 422 }: Shown = { typed: NOTHING, problems: {} },
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.moderation_report_title(),
    ...(faulty && { status, faulty }),
    body: (
      <ReportPage
        contribution={contribution}
        articles={await listArticles(db, organisation)}
        typed={typed}
        problems={problems}
      />
    ),
  });
}

function showRequest(
  contribution: Contribution,
  { typed, problems }: Shown = { typed: NOTHING, problems: {} },
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.moderation_ask_title(),
    ...(faulty && { status: 422, faulty }),
    body: <AskHidingPage contribution={contribution} typed={typed} problems={problems} />,
  });
}
