import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { PromotionPauseNotice } from '../../organisations/index.page.ts';
import type { PromotionPause } from '../../organisations/index.ts';
import type { Edition } from '../../spaces/index.ts';
import { textTitles } from '../report.page.tsx';
import { type EditionReport, LONGEST_TEXT, REPORT_TEXTS, type ReportText } from '../report.ts';
import { REPORT_FILES } from '../report-files.ts';

/** Names of the fields in the form. */
export const REPORT_FIELDS: Record<ReportText | 'runningCost', string> = {
  introduction: 'introduction',
  inclusion: 'inclusion',
  ecology: 'ecologie',
  outlook: 'suite',
  runningCost: 'cout',
};

const hints: Record<ReportText, () => string> = {
  introduction: m.evaluation_hint_introduction,
  inclusion: m.evaluation_hint_inclusion,
  ecology: m.evaluation_hint_ecology,
  outlook: m.evaluation_hint_outlook,
};

export type TypedReport = Readonly<Record<ReportText | 'runningCost', string>>;

interface Props {
  edition: Edition;
  report: EditionReport;
  typed: TypedReport;
  /** Of what the form was made from. */
  version: number;
  problems: Problems;
  hasPopulation: boolean;
  pause: PromotionPause | null;
}

/** What the office says of an edition, and whether everybody reads it. */
export function ReportFormPage(props: Props) {
  const { edition, report, typed, version, problems, hasPopulation, pause } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.evaluation_office_title()}
        lead={m.evaluation_office_lead()}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
        ]}
        {...(edition.openedAt !== null && {
          actions: (
            <>
              <ButtonLink kind="secondary" icon="eye" href={urls.report(at)}>
                {m.evaluation_office_see()}
              </ButtonLink>
              <ButtonLink
                kind="secondary"
                icon="download"
                href={urls.reportFile({ ...at, file: REPORT_FILES.pdf })}
              >
                {m.evaluation_take_pdf()}
              </ButtonLink>
            </>
          ),
        })}
      />
      {pause && <PromotionPauseNotice pause={pause} />}
      {!hasPopulation && (
        <Notice
          title={m.evaluation_office_no_population()}
          actions={
            <ButtonLink kind="secondary" href={urls.adminPopulation()}>
              {m.evaluation_office_enter_population()}
            </ButtonLink>
          }
        >
          <p>{m.evaluation_office_why_population()}</p>
        </Notice>
      )}
      <Section title={m.evaluation_office_state()}>
        {report.publishedAt ? (
          <>
            <p>{m.evaluation_office_published({ date: formatDate(report.publishedAt, 'day') })}</p>
            <ButtonForm kind="secondary" action={urls.adminWithdrawReport(at)}>
              {m.evaluation_office_withdraw()}
            </ButtonForm>
          </>
        ) : (
          <>
            <p>{m.evaluation_office_draft()}</p>
            {report.version > 0 && (
              <ButtonForm action={urls.adminPublishReport(at)}>
                {m.evaluation_office_publish()}
              </ButtonForm>
            )}
          </>
        )}
      </Section>
      <Section title={m.evaluation_office_words()} lead={m.evaluation_office_words_lead()}>
        <Form action={urls.adminReport(at)}>
          <Hidden name="version" value={version} />
          {REPORT_TEXTS.map((name) => (
            <TextArea
              key={name}
              name={REPORT_FIELDS[name]}
              label={textTitles[name]()}
              hint={hints[name]()}
              value={typed[name]}
              rows={name === 'introduction' ? 10 : 6}
              limit={LONGEST_TEXT}
              problems={problems}
            />
          ))}
          <Field
            name={REPORT_FIELDS.runningCost}
            label={m.evaluation_running_label()}
            hint={m.evaluation_running_hint()}
            value={typed.runningCost}
            inputMode="decimal"
            width="short"
            suffix="€"
            autocomplete="off"
            problems={problems}
          />
          <SubmitButton size="large">{m.evaluation_office_save()}</SubmitButton>
        </Form>
      </Section>
      {hasPopulation && (
        <p>
          <a class="standalone-link" href={urls.adminPopulation()}>
            {m.evaluation_office_change_population()}
          </a>
        </p>
      )}
    </Column>
  );
}
