import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Panel, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { acceptsIdeas, type Board } from '../boards/board.ts';
import type { Idea, Withdrawal } from '../idea.ts';

/** Above what an idea says, once its author withdrew it. */
export function WithdrawalNotice({ withdrawal: { at, reason } }: { withdrawal: Withdrawal }) {
  return (
    <Notice tone="warning" title={m.afterlife_withdrawn({ date: formatDate(at, 'day') })}>
      {reason !== '' && <Prose text={reason} />}
      <p>{m.afterlife_withdrawn_words()}</p>
    </Notice>
  );
}

/** The way to withdraw it, for its author alone. */
export function WithdrawPanel({ board, idea, now }: { board: Board; idea: Idea; now: Date }) {
  if (board.kind !== 'component' || !board.mayWithdraw || idea.withdrawal) return null;
  if (!acceptsIdeas(board, now)) return null;
  const { space, component } = board;
  return (
    <Panel title={m.afterlife_panel()} tone="quiet">
      <Stack>
        <p>{m.afterlife_panel_words()}</p>
        <ButtonLink
          kind="secondary"
          href={urls.spaceWithdrawIdea({
            space: space.slug,
            component: component.slug,
            idea: idea.number,
          })}
        >
          {m.afterlife_withdraw_button()}
        </ButtonLink>
      </Stack>
    </Panel>
  );
}
