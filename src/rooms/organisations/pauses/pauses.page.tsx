import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import { Field } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { findPause, type PauseField, type PauseRefusal, type PromotionPause } from './pause.ts';
import { sayDay } from './pause-notice.page.tsx';

/** Names of the fields in the form. */
export const PAUSE_NAMES: Record<PauseField, string> = {
  startsOn: 'premier-jour',
  endsOn: 'dernier-jour',
  reason: 'motif',
};

export const pauseRefusalWords: Record<PauseRefusal, () => string> = {
  'not-a-day': m.pauses_refused_day,
  'ends-before-start': m.pauses_refused_order,
  'too-far-apart': m.pauses_refused_long,
  'over-already': m.pauses_refused_over,
  'reason-missing': m.pauses_refused_reason,
  'reason-too-long': m.pauses_refused_reason_long,
};

export interface TypedDay {
  day: string;
  month: string;
  year: string;
}

interface Props {
  pauses: readonly PromotionPause[];
  today: string;
  typed: { startsOn: TypedDay; endsOn: TypedDay; reason: string };
  problems: Problems;
}

/** The periods during which what promotes is off: the one that runs, the others, and one to enter. */
export function PausesPage({ pauses, today, typed, problems }: Props) {
  const running = findPause(pauses, today);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.pauses_title()}
        lead={m.pauses_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
      />
      {running && (
        <Notice tone="warning" title={m.pauses_running({ day: sayDay(running.endsOn) })}>
          <p>{m.pauses_off()}</p>
        </Notice>
      )}
      <Section title={m.pauses_entered()}>
        {pauses.length === 0 ? (
          <EmptyState icon="calendar-days" title={m.pauses_none_title()} level={3}>
            <p>{m.pauses_none()}</p>
          </EmptyState>
        ) : (
          <List label={m.pauses_entered()}>
            {pauses.map((pause) => (
              <PauseLine key={pause.id} pause={pause} today={today} />
            ))}
          </List>
        )}
      </Section>
      <Section title={m.pauses_new()} lead={m.pauses_new_lead()}>
        <Form action={urls.adminPauses()}>
          <Field
            name={PAUSE_NAMES.reason}
            label={m.pauses_reason()}
            hint={m.pauses_reason_hint()}
            value={typed.reason}
            autocomplete="off"
            problems={problems}
            required
          />
          <DateField
            name={PAUSE_NAMES.endsOn}
            label={m.pauses_ends_on()}
            hint={m.pauses_ends_on_hint()}
            value={typed.endsOn}
            problems={problems}
            required
          />
          <DateField
            name={PAUSE_NAMES.startsOn}
            label={m.pauses_starts_on()}
            hint={m.pauses_starts_on_hint()}
            value={typed.startsOn}
            problems={problems}
          />
          <SubmitButton size="large">{m.pauses_declare()}</SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}

function PauseLine({ pause, today }: { pause: PromotionPause; today: string }) {
  const over = pause.liftedAt !== null || pause.endsOn < today;
  const state = pause.liftedAt
    ? m.pauses_state_lifted()
    : over
      ? m.pauses_state_over()
      : pause.startsOn > today
        ? m.pauses_state_to_come()
        : m.pauses_state_running();
  return (
    <div class="office-step">
      <p>
        <strong>{pause.reason}</strong>{' '}
        <StateBadge icon={over ? 'check' : 'clock'}>{state}</StateBadge>
      </p>
      <p class="hint">
        {m.pauses_from_until({ from: sayDay(pause.startsOn), until: sayDay(pause.endsOn) })}
      </p>
      {!over && (
        <ButtonForm
          kind="secondary"
          size="small"
          action={urls.adminLiftPause({ pause: pause.id })}
          about={pause.reason}
        >
          {m.pauses_lift()}
        </ButtonForm>
      )}
    </div>
  );
}
