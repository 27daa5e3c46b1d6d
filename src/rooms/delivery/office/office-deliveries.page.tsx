import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Form, SubmitButton } from '../../../ui/form.tsx';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { isBehind, MODES, type Mode, nextStep, type Realisation } from '../realisation.ts';
import { StandingBadges, sayDay, stageWords } from '../stage.page.tsx';
import { modeWords } from './words.page.ts';

interface OfficeDelivery {
  number: number;
  title: string;
  /** Name of the department that leads it; '': nobody was said. */
  department: string;
  realisation: Realisation;
}

interface Props {
  edition: Edition;
  /** `YYYY-MM-DD` */
  today: string;
  deliveries: readonly OfficeDelivery[];
  /** How those of this edition are followed; null: the reader may not say so. */
  mode: Mode | null;
  breadcrumb: { label: string; href: string }[];
}

/** The realisations of an edition, for the office; those that a department leads, for its agents (R59, R61). */
export function OfficeDeliveriesPage({ edition, today, deliveries, mode, breadcrumb }: Props) {
  const at = { edition: edition.slug };
  const late = deliveries.filter(({ realisation }) => isBehind(realisation, today)).length;
  return (
    <>
      <PageHeader
        title={m.deliver_office_title()}
        lead={
          deliveries.length > 0 ? m.deliver_office_lead({ count: deliveries.length, late }) : ''
        }
        breadcrumb={breadcrumb}
      />
      {deliveries.length === 0 ? (
        <EmptyState icon="hammer" title={m.deliver_office_empty_title()}>
          <p>{mode === null ? m.deliver_office_empty_agent() : m.deliver_office_empty()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.deliver_office_title()}
          captionHidden
          columns={[
            { key: 'title', label: m.deliver_column_project() },
            { key: 'stage', label: m.deliver_column_stage() },
            { key: 'next', label: m.deliver_column_next() },
            { key: 'department', label: m.deliver_column_department() },
            { key: 'voted', label: m.deliver_column_voted(), numeric: true },
            { key: 'spent', label: m.deliver_column_spent(), numeric: true },
          ]}
          rows={deliveries.map(({ number, title, department, realisation }) => {
            const next = nextStep(realisation);
            return {
              title: (
                <a href={urls.adminDelivery({ ...at, project: number })}>
                  {m.projects_mark({ number })} <bdi>{title}</bdi>
                </a>
              ),
              stage: <StandingBadges realisation={realisation} today={today} />,
              next: next
                ? m.deliver_next({
                    stage: stageWords[next.stage](),
                    date: sayDay(next.plannedOn, next.plannedIsMonth),
                  })
                : m.deliver_all_done(),
              department: department ? (
                <bdi>{department}</bdi>
              ) : (
                <StateBadge tone="warning">{m.deliver_no_department()}</StateBadge>
              ),
              voted: <Money cents={realisation.votedCost} />,
              spent:
                realisation.spentCost === null ? (
                  m.deliver_not_known()
                ) : (
                  <Money cents={realisation.spentCost} />
                ),
            };
          })}
        />
      )}
      {mode !== null && (
        <Section title={m.deliver_mode_title()} lead={m.deliver_mode_lead()}>
          <Form action={urls.adminDeliveryMode(at)}>
            <Radios
              name="mode"
              label={m.deliver_mode_label()}
              value={mode}
              options={MODES.map((one) => ({
                value: one,
                label: modeWords[one].name(),
                hint: modeWords[one].hint(),
              }))}
            />
            <SubmitButton kind="secondary">{m.deliver_mode_save()}</SubmitButton>
          </Form>
        </Section>
      )}
    </>
  );
}
