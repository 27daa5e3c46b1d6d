import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Stack } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { EditionFrame } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { ExtensionNotices } from './extension.page.tsx';
import type { Manifest } from './poll.store.ts';
import { findAct, type Poll } from './poll.ts';
import type { KeptResult } from './result.store.ts';
import { ResultBody } from './result-body.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  kept: KeptResult;
  manifest: Manifest;
}

export function ResultsPage({ edition, now, poll, kept, manifest }: Props) {
  const { winners } = kept.result;
  const total = poll.options.length;
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <Stack>
        <PageHeader
          title={m.polls_result_title()}
          lead={
            winners.length === 0
              ? m.polls_result_lead_none({ total })
              : m.polls_result_lead({ count: winners.length, total })
          }
          meta={
            <p>
              {m.polls_published_on({ date: formatDate(findAct(poll, 'published')!.at, 'day') })}
            </p>
          }
        />
        <ExtensionNotices extensions={poll.extensions} />
        {poll.imported && <Notice>{m.polls_imported()}</Notice>}
        <ResultBody edition={edition} poll={poll} kept={kept} manifest={manifest} />
      </Stack>
    </EditionFrame>
  );
}

/** Nothing before the publication, for anyone (R57): the page is not there yet. */
export function ResultsNotYetPage({ edition, now }: { edition: Edition; now: Date }) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <PageHeader
        title={m.polls_result_not_yet_title()}
        lead={m.polls_result_not_yet()}
        actions={
          <ButtonLink href={urls.edition(at)} kind="secondary">
            {m.polls_receipt_edition()}
          </ButtonLink>
        }
      />
    </EditionFrame>
  );
}
