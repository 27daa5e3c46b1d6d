import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import { Panel, Section, Split } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PhaseLine } from '../../ui/phase-line.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { Meeting } from '../meetings/index.ts';
import { FollowButton } from '../notifications/index.page.ts';
import { EditionFrame, numberedSegment } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { Diary } from './diary.page.tsx';
import { InaugurationSection, type ShownInauguration } from './inauguration/inauguration.page.tsx';
import { MoneyChart } from './money-chart.page.tsx';
import {
  MeetingsSection,
  PeoplePanels,
  type ShownPeople,
  TestimoniesSection,
} from './people/public-people.page.tsx';
import type { Post } from './posts/post.ts';
import { currentStage, isBehind, nextStep, REALISATION, type Realisation } from './realisation.ts';
import { haltWords, StageBadge, sayDay, stageWords } from './stage.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  /** `YYYY-MM-DD` in the organisation's time. */
  today: string;
  project: { number: number; title: string; place: string };
  /** The ideas it came from. */
  ideas: readonly { number: number; title: string }[];
  realisation: Realisation;
  /** Published, the oldest first. */
  posts: readonly Post[];
  /** Name of the department that leads it; '': nobody was said. */
  department: string;
  following: { followers: number; isFollowing: boolean };
  signedIn: boolean;
  people: ShownPeople;
  /** About it, but its inauguration. */
  meetings: readonly Meeting[];
  inauguration: ShownInauguration;
}

/** One winner: what is done, what comes next, what is told of it, and the way back to its idea (R59, R81, R82). */
export function DeliveryPage(props: Props) {
  const { edition, now, today, project, realisation, posts } = props;
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="delivery">
      <PageHeader
        title={m.delivery_project_title({ title: project.title })}
        kicker={m.delivery_kicker({ number: project.number })}
        lead={leadOf(realisation)}
        breadcrumb={[{ label: m.delivery_back(), href: urls.deliveries(at) }]}
        actions={
          <FollowButton
            target={{ kind: REALISATION, id: realisation.id }}
            about={project.title}
            {...props.following}
            signedIn={props.signedIn}
          />
        }
      />
      <Standing realisation={realisation} today={today} />
      <StageLine realisation={realisation} />
      {realisation.outcome && !realisation.halt && (
        <Panel title={m.showcase_outcome()}>
          <p>
            <bdi>{realisation.outcome}</bdi>
          </p>
        </Panel>
      )}
      <Split
        aside={
          <>
            <Aside {...props} />
            <PeoplePanels at={{ ...at, project: project.number }} people={props.people} />
          </>
        }
      >
        <InaugurationSection {...props} />
        <MeetingsSection meetings={props.meetings} now={now} />
        <Section title={m.delivery_diary()}>
          <Diary realisation={realisation} posts={posts} today={today} />
        </Section>
        <MoneyChart realisation={realisation} />
        <TestimoniesSection testimonies={props.people.testimonies} />
      </Split>
    </EditionFrame>
  );
}

function leadOf(realisation: Realisation): string {
  if (realisation.halt?.kind === 'abandoned') return m.delivery_abandoned_lead();
  const next = nextStep(realisation);
  if (!next) return m.delivery_finished();
  const stage = stageWords[next.stage]();
  if (realisation.halt) return m.delivery_suspended_lead({ stage });
  if (next.plannedOn === null) return m.delivery_next_undated({ stage });
  const date = sayDay(next.plannedOn, next.plannedIsMonth);
  return next.plannedIsMonth
    ? m.delivery_next_month({ stage, date })
    : m.delivery_next({ stage, date });
}

/** What stops it, or that it is behind its plan: said plainly, before anything else. */
function Standing({ realisation, today }: { realisation: Realisation; today: string }) {
  const { halt } = realisation;
  if (halt)
    return (
      <Notice
        tone="warning"
        title={m.delivery_halted_since({
          state: haltWords[halt.kind](),
          date: formatDate(halt.at, 'day'),
        })}
      >
        <Prose text={halt.reason} />
      </Notice>
    );
  const next = nextStep(realisation);
  if (!next || !isBehind(realisation, today)) return null;
  return (
    <Notice tone="warning" title={m.delivery_behind_title()}>
      {m.delivery_behind_words({
        stage: stageWords[next.stage](),
        date: sayDay(next.plannedOn, next.plannedIsMonth),
      })}
    </Notice>
  );
}

/** The six stages on one line: those done, the one under way, those to come. */
function StageLine({ realisation }: { realisation: Realisation }) {
  const next = nextStep(realisation);
  return (
    <PhaseLine
      compact
      label={m.delivery_steps()}
      here={realisation.halt ? haltWords[realisation.halt.kind]() : m.delivery_here()}
      phases={realisation.steps.map((step) => ({
        name: stageWords[step.stage](),
        state: step.doneOn !== null ? 'past' : step === next ? 'current' : 'next',
      }))}
    />
  );
}

function Aside(props: Props) {
  const { edition, project, ideas, realisation, department } = props;
  const at = { edition: edition.slug };
  const link = (href: string, words: ComponentChildren) => <a href={href}>{words}</a>;
  return (
    <Panel title={m.delivery_chain_title()}>
      <DescriptionList
        look="stack"
        items={[
          { term: m.delivery_now(), detail: <StageBadge stage={currentStage(realisation)} /> },
          ...(department === ''
            ? []
            : [{ term: m.delivery_department(), detail: <bdi>{department}</bdi> }]),
          {
            term: m.delivery_followed_by(),
            detail:
              realisation.mode === 'team'
                ? m.delivery_followed_by_team()
                : m.delivery_followed_by_services(),
          },
          ...ideas.map((idea, index) => ({
            term: m.delivery_chain_idea() + (ideas.length > 1 ? ` ${index + 1}` : ''),
            detail: link(
              urls.idea({ ...at, idea: numberedSegment(idea.number, idea.title) }),
              <bdi>{idea.title}</bdi>,
            ),
          })),
          {
            term: m.delivery_chain_project(),
            detail: link(
              urls.project({ ...at, project: numberedSegment(project.number, project.title) }),
              <>
                {project.number}. <bdi>{project.title}</bdi>
              </>,
            ),
          },
          // without a calendar no vote was held here: it came in with its realisations
          ...(edition.phases.length > 0
            ? [
                {
                  term: m.delivery_chain_vote(),
                  detail: link(urls.results(at), m.delivery_chain_result()),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
