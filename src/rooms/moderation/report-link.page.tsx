import * as m from '../../paraglide/messages.js';
import type { ContributionKind } from '../../platform/http/contribution.ts';
import { urls } from '../../urls.ts';
import { KIND_SLUGS } from './moderation.ts';

interface Props {
  kind: ContributionKind;
  id: string;
  /** Their own is not reported: they ask that it be hidden. */
  isOwn?: boolean;
}

/** Under a contribution of whatever room: one quiet line. */
export function ReportLink({ kind, id, isOwn = false }: Props) {
  const at = { kind: KIND_SLUGS[kind], contribution: id };
  return (
    <p class="hint">
      {isOwn ? (
        <a href={urls.askHiding(at)}>{m.moderation_ask_link()}</a>
      ) : (
        <a href={urls.reportContribution(at)} rel="nofollow">
          {m.moderation_report_link()}
        </a>
      )}
    </p>
  );
}
