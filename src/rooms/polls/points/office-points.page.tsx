import * as m from '../../../paraglide/messages.js';
import { ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { hoursWords, slotWords } from './hours-words.page.ts';
import { isWithin, type OwnShift, type Shift, type Span, type VotePoint } from './point.ts';

interface Props {
  edition: Edition;
  points: readonly VotePoint[];
  shifts: readonly Shift[];
  /** The reader's own, in order of time. */
  own: readonly OwnShift[];
  vote: Span | null;
  /** The result is published: the minutes name the points as they were. */
  frozen: boolean;
}

/** The points of vote as officers run them, and the reader's own shifts (R53, R55). */
export function OfficePointsPage({ edition, points, shifts, own, vote, frozen }: Props) {
  const at = { edition: edition.slug };
  const add = !frozen && (
    <ButtonLink href={urls.adminNewVotePoint(at)} icon="plus">
      {m.points_add()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.points_office_title()}
        lead={m.points_office_lead()}
        breadcrumb={officeCrumbs(edition)}
        {...(points.length > 0 && {
          actions: (
            <>
              {add}
              <ButtonLink href={urls.votePoints(at)} kind="secondary" icon="eye">
                {m.points_public_page()}
              </ButtonLink>
            </>
          ),
        })}
      />
      {frozen && <p>{m.points_frozen()}</p>}
      {points.length === 0 ? (
        <EmptyState icon="place" title={m.points_office_none_title()} actions={add}>
          <p>{m.points_office_none()}</p>
        </EmptyState>
      ) : (
        <>
          <Section title={m.points_own_title()} id="mes-permanences">
            {own.length === 0 ? <p>{m.points_own_none()}</p> : <OwnShifts own={own} />}
            <Actions>
              <ButtonLink href={urls.desks()} kind="secondary">
                {m.desk_list_title()}
              </ButtonLink>
            </Actions>
          </Section>
          {points.map((point) => (
            <OfficePoint
              key={point.id}
              edition={edition.slug}
              point={point}
              shifts={shifts}
              vote={vote}
              frozen={frozen}
            />
          ))}
        </>
      )}
    </Stack>
  );
}

function OwnShifts({ own }: { own: readonly OwnShift[] }) {
  return (
    <ul>
      {own.map((shift) => (
        <li key={shift.opensAt.getTime()} dir="auto">
          {m.points_own_line({
            slot: slotWords(shift),
            name: shift.point.name,
            address: shift.point.address,
          })}
        </li>
      ))}
    </ul>
  );
}

interface PointProps {
  edition: string;
  point: VotePoint;
  shifts: readonly Shift[];
  vote: Span | null;
  frozen: boolean;
}

function OfficePoint({ edition, point, shifts, vote, frozen }: PointProps) {
  const at = { edition, point: point.id };
  const staffed = new Set(shifts.map((shift) => shift.slotId));
  const empty = point.slots.filter((slot) => !staffed.has(slot.id)).length;
  const about = point.name;
  return (
    <Section title={<bdi>{point.name}</bdi>}>
      <p dir="auto">{point.address}</p>
      {point.slots.length === 0 ? (
        <p>{m.points_no_hours()}</p>
      ) : (
        <ul>
          {hoursWords(point.slots).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {vote && point.slots.some((slot) => !isWithin(slot, vote)) && (
        <Notice tone="warning">{m.points_outside_warning()}</Notice>
      )}
      {empty > 0 && <p>{m.points_unstaffed({ count: empty })}</p>}
      <Actions>
        <ButtonLink href={urls.adminVoteShifts(at)} kind="secondary" icon="calendar" about={about}>
          {m.points_shifts()}
        </ButtonLink>
        {!frozen && (
          <>
            <ButtonLink href={urls.adminVotePoint(at)} kind="quiet" icon="edit" about={about}>
              {m.points_change()}
            </ButtonLink>
            <ButtonLink
              href={urls.adminRemoveVotePoint(at)}
              kind="quiet"
              icon="delete"
              about={about}
            >
              {m.points_remove()}
            </ButtonLink>
          </>
        )}
      </Actions>
    </Section>
  );
}

interface RemovalProps {
  edition: Edition;
  point: VotePoint;
  shifts: number;
}

/** A point goes with its hours and its shifts: asked once more. */
export function RemovalPage({ edition, point, shifts }: RemovalProps) {
  const at = { edition: edition.slug, point: point.id };
  return (
    <ConfirmPage
      question={removalQuestion(point)}
      form={
        <Form action={urls.adminRemoveVotePoint(at)}>
          <SubmitButton kind="danger" size="large" icon="delete">
            {m.points_remove_button()}
          </SubmitButton>
        </Form>
      }
      cancelHref={urls.adminVotePoints({ edition: edition.slug })}
      cancelLabel={m.points_remove_cancel()}
    >
      <p>{m.points_remove_words()}</p>
      {shifts > 0 && <p>{m.points_remove_shifts({ count: shifts })}</p>}
    </ConfirmPage>
  );
}

export function removalQuestion(point: VotePoint): string {
  return m.points_remove_question({ name: point.name });
}

function officeCrumbs(edition: Edition) {
  return [
    { label: m.site_nav_admin(), href: urls.admin() },
    { label: edition.title, href: urls.adminEdition({ edition: edition.slug }) },
  ];
}

/** Under the list of points. */
export function pointCrumbs(edition: Edition) {
  return [
    ...officeCrumbs(edition),
    { label: m.points_office_title(), href: urls.adminVotePoints({ edition: edition.slug }) },
  ];
}
