import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { Radios } from '../../ui/choices.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import type { Problems } from '../../ui/form.tsx';
import { languageName } from '../spaces/index.page.ts';
import { type Board, categoriesAsked } from './boards/board.ts';
import { lookOf } from './category.page.ts';
import { type IdeaText, LANGUAGES, TITLE_LENGTH } from './idea.ts';

/** Above this many, categories are a list to open rather than choices in view. */
const CHOICES_IN_VIEW = 8;

/** The fields of an idea's text, with the organisation's own help where it wrote some (R71). */
export function IdeaFields({
  board,
  text,
  problems,
}: {
  board: Pick<Board, 'ideaHelp' | 'categories' | 'ideaLength'> & Partial<Pick<Board, 'kind'>>;
  text: IdeaText;
  problems: Problems;
}) {
  const { ideaHelp: help } = board;
  const categories = categoriesAsked(board);
  const chosen = categories.find((category) => category.id === text.categoryId)?.slug;
  const category = {
    name: 'category',
    label: m.ideas_field_category(),
    hint:
      help.category ||
      (board.kind === 'component' ? m.boards_help_category() : m.ideas_help_category()),
    required: true,
    problems,
    value: chosen,
  };
  return (
    <>
      <Field
        name="title"
        label={m.ideas_field_title()}
        hint={help.title || m.ideas_help_title({ count: TITLE_LENGTH })}
        value={text.title}
        problems={problems}
        required
        autocomplete="off"
      />
      {categories.length === 0 ? null : categories.length <= CHOICES_IN_VIEW ? (
        <Radios
          {...category}
          look="cards"
          options={categories.map(({ id, slug, name }) => ({
            value: slug,
            label: name,
            icon: lookOf(categories, id)!.icon,
          }))}
        />
      ) : (
        <Select
          {...category}
          empty
          options={categories.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
      )}
      <TextArea
        name="body"
        label={m.ideas_field_body()}
        hint={help.body || m.ideas_help_body()}
        value={text.body}
        rows={10}
        limit={board.ideaLength}
        {...(text.lang && text.lang !== getLocale() && { lang: text.lang })}
        problems={problems}
        required
      />
      <Select
        name="lang"
        label={m.ideas_field_lang()}
        hint={m.ideas_help_lang()}
        width="medium"
        value={text.lang}
        problems={problems}
        options={LANGUAGES.map((lang) => ({ value: lang, label: languageName(lang) }))}
      />
    </>
  );
}
