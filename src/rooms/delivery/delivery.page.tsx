import * as m from '../../paraglide/messages.js';
import { formatDate, formatMoney } from '../../ui/format.ts';
import { Panel, Section, Split } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { Prose } from '../../ui/text.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { urls } from '../../urls.ts';
import { EditionFrame } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { currentStage, isLate, nextStep, type Realisation } from './realisation.ts';
import { StageBadge, stageWords } from './stage.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  /** `YYYY-MM-DD` in the organisation's time. */
  today: string;
  project: { number: number; title: string; place: string };
  /** The ideas it came from. */
  ideas: readonly { number: number; title: string }[];
  realisation: Realisation;
}

/** One winner: what is done, what comes next, and the way back to the project and the idea (R81). */
export function DeliveryPage({ edition, now, today, project, ideas, realisation }: Props) {
  const at = { edition: edition.slug };
  const next = nextStep(realisation);
  return (
    <EditionFrame edition={edition} now={now} current="delivery">
      <PageHeader
        title={m.delivery_project_title({ title: project.title })}
        kicker={m.delivery_kicker({ number: project.number })}
        lead={
          next
            ? m.delivery_next({ stage: stageWords[next.stage](), date: day(next.plannedOn) })
            : m.delivery_finished()
        }
        breadcrumb={[{ label: m.delivery_back(), href: urls.deliveries(at) }]}
      />
      <Split
        aside={
          <Panel title={m.delivery_chain_title()}>
            <DescriptionList
              items={[
                {
                  term: m.delivery_now(),
                  detail: <StageBadge stage={currentStage(realisation)} />,
                },
                { term: m.delivery_budget(), detail: formatMoney(realisation.votedCost) },
                ...ideas.map((idea) => ({
                  term: m.delivery_chain_idea(),
                  detail: <a href={urls.idea({ ...at, idea: idea.number })}>{idea.title}</a>,
                })),
                {
                  term: m.delivery_chain_project(),
                  detail: (
                    <a href={urls.project({ ...at, project: project.number })}>
                      {project.number}. {project.title}
                    </a>
                  ),
                },
                // without a calendar no vote was held here: it came in with its realisations
                ...(edition.phases.length > 0
                  ? [
                      {
                        term: m.delivery_chain_result(),
                        detail: <a href={urls.results(at)}>{m.delivery_chain_result()}</a>,
                      },
                    ]
                  : []),
              ]}
            />
          </Panel>
        }
      >
        <Section title={m.delivery_steps()}>
          <Timeline
            label={m.delivery_steps()}
            items={realisation.steps.map((step) => ({
              title: step.title || stageWords[step.stage](),
              state: step.doneOn !== null ? 'done' : step === next ? 'current' : 'planned',
              date: day(step.doneOn ?? step.plannedOn),
              children: (
                <>
                  {step.title && <p>{stageWords[step.stage]()}</p>}
                  {step.description && <Prose text={step.description} />}
                  {isLate(step, today) && <p>{m.delivery_late()}</p>}
                </>
              ),
            }))}
          />
        </Section>
      </Split>
    </EditionFrame>
  );
}

/** A day without a time: noon keeps it the same day in every zone of Europe. */
function day(value: string | null): string {
  return value === null ? '—' : formatDate(new Date(`${value}T12:00:00Z`));
}
