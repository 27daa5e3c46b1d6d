import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { dayInParis, toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import { readNow } from '../../../platform/database/database.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import type { Edition, Phase } from '../edition.ts';
import {
  CALENDAR_NAMES,
  readCalendar,
  readSettings,
  readTyped,
  typeCalendar,
  typeSettings,
  typeUsualCalendar,
} from '../edition-form.routes.ts';
import { problemWords, savingWords, type Typed } from '../edition-form-words.page.ts';
import { settingsOf } from '../edition-settings.ts';
import { insertEdition } from '../edition-writing.store.ts';
import { actOf, findEditionToChange, unlessFaulty } from '../office-visit.routes.ts';
import { CopyEditionPage } from './copy-edition.page.tsx';
import { FORM_KEY, nameForm } from './form-name.ts';
import { countYearsToMove, type LocalPhase, moveCalendar, settingsOfNext } from './next-edition.ts';

/** An edition made from the one before it. */
export const copyRoutes: readonly Route[] = [
  get(urls.adminCopyEdition, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const { typed, years } = await proposeNext(visit, edition);
    return copyPage(edition, years, typed, randomUUID(), {});
  }),

  post(urls.adminCopyEdition, 'officer', async (visit) => {
    const edition = await findEditionToChange(visit);
    const form = await visit.form();
    const key = form.text(FORM_KEY);
    const { years } = await proposeNext(visit, edition);
    const typed = readTyped(form, ['title', 'slug', ...CALENDAR_NAMES]);
    const next = settingsOfNext(settingsOf(edition), years ?? 0);
    const { settings, problems } = readSettings({ ...typeSettings(next), ...typed }, null);
    const calendar = readCalendar(typed);
    const words = {
      ...problemWords({
        ...(problems.title && { title: problems.title }),
        ...(problems.slug && { slug: problems.slug }),
      }),
      ...problemWords(calendar.problems),
    };
    if (Object.keys(words).length > 0) return copyPage(edition, years, typed, key, words);
    const written = await insertEdition(
      visit.db,
      actOf(visit),
      { ...next, title: settings.title, slug: settings.slug },
      calendar.phases,
      { madeFrom: nameForm(key, settings.slug) },
    );
    if (!written.ok && written.refusal === 'made-already' && written.edition === null)
      return seeOther(visit, urls.adminCopyEdition({ edition: edition.slug }));
    if (written.ok || written.refusal === 'made-already')
      return seeOther(
        visit,
        urls.adminEditionSettings({ edition: written.edition!.slug }),
        'edition-copied',
      );
    if (written.refusal === 'changed-meanwhile') throw new Error(written.refusal);
    return copyPage(edition, years, typed, key, savingWords(written.refusal));
  }),
];

async function proposeNext(
  { db }: SignedInVisit,
  edition: Edition,
): Promise<{ typed: Typed; years: number | null }> {
  const today = dayInParis(await readNow(db));
  const local = edition.phases.map(
    ({ step, startsAt, endsAt }): LocalPhase => ({
      step,
      starts: toLocalTime(startsAt),
      ends: endsAt && toLocalTime(endsAt),
    }),
  );
  const years = countYearsToMove(local, today);
  const next = settingsOfNext(settingsOf(edition), years ?? 0);
  // an address is never shared: one without a year gets that of its calendar
  const slug = next.slug === edition.slug ? `${edition.slug}-${today.slice(0, 4)}` : next.slug;
  const calendar =
    years === null ? typeUsualCalendar(today) : typeCalendar(asPhases(moveCalendar(local, years)));
  return { typed: { title: next.title, slug, ...calendar }, years };
}

/** The clock goes by the wall: nine o'clock stays nine o'clock, in summer as in winter. */
function asPhases(phases: readonly LocalPhase[]): Phase[] {
  return phases.map(({ step, starts, ends }) => ({
    step,
    startsAt: toInstant(starts)!,
    endsAt: ends && toInstant(ends),
  }));
}

function copyPage(
  edition: Edition,
  years: number | null,
  typed: Typed,
  formKey: string,
  problems: Record<string, string>,
) {
  return page({
    title: m.setup_copy_title(),
    section: 'admin',
    ...unlessFaulty(problems),
    body: (
      <CopyEditionPage
        edition={edition}
        years={years}
        typed={typed}
        formKey={formKey}
        problems={problems}
      />
    ),
  });
}
