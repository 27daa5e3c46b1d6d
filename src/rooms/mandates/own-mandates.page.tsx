import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { ButtonLink, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Actions, Column, Stack } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { ConfirmPage } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { type Mandate, nameOfMandate, stateOf } from './mandate.ts';
import { levelWords, sayDay, sayDays, stateTones, stateWords } from './mandate-words.page.ts';

interface Network {
  slug: string;
  title: string;
}

const crumbs = ({ slug, title }: Network, deeper = false) => [
  { label: title, href: urls.space({ space: slug }) },
  ...(deeper ? [{ label: m.mandates_own_title(), href: urls.ownMandates({ space: slug }) }] : []),
];

interface ListProps {
  space: Network;
  mandates: readonly Mandate[];
  now: Date;
  isInside: boolean;
}

/** One's own mandates in a network, and what became of each. */
export function OwnMandatesPage({ space, mandates, now, isInside }: ListProps) {
  const at = { space: space.slug };
  const declare = (
    <ButtonLink href={urls.declareMandate(at)} icon="plus">
      {m.mandates_declare()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.mandates_own_title()}
        lead={m.mandates_own_lead({ title: space.title })}
        breadcrumb={crumbs(space)}
        actions={
          <>
            {mandates.length > 0 && declare}
            {isInside && (
              <ButtonLink kind="secondary" href={urls.space(at)}>
                {m.mandates_enter()}
              </ButtonLink>
            )}
          </>
        }
      />
      {mandates.length === 0 ? (
        <EmptyState icon="heritage" title={m.mandates_own_none()} actions={declare}>
          <p>{m.mandates_own_none_words()}</p>
        </EmptyState>
      ) : (
        <List look="rows" label={m.mandates_own_title()}>
          {mandates.map((mandate) => (
            <OwnMandate key={mandate.id} space={space} mandate={mandate} now={now} />
          ))}
        </List>
      )}
    </Stack>
  );
}

function OwnMandate({ space, mandate, now }: { space: Network; mandate: Mandate; now: Date }) {
  const state = stateOf(mandate, now);
  const at = { space: space.slug, mandate: mandate.id };
  return (
    <Card
      level={2}
      title={<bdi>{nameOfMandate(mandate)}</bdi>}
      category={{ label: levelWords[mandate.level](), icon: 'heritage' }}
      state={<StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>}
      excerpt={sayOwnState(mandate, state)}
      meta={[<bdi key="body">{mandate.body}</bdi>, sayDays(mandate)]}
      action={
        (state === 'waiting' || state === 'verified') && (
          <Actions>
            {state === 'waiting' ? (
              <ButtonLink kind="secondary" size="small" href={urls.correctMandate(at)}>
                {m.mandates_correct()}
              </ButtonLink>
            ) : (
              <ButtonLink kind="secondary" size="small" href={urls.endMandate(at)}>
                {m.mandates_end_act()}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" size="small" href={urls.withdrawMandate(at)}>
              {m.mandates_withdraw()}
            </ButtonLink>
          </Actions>
        )
      }
    />
  );
}

function sayOwnState(mandate: Mandate, state: ReturnType<typeof stateOf>): string {
  switch (state) {
    case 'waiting':
      return m.mandates_own_waiting({ date: formatDate(mandate.declaredAt, 'day') });
    case 'verified':
      return mandate.endsOn
        ? m.mandates_own_verified_until({ date: sayDay(mandate.endsOn) })
        : m.mandates_own_verified();
    case 'refused':
      return m.mandates_own_refused({ reason: mandate.refusal ?? '' });
    case 'ended':
      return m.mandates_own_ended();
    default:
      return m.mandates_own_withdrawn();
  }
}

interface OneProps {
  space: Network;
  mandate: Mandate;
}

export function WithdrawPage({ space, mandate }: OneProps) {
  const at = { space: space.slug, mandate: mandate.id };
  return (
    <ConfirmPage
      question={m.mandates_withdraw_question()}
      form={
        <Form action={urls.withdrawMandate(at)}>
          <SubmitButton kind="danger">{m.mandates_withdraw()}</SubmitButton>
        </Form>
      }
      cancelHref={urls.ownMandates(at)}
      cancelLabel={m.mandates_own_back()}
    >
      <p>
        <strong>{nameOfMandate(mandate)}</strong>
      </p>
      <p>{mandate.verifiedAt ? m.mandates_withdraw_verified() : m.mandates_withdraw_waiting()}</p>
    </ConfirmPage>
  );
}

interface EndProps extends OneProps {
  typed: { day: string; month: string; year: string };
  problems: Problems;
}

/** When a verified mandate ends: known late, or earlier than thought. */
export function EndPage({ space, mandate, typed, problems }: EndProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.mandates_end_title()}
        lead={nameOfMandate(mandate)}
        breadcrumb={crumbs(space, true)}
      />
      <Form action={urls.endMandate({ space: space.slug, mandate: mandate.id })}>
        <DateField
          name="fin"
          label={m.mandates_end_day()}
          hint={m.mandates_end_hint()}
          value={typed}
          problems={problems}
          required
        />
        <SubmitButton>{m.mandates_end_save()}</SubmitButton>
      </Form>
    </Column>
  );
}
