import * as m from '../../../paraglide/messages.js';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Column, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { SPACE_LENGTHS, type Space, type Theme } from '../space.ts';
import { MoveButtons } from './move-buttons.page.tsx';
import { officeCrumbs } from './space-crumbs.page.ts';

/** Themes of a space in order. */
export function OfficeThemesPage({ space, themes }: { space: Space; themes: readonly Theme[] }) {
  const at = { space: space.slug };
  const add = (
    <ButtonLink href={urls.adminNewTheme(at)} icon="plus">
      {m.spaceoffice_theme_add()}
    </ButtonLink>
  );
  return (
    <Stack>
      <PageHeader
        title={m.spaceoffice_themes()}
        lead={m.spaceoffice_themes_lead()}
        breadcrumb={officeCrumbs(space)}
        actions={themes.length > 0 && add}
      />
      {themes.length === 0 ? (
        <EmptyState title={m.spaceoffice_themes_none()} actions={add}>
          <p>{m.spaceoffice_themes_none_words()}</p>
        </EmptyState>
      ) : (
        <List ordered label={m.spaceoffice_themes()}>
          {themes.map((theme, index) => (
            <>
              <p>
                <a href={urls.adminTheme({ ...at, theme: theme.slug })}>
                  <bdi>{theme.title}</bdi>
                </a>
                <br />
                <span class="hint">{categoriesWords(theme)}</span>
              </p>
              <Actions>
                <MoveButtons
                  action={urls.adminThemeMove({ ...at, theme: theme.slug })}
                  about={theme.title}
                  isFirst={index === 0}
                  isLast={index === themes.length - 1}
                />
              </Actions>
            </>
          ))}
        </List>
      )}
    </Stack>
  );
}

const categoriesWords = ({ categories }: Theme): string => {
  const names = categories.filter(({ isWhole }) => !isWhole).map(({ name }) => name);
  return names.length > 0 ? names.join(', ') : m.spaceoffice_theme_whole();
};

/** A theme as it was typed, by field of its form. */
export type TypedTheme = Record<
  'titre' | 'resume' | 'introduction' | 'ressources' | 'categories',
  string
>;

interface FormProps {
  space: Space;
  /** null: a new one. */
  theme: Theme | null;
  typed: TypedTheme;
  problems: Problems;
  version: number;
  conflict: boolean;
}

export function ThemeFormPage({ space, theme, typed, problems, version, conflict }: FormProps) {
  const at = { space: space.slug };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        {...(conflict && { title: m.spaceoffice_conflict_title() })}
      />
      <PageHeader
        title={themeTitle(theme)}
        breadcrumb={officeCrumbs(space, [
          { label: m.spaceoffice_themes(), href: urls.adminThemes(at) },
        ])}
      />
      <Form action={theme ? urls.adminTheme({ ...at, theme: theme.slug }) : urls.adminNewTheme(at)}>
        {theme && <Hidden name="version" value={version} />}
        <Field
          name="titre"
          label={m.spaceoffice_title()}
          value={typed.titre}
          problems={problems}
          required
        />
        <Field
          name="resume"
          label={m.spaceoffice_summary()}
          hint={m.spaceoffice_theme_summary_hint()}
          value={typed.resume}
          problems={problems}
        />
        <TextArea
          name="introduction"
          label={m.spaceoffice_introduction()}
          hint={m.spaceoffice_introduction_hint()}
          value={typed.introduction}
          limit={SPACE_LENGTHS.introduction}
          rows={8}
          problems={problems}
        />
        <TextArea
          name="ressources"
          label={m.spaceoffice_resources()}
          hint={m.spaceoffice_resources_hint()}
          value={typed.ressources}
          rows={4}
          problems={problems}
        />
        <TextArea
          name="categories"
          label={m.spaceoffice_categories()}
          hint={m.spaceoffice_categories_hint()}
          value={typed.categories}
          rows={5}
          problems={problems}
        />
        <SubmitButton size="large">
          {theme ? m.spaceoffice_save() : m.spaceoffice_theme_add()}
        </SubmitButton>
      </Form>
      {theme && (
        <p>
          <ButtonLink
            kind="quiet"
            icon="delete"
            href={urls.adminThemeRemove({ ...at, theme: theme.slug })}
          >
            {m.spaceoffice_theme_remove()}
          </ButtonLink>
        </p>
      )}
    </Column>
  );
}

export const themeTitle = (theme: Theme | null): string =>
  theme ? m.spaceoffice_theme_change() : m.spaceoffice_theme_new();

export function ThemeRemovalPage({
  space,
  theme,
  problems,
}: {
  space: Space;
  theme: Theme;
  problems: Problems;
}) {
  const at = { space: space.slug, theme: theme.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <ConfirmPage
        question={m.spaceoffice_theme_remove_question({ title: theme.title })}
        form={
          <Form action={urls.adminThemeRemove(at)}>
            <SubmitButton kind="danger" size="large">
              {m.spaceoffice_theme_remove()}
            </SubmitButton>
          </Form>
        }
        cancelHref={urls.adminThemes(at)}
        cancelLabel={m.spaceoffice_theme_keep()}
      >
        <p>{m.spaceoffice_theme_remove_words()}</p>
      </ConfirmPage>
    </Column>
  );
}
