import * as m from '../../../paraglide/messages.js';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { STAGES, type Stage } from '../realisation.ts';
import { markStep, saveStep } from '../realisation-writing.store.ts';
import { stageWords } from '../stage.page.tsx';
import { deliveryCrumbs } from './crumbs.page.ts';
import { type DeliveryAt, loadDelivery } from './load-delivery.routes.ts';
import { actOf } from './office.routes.tsx';
import { StepPage, stepConflictWords, type TypedStep } from './step.page.tsx';
import { readStep, typeStep } from './typed-delivery.routes.ts';
import { sayStepProblems } from './words.page.ts';

type StepVisit = SignedInVisit<'edition' | 'project' | 'stage'>;

/** One step of a realisation, told by whoever advances it. */
export const stepRoutes: readonly Route[] = [
  get(urls.adminDeliveryStep, 'agent', async (visit) => {
    const { at, stage } = await loadStep(visit);
    return showStep(at, stage);
  }),

  post(urls.adminDeliveryStep, 'agent', async (visit) => {
    const { at, stage } = await loadStep(visit);
    const form = await visit.form();
    const mark = form.text('mark');
    const { typed, change, problems } = readStep(form);
    if (Object.keys(problems).length > 0)
      return showStep(at, stage, { typed, mark, problems: sayStepProblems(problems) });
    const saved = await saveStep(visit.db, actOf(visit), at.named, stage, change, mark);
    if (saved.ok)
      return seeOther(
        visit,
        urls.adminDelivery({ edition: at.edition.slug, project: at.number }),
        saved.reached ? 'delivery-step-reached' : 'delivery-step-saved',
      );
    if (saved.refusal === 'not-found') throw notFound('step');
    if (saved.refusal === 'not-valid')
      return showStep(at, stage, { typed, mark, problems: sayStepProblems(saved.problems) });
    const theirs = found(
      saved.realisation.steps.find((step) => step.stage === stage),
      'step',
    );
    return showStep({ ...at, realisation: saved.realisation }, stage, {
      typed,
      problems: stepConflictWords(typed, typeStep(theirs), theirs),
      conflict: true,
    });
  }),
];

async function loadStep(visit: StepVisit): Promise<{ at: DeliveryAt; stage: Stage }> {
  const stage = found(
    STAGES.find((one) => one === visit.params.stage),
    'step',
  );
  return { at: await loadDelivery(visit), stage };
}

function showStep(
  { edition, number, project, realisation, isOfficer }: DeliveryAt,
  stage: Stage,
  shown: { typed?: TypedStep; mark?: string; problems?: Problems; conflict?: boolean } = {},
): Page {
  const step = found(
    realisation.steps.find((one) => one.stage === stage),
    'step',
  );
  const { problems = {}, conflict = false } = shown;
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.deliver_step_page({ stage: stageWords[stage]() }),
    section: isOfficer ? 'admin' : 'tasks',
    ...(faulty && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <StepPage
        at={{ edition: edition.slug, project: number }}
        project={project.title}
        stage={stage}
        typed={shown.typed ?? typeStep(step)}
        mark={shown.mark ?? markStep(realisation, stage)}
        problems={problems}
        conflict={conflict}
        breadcrumb={deliveryCrumbs(edition, isOfficer, { number, title: project.title })}
      />
    ),
  });
}
