import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { type Page, page } from '../../../platform/http/visit.ts';
import { Column, Panel } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import { Attachments } from '../attachments.page.tsx';
import type { Board } from '../boards/board.ts';
import { sectionOf } from '../boards/board-address.page.ts';
import { BoardHome } from '../boards/board-frame.page.tsx';
import type { Draft } from '../draft.ts';
import { VideoLink } from '../film.page.tsx';

type Shown = Pick<Draft, 'title' | 'body' | 'lang' | 'files' | 'videoLink'>;
type Held = { isRefused: boolean };

export const heldWords = ({ isRefused }: Held) =>
  isRefused
    ? { state: m.ideas_held_refused_state(), words: m.ideas_held_refused_words() }
    : { state: m.ideas_held_state(), words: m.ideas_held_words() };

/** An idea that nobody but its author sees, since moderators read it first. */
export const heldPage = (board: Board, idea: Shown, held: Held): Page =>
  page({
    title: idea.title,
    section: sectionOf(board),
    body: <HeldIdea board={board} idea={idea} held={held} />,
  });

function HeldIdea({ board, idea, held }: { board: Board; idea: Shown; held: Held }) {
  const lang = idea.lang === getLocale() ? undefined : idea.lang;
  const { state, words } = heldWords(held);
  return (
    <Column>
      <BoardHome board={board} />
      <PageHeader title={idea.title} {...(lang && { lang })} />
      <Notice tone={held.isRefused ? 'warning' : 'info'} title={state}>
        {words}
      </Notice>
      <Panel>
        <Prose text={idea.body} {...(lang && { lang })} />
        <Attachments title={idea.title} attachments={idea.files} />
        <VideoLink link={idea.videoLink} />
      </Panel>
    </Column>
  );
}
