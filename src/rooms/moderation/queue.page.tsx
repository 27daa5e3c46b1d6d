import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { EmptyState, List, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { DateText } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { HeldList } from './admission/held.page.tsx';
import type { CaseState } from './case.store.ts';
import type { WaitingAppeal } from './hiding.store.ts';
import { type ModerationCase, QUEUE_SLUGS, QUEUE_STATES, type QueueState } from './moderation.ts';
import { kindWords, standingOf } from './words.page.ts';

interface Props {
  cases: readonly ModerationCase[];
  more: boolean;
  isFirst: boolean;
  state: QueueState;
  counts: Record<CaseState | 'held', number>;
  /** What new accounts wrote, where it is looked at; null elsewhere. */
  held: Parameters<typeof HeldList>[0] | null;
  appeals: number;
  /** Whether they may change the articles. */
  isOfficer: boolean;
}

const tabs: Record<QueueState, (counts: Props['counts']) => string> = {
  waiting: ({ waiting }) => m.moderation_state_waiting({ count: waiting }),
  urgent: ({ urgent }) => m.moderation_state_urgent({ count: urgent }),
  asked: ({ asked }) => m.moderation_state_asked({ count: asked }),
  held: ({ held }) => m.moderation_state_held({ count: held }),
  closed: () => m.moderation_state_closed(),
};

/** What waits to be judged: urgent first. */
export function QueuePage(props: Props) {
  const { cases, more, isFirst, state, counts, appeals, isOfficer, held } = props;
  const address = (one: QueueState, apres?: string) =>
    urls.moderation({ etat: QUEUE_SLUGS[one], apres });
  return (
    <>
      <PageHeader title={m.moderation_title()} lead={m.moderation_lead()} />
      <ul class="office-links">
        <li>
          <a href={urls.moderationAppeals()}>
            {m.moderation_to_appeals()} ({appeals})
          </a>
        </li>
        <li>
          <a href={urls.moderationLog()}>{m.moderation_to_log()}</a>
        </li>
        {isOfficer && (
          <li>
            <a href={urls.charterArticles()}>{m.moderation_to_articles()}</a>
          </li>
        )}
      </ul>
      <nav class="edition-tabs" aria-label={m.moderation_states()}>
        <ul>
          {QUEUE_STATES.map((one) => (
            <li key={one}>
              <a href={address(one)} aria-current={one === state ? 'page' : undefined}>
                {tabs[one](counts)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {held ? (
        <HeldList {...held} />
      ) : cases.length === 0 ? (
        <EmptyState icon="check" title={m.moderation_none_title()}>
          <p>{m.moderation_none()}</p>
        </EmptyState>
      ) : (
        <List label={tabs[state](counts)}>
          {cases.map((one) => (
            <CaseCard key={one.id} one={one} />
          ))}
        </List>
      )}
      {!held && (
        <Pagination
          previousHref={isFirst ? undefined : address(state)}
          nextHref={more ? address(state, cases.at(-1)?.id) : undefined}
        />
      )}
    </>
  );
}

export function CaseCard({ one }: { one: ModerationCase }) {
  const { tone, words } = standingOf(one);
  return (
    <Card
      level={2}
      title={one.title}
      href={urls.moderationCase({ case: one.id })}
      state={<StateBadge tone={tone}>{words}</StateBadge>}
      meta={[
        kindWords[one.targetKind](),
        m.moderation_reports_count({ count: one.reports }),
        <DateText key="at" at={one.closedAt ?? one.openedAt} />,
      ]}
    />
  );
}

/** Appeals that nobody answered yet. */
export function AppealsPage({ appeals }: { appeals: readonly WaitingAppeal[] }) {
  return (
    <>
      <PageHeader
        title={m.moderation_appeals_title()}
        lead={m.moderation_appeals_lead()}
        breadcrumb={[{ label: m.moderation_title(), href: urls.moderation() }]}
      />
      {appeals.length === 0 ? (
        <EmptyState icon="check" title={m.moderation_appeals_none_title()}>
          <p>{m.moderation_appeals_none()}</p>
        </EmptyState>
      ) : (
        <List label={m.moderation_appeals_title()}>
          {appeals.map((one) => (
            <Card
              key={one.hidingId}
              level={2}
              title={one.title}
              href={urls.moderationCase({ case: one.caseId })}
              excerpt={one.words.slice(0, 200)}
              meta={[kindWords[one.targetKind](), <DateText key="at" at={one.appealedAt} />]}
            />
          ))}
        </List>
      )}
    </>
  );
}
