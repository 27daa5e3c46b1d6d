import * as m from '../../../paraglide/messages.js';
import type { Paper } from '../../../platform/pdf/paper.ts';
import { formatMoney, formatNumber } from '../../../ui/format.ts';
import {
  bareAddress,
  type SheetTerms,
  sayDates,
  writeBoxes,
  writeLines,
} from './sheet-parts.pdf.ts';

/** An idea to write by hand: the questions of the site, what the edition asks, the consents to sign. */
export function writeIdeaSheet(paper: Paper, terms: SheetTerms): void {
  const { organisation, edition, origin } = terms;
  const { ideaHelp: help } = edition;
  paper.paragraph(
    m.guides_idea_lead({
      dates: sayDates(edition, 'collection'),
      site: bareAddress(origin),
    }),
    { before: 4 },
  );

  paper.paragraph(m.guides_idea_office(), {
    soft: true,
    size: 9.5,
  });

  paper.heading(m.guides_idea_one(), { level: 2, before: 12 });
  paper.paragraph(help.title || m.guides_idea_title_help(), { soft: true, before: 2 });
  writeLines(paper, 1);

  paper.heading(m.guides_idea_two(), { level: 2, before: 14 });
  paper.paragraph(help.body || m.guides_idea_body_help(), { soft: true, before: 2 });
  writeLines(paper, 7);

  paper.heading(m.guides_idea_three(), { level: 2, before: 14 });
  paper.paragraph(m.guides_idea_place_help(), { soft: true, before: 2 });
  writeLines(paper, 1);

  if (edition.categories.length > 0) {
    paper.makeRoom(110);
    paper.heading(m.guides_idea_four(), { level: 2, before: 14 });
    const names = edition.categories.map(({ name }) => name);
    writeBoxes(paper, help.category || m.guides_idea_category_help(), names, 2);
  }

  paper.makeRoom(190);
  paper.heading(m.guides_idea_rules(), { level: 2, before: 16 });
  paper.list(listRules(terms));

  paper.makeRoom(230);
  paper.heading(m.guides_idea_you(), { level: 2, before: 16 });
  paper.paragraph(m.guides_idea_you_help(), { soft: true, before: 2 });
  paper.table({
    columns: [
      { width: paper.inner * 0.36, head: m.guides_idea_field() },
      { width: 'rest', head: m.guides_idea_answer() },
    ],
    names: 0,
    ruled: true,
    rows: [
      m.guides_idea_signed(),
      m.guides_idea_contact(),
      ...(edition.minimumAgePropose > 0 ? [m.guides_idea_birth()] : []),
    ].map((words) => [[{ words }], [{ blank: 22 }]]),
  });

  paper.makeRoom(190);
  paper.heading(m.guides_idea_consent(), { level: 2, before: 16 });
  const consents = [
    m.guides_consent_enter({ organisation: organisation.name }),
    m.guides_consent_public(),
    m.guides_consent_contact(),
    ...(edition.residenceRequired ? [m.guides_consent_residence()] : []),
  ];
  writeBoxes(paper, m.guides_consent_head(), consents);
  paper.signature(m.guides_consent_signature(), m.guides_consent_signature_words());
  paper.paragraph(
    m.guides_idea_privacy({ organisation: organisation.name, email: organisation.contactEmail }),
    { soft: true, before: 10, size: 9.5, whole: true },
  );
}

/** What the edition's settings ask of an idea and of who brings it. */
export function listRules({ edition }: SheetTerms): string[] {
  return [
    m.guides_rule_general(),
    m.guides_rule_competence(),
    ...(edition.envelope > 0
      ? [m.guides_rule_envelope({ amount: formatMoney(edition.envelope, edition.currency) })]
      : []),
    ...(edition.minimumAgePropose > 0
      ? [m.guides_rule_age({ age: formatNumber(edition.minimumAgePropose) })]
      : []),
    ...(edition.residenceRequired ? [m.guides_rule_residence()] : []),
    ...(edition.maximumIdeas > 0 ? [m.guides_rule_ideas({ count: edition.maximumIdeas })] : []),
  ];
}
