import * as m from '../../paraglide/messages.js';
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
import type { PointOfToday } from '../polls/index.ts';
import { StudyDue } from '../review/index.page.ts';
import { EditionState } from '../spaces/index.page.ts';
import { dueStepWords, dueWords, StepState } from './due-step.page.tsx';
import { listUrgentSteps } from './due-steps.ts';
import type { OfficeEdition } from './edition-progress.routes.ts';
import { OfficeMenu } from './office-menu.page.tsx';

/** The page of the desks lists them all. */
const MOST_POINTS = 5;

interface Props {
  /** Who reads: the menu shows what they may open. */
  visitor: Visitor;
  editions: readonly OfficeEdition[];
  /** Points of vote that are open at some time today, those of the reader first. */
  points: readonly PointOfToday[];
}

/** The officer's day: what is due, in order; then every edition. */
export function DashboardPage({ visitor, editions, points }: Props) {
  const [first, ...others] = listUrgentSteps(editions);
  return (
    <>
      <PageHeader
        title={m.admin_title()}
        lead={m.admin_lead({ nickname: visitor.nickname })}
        actions={
          <>
            <ButtonLink kind="secondary" icon="plus" href={urls.adminNewEdition()}>
              {m.admin_prepare_edition()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="help" href={urls.adminHelp()}>
              {m.guides_help_title()}
            </ButtonLink>
          </>
        }
      />
      {editions.length === 0 && (
        <EmptyState
          icon="calendar-days"
          title={m.admin_empty_title()}
          actions={
            <ButtonLink href={urls.adminNewEdition()}>{m.admin_prepare_edition()}</ButtonLink>
          }
        >
          <p>{m.admin_empty()}</p>
        </EmptyState>
      )}
      {points.length > 0 && <Desks points={points} />}
      {editions.map((one) => (
        <StudyDue
          key={one.edition.id}
          edition={one.edition}
          counts={one.study}
          now={one.now}
          isOver={one.listFrozen}
        />
      ))}
      {first && <FirstStep {...first} />}
      {editions.length > 0 && !first && (
        <NextStep kicker={m.admin_today()} title={m.admin_nothing_due()}>
          <p>{m.admin_nothing_due_words()}</p>
        </NextStep>
      )}
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
      <OfficeMenu visitor={visitor} />
    </>
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

function FirstStep({ of, step }: ReturnType<typeof listUrgentSteps<OfficeEdition>>[number]) {
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
