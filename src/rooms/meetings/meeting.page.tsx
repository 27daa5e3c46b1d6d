import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { fileSegment, SMALL_WIDTH } from '../../platform/files/upload.ts';
import type { Attachable, RelatedLink } from '../../platform/http/visit.ts';
import { ButtonLink, ErrorSummary } from '../../ui/form.tsx';
import { Column, Grid, Panel, Section, Split } from '../../ui/layout.tsx';
import { isDrawable, MapFigure, type MapGround } from '../../ui/map.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { CommentsBlock, type CommentsProps } from '../comments/index.page.ts';
import { ReportLink } from '../moderation/index.page.ts';
import { FollowButton, type Following } from '../notifications/index.page.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { RelatedLinks } from '../spaces/index.page.ts';
import type { NamedEdition } from './agenda-filters.page.tsx';
import { ClosingSection } from './hosts/closing.page.tsx';
import type { Closing } from './hosts/closing.ts';
import { ExternalRegistration, type HostedProps, HostPanel } from './hosts/host-panel.page.tsx';
import { IdeasPanel } from './ideas-panel.page.tsx';
import { type Meeting, stateOf } from './meeting.ts';
import {
  kindWords,
  meetingSegment,
  placeWords,
  profileCountWords,
  stateTones,
  stateWords,
  timeWords,
} from './meeting-words.page.ts';
import { RegistrationPanel, type RegistrationProps } from './registration.page.tsx';
import { PROFILES, registrationStateOf } from './registration.ts';
import { countPresent, type Photo, type Report } from './report.ts';
import { ProgrammePanel } from './sessions/programme-panel.page.tsx';

interface Props {
  meeting: Meeting;
  now: Date;
  edition: NamedEdition | null;
  /** What it is about; null: nothing in particular, or no more to be seen. */
  about: Attachable | null;
  /** Nicknames of those of the town who will be there (R55). */
  present: readonly string[];
  report: Report | null;
  photos: readonly Photo[];
  /** What rooms of higher floors made out of it. */
  related: readonly RelatedLink[];
  /** Whether the reader says which ideas concern it. */
  linksIdeas: boolean;
  /** Its programme: how many sessions, and whether the reader may make one. */
  programme: { sessions: number; mayRun: boolean };
  /** What is said under it. */
  comments: CommentsProps | null;
  /** Where it stands and who runs it; null: the office's own. */
  hosted: HostedProps | null;
  closing: Closing | null;
  following: Following;
  ground: MapGround;
  registration: RegistrationProps;
}

/** One meeting: whether it takes place, when, where, how one gets in, who will be there, and how one registers. */
export function MeetingPage(props: Props) {
  const { meeting, now, ground, report, photos, hosted, closing } = props;
  const state = stateOf(meeting, now);
  const at = { meeting: meetingSegment(meeting) };
  const lang = meeting.lang !== null && meeting.lang !== getLocale() ? meeting.lang : null;
  const pins = meeting.point
    ? [{ ...meeting.point, key: meeting.id, mark: '1', label: placeWords(meeting) }]
    : [];
  const showsForm =
    registrationStateOf(meeting, now) !== 'none' && (state === 'coming' || state === 'now');
  return (
    <>
      <ErrorSummary problems={props.registration.problems} />
      <PageHeader
        title={meeting.title}
        kicker={kindWords[meeting.kind]()}
        lead={timeWords(meeting)}
        breadcrumb={
          hosted
            ? [
                { label: hosted.space.title, href: urls.space({ space: hosted.space.slug }) },
                {
                  label: hosted.component.title,
                  href: urls.spaceEvents({
                    space: hosted.space.slug,
                    component: hosted.component.slug,
                  }),
                },
              ]
            : [{ label: m.meetings_title(), href: urls.agenda() }]
        }
        {...(lang && { lang })}
        meta={<StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>}
        {...((state === 'coming' || state === 'now') && {
          actions: (
            <>
              {showsForm && !props.registration.own && state === 'coming' && (
                <ButtonLink href="#inscription">{m.meetings_register_submit()}</ButtonLink>
              )}
              <ButtonLink kind="secondary" icon="calendar" href={urls.meetingIcs(at)} download>
                {m.meetings_add_to_calendar()}
              </ButtonLink>
            </>
          ),
        })}
      />
      {state === 'cancelled' && (
        <Notice tone="danger" title={m.meetings_cancelled_title()}>
          <Prose text={meeting.cancelMessage} />
        </Notice>
      )}
      <Split
        aside={
          <>
            {hosted && <HostPanel meeting={meeting} state={state} hosted={hosted} />}
            <ExternalRegistration meeting={meeting} now={now} />
            {showsForm && <RegistrationPanel {...props.registration} meeting={meeting} now={now} />}
            <Facts {...props} />
            <ProgrammePanel meeting={meeting} programme={props.programme} />
            {props.linksIdeas && <IdeasPanel meeting={meeting} now={now} />}
            <Panel title={m.follow_panel()}>
              <FollowButton
                target={{ kind: 'meeting', id: meeting.id }}
                about={meeting.title}
                hint={m.follow_meeting_hint()}
                {...props.following}
              />
            </Panel>
            <ReportLink kind="meeting" id={meeting.id} />
          </>
        }
      >
        {closing && <ClosingSection closing={closing} />}
        {report && <ReportSection report={report} photos={photos} />}
        {meeting.description && (
          <Section title={m.meetings_about_title()}>
            <div {...(lang && { lang })}>
              <Prose text={meeting.description} />
            </div>
          </Section>
        )}
        {pins.length > 0 && isDrawable(ground, pins) && (
          <Section title={m.meetings_where()}>
            <MapFigure
              ground={ground}
              pins={pins}
              label={m.meetings_map_one({ place: placeWords(meeting) })}
              caption={placeWords(meeting)}
            />
          </Section>
        )}
        <RelatedLinks links={props.related} />
      </Split>
      {props.comments && (
        <Column>
          <CommentsBlock {...props.comments} />
        </Column>
      )}
    </>
  );
}

function Facts({ meeting, now, edition, about, present, hosted }: Props) {
  return (
    <Panel title={m.meetings_practical()}>
      <DescriptionList
        look="stack"
        items={[
          { term: m.meetings_when(), detail: timeWords(meeting) },
          { term: m.meetings_where(), detail: <bdi>{placeWords(meeting)}</bdi> },
          ...(meeting.videoLink
            ? [
                {
                  term: m.meetings_video(),
                  detail: (
                    <a href={meeting.videoLink} rel="nofollow noopener">
                      {m.meetings_video_join()}
                    </a>
                  ),
                },
              ]
            : []),
          ...(hosted?.category
            ? [{ term: m.meetings_category(), detail: <bdi>{hosted.category}</bdi> }]
            : []),
          ...(hosted?.host
            ? [
                {
                  term: m.meetings_host(),
                  detail: <PersonLink nickname={hosted.host} official={hosted.official} />,
                },
              ]
            : []),
          ...(meeting.access
            ? [
                {
                  term: hosted ? m.meetings_how_to_come() : m.meetings_access(),
                  detail: <span dir="auto">{meeting.access}</span>,
                },
              ]
            : []),
          ...(meeting.capacity === null
            ? []
            : [
                {
                  term: m.meetings_seats(),
                  detail: m.meetings_seats_count({ count: meeting.capacity }),
                },
              ]),
          ...(present.length > 0
            ? [
                {
                  term: meeting.endsAt <= now ? m.meetings_present_past() : m.meetings_present(),
                  detail: present.map((name, at) => (
                    <>
                      {at > 0 && <br />}
                      <bdi key={name}>{name}</bdi>
                    </>
                  )),
                },
              ]
            : []),
          ...(about
            ? [
                {
                  term: about.label,
                  detail: (
                    <a href={about.href}>
                      <bdi>{about.title}</bdi>
                    </a>
                  ),
                },
              ]
            : []),
          ...(edition
            ? [
                {
                  term: m.meetings_edition(),
                  detail: (
                    <a href={urls.edition({ edition: edition.slug })}>
                      <bdi>{edition.title}</bdi>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
      {meeting.point && (
        <p>
          <a href={`geo:${meeting.point.latitude},${meeting.point.longitude}`}>
            {m.points_open_map()}
          </a>
        </p>
      )}
    </Panel>
  );
}

function ReportSection({ report, photos }: { report: Report; photos: readonly Photo[] }) {
  const profiles = PROFILES.filter((profile) => report.present[profile] > 0);
  return (
    <Section title={m.meetings_report()} id="bilan">
      <p>
        <strong>{m.meetings_report_present({ count: countPresent(report.present) })}</strong>
      </p>
      {profiles.length > 1 && (
        <ul>
          {profiles.map((profile) => (
            <li key={profile}>{profileCountWords[profile]({ count: report.present[profile] })}</li>
          ))}
        </ul>
      )}
      <Prose text={report.words} />
      {photos.length > 0 && (
        <Grid min="medium">
          {photos.map((photo) => (
            <Picture
              key={photo.fileId}
              src={urls.file({ file: fileSegment(photo) })}
              srcset={`${urls.file({ file: fileSegment(photo, 'small') })} ${Math.min(photo.width, SMALL_WIDTH)}w, ${urls.file({ file: fileSegment(photo) })} ${photo.width}w`}
              sizes="(min-width: 60em) 24em, 100vw"
              alt={photo.alt}
              width={photo.width}
              height={photo.height}
            />
          ))}
        </Grid>
      )}
    </Section>
  );
}
