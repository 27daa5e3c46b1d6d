import * as m from '../../paraglide/messages.js';
import { Card } from '../../ui/card.tsx';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { formatDate, formatDateTime } from '../../ui/format.ts';
import { Column } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { ConfirmPage } from '../../ui/next-step.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { type Board, depositDates } from './boards/board.ts';
import { addressesOf } from './boards/board-address.page.ts';
import { backWords } from './boards/board-words.page.ts';
import type { Draft } from './draft.ts';
import { heldWords } from './held/held-idea.page.tsx';

/** What one finds who had begun already, or who comes too early or too late. */
export function depositStartTitle(board: Board, open: boolean, now: Date): string {
  if (open) return m.ideas_start_title();
  const { opensAt } = depositDates(board);
  return opensAt && opensAt > now ? m.ideas_start_soon() : m.ideas_start_closed();
}

export function DepositStartPage(props: {
  board: Board;
  open: boolean;
  now: Date;
  drafts: readonly Draft[];
}) {
  const { board, open, now, drafts } = props;
  const to = addressesOf(board);
  const at = {};
  const { opensAt, closesAt } = depositDates(board);
  const soon = opensAt !== null && opensAt > now;
  return (
    <Column>
      <PageHeader
        kicker={<bdi>{board.title}</bdi>}
        title={depositStartTitle(board, open, now)}
        lead={
          open
            ? m.ideas_start_drafts_lead()
            : soon
              ? m.ideas_start_soon_lead({ date: formatDate(opensAt) })
              : board.kind === 'component'
                ? m.boards_start_closed_lead()
                : closesAt && m.ideas_start_closed_lead({ date: formatDateTime(closesAt) })
        }
        actions={
          open ? (
            <ButtonLink href={to.depositStart(at, { nouvelle: 'oui' })} icon="plus">
              {m.ideas_start_new()}
            </ButtonLink>
          ) : (
            <ButtonLink href={to.ideas(at)}>{backWords(board)}</ButtonLink>
          )
        }
      />
      {drafts.length > 0 && (
        <>
          <h2>{m.ideas_start_drafts()}</h2>
          <List look="rows">
            {drafts.map((draft) => (
              <Card
                key={draft.id}
                level={3}
                title={draft.title || m.ideas_start_untitled()}
                href={(draft.held ? to.depositPreview : to.depositText)({ draft: draft.id })}
                meta={[
                  draft.held
                    ? heldWords(draft.held).state
                    : m.ideas_start_saved({ date: formatDateTime(draft.savedAt) }),
                ]}
              />
            ))}
          </List>
        </>
      )}
    </Column>
  );
}

export function DepositAbandonPage({ board, draft }: { board: Board; draft: Draft }) {
  const to = addressesOf(board);
  const at = { draft: draft.id };
  return (
    <ConfirmPage
      question={m.ideas_abandon_title()}
      form={
        <ButtonForm action={to.depositAbandon(at)} kind="danger">
          {m.ideas_abandon_confirm()}
        </ButtonForm>
      }
      cancelHref={to.depositText(at)}
      cancelLabel={m.ideas_abandon_cancel()}
    >
      <p>{m.ideas_abandon_explained({ title: draft.title || m.ideas_start_untitled() })}</p>
    </ConfirmPage>
  );
}
