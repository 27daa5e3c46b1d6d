import type { VNode } from 'preact';
import { type Answer, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { listRequestActs } from '../request.store.ts';
import { listMissing } from '../request-form.ts';
import type { StepFrame } from './frame.page.tsx';
import type { OwnRequest } from './load.routes.ts';
import { titleOf } from './words.page.ts';

/** A step as it is answered: with what it lacks, and what the desk asked. */
export async function showStep(
  { db, organisation }: SignedInVisit,
  { request, group, documents }: OwnRequest,
  problems: Problems,
  draw: (frame: StepFrame) => VNode,
  conflict = false,
  scripts: readonly string[] = [],
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  const asked =
    request.state === 'info-needed'
      ? (await listRequestActs(db, organisation.id, request.id)).find(
          ({ before, after }) => after === 'info-needed' && before !== after,
        )
      : null;
  const missing = listMissing(request, documents);
  return page({
    title: titleOf(request),
    section: 'groups',
    scripts,
    ...(faulty && { status: conflict ? (409 as const) : (422 as const), faulty }),
    body: draw({ request, group, missing, asked: asked?.words ?? null, problems }),
  });
}
