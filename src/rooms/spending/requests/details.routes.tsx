import { readDay } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { inMovements } from '../../groups/index.routes.ts';
import { readTypedDate } from '../../identity/index.ts';
import { actOf } from '../load.routes.ts';
import type { Request } from '../request.ts';
import type { WrittenRequest } from '../request-form.ts';
import { type Saved, saveRequest } from '../request-writing.store.ts';
import { DetailsPage, type TypedDetails } from './details.page.tsx';
import { showStep } from './frame.routes.ts';
import { atOf, loadTreasurers, loadWritable, type OwnRequest, readVersion } from './load.routes.ts';
import { formProblems, requestProblems } from './words.page.ts';

/** First step of a request. */
export const detailsRoutes: readonly Route[] = inMovements([
  get(urls.requestDetails, 'signed-in', async (visit) => {
    const loaded = await loadWritable(visit);
    if (!loaded) return seeOther(visit, urls.spendingHistory({ request: visit.params.request }));
    return detailsPage(visit, loaded, asTyped(loaded.request), {});
  }),

  post(urls.requestDetails, 'signed-in', async (visit) => {
    const loaded = await loadTreasurers(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const spentOn = readDay(typed.spentOn);
    if (spentOn === null && Object.values(typed.spentOn).some((part) => part !== ''))
      return detailsPage(visit, loaded, typed, { date: formProblems['day-wrong']() });
    const at = { id: loaded.request.id, version: readVersion(form) };
    const saved = await saveRequest(visit.db, actOf(visit), at, {
      timing: typed.timing === 'a-venir' ? 'future' : 'past',
      title: typed.title,
      category: typed.category,
      campaign: typed.campaign,
      explanation: typed.explanation,
      spentOn,
      contactName: typed.contactName,
      contactPhone: typed.contactPhone,
      contactEmail: typed.contactEmail,
    });
    if (!saved.ok) {
      const conflict = saved.refusal === 'changed-meanwhile' || saved.refusal === 'not-now';
      return detailsPage(visit, loaded, typed, problemsOf(saved), conflict);
    }
    const next = form.text('geste') === 'continuer' ? urls.requestDocuments : urls.requestDetails;
    return seeOther(visit, next(atOf(saved.request)), 'request-saved');
  }),
]);

const fieldOf: Partial<Record<keyof WrittenRequest, string>> = {
  timing: 'type',
  title: 'intitule',
  category: 'categorie',
  explanation: 'explication',
  spentOn: 'date',
  contactName: 'contact-nom',
  contactPhone: 'contact-telephone',
  contactEmail: 'contact-courriel',
  amount: 'montant',
  excessToGroup: 'reste',
  payeeId: 'payee',
};

/** Words beside each field; what is no field's is above the form. */
export function problemsOf({ refusal, fields }: Extract<Saved, { ok: false }>): Problems {
  if (refusal === 'payee-checked' || refusal === 'payee-unknown')
    return { payee: requestProblems[refusal]() };
  if (refusal !== 'form') return { form: requestProblems[refusal]() };
  const problems: Problems = {};
  for (const [name, wrong] of Object.entries(fields ?? {}))
    problems[fieldOf[name as keyof WrittenRequest] ?? 'form'] = formProblems[wrong]();
  return problems;
}

function readTyped(form: Form): TypedDetails {
  const line = (name: string) => form.text(name).replaceAll(/\s+/g, ' ').trim();
  return {
    timing: form.text('type'),
    title: line('intitule'),
    category: form.text('categorie'),
    campaign: form.has('electorale'),
    explanation: form.text('explication').trim(),
    spentOn: readTypedDate(form, 'date'),
    contactName: line('contact-nom'),
    contactPhone: line('contact-telephone'),
    contactEmail: line('contact-courriel'),
  };
}

function asTyped(request: Request): TypedDetails {
  const [year = '', month = '', day = ''] = request.spentOn?.split('-') ?? [];
  return {
    ...request,
    timing: request.timing === 'future' ? 'a-venir' : 'passee',
    spentOn: { year, month, day },
  };
}

const detailsPage = (
  visit: SignedInVisit,
  loaded: OwnRequest,
  typed: TypedDetails,
  problems: Problems,
  conflict = false,
): Promise<Answer> =>
  showStep(visit, loaded, problems, (frame) => <DetailsPage {...frame} typed={typed} />, conflict);
