import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import {
  ButtonForm,
  ButtonLink,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { urls } from '../../../urls.ts';
import { PromotionPauseNotice } from '../../organisations/index.page.ts';
import type { PromotionPause } from '../../organisations/index.ts';
import { PauseReason, type TypedMoment } from '../office/news-publish.page.tsx';
import type { Newsletter } from './newsletter.ts';
import { heldWords, PLAN_NAMES } from './newsletter-words.page.ts';
import type { Plan } from './plan.ts';

/** A newsletter that waits for its hour, or that was held at it: what comes next, above its words. */
export function PlanNotice({ newsletter, plan }: { newsletter: string; plan: Plan }) {
  const at = { newsletter };
  const date = formatDateTime(plan.sendsAt);
  return (
    <Notice
      tone={plan.heldFor ? 'warning' : 'info'}
      title={
        plan.heldFor ? m.newsletter_held_title({ date }) : m.newsletter_planned_title({ date })
      }
      actions={
        <>
          <ButtonLink kind="secondary" href={urls.adminNewsletterSend(at)}>
            {plan.heldFor ? m.newsletter_held_button() : m.newsletter_plan_change()}
          </ButtonLink>
          <ButtonForm kind="quiet" action={urls.adminNewsletterUnplan(at)}>
            {m.newsletter_unplan()}
          </ButtonForm>
        </>
      }
    >
      <p>{plan.heldFor ? heldWords[plan.heldFor]() : m.newsletter_planned_words()}</p>
    </Notice>
  );
}

export interface TypedPlan {
  moment: TypedMoment;
  reason: string;
}

interface Props {
  newsletter: Newsletter;
  plan: Plan | null;
  typed: TypedPlan;
  /** That covers the day that was chosen; null: none, or no day was chosen yet. */
  pause: PromotionPause | null;
  problems: Problems;
}

/** A form of its own: a press of Enter in a date sends nothing now. */
export function PlanPart({ newsletter, plan, typed, pause, problems }: Props) {
  return (
    <Section title={m.newsletter_plan()} lead={m.newsletter_plan_lead()} id="plus-tard">
      <Form action={urls.adminNewsletterPlan({ newsletter: newsletter.id })}>
        <Hidden name="version" value={newsletter.version} />
        <DateField
          name={PLAN_NAMES.date}
          label={m.newsletter_plan_date()}
          hint={m.newsletter_plan_date_hint()}
          value={typed.moment}
          withTime
          problems={problems}
          required
        />
        {pause && (
          <>
            <PromotionPauseNotice pause={pause} />
            <PauseReason name={PLAN_NAMES.reason} value={typed.reason} problems={problems} />
          </>
        )}
        <SubmitButton kind="secondary" icon="calendar">
          {plan && !plan.heldFor ? m.newsletter_plan_change() : m.newsletter_plan_button()}
        </SubmitButton>
      </Form>
    </Section>
  );
}
