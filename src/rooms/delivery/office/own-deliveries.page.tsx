import * as m from '../../../paraglide/messages.js';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { nextStep, type Realisation } from '../realisation.ts';
import { StandingBadges, sayDay, stageWords } from '../stage.page.tsx';

export interface OwnDelivery {
  edition: Pick<Edition, 'slug' | 'title'>;
  number: number;
  title: string;
  realisation: Realisation;
}

/** What a department leads: late ones first. */
export function OwnDeliveriesPage(props: { deliveries: readonly OwnDelivery[]; today: string }) {
  const { deliveries, today } = props;
  return (
    <>
      <PageHeader
        title={m.deliver_own_title()}
        {...(deliveries.length > 0 && { lead: m.deliver_own_lead() })}
        breadcrumb={[{ label: m.assign_queue_title(), href: urls.tasks() }]}
      />
      {deliveries.length === 0 ? (
        <EmptyState icon="hammer" title={m.deliver_office_empty_title()}>
          <p>{m.deliver_office_empty_agent()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.deliver_own_title()}
          captionHidden
          columns={[
            { key: 'title', label: m.deliver_column_project() },
            { key: 'edition', label: m.deliver_column_edition() },
            { key: 'stage', label: m.deliver_column_stage() },
            { key: 'next', label: m.deliver_column_next() },
          ]}
          rows={deliveries.map(({ edition, number, title, realisation }) => {
            const next = nextStep(realisation);
            return {
              title: (
                <a href={urls.adminDelivery({ edition: edition.slug, project: number })}>
                  <bdi>{title}</bdi>
                </a>
              ),
              edition: <bdi>{edition.title}</bdi>,
              stage: <StandingBadges realisation={realisation} today={today} />,
              next: next
                ? m.deliver_next({
                    stage: stageWords[next.stage](),
                    date: sayDay(next.plannedOn, next.plannedIsMonth),
                  })
                : m.deliver_all_done(),
            };
          })}
        />
      )}
    </>
  );
}
