import * as m from '../../../paraglide/messages.js';
import type { Paper } from '../../../platform/pdf/paper.ts';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import { stepWords } from '../../spaces/index.page.ts';
import { bareAddress, type SheetTerms, sayDates } from './sheet-parts.pdf.ts';

/** What people ask at a desk, with the answers of this edition. */
export function writeReceptionSheet(paper: Paper, terms: SheetTerms): void {
  const { organisation, edition, origin } = terms;
  const site = bareAddress(origin);
  paper.paragraph(m.guides_reception_lead(), { before: 4 });
  paper.heading(m.guides_reception_dates(), { level: 2, before: 12 });
  paper.facts(
    edition.phases.map(({ step }) => ({
      term: stepWords[step].name(),
      detail: sayDates(edition, step),
    })),
    0.3,
  );
  paper.heading(m.guides_reception_questions(), { level: 2, before: 16 });
  const age = (years: number) =>
    years > 0
      ? m.guides_reception_from_age({ age: formatNumber(years) })
      : m.guides_reception_any_age();
  const residence = edition.residenceRequired ? m.guides_reception_residents() : '';
  const answers: [string, string][] = [
    [
      m.guides_reception_q_what(),
      m.guides_reception_a_what({
        amount: formatMoney(edition.envelope, edition.currency),
      }),
    ],
    [
      m.guides_reception_q_propose(),
      [age(edition.minimumAgePropose), residence].filter(Boolean).join(' '),
    ],
    [m.guides_reception_q_how(), m.guides_reception_a_how({ site })],
    [m.guides_reception_q_account(), m.guides_reception_a_account()],
    [m.guides_reception_q_name(), m.guides_reception_a_name()],
    [m.guides_reception_q_after(), m.guides_reception_a_after()],
    [m.guides_reception_q_refused(), m.guides_reception_a_refused()],
    [
      m.guides_reception_q_vote(),
      [age(edition.minimumAgeVote), residence].filter(Boolean).join(' '),
    ],
    [m.guides_reception_q_where(), m.guides_reception_a_where({ site })],
    [m.guides_reception_q_secret(), m.guides_reception_a_secret()],
    [m.guides_reception_q_lost(), m.guides_reception_a_lost()],
    [
      m.guides_reception_q_else(),
      m.guides_reception_a_else({ email: organisation.contactEmail, site }),
    ],
  ];
  for (const [question, answer] of answers) {
    paper.makeRoom(54);
    paper.heading(question, { level: 3, before: 10 });
    paper.paragraph(answer, { before: 2, whole: true });
  }
  paper.heading(m.guides_reception_never(), { level: 2, before: 16 });
  paper.list([
    m.guides_reception_never_password(),
    m.guides_reception_never_vote(),
    m.guides_reception_never_promise(),
  ]);
}
