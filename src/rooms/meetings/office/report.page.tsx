import * as m from '../../../paraglide/messages.js';
import { fileSegment, PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Grid, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { PictureFields } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import { LENGTHS, type Meeting } from '../meeting.ts';
import { profileWords } from '../meeting-words.page.ts';
import { PROFILES, type Profile } from '../registration.ts';
import { MOST_PHOTOS, type Photo, type ReportRefusal } from '../report.ts';
import { meetingCrumbs } from './office-meeting.page.tsx';

export interface TypedReport {
  present: Record<Profile, string>;
  words: string;
}

export const reportProblems: Record<ReportRefusal | 'count-wrong', () => string> = {
  'words-missing': m.meetings_problem_words,
  'words-too-long': m.meetings_problem_long,
  'nobody-counted': m.meetings_problem_nobody,
  'count-wrong': m.meetings_problem_count,
};

interface Props {
  meeting: Meeting;
  typed: TypedReport;
  alt: string;
  version: number;
  photos: readonly Photo[];
  problems: Problems;
  conflict: boolean;
}

/** How many came, by what they are (R87), what was said, and pictures: published as it is saved. */
export function ReportPage(props: Props) {
  const { meeting, typed, version, problems, conflict } = props;
  const labels = Object.fromEntries(PROFILES.map((profile) => [profile, profileWords[profile]()]));
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={labels}
        {...(conflict && { title: m.meetings_conflict() })}
      />
      <PageHeader
        title={m.meetings_report()}
        lead={m.meetings_report_lead()}
        breadcrumb={meetingCrumbs(meeting)}
      />
      <Form action={urls.adminMeetingReport({ meeting: meeting.number })}>
        <Hidden name="version" value={version} />
        <Fieldset legend={m.meetings_report_people()}>
          <Grid min="small">
            {PROFILES.map((profile) => (
              <Field
                key={profile}
                name={profile}
                label={profileWords[profile]()}
                value={typed.present[profile]}
                inputMode="numeric"
                width="short"
                problems={problems}
              />
            ))}
          </Grid>
        </Fieldset>
        <TextArea
          name="bilan"
          label={m.meetings_report_words()}
          hint={m.meetings_report_words_hint()}
          value={typed.words}
          limit={LENGTHS.words}
          rows={10}
          problems={problems}
          required
        />
        <SubmitButton size="large">{m.meetings_report_submit()}</SubmitButton>
      </Form>
      <Photos {...props} />
    </Column>
  );
}

function Photos({ meeting, photos, alt, problems }: Props) {
  return (
    <Section
      title={m.meetings_photos()}
      lead={m.meetings_photos_lead({ count: MOST_PHOTOS })}
      id="photos"
    >
      {photos.length > 0 && (
        <Grid min="small">
          {photos.map((photo) => (
            <div key={photo.fileId} class="stack">
              <Picture
                src={urls.file({ file: fileSegment(photo, 'small') })}
                alt={photo.alt}
                width={photo.width}
                height={photo.height}
                caption={photo.alt}
              />
              <ButtonForm
                action={urls.adminMeetingPhotoRemove({
                  meeting: meeting.number,
                  photo: photo.fileId,
                })}
                kind="quiet"
                icon="delete"
                size="small"
                about={photo.alt}
              >
                {m.meetings_photo_remove()}
              </ButtonForm>
            </div>
          ))}
        </Grid>
      )}
      {photos.length < MOST_PHOTOS && (
        <Form
          action={urls.adminMeetingPhotos({ meeting: meeting.number })}
          label={m.meetings_photo_add()}
          upload
        >
          <PictureFields
            limits={PICTURE_LIMITS}
            label={m.ui_picture_photo()}
            alt={alt}
            problems={problems}
            required
          />
          <SubmitButton kind="secondary" icon="upload">
            {m.meetings_photo_add()}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
