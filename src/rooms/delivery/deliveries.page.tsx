import * as m from '../../paraglide/messages.js';
import type { RelatedLink } from '../../platform/http/visit.ts';
import { Card } from '../../ui/card.tsx';
import { BarChart } from '../../ui/charts.tsx';
import { ButtonLink } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { EditionFrame, RelatedLinks } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { currentStage, type Realisation, STAGES } from './realisation.ts';
import { StandingBadges, stageWords } from './stage.page.tsx';

interface FollowedProject {
  number: number;
  title: string;
  place: string;
  realisation: Realisation;
}

interface Props {
  edition: Edition;
  now: Date;
  /** `YYYY-MM-DD` */
  today: string;
  projects: readonly FollowedProject[];
  /** What came out of the edition: its report (R188). */
  related: readonly RelatedLink[];
}

/** Every winner of an edition and where it stands. */
export function DeliveriesPage({ edition, now, today, projects, related }: Props) {
  return (
    <EditionFrame edition={edition} now={now} current="delivery">
      <PageHeader
        title={m.delivery_title()}
        {...(projects.length > 0 && { lead: m.delivery_lead({ count: projects.length }) })}
        actions={
          <ButtonLink kind="quiet" href={urls.globalDelivery()}>
            {m.programme_all_link()}
          </ButtonLink>
        }
      />
      {projects.length === 0 ? (
        <EmptyState title={m.delivery_empty_title()}>{m.delivery_empty()}</EmptyState>
      ) : (
        <>
          <List label={m.delivery_title()}>
            {projects.map((project) => (
              <Card
                key={project.number}
                level={2}
                title={project.title}
                href={urls.delivery({ edition: edition.slug, project: project.number })}
                mark={`n° ${project.number}`}
                state={<StandingBadges realisation={project.realisation} today={today} />}
                meta={[formatMoney(project.realisation.votedCost), project.place].filter(Boolean)}
              />
            ))}
          </List>
          <Section title={m.delivery_chart_title()}>
            <BarChart
              id="etapes"
              title={m.delivery_chart_title()}
              description={m.delivery_chart()}
              labelHead={m.delivery_chart_stage()}
              valueHead={m.delivery_chart_count()}
              bars={STAGES.map((stage) => ({
                label: stageWords[stage](),
                value: projects.filter((project) => currentStage(project.realisation) === stage)
                  .length,
              }))}
            />
          </Section>
        </>
      )}
      <RelatedLinks links={related} />
    </EditionFrame>
  );
}
