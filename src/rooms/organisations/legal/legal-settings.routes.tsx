import * as m from '../../../paraglide/messages.js';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { changeLegalNotice, findLegalNotice, markLegalNotice } from './legal-notice.store.ts';
import {
  checkLegalNotice,
  LEGAL_FIELDS,
  type LegalField,
  type LegalNotice,
  missingIn,
} from './legal-notice.ts';
import { LEGAL_NAMES, LegalSettingsPage } from './legal-settings.page.tsx';
import { legalRefusalWords } from './legal-words.page.ts';

/** What an administrator writes of the legal notice. */
export const legalSettingsRoutes: readonly Route[] = [
  get(urls.adminLegal, 'administrator', (visit) => show(visit)),

  post(urls.adminLegal, 'administrator', async (visit) => {
    const form = await visit.form();
    const typed = Object.fromEntries(
      LEGAL_FIELDS.map((field) => [field, form.text(LEGAL_NAMES[field])]),
    ) as Record<LegalField, string>;
    const mark = form.text('mark');
    const problems = refuse(typed);
    if (Object.keys(problems).length > 0) return show(visit, { typed, mark, problems });
    const act = { organisationId: visit.organisation.id, by: visit.visitor.id };
    const written = await changeLegalNotice(visit.db, act, typed, mark);
    if (written.ok) return seeOther(visit, urls.adminLegal(), 'legal-notice-changed');
    // sent once more, it is what was typed here that counts
    return show(visit, {
      typed,
      mark: markLegalNotice(written.saved),
      problems: conflictWords(typed, written.saved),
      conflict: true,
    });
  }),
];

const refuse = (typed: LegalNotice): Problems =>
  Object.fromEntries(
    Object.entries(checkLegalNotice(typed)).map(([field, refusal]) => [
      LEGAL_NAMES[field as LegalField],
      legalRefusalWords[refusal](),
    ]),
  );

/** What somebody else saved while the form was open, beside each field that differs. */
function conflictWords(typed: LegalNotice, saved: LegalNotice): Problems {
  const problems = Object.fromEntries(
    LEGAL_FIELDS.filter((field) => typed[field] !== saved[field]).map((field) => [
      LEGAL_NAMES[field],
      saved[field] === ''
        ? m.access_conflict_empty()
        : m.access_conflict_saved({ saved: saved[field] }),
    ]),
  );
  return Object.keys(problems).length > 0 ? problems : { form: m.access_conflict_same() };
}

interface Shown {
  typed: LegalNotice;
  mark: string;
  problems: Problems;
  conflict?: boolean;
}

async function show(visit: SignedInVisit, shown?: Shown): Promise<Answer> {
  const saved = await findLegalNotice(visit.db, visit.organisation.id);
  const {
    typed,
    mark,
    problems,
    conflict = false,
  } = shown ?? {
    typed: saved,
    mark: markLegalNotice(saved),
    problems: {},
  };
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.legal_settings_title(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <LegalSettingsPage
        typed={typed}
        mark={mark}
        problems={problems}
        conflict={conflict}
        missing={missingIn(saved, visit.organisation.kind)}
      />
    ),
  });
}
