import * as m from '../../paraglide/messages.js';
import { BasketBar, leftWords } from '../../ui/basket.tsx';
import { ButtonLink, ErrorSummary } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Icon } from '../../ui/icon.tsx';
import { Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { EditionFrame } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { type BallotEntry, EntryCard } from './ballot-entry.page.tsx';
import { BasketNotice } from './basket-notice.page.tsx';
import { ExtensionNotices } from './extension.page.tsx';
import type { Poll } from './poll.ts';
import { Protection } from './protection.page.tsx';
import { PublicVoteBanner } from './public-vote.page.tsx';
import { Turnout } from './turnout.page.tsx';
import { BASKET_AGE } from './voter-cookies.ts';

interface Props {
  edition: Edition;
  now: Date;
  poll: Poll;
  /** In the order drawn for this voter. */
  entries: readonly BallotEntry[];
  basket: readonly string[];
  voters: number;
  /** Whether this voter has a ballot in the box. */
  hasVoted: boolean;
  /** What was wrong with the last gesture. */
  problem: string | null;
}

/** The list to choose from, with the basket at the foot of the screen. */
export function VotePage(props: Props) {
  const { edition, now, poll, entries, basket } = props;
  const most = poll.maximumChoices;
  return (
    <EditionFrame edition={edition} now={now} current="vote">
      <ballot-basket
        data-path={urls.edition({ edition: edition.slug })}
        data-most={most}
        data-age={BASKET_AGE}
        data-words={JSON.stringify(
          Array.from({ length: most + 1 }, (_, chosen) => [
            m.ui_basket_chosen({ count: chosen, allowed: most }),
            leftWords(chosen, most),
            m.polls_basket_notice({ count: chosen }),
          ]),
        )}
      >
        <Stack>
          <ErrorSummary problems={props.problem ? { form: props.problem } : {}} />
          <PageHeader
            title={m.polls_vote_title()}
            lead={m.polls_vote_lead({ count: most, total: entries.length })}
            meta={<Deadline words={m.polls_vote_until({ date: formatDateTime(poll.closesAt) })} />}
          />
          <PublicVoteBanner edition={edition.slug} poll={poll} />
          <ExtensionNotices extensions={poll.extensions} />
          {props.hasVoted && <Notice tone="success">{m.polls_vote_already()}</Notice>}
          <div data-slot="notice">
            {basket.length > 0 && <BasketNotice edition={edition.slug} chosen={basket.length} />}
          </div>
          <Section title={m.polls_vote_list()} lead={m.polls_vote_order()}>
            <List look="cards" label={m.polls_vote_list()}>
              {entries.map((entry) => (
                <EntryCard
                  key={entry.key}
                  edition={edition}
                  entry={entry}
                  chosen={basket.includes(entry.key)}
                />
              ))}
            </List>
          </Section>
          <BasketBar
            chosen={basket.length}
            allowed={most}
            {...(basket.length > 0 && { warning: m.polls_vote_unsaved_title() })}
            action={
              <ButtonLink href={urls.voteReview({ edition: edition.slug })} size="large">
                {m.polls_vote_review_button()}
              </ButtonLink>
            }
          />
          <Turnout voters={props.voters} />
          <Protection poll={poll} />
        </Stack>
        <template data-part="notice">
          <BasketNotice edition={edition.slug} chosen={1} />
        </template>
        <template data-part="warning">
          <p class="basket-warning" data-basket="warning">
            <Icon name="warning" />
            <span>{m.polls_vote_unsaved_title()}</span>
          </p>
        </template>
        <template data-part="full">
          <Notice tone="warning" title={fullWords(most)} />
        </template>
      </ballot-basket>
    </EditionFrame>
  );
}

function Deadline({ words }: { words: string }) {
  return (
    <p class="deadline">
      <Icon name="clock" />
      <span>{words}</span>
    </p>
  );
}

export function fullWords(most: number): string {
  return most === 1 ? m.polls_basket_full_one() : m.polls_basket_full({ count: most });
}
