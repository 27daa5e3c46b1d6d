import * as m from '../../paraglide/messages.js';
import type { ContributionKind } from '../../platform/http/contribution.ts';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Hiding } from './moderation.ts';
import { hiddenTitles, sayGround } from './words.page.ts';

interface Props {
  kind: ContributionKind;
  hiding: Hiding;
  isAuthor: boolean;
  hasAppealed: boolean;
  mayJudge: boolean;
}

/** In the place of what is hidden: why, since when, and nothing of what it said. */
export function HiddenPage({ kind, hiding, isAuthor, hasAppealed, mayJudge }: Props) {
  return (
    <Column>
      <PageHeader
        title={hiddenTitles[kind]()}
        lead={m.moderation_hidden_on({ date: formatDate(hiding.hiddenAt, 'day') })}
      />
      <Notice tone="info" title={m.moderation_hidden_why({ why: sayGround(hiding) })}>
        <p>
          <a href={urls.moderationLog()}>{m.moderation_hidden_log()}</a>
        </p>
      </Notice>
      {isAuthor && (
        <>
          <p>{m.moderation_hidden_own()}</p>
          <p>
            <ButtonLink href={urls.appeal({ hiding: hiding.id })}>
              {hasAppealed ? m.moderation_hidden_own_appeal() : m.moderation_hidden_appeal()}
            </ButtonLink>
          </p>
        </>
      )}
      {mayJudge && (
        <p>
          <a href={urls.moderationCase({ case: hiding.caseId })}>{m.moderation_hidden_case()}</a>
        </p>
      )}
    </Column>
  );
}
