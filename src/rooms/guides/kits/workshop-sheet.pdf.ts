import * as m from '../../../paraglide/messages.js';
import type { Paper } from '../../../platform/pdf/paper.ts';
import { listRules } from './idea-sheet.pdf.ts';
import { bareAddress, type SheetTerms, sayDates } from './sheet-parts.pdf.ts';

/** Lines for ideas on the list of a workshop. */
const IDEAS = 10;
/** Lines for those who sign their idea. */
const PEOPLE = 12;

/** A workshop to find ideas: how it goes minute by minute, a sheet for the tables, the list, the consents. */
export function writeWorkshopSheet(paper: Paper, terms: SheetTerms): void {
  const { organisation, edition, origin } = terms;
  paper.paragraph(m.guides_workshop_lead({ dates: sayDates(edition, 'collection') }), {
    before: 4,
  });
  paper.heading(m.guides_workshop_before(), { level: 2, before: 12 });
  paper.list([
    m.guides_workshop_before_room(),
    m.guides_workshop_before_print(),
    m.guides_workshop_before_rules(),
    m.guides_workshop_before_helpers(),
  ]);
  paper.heading(m.guides_workshop_run(), { level: 2, before: 14 });
  paper.table({
    columns: [
      { width: 64, head: m.guides_workshop_time() },
      { width: paper.inner * 0.26, head: m.guides_workshop_moment() },
      { width: 'rest', head: m.guides_workshop_what() },
    ],
    names: 1,
    ruled: true,
    rows: moments().map(([minutes, moment, what]) => [
      [{ words: m.guides_workshop_minutes({ minutes }) }],
      [{ words: moment, bold: true }],
      [{ words: what }],
    ]),
  });
  paper.heading(m.guides_workshop_care(), { level: 2, before: 14 });
  paper.list([
    m.guides_workshop_care_turn(),
    m.guides_workshop_care_words(),
    m.guides_workshop_care_judge(),
    m.guides_workshop_care_promise(),
  ]);

  paper.makeRoom(10_000);
  paper.heading(m.guides_workshop_table(), { level: 2, before: 0 });
  paper.paragraph(m.guides_workshop_table_lead(), { before: 2 });
  paper.table({
    columns: [
      { width: paper.inner * 0.34, head: m.guides_workshop_question() },
      { width: 'rest', head: m.guides_workshop_notes() },
    ],
    names: 0,
    ruled: true,
    rows: [
      m.guides_workshop_q_need(),
      m.guides_workshop_q_who(),
      m.guides_workshop_q_where(),
      m.guides_workshop_q_what(),
      m.guides_workshop_q_without(),
    ].map((words) => [[{ words, bold: true }], [{ blank: 62 }]]),
  });
  paper.heading(m.guides_idea_rules(), { level: 2, before: 14 });
  paper.list(listRules(terms));

  paper.makeRoom(10_000);
  paper.heading(m.guides_workshop_list(), { level: 2, before: 0 });
  paper.paragraph(m.guides_workshop_list_lead(), { before: 2 });
  paper.table({
    columns: [
      { width: 28, head: m.guides_workshop_number() },
      { width: 'rest', head: m.guides_workshop_idea() },
      { width: paper.inner * 0.2, head: m.guides_workshop_place() },
      { width: paper.inner * 0.26, head: m.guides_workshop_signed() },
    ],
    names: 0,
    ruled: true,
    rows: Array.from({ length: IDEAS }, (_, at) => [
      [{ words: String(at + 1) }],
      [{ blank: 40 }],
      [],
      [],
    ]),
  });

  paper.makeRoom(10_000);
  paper.heading(m.guides_idea_consent(), { level: 2, before: 0 });
  paper.paragraph(
    m.guides_workshop_consent({
      organisation: organisation.name,
      email: organisation.contactEmail,
      site: bareAddress(origin),
    }),
    { before: 2 },
  );
  paper.table({
    columns: [
      { width: 70, head: m.guides_workshop_ideas() },
      { width: 'rest', head: m.guides_workshop_name() },
      { width: paper.inner * 0.32, head: m.guides_workshop_contact() },
      { width: paper.inner * 0.22, head: m.guides_workshop_signature() },
    ],
    names: 1,
    ruled: true,
    rows: Array.from({ length: PEOPLE }, () => [[{ blank: 28 }], [], [], []]),
  });
}

/** An hour and a half: minutes, moment, what is done. */
const moments = (): [number, string, string][] => [
  [10, m.guides_workshop_m_welcome(), m.guides_workshop_m_welcome_what()],
  [10, m.guides_workshop_m_explain(), m.guides_workshop_m_explain_what()],
  [15, m.guides_workshop_m_alone(), m.guides_workshop_m_alone_what()],
  [25, m.guides_workshop_m_table(), m.guides_workshop_m_table_what()],
  [20, m.guides_workshop_m_share(), m.guides_workshop_m_share_what()],
  [10, m.guides_workshop_m_close(), m.guides_workshop_m_close_what()],
];
