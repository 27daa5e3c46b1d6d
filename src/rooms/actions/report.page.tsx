import * as m from '../../paraglide/messages.js';
import { PICTURE_LIMITS } from '../../platform/files/upload.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column, Section, Stack } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PictureFields } from '../../ui/picture-fields.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import type { Group } from '../groups/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import type { TypedDay } from './commitment.page.tsx';
import { ReportPhoto } from './experiences.page.tsx';
import { MOST_PICTURES, REPORT_LENGTHS, type Report } from './report.ts';

export interface TypedReport {
  day: TypedDay;
  place: string;
  people: string;
  worked: string;
  harder: string;
}

interface Props {
  fund: Fund;
  action: Action;
  group: Group;
  /** null: not written yet. */
  report: Report | null;
  typed: TypedReport;
  /** Typed beside a photo that was refused. */
  alt: string;
  problems: Problems;
}

/** Where a group tells the others how it went, then shows it (R16, R28). */
export function ReportPage(props: Props) {
  const { fund, action, group, report, typed, problems } = props;
  const at = { fund: fund.slug, action: actionSegment(action), group: group.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={reportTitle(report)}
        kicker={<bdi>{group.name}</bdi>}
        lead={<bdi>{action.title}</bdi>}
        breadcrumb={[
          { label: m.commit_catalogue_title(), href: urls.fundActions({ fund: fund.slug }) },
          { label: action.title, href: urls.fundAction(at) },
        ]}
      />
      <p>{m.commit_report_lead()}</p>
      <Form
        action={report ? urls.actionReport({ ...at, report: report.id }) : urls.actionNewReport(at)}
      >
        {report && <Hidden name="version" value={report.version} />}
        <DateField
          name="jour"
          label={m.commit_report_day()}
          value={typed.day}
          problems={problems}
          required
        />
        <Field
          name="lieu"
          label={m.commit_report_place()}
          value={typed.place}
          problems={problems}
          required
        />
        <Field
          name="personnes"
          label={m.commit_report_people()}
          hint={m.commit_report_people_hint()}
          value={typed.people}
          inputMode="numeric"
          width="short"
          problems={problems}
          required
        />
        <TextArea
          name="reussi"
          label={m.commit_worked()}
          hint={m.commit_worked_hint()}
          value={typed.worked}
          limit={REPORT_LENGTHS.worked}
          problems={problems}
          required
        />
        <TextArea
          name="difficile"
          label={m.commit_harder()}
          hint={m.commit_harder_hint()}
          value={typed.harder}
          limit={REPORT_LENGTHS.harder}
          problems={problems}
        />
        <SubmitButton>{report ? m.commit_save() : m.commit_report_publish()}</SubmitButton>
        {!report && <p class="hint">{m.commit_report_then()}</p>}
      </Form>
      {report && <Photos {...props} report={report} />}
    </Column>
  );
}

function Photos({ fund, action, group, report, alt, problems }: Props & { report: Report }) {
  const to = { fund: fund.slug, action: actionSegment(action) };
  const at = { ...to, group: group.slug, report: report.id };
  return (
    <Section
      title={m.commit_photos()}
      lead={m.commit_photos_lead({ max: MOST_PICTURES })}
      id="photos"
    >
      <Stack>
        {report.pictures.map((picture) => (
          <div key={picture.fileId}>
            <ReportPhoto at={to} report={report} picture={picture} />
            <ButtonForm
              kind="quiet"
              size="small"
              icon="delete"
              action={urls.actionReportPhotoRemove({ ...at, file: picture.fileId })}
              about={picture.alt}
            >
              {m.ui_picture_remove()}
            </ButtonForm>
          </div>
        ))}
        {report.pictures.length < MOST_PICTURES && (
          <Form action={urls.actionReportPhotos(at)} upload label={m.commit_photo_add()}>
            <PictureFields limits={PICTURE_LIMITS} alt={alt} problems={problems} required />
            <SubmitButton kind="secondary" icon="plus">
              {m.commit_photo_add()}
            </SubmitButton>
          </Form>
        )}
      </Stack>
    </Section>
  );
}

export const reportTitle = (report: Report | null): string =>
  report ? m.commit_report_change() : m.commit_report_new();
