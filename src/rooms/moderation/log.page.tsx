import * as m from '../../paraglide/messages.js';
import { formatDate } from '../../ui/format.ts';
import { EmptyState, Pagination } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Table } from '../../ui/table.tsx';
import { urls } from '../../urls.ts';
import type { LoggedAct } from './moderation.ts';
import { actWords, kindWords, sayGround } from './words.page.ts';

interface Props {
  acts: readonly LoggedAct[];
  more: boolean;
  isFirst: boolean;
}

/** What moderation did, for everybody: never about whom, nor by whom. */
export function LogPage({ acts, more, isFirst }: Props) {
  return (
    <>
      <PageHeader title={m.moderation_log_title()} lead={m.moderation_log_lead()} />
      {acts.length === 0 ? (
        <EmptyState icon="document" title={m.moderation_log_none_title()}>
          <p>{m.moderation_log_none()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.moderation_log_title()}
          columns={[
            { key: 'what', label: m.moderation_log_what() },
            { key: 'kind', label: m.moderation_log_kind() },
            { key: 'why', label: m.moderation_log_why(), sentences: true },
            { key: 'when', label: m.moderation_log_when() },
          ]}
          rows={acts.map((act) => ({
            what: actWords[act.kind]({ count: act.texts }),
            kind: kindWords[act.targetKind](),
            why: act.article === null && act.kind !== 'hidden' ? '–' : sayGround(act),
            when: formatDate(act.actedAt, 'day'),
          }))}
        />
      )}
      <Pagination
        previousHref={isFirst ? undefined : urls.moderationLog()}
        nextHref={more ? urls.moderationLog({ avant: String(acts.at(-1)?.sequence) }) : undefined}
      />
    </>
  );
}
