import type { ComponentChild } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { formatDate } from '../../../ui/format.ts';
import { EmptyState } from '../../../ui/list.tsx';
import { type Board, depositDates } from './board.ts';

interface Props {
  board: Board;
  now: Date;
  /** The button that begins a deposit, for who may. */
  deposit: ComponentChild;
  mayDeposit: boolean;
}

/** In place of a list that holds nothing: what will be there, and from when. */
export function NoIdeas(props: Props) {
  return props.board.kind === 'edition' ? <NoIdeasYet {...props} /> : <NothingYet {...props} />;
}

function NoIdeasYet({ board, now, deposit }: Props) {
  if (deposit) {
    return (
      <EmptyState icon="idea" title={m.ideas_empty_title()} actions={deposit}>
        <p>{m.ideas_empty()}</p>
      </EmptyState>
    );
  }
  const { opensAt } = depositDates(board);
  return opensAt && opensAt > now ? (
    <EmptyState icon="calendar" title={m.ideas_empty_soon_title()}>
      <p>{m.ideas_empty_soon({ date: formatDate(opensAt) })}</p>
    </EmptyState>
  ) : (
    <EmptyState icon="idea" title={m.ideas_empty_closed_title()}>
      <p>{m.ideas_empty_closed()}</p>
    </EmptyState>
  );
}

function NothingYet({ board, now, deposit, mayDeposit }: Props) {
  if (deposit) {
    return (
      <EmptyState icon="idea" title={m.boards_empty_title()} actions={deposit}>
        <p>{m.boards_empty()}</p>
      </EmptyState>
    );
  }
  const { opensAt, closesAt } = depositDates(board);
  if (closesAt && closesAt <= now) {
    return (
      <EmptyState icon="idea" title={m.boards_empty_closed_title()}>
        <p>{m.boards_over()}</p>
      </EmptyState>
    );
  }
  if (opensAt && opensAt > now) {
    return (
      <EmptyState icon="calendar" title={m.boards_empty_soon_title()}>
        <p>{m.boards_empty_soon({ date: formatDate(opensAt) })}</p>
      </EmptyState>
    );
  }
  return mayDeposit ? (
    <EmptyState icon="calendar" title={m.boards_empty_soon_title()}>
      <p>{m.boards_empty()}</p>
    </EmptyState>
  ) : (
    <EmptyState icon="idea" title={m.boards_empty_team_title()}>
      <p>{m.boards_empty_team()}</p>
    </EmptyState>
  );
}
