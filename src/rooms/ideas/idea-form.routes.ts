import type { Form } from '../../platform/http/form.ts';
import type { Edition } from '../spaces/index.ts';
import { type IdeaText, isLanguage, tidyTitle } from './idea.ts';

/** An idea's text as the form sent it. A category that is not of this edition is none. */
export function readText(form: Form, edition: Edition): IdeaText {
  const category = form.text('category');
  const lang = form.text('lang');
  return {
    title: tidyTitle(form.text('title')),
    body: form.text('body'),
    categoryId: edition.categories.find(({ slug }) => slug === category)?.id ?? null,
    lang: isLanguage(lang) ? lang : '',
  };
}
