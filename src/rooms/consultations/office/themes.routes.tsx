import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { checkCategories, readNames } from '../../spaces/index.ts';
import { loadSpaceForTeam, loadTheme } from '../load.routes.ts';
import {
  checkTexts,
  MOST_RESOURCES,
  refuseResource,
  type Space,
  type Theme,
  type WrittenTheme,
} from '../space.ts';
import { findThemeById, listThemes } from '../theme.store.ts';
import { addTheme, changeTheme, moveTheme, removeTheme } from '../theme-writing.store.ts';
import { actOf, answerForm, readVersion } from './office.routes.ts';
import { conflictsOf, problemsOf, sayRefusal } from './office-words.page.ts';
import {
  OfficeThemesPage,
  ThemeFormPage,
  ThemeRemovalPage,
  type TypedTheme,
  themeTitle,
} from './themes.page.tsx';

/** Themes of a space, as its organisers cut it. */
export const themesRoutes: readonly Route[] = [
  get(urls.adminThemes, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const themes = await listThemes(visit.db, visit.organisation.id, space.id);
    return page({
      title: m.spaceoffice_themes(),
      section: 'admin',
      body: <OfficeThemesPage space={space} themes={themes} />,
    });
  }),

  get(urls.adminNewTheme, 'space-organiser', async (visit) =>
    showForm(await loadSpaceForTeam(visit), null, EMPTY),
  ),

  post(urls.adminNewTheme, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const typed = readTyped(await visit.form());
    const read = readTheme(typed);
    if (!read.ok) return showForm(space, null, typed, { problems: read.problems });
    const added = await addTheme(visit.db, actOf(visit), space.id, read.written);
    if (!added.ok)
      return showForm(space, null, typed, { problems: { form: sayRefusal('too-many-themes') } });
    return seeOther(visit, urls.adminThemes({ space: space.slug }), 'theme-added');
  }),

  get(urls.adminTheme, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const theme = await loadTheme(visit, space);
    return showForm(space, theme, typeTheme(theme));
  }),

  post(urls.adminTheme, 'space-organiser', async (visit) => {
    const { db, organisation } = visit;
    const space = await loadSpaceForTeam(visit);
    const theme = await loadTheme(visit, space);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readVersion(form);
    const read = readTheme(typed);
    if (!read.ok) return showForm(space, theme, typed, { problems: read.problems, version });
    const { id } = theme;
    const changed = await changeTheme(db, actOf(visit), space.id, { id, version }, read.written);
    if (changed.ok)
      return seeOther(visit, urls.adminThemes({ space: space.slug }), 'theme-changed');
    if (changed.refusal !== 'changed-meanwhile')
      return showForm(space, theme, typed, {
        problems: { categories: sayRefusal('category-in-use') },
        version,
      });
    const saved = (await findThemeById(db, organisation.id, space.id, id)) ?? theme;
    return showForm(space, saved, typed, {
      problems: conflictsOf(typed, typeTheme(saved)),
      version: saved.version,
      conflict: true,
    });
  }),

  post(urls.adminThemeMove, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const { id } = await loadTheme(visit, space);
    const by = (await visit.form()).text('sens') === 'haut' ? -1 : 1;
    await moveTheme(visit.db, actOf(visit), space.id, id, by);
    return seeOther(visit, urls.adminThemes({ space: space.slug }));
  }),

  get(urls.adminThemeRemove, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    return showRemoval(space, await loadTheme(visit, space), {});
  }),

  post(urls.adminThemeRemove, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const theme = await loadTheme(visit, space);
    const removed = await removeTheme(visit.db, actOf(visit), space.id, theme);
    if (!removed.ok)
      return showRemoval(space, theme, { form: m.spaceoffice_refused_theme_in_use() });
    return seeOther(visit, urls.adminThemes({ space: space.slug }), 'theme-removed');
  }),
];

const EMPTY: TypedTheme = {
  titre: '',
  resume: '',
  introduction: '',
  ressources: '',
  categories: '',
};

const typeTheme = (theme: Theme): TypedTheme => ({
  titre: theme.title,
  resume: theme.summary,
  introduction: theme.introduction,
  ressources: theme.resources.map(({ title, address }) => `${title} | ${address}`).join('\n'),
  categories: theme.categories
    .filter(({ isWhole }) => !isWhole)
    .map(({ name }) => name)
    .join('\n'),
});

const readTyped = (form: Form): TypedTheme => ({
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
  resume: form.text('resume').replaceAll(/\s+/g, ' '),
  introduction: form.text('introduction'),
  ressources: form.text('ressources'),
  categories: form.text('categories'),
});

function readTheme(
  typed: TypedTheme,
): { ok: true; written: WrittenTheme } | { ok: false; problems: Problems } {
  const texts = { title: typed.titre, summary: typed.resume, introduction: typed.introduction };
  const problems = problemsOf(checkTexts(texts), { title: 'titre', summary: 'resume' });
  const resources = readNames(typed.ressources).map((line) => {
    // the last bar parts them: a title may hold one
    const at = line.lastIndexOf('|');
    return at < 0
      ? { title: '', address: line }
      : { title: line.slice(0, at).trim(), address: line.slice(at + 1).trim() };
  });
  const wrong = resources.findIndex((one) => refuseResource(one) !== null);
  if (resources.length > MOST_RESOURCES) problems.ressources = sayRefusal('too-many-resources');
  else if (wrong >= 0)
    problems.ressources = m.spaceoffice_refused_line({
      line: wrong + 1,
      words: sayRefusal(refuseResource(resources[wrong]!)!),
    });
  const categories = readNames(typed.categories);
  const refusal = checkCategories(categories);
  // a theme need not be cut
  if (refusal && refusal !== 'no-category') problems.categories = sayRefusal(refusal);
  return Object.keys(problems).length === 0
    ? { ok: true, written: { ...texts, resources, categories } }
    : { ok: false, problems };
}

function showForm(
  space: Space,
  theme: Theme | null,
  typed: TypedTheme,
  shown: { problems?: Problems; version?: number; conflict?: boolean } = {},
): Answer {
  const { problems = {}, version = theme?.version ?? 0, conflict = false } = shown;
  const form = { space, theme, typed, problems, version, conflict };
  return answerForm(themeTitle(theme), { problems, conflict }, <ThemeFormPage {...form} />);
}

function showRemoval(space: Space, theme: Theme, problems: Problems): Answer {
  return answerForm(
    m.spaceoffice_theme_remove_question({ title: theme.title }),
    { problems },
    <ThemeRemovalPage space={space} theme={theme} problems={problems} />,
  );
}
