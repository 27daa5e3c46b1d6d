import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Section, Stack } from '../../ui/layout.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { PromotionPauseNotice } from '../organisations/index.page.ts';
import type { PromotionPause } from '../organisations/index.ts';
import { EditionFrame } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import type { Chapter } from './chapter.ts';
import { PartFigure } from './part-chart.page.tsx';
import { type EditionReport, REPORT_TEXTS, type ReportText } from './report.ts';
import { REPORT_FILES } from './report-files.ts';

/** Headings proposed for what the office says (R88). */
export const textTitles: Record<ReportText, () => string> = {
  introduction: m.evaluation_text_introduction,
  inclusion: m.evaluation_text_inclusion,
  ecology: m.evaluation_text_ecology,
  outlook: m.evaluation_text_outlook,
};

export const reportTitle = (edition: Pick<Edition, 'title'>): string =>
  m.evaluation_report_title({ edition: edition.title });

interface Props {
  edition: Edition;
  now: Date;
  report: EditionReport;
  chapters: readonly Chapter[];
  /** Where the reader may read a draft. */
  officer: boolean;
  /** While it lasts, what the office says is not shown: figures are. */
  pause: PromotionPause | null;
}

/** The report of an edition, for everybody once it is published; before, for those who write it. */
export function ReportPage({ edition, now, report, chapters, officer, pause }: Props) {
  const at = { edition: edition.slug };
  const files = {
    pdf: m.evaluation_take_pdf,
    xlsx: m.evaluation_take_xlsx,
    csv: m.evaluation_take_csv,
    json: m.evaluation_take_json,
    columns: m.evaluation_take_columns,
  };
  return (
    <EditionFrame edition={edition} now={now} current="report">
      <Stack>
        <PageHeader
          title={reportTitle(edition)}
          lead={m.evaluation_report_lead()}
          {...(report.publishedAt && {
            meta: (
              <p>{m.evaluation_published_on({ date: formatDate(report.publishedAt, 'day') })}</p>
            ),
          })}
          actions={
            <>
              <ButtonLink
                kind="secondary"
                icon="download"
                href={urls.reportFile({ ...at, file: REPORT_FILES.pdf })}
              >
                {files.pdf()}
              </ButtonLink>
              <print-page>
                <template>
                  <button type="button" class="button button-secondary">
                    {m.evaluation_print()}
                  </button>
                </template>
              </print-page>
            </>
          }
        />
        {report.publishedAt === null && (
          <Notice
            tone="warning"
            title={m.evaluation_draft_title()}
            {...(officer && {
              actions: (
                <ButtonLink kind="secondary" href={urls.adminReport(at)}>
                  {m.evaluation_draft_write()}
                </ButtonLink>
              ),
            })}
          >
            <p>{m.evaluation_draft()}</p>
          </Notice>
        )}
        {pause ? (
          <PromotionPauseNotice pause={pause} />
        ) : (
          <Texts report={report} of={['introduction']} />
        )}
        {chapters.map((chapter) => (
          <Section key={chapter.id} id={chapter.id} title={chapter.title}>
            <Sentences of={chapter.sentences} />
            {chapter.parts.map((part) => (
              <PartFigure key={part.id} part={part} />
            ))}
          </Section>
        ))}
        {!pause && <Texts report={report} of={REPORT_TEXTS.slice(1)} />}
        <Section title={m.evaluation_files_title()} id="fichiers">
          <p>{m.evaluation_files_lead()}</p>
          <ul>
            {(['xlsx', 'csv', 'json', 'columns'] as const).map((file) => (
              <li key={file}>
                <a href={urls.reportFile({ ...at, file: REPORT_FILES[file] })}>{files[file]()}</a>
              </li>
            ))}
          </ul>
        </Section>
      </Stack>
    </EditionFrame>
  );
}

function Sentences({ of }: { of: readonly string[] }) {
  if (of.length === 1) return <p>{of[0]}</p>;
  return (
    <ul>
      {of.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function Texts({ report, of }: { report: EditionReport; of: readonly ReportText[] }) {
  return (
    <>
      {of
        .filter((name) => report[name] !== '')
        .map((name) => (
          <Section key={name} id={`texte-${name}`} title={textTitles[name]()}>
            <MarkedText text={underHeading(report[name])} />
          </Section>
        ))}
    </>
  );
}

/** Headings of the office stand under that of their text. */
const underHeading = (text: string): string => text.replaceAll(/^#{1,2}(?=\s)/gm, '###');
