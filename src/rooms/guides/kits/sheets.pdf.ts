import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { openPaper, type Paper } from '../../../platform/pdf/paper.ts';
import { findPhase } from '../../spaces/index.page.ts';
import { writeCampaignSheet } from './campaign-sheet.pdf.ts';
import { writeIdeaSheet } from './idea-sheet.pdf.ts';
import type { SheetName } from './kit.ts';
import { sheetWords } from './kit-words.page.ts';
import { writeReceptionSheet } from './reception-sheet.pdf.ts';
import type { SheetTerms } from './sheet-parts.pdf.ts';
import { writeWorkshopSheet } from './workshop-sheet.pdf.ts';

/** Name of the file, without its ending, in letters of ASCII. */
export const sheetFileNames: Record<SheetName, () => string> = {
  'idea-form': m.guides_file_name_idea,
  workshop: m.guides_file_name_workshop,
  reception: m.guides_file_name_reception,
  campaign: m.guides_file_name_campaign,
};

const writers: Record<SheetName, (paper: Paper, terms: SheetTerms) => void> = {
  'idea-form': writeIdeaSheet,
  workshop: writeWorkshopSheet,
  reception: writeReceptionSheet,
  campaign: writeCampaignSheet,
};

/** A sheet of a kit, in the reader's language, with what this edition asks and promises. */
export function writeSheet(sheet: SheetName, terms: SheetTerms): Promise<Buffer> {
  const { root, organisation, edition } = terms;
  const title = sheetWords[sheet].title();
  const paper = openPaper({
    root,
    sheet: 'A4',
    lang: getLocale(),
    title: `${title} – ${edition.title}`,
    // the day it was first of use: the same edition gives the same bytes
    madeAt: edition.openedAt ?? findPhase(edition, 'collection')?.startsAt ?? new Date(0),
    colour: organisation.colour,
    size: 11,
    running: {
      head: title,
      foot: `${organisation.name} · ${edition.title}`,
      numbered: (page, pages) => m.printed_page({ page, pages }),
      size: 9,
    },
  });
  paper.paragraph(`${organisation.name} · ${edition.title}`, { soft: true, before: 0 });
  paper.heading(title, { before: 2, size: 22 });
  writers[sheet](paper, terms);
  return paper.finish();
}
