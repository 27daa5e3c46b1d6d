import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { MoveButtons } from '../move-buttons.page.tsx';
import { type FaqEntry, type FaqHeading, type HeadingProblem, LONGEST } from './faq.ts';

const office = () => [{ label: m.spaces_office(), href: urls.admin() }];

export const faqCrumbs = () => [
  ...office(),
  { label: m.pages_faq_office_title(), href: urls.adminFaq() },
];

/** Names of the two fields of a heading. */
export const HEADING_FIELD = 'rubrique';
export const HEADING_EN_FIELD = 'rubrique-en';

export const headingWords: Record<HeadingProblem, () => string> = {
  'heading-missing': m.pages_faq_problem_heading,
  'heading-too-long': () => m.pages_problem_too_long({ max: LONGEST.heading }),
};

export interface TypedHeading {
  title: string;
  titleEn: string;
}

interface Props {
  headings: readonly FaqHeading[];
  entries: readonly FaqEntry[];
  typed: TypedHeading;
  problems: Problems;
}

/** Questions and answers, for those who write them: headings in order, and what stands under each. */
export function OfficeFaqPage({ headings, entries, typed, problems }: Props) {
  return (
    <>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.pages_faq_office_title()}
        lead={m.pages_faq_office_lead()}
        breadcrumb={office()}
        actions={
          <>
            {headings.length > 0 && (
              <ButtonLink icon="plus" href={urls.adminNewFaqEntry()}>
                {m.pages_faq_new()}
              </ButtonLink>
            )}
            <ButtonLink kind="quiet" icon="eye" href={urls.faq()}>
              {m.pages_see()}
            </ButtonLink>
          </>
        }
      />
      {headings.map((heading, at) => (
        <HeadingPart
          key={heading.id}
          heading={heading}
          entries={entries.filter(({ headingId }) => headingId === heading.id)}
          first={at === 0}
          last={at === headings.length - 1}
        />
      ))}
      <Section title={m.pages_faq_add_heading()} lead={m.pages_faq_add_heading_lead()}>
        <Form action={urls.adminFaq()}>
          <HeadingFields typed={typed} problems={problems} />
          <SubmitButton kind="secondary" icon="plus">
            {m.pages_faq_add_heading()}
          </SubmitButton>
        </Form>
      </Section>
    </>
  );
}

function HeadingFields({ typed, problems }: Pick<Props, 'typed' | 'problems'>) {
  return (
    <>
      <Field
        name={HEADING_FIELD}
        label={m.pages_faq_field_heading()}
        value={typed.title}
        problems={problems}
        required
      />
      <Field
        name={HEADING_EN_FIELD}
        label={m.pages_faq_field_heading_en()}
        value={typed.titleEn}
        problems={problems}
      />
    </>
  );
}

interface PartProps {
  heading: FaqHeading;
  entries: readonly FaqEntry[];
  first: boolean;
  last: boolean;
}

function HeadingPart({ heading, entries, first, last }: PartProps) {
  const at = { heading: heading.id };
  return (
    <Section
      title={<span lang="fr">{heading.title}</span>}
      action={
        <a href={urls.adminFaqHeading(at)}>
          {m.pages_faq_edit_heading()}
          <span class="visually-hidden"> {heading.title}</span>
        </a>
      }
    >
      <div class="actions">
        <MoveButtons
          action={urls.adminFaqHeadingMove(at)}
          about={heading.title}
          first={first}
          last={last}
        />
        <ButtonLink
          kind="secondary"
          size="small"
          icon="plus"
          href={urls.adminNewFaqEntry({ rubrique: heading.id })}
          about={heading.title}
        >
          {m.pages_faq_new()}
        </ButtonLink>
      </div>
      {entries.length === 0 ? (
        <p>{m.pages_faq_heading_empty()}</p>
      ) : (
        <List ordered>
          {entries.map((entry, place) => (
            <div key={entry.id} class="office-step">
              <p>
                <a href={urls.adminFaqEntry({ entry: entry.id })} lang="fr">
                  {entry.question}
                </a>{' '}
                <EntryState entry={entry} />
              </p>
              <div class="actions">
                <MoveButtons
                  action={urls.adminFaqEntryMove({ entry: entry.id })}
                  about={entry.question}
                  first={place === 0}
                  last={place === entries.length - 1}
                />
              </div>
            </div>
          ))}
        </List>
      )}
    </Section>
  );
}

export function EntryState({ entry }: { entry: FaqEntry }) {
  return entry.publishedAt === null ? (
    <StateBadge>{m.guides_state_unpublished()}</StateBadge>
  ) : (
    <StateBadge tone="success">{m.guides_state_published()}</StateBadge>
  );
}

interface HeadingProps {
  heading: FaqHeading;
  typed: TypedHeading;
  problems: Problems;
  /** Questions that stand under it, published or not. */
  count: number;
}

/** A heading by itself: its names, and the way to be rid of it. */
export function HeadingPage({ heading, typed, problems, count }: HeadingProps) {
  const at = { heading: heading.id };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={heading.title} lang="fr" breadcrumb={faqCrumbs()} />
      <Form action={urls.adminFaqHeading(at)}>
        <Hidden name="version" value={heading.version} />
        <HeadingFields typed={typed} problems={problems} />
        <Actions>
          <SubmitButton size="large">{m.pages_save_changes()}</SubmitButton>
        </Actions>
      </Form>
      <Section title={m.pages_faq_remove_heading()}>
        {count > 0 ? (
          <p>{m.pages_faq_heading_holds({ count })}</p>
        ) : (
          <ButtonForm action={urls.adminFaqHeadingRemove(at)} kind="danger" icon="delete">
            {m.pages_faq_remove_heading()}
          </ButtonForm>
        )}
      </Section>
    </Column>
  );
}
