import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDateTime, formatNumber } from '../../../ui/format.ts';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { PollState } from '../poll.ts';
import type { Concerned, Invalidation } from './invalidation.ts';
import { type FormProps, InvalidationForm, type TypedRule } from './invalidation-form.page.tsx';
import { INVALIDATION_FIELDS, sayRule } from './invalidation-words.page.ts';

function Frame(props: { edition: Edition; problems: Problems; children: ComponentChildren }) {
  const at = { edition: props.edition.slug };
  return (
    <Column>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={m.watch_inv_title()}
        lead={m.watch_inv_lead()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: props.edition.title, href: urls.adminEdition(at) },
          { label: m.polls_office_title(), href: urls.adminPoll(at) },
          { label: m.watch_title(), href: urls.adminPollWatch(at) },
        ]}
      />
      {props.children}
    </Column>
  );
}

interface Props extends FormProps {
  edition: Edition;
  state: PollState;
  invalidations: readonly Invalidation[];
  /** Public names, by id of person. */
  nicknames: ReadonlyMap<string, string>;
  /** Who reads. */
  reader: string;
}

/** Every rule with where it stands, and a form for another while the box can still be opened. */
export function InvalidationsPage(props: Props) {
  const { edition, state, invalidations } = props;
  const canAct = state === 'open' || state === 'closed';
  return (
    <Frame edition={edition} problems={props.problems}>
      {!canAct && state !== 'waiting' && <Notice>{m.watch_inv_over()}</Notice>}
      <Section title={m.watch_inv_list()}>
        {invalidations.length === 0 && <p>{m.watch_inv_none()}</p>}
        {invalidations.map((one, at) => (
          <OneRule key={one.id} invalidation={one} at={at} canAct={canAct} {...props} />
        ))}
      </Section>
      {canAct && (
        <Section title={m.watch_inv_new()}>
          <InvalidationForm
            action={urls.adminPollInvalidations({ edition: edition.slug })}
            {...props}
          />
        </Section>
      )}
    </Frame>
  );
}

function OneRule(
  props: Omit<Props, 'invalidations'> & { invalidation: Invalidation; at: number; canAct: boolean },
) {
  const { invalidation: one, edition, nicknames, canAct, reader, at } = props;
  const who = (id: string | null, date: Date) =>
    m.watch_inv_by_at({ name: nicknames.get(id ?? '') ?? '—', date: formatDateTime(date) });
  const here = { edition: edition.slug, invalidation: one.id };
  const isDone = one.outcome === 'confirmed';
  return (
    <Section title={sayRule(one.rule)} level={3}>
      <DescriptionList
        items={[
          { term: m.watch_inv_reason(), detail: one.reason },
          { term: m.watch_inv_lines(), detail: formatNumber(one.lines) },
          {
            term: isDone ? m.watch_inv_ballots_out() : m.watch_inv_ballots(),
            detail: formatNumber(one.ballots),
          },
          ...(isDone ? [{ term: m.watch_inv_restored(), detail: formatNumber(one.restored) }] : []),
          { term: m.watch_inv_proposed(), detail: who(one.proposedBy, one.proposedAt) },
          ...(one.outcome
            ? [
                {
                  term: isDone ? m.watch_inv_confirmed() : m.watch_inv_withdrawn(),
                  detail: who(one.settledBy, one.settledAt!),
                },
              ]
            : []),
        ]}
      />
      {one.outcome === null && canAct && reader === one.proposedBy && (
        <p>{m.watch_inv_wait_other()}</p>
      )}
      {one.outcome === null && canAct && reader !== one.proposedBy && (
        <Form action={urls.adminPollInvalidate(here)}>
          <Checkbox
            name={INVALIDATION_FIELDS.agree}
            id={`accord-${at + 1}`}
            label={m.watch_inv_agree()}
            problems={{}}
            required
          />
          <SubmitButton about={sayRule(one.rule)}>{m.watch_inv_confirm_button()}</SubmitButton>
        </Form>
      )}
      {one.outcome === null && (
        <ButtonForm action={urls.adminPollKeepBallots(here)} kind="quiet" about={sayRule(one.rule)}>
          {m.watch_inv_withdraw_button()}
        </ButtonForm>
      )}
      {isDone && props.state === 'open' && one.restored < one.lines && (
        <details>
          <summary>{m.watch_inv_restore_title()}</summary>
          <p>{m.watch_inv_restore_words()}</p>
          <Form action={urls.adminPollRestoreVoter(here)}>
            <Field
              name={INVALIDATION_FIELDS.number}
              id={`numero-${at + 1}`}
              label={m.watch_inv_restore_number()}
              problems={{}}
              autocomplete="off"
              width="medium"
            />
            <Field
              name={INVALIDATION_FIELDS.email}
              id={`courriel-${at + 1}`}
              type="email"
              label={m.watch_inv_restore_email()}
              problems={{}}
              autocomplete="off"
            />
            <SubmitButton kind="secondary">{m.watch_inv_restore_button()}</SubmitButton>
          </Form>
        </details>
      )}
    </Section>
  );
}

interface PreviewProps {
  edition: Edition;
  rule: string;
  concerned: Concerned;
  typed: TypedRule;
}

/** How many, before it is proposed: never who. */
export function InvalidationPreview({ edition, rule, concerned, typed }: PreviewProps) {
  const action = urls.adminPollInvalidations({ edition: edition.slug });
  const { lines, ballots, papers } = concerned;
  return (
    <Frame edition={edition} problems={{}}>
      <Section title={m.watch_inv_preview_title()}>
        <DescriptionList
          items={[
            { term: m.watch_inv_field_rule(), detail: rule },
            { term: m.watch_inv_reason(), detail: typed.motif ?? '' },
            { term: m.watch_inv_lines(), detail: formatNumber(lines) },
            { term: m.watch_inv_ballots(), detail: formatNumber(ballots) },
            ...(papers > 0 ? [{ term: m.watch_inv_papers(), detail: formatNumber(papers) }] : []),
          ]}
        />
        {papers > 0 && <p>{m.watch_inv_papers_words()}</p>}
        {lines === 0 && <Notice tone="warning">{m.watch_inv_refused_nobody()}</Notice>}
        <Actions>
          {lines > 0 && (
            <ButtonForm action={action} values={{ ...typed, confirmation: 'oui' }} size="large">
              {m.watch_inv_propose_button()}
            </ButtonForm>
          )}
          <ButtonLink href={action} kind="quiet">
            {m.watch_inv_back()}
          </ButtonLink>
        </Actions>
      </Section>
    </Frame>
  );
}
