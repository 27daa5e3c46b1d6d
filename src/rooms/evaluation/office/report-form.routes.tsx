import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { readEuros, writeEuros } from '../../../platform/money/euros.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findPromotionPause } from '../../organisations/index.ts';
import { findOfficeEdition, type OfficeVisit } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { findPopulation } from '../population.store.ts';
import { findReport, publishReport, saveReport } from '../report.store.ts';
import {
  checkPublication,
  checkTexts,
  type EditionReport,
  type PublishRefusal,
  REPORT_TEXTS,
  type ReportText,
} from '../report.ts';
import { REPORT_FIELDS, ReportFormPage, type TypedReport } from './report-form.page.tsx';

/** Where officers write the report of an edition and publish it (R88). */
export const reportFormRoutes: readonly Route[] = [
  get(urls.adminReport, 'officer', async (visit) => show(visit, await findOfficeEdition(visit))),

  post(urls.adminReport, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const form = await visit.form();
    const typed = Object.fromEntries(
      Object.entries(REPORT_FIELDS).map(([name, field]) => [name, form.text(field)]),
    ) as TypedReport;
    const version = Number(form.text('version')) || 0;
    const cost = readEuros(typed.runningCost);
    const problems: Problems = Object.fromEntries(
      (Object.keys(checkTexts(typed)) as ReportText[]).map((name) => [
        REPORT_FIELDS[name],
        m.evaluation_refused_text(),
      ]),
    );
    if (!cost.ok && cost.refusal !== 'no-amount')
      problems[REPORT_FIELDS.runningCost] = m.evaluation_refused_cost();
    if (Object.keys(problems).length > 0) return show(visit, edition, { typed, version, problems });
    const said = { ...typed, runningCost: cost.ok ? cost.cents : null };
    const saved = await saveReport(visit.db, actOf(visit), edition.id, said, version);
    if (saved.ok)
      return seeOther(visit, urls.adminReport({ edition: edition.slug }), 'report-saved');
    return showConflict(visit, edition, typed);
  }),

  post(urls.adminPublishReport, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const report = await findReport(visit.db, visit.organisation.id, edition.id);
    const refusal = checkPublication(report, edition);
    if (refusal)
      return show(visit, edition, {
        problems: { [refusedField[refusal]]: refusedWords[refusal]() },
      });
    await publishReport(visit.db, actOf(visit), edition, true);
    return seeOther(visit, urls.adminReport({ edition: edition.slug }), 'report-published');
  }),

  post(urls.adminWithdrawReport, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    await publishReport(visit.db, actOf(visit), edition, false);
    return seeOther(visit, urls.adminReport({ edition: edition.slug }), 'report-withdrawn');
  }),
];

const refusedField: Record<PublishRefusal, string> = {
  'no-introduction': REPORT_FIELDS.introduction,
  'edition-not-open': 'form',
};
const refusedWords: Record<PublishRefusal, () => string> = {
  'no-introduction': m.evaluation_refused_no_introduction,
  'edition-not-open': m.evaluation_refused_not_open,
};

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

const typeReport = (report: EditionReport): TypedReport => ({
  ...report,
  runningCost: report.runningCost === null ? '' : writeEuros(report.runningCost),
});

/** Somebody saved meanwhile: what was typed stays, what they wrote is told beside it, and sending again replaces it. */
async function showConflict(
  visit: OfficeVisit,
  edition: Edition,
  typed: TypedReport,
): Promise<Answer> {
  const report = await findReport(visit.db, visit.organisation.id, edition.id);
  const theirs = typeReport(report);
  const changed = [...REPORT_TEXTS, 'runningCost' as const].filter(
    (name) => theirs[name] !== typed[name],
  );
  const problems = Object.fromEntries(
    changed.map((name) => [
      REPORT_FIELDS[name],
      m.evaluation_refused_meanwhile({ theirs: theirs[name] || m.evaluation_nothing() }),
    ]),
  );
  return show(visit, edition, { typed, problems, version: report.version, conflict: true });
}

async function show(
  visit: OfficeVisit,
  edition: Edition,
  shown: { typed?: TypedReport; version?: number; problems?: Problems; conflict?: boolean } = {},
): Promise<Answer> {
  const { db, organisation } = visit;
  const [report, population, pause] = await Promise.all([
    findReport(db, organisation.id, edition.id),
    findPopulation(db, organisation.id),
    findPromotionPause(db, organisation.id),
  ]);
  const { problems = {}, conflict = false } = shown;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.evaluation_office_title(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <ReportFormPage
        edition={edition}
        report={report}
        typed={shown.typed ?? typeReport(report)}
        version={shown.version ?? report.version}
        problems={problems}
        hasPopulation={population !== null}
        pause={pause}
      />
    ),
  });
}
