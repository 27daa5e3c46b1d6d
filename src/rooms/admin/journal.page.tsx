import * as m from '../../paraglide/messages.js';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { FactChanges } from './fact-changes.page.tsx';
import { factHref } from './fact-href.page.ts';
import { type FactContext, tellFact } from './fact-words.page.ts';

type ChainState = { ok: true; facts: number } | { ok: false; sequence: number; reason: string };

interface Props {
  facts: readonly RecordedFact[];
  context: FactContext;
  /** null: not asked for. */
  chain: ChainState | null;
  nextHref?: string | undefined;
}

/** Who did what, newest first (R189). Supports and sign-ups are left out; votes are never in it. */
export function JournalPage({ facts, context, chain, nextHref }: Props) {
  return (
    <>
      <PageHeader
        title={m.admin_journal_title()}
        lead={m.admin_journal_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
        actions={
          <ButtonLink kind="secondary" icon="shield" href={urls.adminJournal({ verifier: 'oui' })}>
            {m.admin_journal_verify()}
          </ButtonLink>
        }
      />
      {chain && <Chain chain={chain} />}
      {facts.length === 0 ? (
        <EmptyState icon="book" title={m.admin_journal_empty_title()}>
          <p>{m.admin_journal_empty()}</p>
        </EmptyState>
      ) : (
        <List label={m.admin_journal_title()}>
          {facts.map((fact) => (
            <Line key={fact.id} fact={fact} context={context} />
          ))}
        </List>
      )}
      <Pagination nextHref={nextHref} />
    </>
  );
}

function Line({ fact, context }: { fact: RecordedFact; context: FactContext }) {
  const href = factHref(fact, context);
  const words = tellFact(fact, context);
  return (
    <div class="office-fact">
      <p>
        <strong>
          <bdi>
            {fact.actorId === null
              ? m.admin_the_house()
              : (context.nicknames.get(fact.actorId) ?? m.admin_someone())}
          </bdi>
        </strong>{' '}
        {href ? <a href={href}>{words}</a> : words}
      </p>
      <p class="hint">
        <DateText at={fact.recordedAt} shape="moment" />
      </p>
      <FactChanges fact={fact} />
    </div>
  );
}

function Chain({ chain }: { chain: ChainState }) {
  return chain.ok ? (
    <Notice tone="success" title={m.admin_chain_ok()}>
      {m.admin_chain_ok_words({ count: chain.facts, facts: formatNumber(chain.facts) })}
    </Notice>
  ) : (
    <Notice tone="danger" title={m.admin_chain_broken()}>
      {m.admin_chain_broken_words({ sequence: formatNumber(chain.sequence), reason: chain.reason })}
    </Notice>
  );
}
