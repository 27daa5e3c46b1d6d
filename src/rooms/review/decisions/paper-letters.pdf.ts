import { setImmediate as nextTurn } from 'node:timers/promises';
import * as m from '../../../paraglide/messages.js';
import { type Locale, withLocale } from '../../../platform/locale/locale.ts';
import { openPaper } from '../../../platform/pdf/paper.ts';

/** Points of an A4 sheet between its margins, less a line: more than what is left once a letter has begun. */
const WHOLE_SHEET = 740;

/** Letters to be posted or handed over, each on its own sheet (R46). */
export async function printLetters(
  about: {
    root: string;
    organisation: { name: string; colour: string };
    locale: Locale;
    publishedAt: Date;
  },
  letters: readonly { subject: string; text: string }[],
): Promise<Buffer> {
  const paper = openPaper({
    root: about.root,
    sheet: 'A4',
    lang: about.locale,
    title: withLocale(about.locale, m.decide_papers_document),
    madeAt: about.publishedAt,
    colour: about.organisation.colour,
    size: 11,
    margin: 60,
  });
  for (const [index, { subject, text }] of letters.entries()) {
    if (index > 0) paper.makeRoom(WHOLE_SHEET - 40);
    paper.paragraph(about.organisation.name, { soft: true, before: 0 });
    paper.heading(subject, { level: 2, before: 24 });
    for (const words of text.split('\n\n'))
      for (const [line, part] of words.split('\n').entries())
        paper.paragraph(part, { before: line === 0 ? 10 : 0 });
    await nextTurn();
  }
  return paper.finish();
}
