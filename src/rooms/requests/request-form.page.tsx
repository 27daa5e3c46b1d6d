import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { type Category, LENGTHS } from './request.ts';
import { categoryWords } from './request-words.page.ts';

export type TypedRequest = Record<
  'categorie' | 'titre' | 'question' | 'day' | 'month' | 'year',
  string
>;

export const NOTHING_ASKED: TypedRequest = {
  categorie: '',
  titre: '',
  question: '',
  day: '',
  month: '',
  year: '',
};

interface Props {
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  typed: TypedRequest;
  problems: Problems;
  madeFrom: string;
  categories: readonly Category[];
  /** Who was confirmed: how many will be told is said beside each category. */
  helpers: readonly { category: Category }[];
}

/** A question to those who know: who will read it is said before anything is typed. */
export function RequestFormPage(props: Props) {
  const { space, component, typed, problems, categories } = props;
  const at = { space: space.slug, component: component.slug };
  const countIn = (category: Category) =>
    props.helpers.filter((helper) => helper.category === category).length;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.mutual_ask_title()}
        lead={m.mutual_ask_lead()}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          { label: component.title, href: urls.spaceRequests(at) },
        ]}
      />
      <Notice title={m.mutual_confidence_title()}>{m.mutual_confidence_words()}</Notice>
      <Form action={urls.askForHelp(at)}>
        <Hidden name="formulaire" value={props.madeFrom} />
        {categories.length > 1 && (
          <Radios
            name="categorie"
            label={m.mutual_category()}
            value={typed.categorie}
            problems={problems}
            required
            options={categories.map((value) => ({
              value,
              label: categoryWords[value](),
              hint: m.mutual_helpers_in_category({ count: countIn(value) }),
            }))}
          />
        )}
        <Field
          name="titre"
          label={m.mutual_field_title()}
          hint={m.mutual_field_title_hint()}
          value={typed.titre}
          problems={problems}
          required
        />
        <TextArea
          name="question"
          label={m.mutual_field_question()}
          hint={m.mutual_field_question_hint()}
          value={typed.question}
          limit={LENGTHS.question}
          rows={8}
          problems={problems}
          required
        />
        <DateField
          name="echeance"
          label={m.mutual_field_deadline()}
          hint={m.mutual_field_deadline_hint()}
          value={typed}
          problems={problems}
        />
        <SubmitButton size="large">{m.mutual_ask_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}
