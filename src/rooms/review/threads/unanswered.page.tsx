import * as m from '../../../paraglide/messages.js';
import { formatDateTime } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { EmptyState, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { IdeaTitle } from '../../ideas/index.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';

interface Props {
  edition: Edition;
  waiting: readonly { idea: IdeaTitle; since: Date }[];
  nextHref?: string | undefined;
}

/** Holders who wrote last in an exchange, the longest waiting first. */
export function UnansweredPage({ edition, waiting, nextHref }: Props) {
  const at = { edition: edition.slug };
  return (
    <Stack>
      <PageHeader
        title={m.dash_exchanges_title()}
        lead={m.dash_exchanges_lead()}
        breadcrumb={[
          { label: m.admin_title(), href: urls.admin() },
          { label: edition.title, href: urls.adminEdition(at) },
        ]}
      />
      {waiting.length === 0 ? (
        <EmptyState icon="check" title={m.dash_exchanges_none_title()}>
          <p>{m.dash_exchanges_none()}</p>
        </EmptyState>
      ) : (
        <Table
          caption={m.dash_exchanges_title()}
          captionHidden
          columns={[
            { key: 'idea', label: m.dash_exchanges_idea() },
            { key: 'since', label: m.dash_exchanges_since() },
          ]}
          rows={waiting.map(({ idea, since }) => ({
            idea: (
              <a href={urls.threads({ ...at, idea: numberedSegment(idea.number, idea.title) })}>
                {m.merges_idea({ number: idea.number })} · <bdi>{idea.title}</bdi>
              </a>
            ),
            since: formatDateTime(since),
          }))}
        />
      )}
      <Pagination nextHref={nextHref} />
    </Stack>
  );
}
