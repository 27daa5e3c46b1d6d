import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import type { Edition } from '../edition.ts';
import { abandonEdition } from '../edition-abandoning.store.ts';
import { type AbandonRefusal, refuseAbandoning } from '../edition-abandoning.ts';
import { actOf, findEditionToChange } from '../office-visit.routes.ts';
import { AbandonPage } from './abandon.page.tsx';
import { forgetDecisionFile } from './decision-file.routes.ts';

/** A preparation is given up: asked on a page, done by its button. */
export const abandonRoutes: readonly Route[] = [
  get(urls.adminAbandonEdition, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    return abandonPage(edition, refuseAbandoning(edition));
  }),

  post(urls.adminAbandonEdition, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const abandoned = await abandonEdition(visit.db, actOf(visit), edition.id);
    if (!abandoned.ok) return abandonPage(edition, abandoned.refusal);
    await forgetDecisionFile(visit, edition, { ...edition, councilDecisionFile: null });
    return seeOther(visit, urls.admin(), 'edition-abandoned');
  }),
];

const abandonPage = (edition: Edition, refusal: AbandonRefusal | null) =>
  page({
    title: m.setup_abandon_title(),
    section: 'admin',
    ...(refusal && { status: 409, faulty: true }),
    body: <AbandonPage edition={edition} refusal={refusal} />,
  });
