import * as m from '../../paraglide/messages.js';
import { Filters } from '../../ui/filters.tsx';
import { ButtonForm } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList, Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { type LetterState, STATES } from './letter-fate.ts';
import type { OfficeLetter } from './letter-list.store.ts';
import { topicWords } from './topic-words.page.ts';

/** A state as addresses say it. */
export const STATE_SEGMENTS: Record<LetterState, string> = {
  waiting: 'en-attente',
  sent: 'envoyes',
  undelivered: 'non-remis',
};

const stateWords: Record<LetterState, (inputs: { count: number }) => string> = {
  waiting: m.letters_count_waiting,
  sent: m.letters_count_sent,
  undelivered: m.letters_count_undelivered,
};

interface ListProps {
  letters: readonly OfficeLetter[];
  counts: Record<LetterState, number>;
  state: LetterState | null;
  search: string;
  nextHref?: string | undefined;
}

/** Every letter of the organisation, and those that could not be delivered. */
export function LettersPage({ letters, counts, state, search, nextHref }: ListProps) {
  const isFiltered = state !== null || search !== '';
  return (
    <>
      <PageHeader
        title={m.letters_title()}
        lead={m.letters_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
      />
      {counts.undelivered > 0 && state === null && (
        <Notice tone="warning" title={m.letters_count_undelivered({ count: counts.undelivered })}>
          <p>
            <a href={urls.adminLetters({ etat: STATE_SEGMENTS.undelivered })}>
              {m.letters_see_undelivered()}
            </a>
          </p>
        </Notice>
      )}
      <Filters
        action={urls.adminLetters()}
        search={{ name: 'recherche', label: m.letters_search(), value: search }}
        selects={[
          {
            name: 'etat',
            label: m.letters_state(),
            value: state ? STATE_SEGMENTS[state] : undefined,
            empty: m.letters_every_state(),
            options: STATES.map((one) => ({
              value: STATE_SEGMENTS[one],
              label: stateWords[one]({ count: counts[one] }),
            })),
          },
        ]}
        {...(isFiltered && { clearHref: urls.adminLetters() })}
      />
      {letters.length === 0 ? (
        <EmptyState icon="mail" title={m.letters_empty_title()}>
          <p>{isFiltered ? m.letters_empty_filter() : m.letters_empty()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.letters_title()}
          captionHidden
          columns={[
            { key: 'subject', label: m.letters_subject() },
            { key: 'address', label: m.letters_address() },
            { key: 'queued', label: m.letters_written() },
            { key: 'state', label: m.letters_state() },
          ]}
          rows={letters.map((letter) => ({
            subject: (
              <a href={urls.adminLetter({ letter: letter.id })}>
                <bdi>{letter.subject}</bdi>
              </a>
            ),
            address: <bdi>{letter.address}</bdi>,
            queued: formatDateTime(letter.queuedAt),
            state: <State letter={letter} />,
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </>
  );
}

function State({ letter }: { letter: OfficeLetter }) {
  if (letter.state === 'sent')
    return <StateBadge tone="success">{m.letters_state_sent()}</StateBadge>;
  if (letter.state === 'undelivered')
    return (
      <StateBadge tone="danger">
        {letter.refusedAt ? m.letters_state_refused() : m.letters_state_given_up()}
      </StateBadge>
    );
  return letter.tries === 0 ? (
    <StateBadge>{m.letters_state_waiting()}</StateBadge>
  ) : (
    <StateBadge tone="warning">{m.letters_state_trying({ count: letter.tries })}</StateBadge>
  );
}

interface LetterProps {
  letter: OfficeLetter & { body: string };
  /** Where it would go now; null: nowhere else than before. */
  addressNow: string | null;
}

export function LetterPage({ letter, addressNow }: LetterProps) {
  const address = addressNow ?? letter.address;
  const items = [
    { term: m.letters_address(), detail: <bdi>{letter.address}</bdi> },
    { term: m.letters_topic(), detail: topicWords[letter.topic].name() },
    { term: m.letters_written(), detail: formatDateTime(letter.queuedAt) },
    { term: m.letters_state(), detail: <State letter={letter} /> },
    ...(letter.sentAt
      ? [{ term: m.letters_sent_at(), detail: formatDateTime(letter.sentAt) }]
      : []),
    ...(letter.failure ? [{ term: m.letters_failure(), detail: <bdi>{letter.failure}</bdi> }] : []),
  ];
  return (
    <Column>
      <PageHeader
        title={letter.subject}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: m.letters_title(), href: urls.adminLetters() },
        ]}
      />
      <DescriptionList items={items} />
      {letter.state === 'undelivered' && letter.body !== '' && (
        <Notice tone="warning" title={m.letters_undelivered_title()}>
          <p>{letter.refusedAt ? m.letters_refused_help() : m.letters_given_up_help()}</p>
          <ButtonForm
            kind="secondary"
            icon="mail"
            action={urls.adminSendLetterAgain({ letter: letter.id })}
          >
            {m.letters_send_again({ address })}
          </ButtonForm>
        </Notice>
      )}
      <div class="prose">
        {letter.body === '' ? (
          <p>{m.letters_forgotten()}</p>
        ) : (
          letter.body.split(/\n{2,}/).map((paragraph, index) => (
            <p key={index} class="kept-lines">
              {paragraph}
            </p>
          ))
        )}
      </div>
    </Column>
  );
}
