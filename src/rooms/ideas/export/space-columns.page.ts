import * as m from '../../../paraglide/messages.js';
import { toLocalTime } from '../../../platform/clock/paris.ts';
import type { Cell } from '../../../platform/text/xlsx.ts';
import { ALIGNMENT_NAMES } from '../../comments/index.page.ts';
import type { ExportedComment } from '../../comments/index.ts';
import type { ComponentBoard } from '../boards/board.ts';
import { addressesOf } from '../boards/board-address.page.ts';
import type { ExportedIdea } from './export.store.ts';

/** A column of an export of a space: its stable name, its heading, what it says. */
interface Column<T> {
  key: string;
  name(): string;
  write(one: T): Cell;
}

const day = (at: Date): Cell => ({ day: toLocalTime(at).day });

/** Of a proposal: nothing of who wrote it. */
export const IDEA_COLUMNS: readonly Column<{
  idea: ExportedIdea;
  board: ComponentBoard;
  origin: string;
}>[] = [
  { key: 'id', name: m.spaceexport_column_id, write: ({ idea }) => idea.id },
  {
    key: 'component',
    name: m.spaceexport_column_component,
    write: ({ board }) => board.component.title,
  },
  { key: 'number', name: m.imports_column_number, write: ({ idea }) => idea.number },
  {
    key: 'category',
    name: m.imports_column_category,
    write: ({ idea, board }) =>
      board.categories.find(({ id }) => id === idea.categoryId)?.name ?? '',
  },
  { key: 'title', name: m.imports_column_title, write: ({ idea }) => idea.title },
  { key: 'body', name: m.imports_column_body, write: ({ idea }) => idea.body },
  { key: 'lang', name: m.imports_column_lang, write: ({ idea }) => idea.lang },
  { key: 'supports', name: m.imports_column_supports, write: ({ idea }) => idea.supports },
  {
    key: 'published',
    name: m.imports_column_published,
    write: ({ idea }) => day(idea.publishedAt),
  },
  {
    key: 'withdrawn',
    name: m.spaceexport_column_withdrawn,
    write: ({ idea }) => (idea.withdrawnAt ? day(idea.withdrawnAt) : ''),
  },
  {
    key: 'address',
    name: m.imports_column_address,
    write: ({ idea, board, origin }) =>
      `${origin}${addressesOf(board).idea({ idea: idea.number })}`,
  },
];

/** Of a comment. */
export const COMMENT_COLUMNS: readonly Column<ExportedComment>[] = [
  { key: 'id', name: m.spaceexport_column_id, write: ({ id }) => id },
  {
    key: 'kind',
    name: m.spaceexport_column_kind,
    write: ({ aboutKind }) =>
      aboutKind === 'idea' ? m.spaceexport_kind_idea() : m.spaceexport_kind_meeting(),
  },
  { key: 'about', name: m.spaceexport_column_about, write: ({ aboutId }) => aboutId },
  { key: 'number', name: m.imports_column_number, write: ({ number }) => number },
  { key: 'answers', name: m.spaceexport_column_answers, write: ({ answers }) => answers ?? '' },
  {
    key: 'side',
    name: m.spaceexport_column_side,
    write: ({ alignment }) => (alignment ? ALIGNMENT_NAMES[alignment] : ''),
  },
  { key: 'body', name: m.imports_column_body, write: ({ body }) => body },
  { key: 'lang', name: m.imports_column_lang, write: ({ lang }) => lang },
  { key: 'useful', name: m.spaceexport_column_useful, write: ({ up }) => up },
  { key: 'notUseful', name: m.spaceexport_column_not_useful, write: ({ down }) => down },
  {
    key: 'published',
    name: m.imports_column_published,
    write: ({ publishedAt }) => day(publishedAt),
  },
];
