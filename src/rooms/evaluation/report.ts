/** The report of an edition (R88, R64): figures that are read, and what the officer says of them. */

/** What the officer may say, in the order of the page. Headings are proposed by the page. */
export const REPORT_TEXTS = ['introduction', 'inclusion', 'ecology', 'outlook'] as const;
export type ReportText = (typeof REPORT_TEXTS)[number];

export type ReportTexts = Readonly<Record<ReportText, string>>;

export interface EditionReport extends ReportTexts {
  /** Cents: letters, meetings, agents; beside the envelope. null: not told. */
  runningCost: number | null;
  /** Counts its savings; 0: nothing was ever saved. */
  version: number;
  /** null: a draft. */
  publishedAt: Date | null;
}

export const NO_REPORT: EditionReport = {
  introduction: '',
  inclusion: '',
  ecology: '',
  outlook: '',
  runningCost: null,
  version: 0,
  publishedAt: null,
};

/** Characters of one text. */
export const LONGEST_TEXT = 6000;

export type ReportRefusal = 'text-too-long';

export function checkTexts(texts: ReportTexts): Partial<Record<ReportText, ReportRefusal>> {
  return Object.fromEntries(
    REPORT_TEXTS.filter((name) => [...texts[name]].length > LONGEST_TEXT).map((name) => [
      name,
      'text-too-long' as const,
    ]),
  );
}

export type PublishRefusal = 'no-introduction' | 'edition-not-open';

/** A report without a word of the office is a table of figures: residents are told what it means. */
export function checkPublication(
  report: EditionReport,
  edition: { openedAt: Date | null },
): PublishRefusal | null {
  if (edition.openedAt === null) return 'edition-not-open';
  return report.introduction === '' ? 'no-introduction' : null;
}
