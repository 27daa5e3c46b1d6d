import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import type { MapGround } from '../../../ui/map.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { MeetingLines } from '../../meetings/index.page.ts';
import type { Meeting } from '../../meetings/index.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { hoursWords, standingWords } from './hours-words.page.ts';
import { geoAddress, type Span, type Standing, standingAt, type VotePoint } from './point.ts';
import { numberPoints, PointsMap } from './points-map.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  points: readonly VotePoint[];
  /** About one of the points (R56). */
  meetings: readonly Meeting[];
  ground: MapGround;
  /** The dates of the vote; null while they are not known. */
  vote: Span | null;
  /** Whether one can vote on this site now. */
  online: boolean;
  /** Whether the vote has ended, whatever the hours of the points say. */
  ended: boolean;
}

/** « Où voter » : each point with its address, its hours, whether it is open, and how one gets in (R53). */
export function VotePointsPage(props: Props) {
  const { edition, now, points, ground, vote, online, ended } = props;
  const at = { edition: edition.slug };
  const numbers = numberPoints(points, ground);
  const actions = (
    <>
      {online && <ButtonLink href={urls.vote(at)}>{m.points_vote_online()}</ButtonLink>}
      {points.length > 0 && (
        <ButtonLink href={urls.votePoints(at, { imprimer: 'oui' })} kind="secondary" icon="print">
          {m.points_print()}
        </ButtonLink>
      )}
    </>
  );
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <Stack>
        <PageHeader
          title={m.points_title()}
          lead={points.length > 0 ? m.points_lead({ count: points.length }) : m.points_lead_none()}
          {...((online || points.length > 0) && { actions })}
        />
        {points.length === 0 && (
          <EmptyState icon="place" title={m.points_none_title()}>
            <p>
              {vote
                ? m.points_none_dates({
                    from: formatDateTime(vote.opensAt),
                    to: formatDateTime(vote.closesAt),
                  })
                : m.points_none()}
            </p>
          </EmptyState>
        )}
        <PointsMap points={points} ground={ground} />
        {points.map((point) => (
          <Point
            key={point.id}
            point={point}
            number={numbers.get(point.id) ?? null}
            standing={ended ? { kind: 'over' } : standingAt(point.slots, now)}
          >
            <PointMeetings
              meetings={props.meetings.filter(
                ({ target, endsAt }) => target?.id === point.id && endsAt > now,
              )}
              now={now}
            />
          </Point>
        ))}
        {points.length > 0 && <p class="hint">{m.points_paris()}</p>}
      </Stack>
    </EditionFrame>
  );
}

interface PrintProps extends Pick<Props, 'edition' | 'points' | 'ground' | 'vote'> {
  /** Of the page where one votes, in full; null where one does not vote on this site. */
  address: string | null;
}

/** The same for a wall: nothing that is true for a moment only. */
export function PrintedPointsPage({ edition, points, ground, vote, address }: PrintProps) {
  const numbers = numberPoints(points, ground);
  const dates = vote && {
    from: formatDateTime(vote.opensAt),
    to: formatDateTime(vote.closesAt),
  };
  return (
    <Stack>
      <PageHeader
        kicker={<bdi>{edition.title}</bdi>}
        title={m.points_title()}
        {...(dates && { lead: m.points_print_dates(dates) })}
        actions={
          <ButtonLink href={urls.votePoints({ edition: edition.slug })} kind="quiet">
            {m.points_print_back()}
          </ButtonLink>
        }
      />
      <PointsMap points={points} ground={ground} />
      {points.map((point) => (
        <Point
          key={point.id}
          point={point}
          number={numbers.get(point.id) ?? null}
          standing={null}
        />
      ))}
      {address && <p>{m.points_print_online({ address })}</p>}
    </Stack>
  );
}

/** `standing` null: on paper, where nobody knows when it is read. */
function Point(props: {
  point: VotePoint;
  /** On the map; null where there is none. */
  number: string | null;
  standing: Standing | null;
  children?: ComponentChildren;
}) {
  const { point, number, standing, children } = props;
  const hours = hoursWords(point.slots);
  const facts = [
    { term: m.points_term_address(), detail: <span dir="auto">{point.address}</span> },
    {
      term: m.points_term_hours(),
      detail:
        hours.length === 0
          ? m.points_no_hours()
          : hours.map((line, index) => (
              <>
                {index > 0 && <br />}
                {line}
              </>
            )),
    },
    ...(point.access === ''
      ? []
      : [{ term: m.points_access(), detail: <span dir="auto">{point.access}</span> }]),
  ];
  return (
    <Section
      title={
        <>
          {number !== null && `${number}. `}
          <bdi>{point.name}</bdi>
        </>
      }
      {...(standing && {
        action: (
          <StateBadge tone={standing.kind === 'open' ? 'now' : 'neutral'} icon="clock">
            {standingWords(standing)}
          </StateBadge>
        ),
      })}
    >
      <DescriptionList items={facts} />
      {children}
      {standing && point.place && (
        <div class="actions">
          <ButtonLink href={geoAddress(point.place)} kind="quiet" icon="place" about={point.name}>
            {m.points_open_map()}
          </ButtonLink>
        </div>
      )}
    </Section>
  );
}

function PointMeetings({ meetings, now }: { meetings: readonly Meeting[]; now: Date }) {
  if (meetings.length === 0) return null;
  return (
    <>
      <h3>{m.meetings_point_title()}</h3>
      <MeetingLines meetings={meetings} now={now} />
    </>
  );
}

/** On the pages of an edition and of its vote, where there are points. */
export function VotePointsLink({ edition }: { edition: string }) {
  return (
    <Section title={m.points_title()} id="ou-voter">
      <p>{m.points_link_words()}</p>
      <p>
        <a href={urls.votePoints({ edition })}>{m.points_link()}</a>
      </p>
    </Section>
  );
}
