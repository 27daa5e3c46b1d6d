import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Column } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Typed } from '../opening/opening-settings.ts';
import type { PlannedPublication, PlanningRefusal } from './publication.ts';

/** Beside which field each refusal stands. */
export const planningProblems: Record<PlanningRefusal, [field: string, words: () => string]> = {
  'not-counted': ['form', m.polls_office_refused_not_counted],
  'already-published': ['form', m.polls_office_refused_published],
  'poll-locked': ['form', m.polls_office_refused_locked],
  'minute-missing': ['minute', m.polls_problem_date],
  'minute-past': ['minute', m.proclamation_problem_past],
  'minute-too-far': ['minute', m.proclamation_problem_far],
};

interface Props {
  edition: Edition;
  plan: PlannedPublication | null;
  /** Nobody was named to sign the minutes. */
  unsigned: boolean;
  /** false: somebody presides, and publishes. */
  mayPublish: boolean;
  typed: Typed;
  problems: Problems;
}

/** Now, or at a minute to come: an act that cannot be taken back asks once more either way (R57). */
export function PublicationPage(props: Props) {
  const { edition, plan, unsigned, typed, problems } = props;
  const at = { edition: edition.slug };
  const part = (name: string) => typed[`minute-${name}`] ?? '';
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.polls_office_publish_question()}
        lead={m.proclamation_publish_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
          { label: m.polls_office_title(), href: urls.adminPoll(at) },
        ]}
      />
      {plan && (
        <Notice>
          <p>{m.proclamation_planned({ date: formatDateTime(plan.publishesAt) })}</p>
        </Notice>
      )}
      {unsigned && (
        <Notice tone="warning" title={m.proclamation_unsigned_title()}>
          <p>
            {m.proclamation_unsigned()}{' '}
            <a href={urls.adminPollBureau(at)}>{m.proclamation_bureau_edit()}</a>
          </p>
        </Notice>
      )}
      {props.mayPublish ? (
        <Form action={urls.adminPollPublish(at)}>
          <Radios
            name="quand"
            label={m.proclamation_when()}
            value={typed.quand}
            problems={problems}
            options={[
              {
                value: 'maintenant',
                label: m.proclamation_when_now(),
                hint: m.proclamation_when_now_hint(),
              },
              {
                value: 'plus-tard',
                label: m.proclamation_when_later(),
                hint: m.proclamation_when_later_hint(),
              },
            ]}
            required
          />
          <DateField
            name="minute"
            label={m.proclamation_minute()}
            hint={m.proclamation_minute_hint()}
            value={{
              day: part('day'),
              month: part('month'),
              year: part('year'),
              time: part('time'),
            }}
            problems={problems}
            withTime
          />
          <SubmitButton kind="danger" size="large">
            {m.proclamation_confirm()}
          </SubmitButton>
        </Form>
      ) : (
        <Notice title={m.proclamation_by_mayor_title()}>
          <p>{m.proclamation_by_mayor()}</p>
        </Notice>
      )}
      <p>
        <a href={urls.adminPoll(at)}>{m.polls_office_cancel()}</a>
      </p>
    </Column>
  );
}
