import * as m from '../../../paraglide/messages.js';
import { DateField } from '../../../ui/date-field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { AskFields, type TypedAsk } from './ask-fields.page.tsx';
import type { AssignedIdea, Assignment } from './assignment.ts';
import { DueBadge, nameOf, opinionLooks, sayDay, studyCrumbs, typeDay } from './words.page.tsx';

interface Props {
  edition: Edition;
  opinion: Assignment & AssignedIdea;
  departments: readonly Department[];
  today: string;
  /** Of the form that gives it to another department. */
  typed: TypedAsk;
  /** The day of the other form, as it was typed. */
  typedDue: Pick<TypedAsk, 'day' | 'month' | 'year'>;
  problems: Problems;
}

/** What one department is asked about one idea, and what the office can do about it. */
export function OpinionPage(props: Props) {
  const { edition, opinion, departments, today, typed, typedDue, problems } = props;
  const at = { edition: edition.slug, opinion: opinion.id };
  const { number, title, state, isOpenReturn } = opinion;
  const name = nameOf(departments, opinion.departmentId);
  const { tone, words } = opinionLooks[state];
  const heading = m.assign_opinion_title({ number });
  return (
    <Column>
      <PageHeader
        title={heading}
        kicker={name}
        lead={
          <a
            href={urls.adminStudyIdea({
              edition: edition.slug,
              idea: numberedSegment(number, title),
            })}
          >
            <bdi lang={opinion.lang}>{title}</bdi>
          </a>
        }
        breadcrumb={studyCrumbs(edition)}
        meta={
          <>
            <StateBadge tone={tone}>{words()}</StateBadge>{' '}
            {state === 'asked' && <DueBadge dueOn={opinion.dueOn} today={today} />}
          </>
        }
      />
      <ErrorSummary problems={problems} />
      <DescriptionList items={listFacts(opinion, departments)} />
      {(state === 'asked' || isOpenReturn) && (
        <Section title={isOpenReturn ? m.assign_returns_to() : m.assign_reassign_title()}>
          <Form action={urls.adminReassign(at)}>
            <AskFields
              departments={departments.filter(
                ({ id }) => isOpenReturn || id !== opinion.departmentId,
              )}
              typed={typed}
              problems={problems}
            />
            <p>
              <SubmitButton>{m.assign_give()}</SubmitButton>
            </p>
          </Form>
        </Section>
      )}
      {isOpenReturn && (
        <Section title={m.assign_close_title()} lead={m.assign_close_lead()}>
          <ButtonForm action={urls.adminCloseReturn(at)} kind="secondary">
            {m.assign_close_return()}
          </ButtonForm>
        </Section>
      )}
      {state === 'asked' && (
        <>
          <Section title={m.assign_due_title()}>
            <Form action={urls.adminOpinionDue(at)}>
              <Hidden name="avant" value={opinion.dueOn} />
              <DateField
                name="nouvelle-echeance"
                label={m.assign_due_new()}
                value={typedDue}
                required
                problems={problems}
              />
              <p>
                <SubmitButton kind="secondary">{m.assign_due_save()}</SubmitButton>
              </p>
            </Form>
          </Section>
          <Section title={m.assign_withdraw_title()} lead={m.assign_withdraw_lead()}>
            <ButtonForm action={urls.adminWithdraw(at)} kind="secondary">
              {m.assign_withdraw()}
            </ButtonForm>
          </Section>
        </>
      )}
    </Column>
  );
}

function listFacts(opinion: Assignment, departments: readonly Department[]) {
  const { request, returnComment, suggestedDepartmentId, settledAt } = opinion;
  const suggested = nameOf(departments, suggestedDepartmentId);
  return [
    { term: m.assign_department(), detail: nameOf(departments, opinion.departmentId) },
    { term: m.assign_asked_on(), detail: formatDateTime(opinion.askedAt) },
    { term: m.assign_due(), detail: sayDay(opinion.dueOn, 'long') },
    ...(request ? [{ term: m.assign_request(), detail: request }] : []),
    ...(opinion.state === 'returned' && settledAt
      ? [
          { term: m.assign_returned_on(), detail: formatDateTime(settledAt) },
          { term: m.assign_return_comment(), detail: returnComment },
        ]
      : []),
    ...(suggested ? [{ term: m.assign_suggested(), detail: suggested }] : []),
  ];
}

export const typedDueOf = (opinion: Assignment) => typeDay(opinion.dueOn);
