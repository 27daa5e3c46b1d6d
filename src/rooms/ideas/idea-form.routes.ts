import type { Form } from '../../platform/http/form.ts';
import type { BoardCategory } from './boards/board.ts';
import { type IdeaText, isLanguage, tidyTitle } from './idea.ts';

/**
 * An idea's text as the form sent it. A category that is not of this board is none; the only one of a theme that is not cut
 * is nothing to be asked.
 */
export function readText(
  form: Form,
  { categories }: { categories: readonly BoardCategory[] },
): IdeaText {
  const category = form.text('category');
  const lang = form.text('lang');
  return {
    title: tidyTitle(form.text('title')),
    body: form.text('body'),
    categoryId: categories.find(({ slug, isWhole }) => isWhole || slug === category)?.id ?? null,
    lang: isLanguage(lang) ? lang : '',
  };
}
