import * as m from '../../paraglide/messages.js';
import { Checkboxes } from '../../ui/choices.tsx';
import { ButtonForm, Form, SubmitButton } from '../../ui/form.tsx';
import { Actions, Column, Panel, Section, Stack } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { CATEGORIES, type Category } from './request.ts';
import { categoryWords, sayName } from './request-words.page.ts';
import type { Helper } from './volunteer.store.ts';

type ShownHelper = Helper & { nickname: string | null };

interface Props {
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  categories: readonly Category[];
  /** Those who were confirmed; for the team, those who offered too. */
  helpers: readonly ShownHelper[];
  /** What the reader offered. */
  own: readonly Helper[];
  isTeam: boolean;
}

/** Who may be asked about what, the way to be one of them, and what the team settles. */
export function HelpersPage(props: Props) {
  const { space, component, categories, own } = props;
  const at = { space: space.slug, component: component.slug };
  const waits = own.some(({ confirmedAt }) => confirmedAt === null);
  return (
    <Column>
      <PageHeader
        title={m.mutual_helpers_title()}
        lead={m.mutual_helpers_lead()}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          { label: component.title, href: urls.spaceRequests(at) },
        ]}
      />
      {categories.map((category) => (
        <CategorySection key={category} category={category} {...props} />
      ))}
      <Panel title={m.mutual_offer_title()}>
        <Form action={urls.offerHelp(at)}>
          <Checkboxes
            name="categories"
            label={m.mutual_offer_label()}
            hint={waits ? m.mutual_offer_waits() : m.mutual_offer_hint()}
            values={own.map(({ category }) => category)}
            options={categories.map((value) => ({ value, label: categoryWords[value]() }))}
          />
          <SubmitButton>{m.mutual_offer_submit()}</SubmitButton>
        </Form>
      </Panel>
      {props.isTeam && (
        <Panel title={m.mutual_settings_title()}>
          <Form action={urls.helpCategories(at)}>
            <Checkboxes
              name="categories"
              id="reglage-categories"
              label={m.mutual_settings_label()}
              values={[...categories]}
              options={CATEGORIES.map((value) => ({ value, label: categoryWords[value]() }))}
            />
            <SubmitButton kind="secondary">{m.mutual_settings_submit()}</SubmitButton>
          </Form>
        </Panel>
      )}
    </Column>
  );
}

function CategorySection({ category, helpers, ...props }: Props & { category: Category }) {
  const here = helpers.filter((one) => one.category === category);
  const name = categoryWords[category]();
  return (
    <Section title={name}>
      {here.length === 0 ? (
        <EmptyState icon="solidarity" title={m.mutual_helpers_none()} level={3}>
          {m.mutual_helpers_none_words()}
        </EmptyState>
      ) : (
        <List label={name}>
          {here.map((helper) => (
            <HelperLine key={helper.personId} helper={helper} {...props} />
          ))}
        </List>
      )}
    </Section>
  );
}

function HelperLine({
  helper,
  space,
  component,
  isTeam,
}: Pick<Props, 'space' | 'component' | 'isTeam'> & { helper: ShownHelper }) {
  const at = { space: space.slug, component: component.slug, person: helper.personId };
  const name = sayName(helper.nickname);
  const values = { categorie: helper.category };
  return (
    <Stack>
      <p>
        <PersonLink nickname={helper.nickname}>{name}</PersonLink>{' '}
        {helper.confirmedAt === null && (
          <StateBadge tone="warning">{m.mutual_helper_waits()}</StateBadge>
        )}
      </p>
      {isTeam && (
        <Actions>
          {helper.confirmedAt === null && (
            <ButtonForm
              action={urls.confirmHelper(at)}
              values={values}
              size="small"
              kind="secondary"
              icon="check"
              about={name}
            >
              {m.mutual_helper_confirm()}
            </ButtonForm>
          )}
          <ButtonForm
            action={urls.removeHelper(at)}
            values={values}
            size="small"
            kind="quiet"
            icon="close"
            about={name}
          >
            {m.mutual_helper_remove()}
          </ButtonForm>
        </Actions>
      )}
    </Stack>
  );
}
