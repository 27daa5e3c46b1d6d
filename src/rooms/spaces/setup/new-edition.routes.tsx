import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { dayInParis } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { listEditions } from '../edition.store.ts';
import type { Edition } from '../edition.ts';
import { readCalendar, typeUsualCalendar } from '../edition-form.routes.ts';
import { insertEdition } from '../edition-writing.store.ts';
import { actOf, findEditionToChange, unlessFaulty } from '../office-visit.routes.ts';
import { FORM_KEY, nameForm } from './form-name.ts';
import { NewEditionPage } from './new-edition.page.tsx';
import { listKeptParts } from './part-kept.store.ts';
import { partHref } from './part-words.page.ts';
import { findNextPart } from './parts.ts';
import { isPreset, settingsOfPreset } from './presets.ts';

/** Editions of one year that an organisation may prepare. */
const MOST_OF_A_YEAR = 30;

/** An edition begins as a whole, from a preset: every later screen only changes it. */
export const newEditionRoutes: readonly Route[] = [
  get(urls.adminNewEdition, 'officer', (visit) =>
    newEditionPage(visit, 'small-town', randomUUID(), {}),
  ),

  post(urls.adminNewEdition, 'officer', async (visit) => {
    const form = await visit.form();
    const preset = form.text('preset');
    const key = form.text(FORM_KEY);
    if (!isPreset(preset))
      return newEditionPage(visit, '', key, { preset: m.setup_problem_preset() });
    const today = dayInParis(await readNow(visit.db));
    const { phases } = readCalendar(typeUsualCalendar(today));
    const year = dayInParis(phases[0]!.startsAt).slice(0, 4);
    const settings = settingsOfPreset(preset, year);
    for (let count = 1; count <= MOST_OF_A_YEAR; count += 1) {
      const slug = count === 1 ? year : `${year}-${count}`;
      const written = await insertEdition(visit.db, actOf(visit), { ...settings, slug }, phases, {
        madeFrom: nameForm(key, preset),
      });
      // the second of two posts goes where the first one went, or begins anew where that was abandoned
      if (!written.ok && written.refusal === 'made-already' && written.edition === null)
        return seeOther(visit, urls.adminNewEdition());
      if (written.ok || written.refusal === 'made-already')
        return seeOther(visit, partHref('presentation', written.edition!.slug), 'edition-created');
    }
    return newEditionPage(visit, preset, key, { preset: m.setup_problem_too_many({ year }) });
  }),

  get(urls.adminEditionSetup, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const at = { edition: edition.slug };
    if (edition.openedAt !== null) return seeOther(visit, urls.adminEditionSettings(at));
    const next = findNextPart(await listKeptParts(visit.db, visit.organisation.id, edition.id));
    return seeOther(visit, next ? partHref(next, edition.slug) : urls.adminEditionOpen(at));
  }),
];

async function newEditionPage(
  { db, organisation }: SignedInVisit,
  preset: string,
  formKey: string,
  problems: Problems,
) {
  const editions = await listEditions(db, organisation.id, 'all');
  const isDraft = ({ openedAt, archivedAt }: Edition) => openedAt === null && archivedAt === null;
  return page({
    title: m.spaces_new_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    body: (
      <NewEditionPage
        preset={preset}
        formKey={formKey}
        problems={problems}
        drafts={editions.filter(isDraft)}
        past={editions.filter(
          ({ openedAt, archivedAt }) => openedAt !== null && archivedAt === null,
        )}
      />
    ),
  });
}
