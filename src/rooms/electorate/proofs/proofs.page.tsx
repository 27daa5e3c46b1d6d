import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { codesCrumbs } from '../codes/codes.page.tsx';
import { daysBetween, MOST_PROOFS, writeCursor } from './proof.ts';
import type { QueuedProof } from './queue.store.ts';
import { reasonWords } from './words.page.ts';

interface Props {
  edition: Edition;
  proofs: readonly QueuedProof[];
  more: boolean;
  /** In the whole queue. */
  waiting: number;
  decided: boolean;
  /** `YYYY-MM-DD`. */
  today: string;
}

/** The queue, the oldest first: an officer takes the top one. */
export function ProofsPage({ edition, proofs, more, waiting, decided, today }: Props) {
  const at = { edition: edition.slug };
  const last = proofs.at(-1);
  const etat = decided ? 'decides' : undefined;
  return (
    <Stack>
      <PageHeader
        title={m.proofs_title()}
        lead={m.proofs_lead()}
        breadcrumb={codesCrumbs(edition)}
      />
      <nav aria-label={m.proofs_filter()}>
        <ul class="office-links">
          <FilterLine href={urls.adminProofs(at)} current={!decided}>
            {m.proofs_waiting({ count: waiting, number: formatNumber(waiting) })}
          </FilterLine>
          <FilterLine href={urls.adminProofs(at, { etat: 'decides' })} current={decided}>
            {m.proofs_decided()}
          </FilterLine>
        </ul>
      </nav>
      {proofs.length === 0 ? (
        <EmptyState icon="success" title={decided ? m.proofs_none_decided() : m.proofs_none()}>
          <p>{m.proofs_none_words()}</p>
        </EmptyState>
      ) : decided ? (
        <DecidedProofs edition={edition} proofs={proofs} />
      ) : (
        <WaitingProofs edition={edition} proofs={proofs} today={today} />
      )}
      {more && last && (
        <p>
          <ButtonLink
            href={urls.adminProofs(at, {
              etat,
              apres: writeCursor({ day: last.sentOn, id: last.id }),
            })}
            kind="secondary"
          >
            {m.proofs_more()}
          </ButtonLink>
        </p>
      )}
    </Stack>
  );
}

function FilterLine(props: { href: string; current: boolean; children: ComponentChildren }) {
  const { href, current, children } = props;
  return (
    <li>
      <a href={href} aria-current={current ? 'page' : undefined}>
        {current ? <strong>{children}</strong> : children}
      </a>
    </li>
  );
}

type ListProps = Pick<Props, 'edition' | 'proofs'>;

function WaitingProofs({ edition, proofs, today }: ListProps & { today: string }) {
  return (
    <Table
      caption={m.proofs_title()}
      captionHidden
      columns={[
        { key: 'names', label: m.proofs_names() },
        { key: 'waits', label: m.proofs_waits() },
        { key: 'attempt', label: m.proofs_attempt() },
      ]}
      rows={proofs.map((proof) => ({
        names: (
          <a href={urls.adminProof({ edition: edition.slug, proof: proof.id })} dir="auto">
            {proof.names}
          </a>
        ),
        waits: sayWaiting(daysBetween(proof.sentOn, today)),
        attempt: sayAttempt(proof.attempt),
      }))}
    />
  );
}

function DecidedProofs({ edition, proofs }: ListProps) {
  return (
    <Table
      caption={m.proofs_decided()}
      captionHidden
      columns={[
        { key: 'day', label: m.proofs_decided_on() },
        { key: 'decision', label: m.proofs_decision() },
        { key: 'sent', label: m.proofs_sent_on() },
      ]}
      rows={proofs.map(({ id, decidedOn, decision, reason, sentOn }) => ({
        day: (
          <a href={urls.adminProof({ edition: edition.slug, proof: id })}>{sayDay(decidedOn!)}</a>
        ),
        decision:
          decision === 'accepted'
            ? m.proofs_accepted()
            : m.proofs_refused_for({ reason: reasonWords[reason!]() }),
        sent: sayDay(sentOn),
      }))}
    />
  );
}

export function sayWaiting(days: number): string {
  return days <= 0 ? m.proofs_today() : m.proofs_days({ count: days, number: formatNumber(days) });
}

export const sayAttempt = (attempt: number): string =>
  m.proofs_attempt_of({ attempt: String(attempt), most: String(MOST_PROOFS) });

export const sayDay = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`));
