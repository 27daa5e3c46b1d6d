import * as m from '../../paraglide/messages.js';
import type { Form } from '../../platform/http/form.ts';
import { get, post, type Route } from '../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../platform/http/visit.ts';
import { readEuros, writeEuros } from '../../platform/money/euros.ts';
import type { Problems } from '../../ui/form.tsx';
import { urls } from '../../urls.ts';
import { inMovements } from '../groups/index.routes.ts';
import { ACCOUNT_KINDS, type AccountKind } from './ledger.ts';
import { numberField, SettingsPage, settingsProblems, type TypedTexts } from './settings.page.tsx';
import { findLedgerSettings, saveLedgerSettings } from './settings.store.ts';
import { type LedgerSettings, readSettings } from './settings.ts';

/** What the movement decides for its books. */
export const settingsRoutes: readonly Route[] = inMovements([
  get(urls.financeSettings, 'finance', async ({ db, organisation }) =>
    settingsPage(asTyped(await findLedgerSettings(db, organisation.id))),
  ),

  post(urls.financeSettings, 'finance', async (visit) => {
    const { db, organisation, visitor } = visit;
    const typed = readTyped(await visit.form());
    const read = readSettings({
      ...typed,
      donationMin: centsOf(typed.min),
      donationMax: centsOf(typed.max),
    });
    if (!read.ok) {
      const problems = Object.entries(read.refusals).map(([field, refusal]) => [
        ACCOUNT_KINDS.some((kind) => kind === field) ? numberField(field as AccountKind) : field,
        settingsProblems[refusal](),
      ]);
      return settingsPage(typed, Object.fromEntries(problems));
    }
    const act = { organisationId: organisation.id, by: visitor.id };
    const saved = await saveLedgerSettings(db, act, { ...read.settings, version: typed.version });
    if (saved.ok) return seeOther(visit, urls.financeSettings(), 'ledger-settings-saved');
    const now = await findLedgerSettings(db, organisation.id);
    return settingsPage(
      { ...typed, version: now.version },
      { form: m.ledger_problem_meanwhile() },
      409,
    );
  }),
]);

const asTyped = (settings: LedgerSettings): TypedTexts => ({
  numbers: settings.numbers,
  siren: settings.siren,
  min: writeEuros(settings.donationMin),
  max: writeEuros(settings.donationMax),
  version: settings.version,
});

const readTyped = (form: Form): TypedTexts => ({
  numbers: Object.fromEntries(
    ACCOUNT_KINDS.map((kind) => [kind, form.text(numberField(kind))]),
  ) as TypedTexts['numbers'],
  siren: form.text('siren'),
  min: form.text('min'),
  max: form.text('max'),
  version: Number(/^\d{1,9}$/.exec(form.text('version'))?.[0] ?? 0),
});

function centsOf(typed: string): number | null {
  const read = readEuros(typed);
  return read.ok ? read.cents : null;
}

function settingsPage(typed: TypedTexts, problems: Problems = {}, status: 422 | 409 = 422): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.ledger_settings(),
    section: 'finances',
    ...(faulty && { status, faulty }),
    body: <SettingsPage typed={typed} problems={problems} />,
  });
}
