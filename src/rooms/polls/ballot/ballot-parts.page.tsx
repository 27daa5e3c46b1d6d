import * as m from '../../../paraglide/messages.js';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { Ballot } from './ballot-entry.page.tsx';
import { BasketNotice } from './basket-notice.page.tsx';
import { Ranking } from './ranking.page.tsx';

/** What `ballot-basket` puts in place as choices are made; nobody sees it until then. */
export function BallotParts({ ballot }: { ballot: Ballot }) {
  return (
    <>
      <p class="visually-hidden" role="status" data-said />
      <template data-part="notice">
        <BasketNotice edition={ballot.edition.slug} chosen={1} />
      </template>
      <template data-part="warning">
        <p class="ballot-bar-warning" data-basket="warning">
          <Icon name="warning" />
          <span>{m.polls_vote_unsaved_title()}</span>
        </p>
      </template>
      <template data-part="refused">
        <Notice tone="warning" title=" " />
      </template>
      {ballot.frame.screen === 'ranking' && (
        <template data-part="rank">
          <Ranking ballot={ballot} ranked={ballot.all.slice(0, 1)} label="" />
        </template>
      )}
    </>
  );
}
