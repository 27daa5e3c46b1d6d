import type { ComponentChildren, ComponentProps } from 'preact';
import { urls } from '../../../urls.ts';
import { SpaceFrame } from '../../consultations/index.page.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Board } from './board.ts';

/** What stands beside a component in its theme: the tabs of its pages. null: of an edition, which brings its own. */
export type Beside = Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'> | null;

/** What opens every page of a board: the frame of its edition, or of its space. */
export function BoardFrame({
  board,
  beside,
  now,
  children,
}: {
  board: Board;
  beside: Beside;
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
    <SpaceFrame
      space={board.space}
      theme={beside?.theme ?? null}
      tabs={beside?.tabs ?? []}
      current={board.id}
    >
      {children}
    </SpaceFrame>
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
