import type { ComponentChildren } from 'preact';
import { urls } from '../../../urls.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Board } from './board.ts';

/** What opens every page of a board: that of its edition, or the name of its space. */
export function BoardFrame({
  board,
  now,
  children,
}: {
  board: Board;
  now: Date;
  children: ComponentChildren;
}) {
  if (board.kind === 'edition')
    return (
      <EditionFrame edition={board.edition} now={now} current="ideas">
        {children}
      </EditionFrame>
    );
  return (
    <>
      <div class="edition-frame">
        <BoardHome board={board} />
      </div>
      {children}
    </>
  );
}

/** The name of the edition or the space, which leads there. */
export function BoardHome({ board }: { board: Board }) {
  const [title, href] =
    board.kind === 'edition'
      ? [board.title, urls.edition({ edition: board.edition.slug })]
      : [board.space.title, urls.space({ space: board.space.slug })];
  return (
    <p class="edition-name">
      <a href={href}>
        <bdi>{title}</bdi>
      </a>
    </p>
  );
}
