import * as m from '../../../paraglide/messages.js';
import type { RelatedLink } from '../../../platform/http/visit.ts';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { EditionFrame, RelatedLinks } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { ExtensionNotices } from '../extension.page.tsx';
import type { Manifest } from '../poll.store.ts';
import { findAct, type Poll } from '../poll.ts';
import { PublicVoteBanner } from '../public-vote.page.tsx';
import { InvalidBallots } from '../sealed/invalid-ballots.page.tsx';
import { subjectWords } from '../subject-words.page.ts';
import { ResultChannels } from '../urn/channels.page.tsx';
import type { ChannelFigures, ChannelVotes } from '../urn/channels.ts';
import type { PublicInvalidation } from '../watch/invalidation.ts';
import { PublicInvalidations } from '../watch/public-invalidations.page.tsx';
import type { KeptResult } from './result.store.ts';
import { ResultBody } from './result-body.page.tsx';
import type { CheckAddresses } from './result-check.page.tsx';
import { WinnersMap, type WinnersPlaced } from './result-map.page.tsx';

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  kept: KeptResult;
  manifest: Manifest;
  invalidations: readonly PublicInvalidation[];
  /** Where one takes the bundle, reads how to verify, finds one's ballot. */
  addresses?: CheckAddresses;
  /** null: nothing that a map would show. */
  placed: WinnersPlaced | null;
  /** false before an election: nothing is put forward. */
  canShare: boolean;
  /** Where one could vote on paper too. */
  channels: { figures: readonly ChannelFigures[]; votes: readonly ChannelVotes[] } | null;
  /** What came out of the edition: its report (R188). */
  related: readonly RelatedLink[];
}

export function ResultsPage(props: Props) {
  const { edition, now, poll, kept, manifest, addresses, channels } = props;
  const count = kept.result.winners.length;
  const total = poll.options.length;
  const { lead, leadNone } = subjectWords[poll.settings.subject];
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <Stack>
        <PageHeader
          title={m.results_title()}
          lead={count === 0 ? leadNone({ total }) : lead({ count, total })}
          meta={
            <p>
              {m.results_published_on({ date: formatDate(findAct(poll, 'published')!.at, 'day') })}
            </p>
          }
          actions={
            <>
              <ButtonLink href={urls.findBallot({ edition: edition.slug })} kind="secondary">
                {m.receipts_find_title()}
              </ButtonLink>
              <ButtonLink href={urls.resultWall({ edition: edition.slug })} kind="secondary">
                {m.results_wall_open()}
              </ButtonLink>
              {props.canShare && (
                <ButtonLink
                  href={urls.resultShare({ edition: edition.slug })}
                  kind="secondary"
                  icon="share"
                >
                  {m.campaign_result_share_title()}
                </ButtonLink>
              )}
            </>
          }
        />
        <PublicVoteBanner edition={edition.slug} poll={poll} />
        <ExtensionNotices extensions={poll.extensions} />
        <InvalidBallots poll={poll} />
        {poll.imported && <Notice>{m.results_imported()}</Notice>}
        <ResultBody
          edition={edition}
          poll={poll}
          kept={kept}
          manifest={manifest}
          {...(addresses && { addresses })}
          {...(props.placed && { map: <WinnersMap edition={edition} {...props.placed} /> })}
          channels={
            channels ? (
              <ResultChannels poll={poll} channels={channels.figures} votes={channels.votes} />
            ) : (
              !poll.imported && <p>{m.results_all_online()}</p>
            )
          }
        />
        <PublicInvalidations invalidations={props.invalidations} />
        <RelatedLinks links={props.related} />
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
        title={m.results_not_yet_title()}
        lead={m.results_not_yet()}
        actions={
          <ButtonLink href={urls.edition(at)} kind="secondary">
            {m.polls_receipt_edition()}
          </ButtonLink>
        }
      />
    </EditionFrame>
  );
}
