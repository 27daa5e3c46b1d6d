import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { addField, closeField, isAsked, listFields, moveField } from './field.store.ts';
import {
  checkField,
  type FieldProblems,
  type FieldTexts,
  type ProfileField,
  readBounds,
  readLines,
} from './field.ts';
import { fieldProblemWords } from './field-words.page.tsx';
import { FIELDS, FieldsPage, type TypedField } from './fields.page.tsx';
import { isPreset, writePreset } from './presets.page.ts';

const EMPTY: TypedField = {
  kind: 'choice',
  question: '',
  questionEn: '',
  choices: '',
  choicesEn: '',
  bounds: '',
};

/** What an organisation asks people about themselves, for administrators (R95). */
export const fieldsRoutes: readonly Route[] = [
  get(urls.profileFields, 'administrator', (visit) => {
    const preset = visit.url.searchParams.get('modele') ?? '';
    return listPage(visit, isPreset(preset) ? asTyped(writePreset(preset)) : EMPTY);
  }),

  post(urls.profileFields, 'administrator', async (visit) => {
    const form = await visit.form();
    const typed = readTyped(form);
    const texts = textsOf(typed);
    const given = form.text('formulaire');
    const formId = isUuid(given) ? given : randomUUID();
    const problems = sayProblems(checkField(texts));
    const { bounds } = texts;
    if (Object.keys(problems).length > 0 || bounds === null)
      return listPage(visit, typed, problems, formId);
    const added = await addField(visit.db, actOf(visit), formId, { ...texts, bounds });
    return added.ok
      ? seeOther(visit, urls.profileFields(), 'profile-field-added')
      : listPage(visit, typed, { form: m.profiles_problem_too_many() }, formId);
  }),

  post(urls.moveProfileField, 'administrator', async (visit) => {
    const field = await loadField(visit);
    const way = (await visit.form()).text('sens') === 'haut' ? 'up' : 'down';
    await moveField(visit.db, actOf(visit), field, way);
    return seeOther(visit, urls.profileFields());
  }),

  post(urls.closeProfileField, 'administrator', async (visit) => {
    await closeField(visit.db, actOf(visit), await loadField(visit));
    return seeOther(visit, urls.profileFields(), 'profile-field-closed');
  }),
];

const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

async function loadField(visit: SignedInVisit<'field'>): Promise<ProfileField> {
  const fields = await listFields(visit.db, visit.organisation.id);
  return found(fields.find(({ id }) => id === visit.params.field) ?? null, 'profile field');
}

const oneLine = (typed: string): string => typed.replaceAll(/\s+/g, ' ').trim();

const readTyped = (form: Form): TypedField => ({
  kind: form.text(FIELDS.kind) === 'band' ? 'band' : 'choice',
  question: oneLine(form.text(FIELDS.question)),
  questionEn: oneLine(form.text(FIELDS.questionEn)),
  choices: form.text(FIELDS.choices),
  choicesEn: form.text(FIELDS.choicesEn),
  bounds: form.text(FIELDS.bounds),
});

/** What the chosen form of the question needs; the other's fields are left aside. */
function textsOf(typed: TypedField): Omit<FieldTexts, 'bounds'> & { bounds: number[] | null } {
  const { question, questionEn } = typed;
  const kind = typed.kind === 'band' ? 'band' : 'choice';
  return kind === 'choice'
    ? {
        kind,
        question,
        questionEn,
        choices: readLines(typed.choices),
        choicesEn: readLines(typed.choicesEn),
        bounds: [],
      }
    : { kind, question, questionEn, choices: [], choicesEn: [], bounds: readBounds(typed.bounds) };
}

const asTyped = ({ choices, choicesEn, bounds, ...texts }: FieldTexts): TypedField => ({
  ...texts,
  choices: choices.join('\n'),
  choicesEn: choicesEn.join('\n'),
  bounds: bounds.join(', '),
});

const sayProblems = (problems: FieldProblems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      FIELDS[field as keyof FieldTexts],
      fieldProblemWords[problem](),
    ]),
  );

async function listPage(
  { db, organisation, locale }: SignedInVisit,
  typed: TypedField,
  problems: Problems = {},
  formId: string = randomUUID(),
): Promise<Answer> {
  const fields = await listFields(db, organisation.id);
  return page({
    title: m.profiles_fields_title(),
    section: 'admin',
    ...(Object.keys(problems).length > 0 && { status: 422, faulty: true }),
    body: (
      <FieldsPage
        asked={fields.filter(isAsked)}
        closed={fields.filter((field) => !isAsked(field))}
        typed={typed}
        problems={problems}
        formId={formId}
        locale={locale}
      />
    ),
  });
}
