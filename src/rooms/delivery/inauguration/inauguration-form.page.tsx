import * as m from '../../../paraglide/messages.js';
import { fileSegment, PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Actions, Column, Grid, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Picture } from '../../../ui/picture.tsx';
import { PictureFields } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import type { Meeting } from '../../meetings/index.ts';
import { sayTheirs } from '../office/words.page.ts';
import type { Picture as Photo } from '../posts/post.ts';
import type { Realisation } from '../realisation.ts';
import { sayDay } from '../stage.page.tsx';
import { MOST_PHOTOS, NONE } from './inauguration.ts';

interface Props {
  at: { edition: string; project: number };
  project: string;
  realisation: Realisation;
  now: Date;
  isOfficer: boolean;
  /** Inaugurations of it that are announced. */
  meetings: readonly Meeting[];
  /** The id of the meeting that was chosen; '': none. */
  kept: string;
  typed: { meeting: string; reach: boolean };
  /** What the form was made from. */
  before: string;
  photos: readonly Photo[];
  alt: string;
  problems: Problems;
  conflict: boolean;
  breadcrumb: { label: string; href: string }[];
}

/** The inauguration as it is told: the meeting where it happens, the step, the photos. */
export function InaugurationPage(props: Props) {
  const { at, project, realisation, conflict, meetings, kept } = props;
  const step = realisation.steps.find(({ stage }) => stage === 'inaugurated');
  const theirs = meetings.find(({ id }) => id === kept)?.title ?? '';
  const problems = conflict ? { ...props.problems, meeting: sayTheirs(theirs) } : props.problems;
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ meeting: m.together_inauguration_meeting(), alt: m.ui_picture_alt() }}
        {...(conflict && { title: m.deliver_conflict_title() })}
      />
      {conflict && <Notice tone="warning">{m.deliver_conflict_words()}</Notice>}
      <PageHeader
        title={m.together_inauguration_title()}
        kicker={<bdi>{project}</bdi>}
        lead={
          step?.doneOn
            ? m.together_inaugurated_on({ date: sayDay(step.doneOn, step.doneIsMonth) })
            : m.together_inauguration_lead()
        }
        breadcrumb={props.breadcrumb}
        actions={
          <ButtonLink kind="secondary" icon="eye" href={urls.delivery(at)}>
            {m.deliver_see_public()}
          </ButtonLink>
        }
      />
      <MeetingForm {...props} problems={problems} isDone={step?.doneOn != null} />
      <Photos {...props} problems={problems} />
    </Column>
  );
}

function MeetingForm(props: Props & { isDone: boolean }) {
  const { at, meetings, typed, before, problems, realisation, isOfficer, isDone, now } = props;
  const begun = meetings.some(({ startsAt }) => startsAt <= now);
  const step = urls.adminDeliveryStep({ ...at, stage: 'inaugurated' });
  return (
    <Section title={m.together_inauguration_meeting()}>
      {meetings.length === 0 ? (
        <p>{m.together_inauguration_none()}</p>
      ) : (
        <Form action={urls.adminInauguration(at)}>
          <Hidden name="before" value={before || NONE} />
          <Radios
            name="meeting"
            label={m.together_inauguration_which()}
            value={typed.meeting}
            options={[
              ...meetings.map(({ id, title, startsAt, place }) => ({
                value: id,
                label: <bdi>{title}</bdi>,
                hint: `${formatDateTime(startsAt)} · ${place}`,
              })),
              { value: '', label: m.together_inauguration_no_meeting() },
            ]}
            problems={problems}
          />
          {begun && !isDone && (
            <Checkbox
              name="reach"
              label={m.together_inauguration_reach()}
              hint={m.together_inauguration_reach_hint()}
              checked={typed.reach}
              problems={problems}
            />
          )}
          <SubmitButton kind="secondary">{m.together_inauguration_save()}</SubmitButton>
        </Form>
      )}
      <Actions>
        {isOfficer && (
          <ButtonLink
            kind={meetings.length === 0 ? 'primary' : 'quiet'}
            icon="calendar"
            href={urls.adminNewMeeting({
              edition: at.edition,
              genre: 'inauguration',
              sujet: `realisation:${realisation.id}`,
            })}
          >
            {m.together_inauguration_announce()}
          </ButtonLink>
        )}
        <ButtonLink kind="quiet" href={step}>
          {m.together_inauguration_step()}
        </ButtonLink>
      </Actions>
    </Section>
  );
}

function Photos({ at, photos, alt, problems }: Props) {
  return (
    <Section
      title={m.together_inauguration_photos()}
      lead={m.together_inauguration_photos_lead({ max: MOST_PHOTOS })}
      id="photos"
    >
      {photos.length > 0 && (
        <Grid min="small">
          {photos.map((photo) => (
            <div key={photo.fileId}>
              <Picture
                src={urls.file({ file: fileSegment(photo, 'small') })}
                alt={photo.alt}
                width={photo.width ?? 1}
                height={photo.height ?? 1}
                caption={photo.alt}
              />
              <ButtonForm
                kind="quiet"
                size="small"
                icon="delete"
                action={urls.adminRemoveInaugurationPhoto({ ...at, file: photo.fileId })}
                about={photo.alt}
              >
                {m.together_photo_remove()}
              </ButtonForm>
            </div>
          ))}
        </Grid>
      )}
      {photos.length < MOST_PHOTOS && (
        <Form action={urls.adminInaugurationPhotos(at)} upload label={m.together_photo_add()}>
          <PictureFields
            limits={PICTURE_LIMITS}
            label={m.ui_picture_photo()}
            alt={alt}
            problems={problems}
            required
          />
          <SubmitButton kind="secondary" icon="plus">
            {m.together_photo_add()}
          </SubmitButton>
        </Form>
      )}
    </Section>
  );
}
