import * as m from '../../paraglide/messages.js';
import { holdsRight } from '../../platform/http/route.ts';
import type { Visitor } from '../../platform/http/visit.ts';
import { Card } from '../../ui/card.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney, formatTime } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { OwnMeetingLines } from '../meetings/index.page.ts';
import type { OwnMeeting } from '../meetings/index.ts';
import type { PointOfToday } from '../polls/index.ts';
import { EditionState } from '../spaces/index.page.ts';
import { dueStepWords, dueWords, StepState } from './due-step.page.tsx';
import { listUrgentSteps } from './due-steps.ts';
import type { SeenEdition } from './edition-progress.routes.ts';
import { OfficeMenu } from './office-menu.page.tsx';
import { WaitingList } from './waiting.page.tsx';
import { type HouseCounts, listWaiting } from './waiting.ts';

/** The page of the desks lists them all. */
const MOST_POINTS = 5;

interface Props {
  /** Who reads: the menu shows what they may open. */
  visitor: Visitor;
  editions: readonly SeenEdition[];
  house: HouseCounts;
  /** Points of vote that are open at some time today, those of the reader first. */
  points: readonly PointOfToday[];
  /** To come, where the reader is to be. */
  meetings: readonly OwnMeeting[];
  hasGroups: boolean;
}

/** Each role's day: what is due and what waits, in order; then every edition that they read. */
export function DashboardPage({ visitor, editions, points, meetings, hasGroups, house }: Props) {
  const isOfficer = holdsRight('officer', visitor);
  const isAsked = isOfficer || editions.some(({ waiting }) => waiting?.mayDecide);
  const [first, ...others] = isOfficer ? listUrgentSteps(editions) : [];
  const waiting = listWaiting(editions, house);
  const lead = isAsked ? m.admin_lead : m.dash_lead_reader;
  return (
    <>
      <PageHeader
        title={m.admin_title()}
        lead={lead({ nickname: visitor.nickname })}
        actions={
          <>
            {isOfficer && (
              <ButtonLink kind="secondary" icon="plus" href={urls.adminNewEdition()}>
                {m.admin_prepare_edition()}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" icon="help" href={urls.adminHelp()}>
              {m.guides_help_title()}
            </ButtonLink>
          </>
        }
      />
      {editions.length === 0 && <NoEdition isOfficer={isOfficer} />}
      {points.length > 0 && <Desks points={points} />}
      {first && <FirstStep {...first} />}
      {isAsked && editions.length > 0 && !first && waiting.length === 0 && (
        <NextStep kicker={m.admin_today()} title={m.dash_nothing()}>
          <p>{m.dash_nothing_words()}</p>
        </NextStep>
      )}
      {waiting.length > 0 && <WaitingList waiting={waiting} />}
      {others.length > 0 && (
        <Section title={m.admin_next_steps()}>
          <List ordered>
            {others.map(({ of, step }) => (
              <div key={`${of.edition.id}-${step.kind}`} class="office-step">
                <p>
                  <a href={dueStepWords[step.kind].href({ edition: of.edition.slug })}>
                    {dueStepWords[step.kind].title()}
                  </a>{' '}
                  <StepState state={step.state} />
                </p>
                <p class="hint">
                  <bdi>{of.edition.title}</bdi>
                  {dueWords(step) && ` · ${dueWords(step)}`}
                </p>
              </div>
            ))}
          </List>
        </Section>
      )}
      {meetings.length > 0 && (
        <Section title={m.meetings_own_title()}>
          <OwnMeetingLines meetings={meetings} />
          <p>
            <a href={urls.ownAgenda()}>{m.myspace_agenda_link()}</a>
          </p>
        </Section>
      )}
      {editions.length > 0 && (
        <Section title={m.admin_editions()}>
          <List look="cards">
            {editions.map((one) => (
              <Card
                key={one.edition.id}
                title={one.edition.title}
                href={urls.adminEdition({ edition: one.edition.slug })}
                state={<EditionState edition={one.edition} now={one.now} />}
                meta={[
                  m.admin_count_ideas({ count: one.ideas }),
                  m.admin_count_projects({ count: one.projects }),
                ]}
                figure={formatMoney(one.edition.envelope)}
              />
            ))}
          </List>
        </Section>
      )}
      <OfficeMenu visitor={visitor} hasGroups={hasGroups} />
    </>
  );
}

function NoEdition({ isOfficer }: { isOfficer: boolean }) {
  if (!isOfficer)
    return (
      <EmptyState icon="calendar-days" title={m.admin_empty_title()}>
        <p>{m.dash_empty_reader()}</p>
      </EmptyState>
    );
  return (
    <EmptyState
      icon="calendar-days"
      title={m.admin_empty_title()}
      actions={<ButtonLink href={urls.adminNewEdition()}>{m.admin_prepare_edition()}</ButtonLink>}
    >
      <p>{m.admin_empty()}</p>
    </EmptyState>
  );
}

/** Whoever is on shift goes to the desk from here. */
function Desks({ points }: { points: readonly PointOfToday[] }) {
  const own = points.filter(({ isOwn }) => isOwn);
  const shown = own.length > 0 ? own : points;
  return (
    <Notice
      title={own.length > 0 ? m.admin_desk_title_own() : m.admin_desk_title()}
      actions={
        <ButtonLink kind="secondary" href={urls.desks()}>
          {m.desk_list_title()}
        </ButtonLink>
      }
    >
      <ul>
        {shown.slice(0, MOST_POINTS).map(({ id, name, opensAt, closesAt }) => (
          <li key={`${id} ${opensAt.getTime()}`}>
            <bdi>{name}</bdi>,{' '}
            {m.points_hours({ from: formatTime(opensAt), to: formatTime(closesAt) })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function FirstStep({ of, step }: ReturnType<typeof listUrgentSteps<SeenEdition>>[number]) {
  const words = dueStepWords[step.kind];
  return (
    <NextStep
      kicker={m.admin_today()}
      title={words.title()}
      {...(dueWords(step) && { deadline: dueWords(step) })}
      actions={
        <ButtonLink size="large" href={words.href({ edition: of.edition.slug })}>
          {words.button()}
        </ButtonLink>
      }
    >
      <p>
        <strong>
          <bdi>{of.edition.title}</bdi>
        </strong>
        {' · '}
        {words.words()}
      </p>
    </NextStep>
  );
}
