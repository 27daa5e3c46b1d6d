import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import { readDay, readTime, toInstant, toLocalTime } from '../../../platform/clock/paris.ts';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findComponentById, listComponents } from '../component.store.ts';
import {
  type Component,
  type ComponentKind,
  checkComponent,
  isDatedByContent,
  SETTINGS_OF,
  USUAL_SETTINGS,
  type WrittenComponent,
} from '../component.ts';
import {
  addComponent,
  changeComponent,
  hideComponent,
  moveComponent,
} from '../component-writing.store.ts';
import { loadComponentOf, loadSpaceForTeam } from '../load.routes.ts';
import { checkTexts, type Space, type Theme } from '../space.ts';
import { listThemes } from '../theme.store.ts';
import { ComponentFormPage, componentTitle } from './component-form.page.tsx';
import { fieldsOfKind, readSettings, type TypedComponent, typeSettings } from './component-form.ts';
import { KindPage, OfficeComponentsPage } from './components.page.tsx';
import { actOf, answerForm, listServedKinds, readFormKey, readVersion } from './office.routes.ts';
import { conflictsOf, problemsOf, sayRefusal } from './office-words.page.ts';

/** Components of a space, as its organisers settle them. */
export const componentsRoutes: readonly Route[] = [
  get(urls.adminComponents, 'space-organiser', async (visit) => {
    const { db, organisation } = visit;
    const space = await loadSpaceForTeam(visit);
    const [themes, components] = await Promise.all([
      listThemes(db, organisation.id, space.id),
      listComponents(db, organisation.id, space.id),
    ]);
    return page({
      title: m.spaceoffice_components(),
      section: 'admin',
      body: <OfficeComponentsPage space={space} themes={themes} components={components} />,
    });
  }),

  get(urls.adminNewComponent, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const kind = readKind(visit, visit.url.searchParams.get('genre') ?? '');
    return kind ? showForm(visit, { space, kind, component: null }, EMPTY) : askKind(visit, space);
  }),

  post(urls.adminNewComponent, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const form = await visit.form();
    const kind = readKind(visit, form.text('genre'));
    if (!kind) return askKind(visit, space);
    const shown = { space, kind, component: null };
    const typed = readTyped(form);
    const formKey = readFormKey(form);
    const read = readComponent(typed, kind, await themesOf(visit, space));
    if (!read.ok) return showForm(visit, shown, typed, { problems: read.problems, formKey });
    const { written } = read;
    const added = await addComponent(visit.db, actOf(visit), space.id, kind, written, formKey);
    if (!added.ok)
      return showForm(visit, shown, typed, { problems: { form: sayRefusal(added.refusal) } });
    return seeOther(visit, urls.adminComponents({ space: space.slug }), 'component-added');
  }),

  get(urls.adminComponent, 'space-organiser', async (visit) => {
    const { space, component } = await load(visit);
    return showForm(visit, { space, kind: component.kind, component }, typeComponent(component));
  }),

  post(urls.adminComponent, 'space-organiser', async (visit) => {
    const { db, organisation } = visit;
    const { space, component } = await load(visit);
    const { kind } = component;
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readVersion(form);
    const shown = { space, kind, component };
    const read = readComponent(typed, kind, await themesOf(visit, space));
    if (!read.ok) return showForm(visit, shown, typed, { problems: read.problems, version });
    const changed = await changeComponent(
      db,
      actOf(visit),
      { ...component, version },
      isDatedByContent(kind) ? { ...read.written, ...datesOf(component) } : read.written,
    );
    if (changed.ok)
      return seeOther(visit, urls.adminComponents({ space: space.slug }), 'component-changed');
    const saved = (await findComponentById(db, organisation.id, component.id)) ?? component;
    return showForm(visit, { ...shown, component: saved }, typed, {
      problems: sayConflict(typed, saved),
      version: saved.version,
      conflict: true,
    });
  }),

  post(urls.adminComponentMove, 'space-organiser', async (visit) => {
    const { space, component } = await load(visit);
    const by = (await visit.form()).text('sens') === 'haut' ? -1 : 1;
    await moveComponent(visit.db, actOf(visit), component, by);
    return seeOther(visit, urls.adminComponents({ space: space.slug }));
  }),

  post(urls.adminComponentHide, 'space-organiser', async (visit) => {
    const { space, component } = await load(visit);
    const isHidden = (await visit.form()).text('cachee') === 'oui';
    if (isHidden !== component.isHidden)
      await hideComponent(visit.db, actOf(visit), component, isHidden);
    return seeOther(
      visit,
      urls.adminComponents({ space: space.slug }),
      isHidden ? 'component-hidden' : 'component-shown',
    );
  }),
];

async function load(visit: SignedInVisit<'space' | 'component'>) {
  const space = await loadSpaceForTeam(visit);
  const component = await loadComponentOf(visit, { ...space, isTeam: true });
  return { space, component };
}

const themesOf = ({ db, organisation }: SignedInVisit, space: Space) =>
  listThemes(db, organisation.id, space.id);

const datesOf = ({ opensAt, closesAt }: Component) => ({ opensAt, closesAt });

const readKind = (visit: SignedInVisit, typed: string): ComponentKind | undefined =>
  listServedKinds(visit).find((kind) => kind === typed);

const askKind = (visit: SignedInVisit, space: Space): Answer =>
  page({
    title: m.spaceoffice_component_new(),
    section: 'admin',
    body: <KindPage space={space} kinds={listServedKinds(visit)} />,
  });

const NO_MOMENT = { day: '', month: '', year: '', time: '' };

function typeMoment(name: 'ouverture' | 'cloture', at: Date | null) {
  const [date = '', time = ''] = at ? Object.values(toLocalTime(at)) : [];
  const [year = '', month = '', day = ''] = date.split('-');
  const parts = at ? { day, month, year, time } : NO_MOMENT;
  return Object.fromEntries(
    Object.entries(parts).map(([part, value]) => [`${name}-${part}`, value]),
  ) as Pick<TypedComponent, `${typeof name}-day`>;
}

const typeComponent = (component: WrittenComponent): TypedComponent =>
  ({
    titre: component.title,
    introduction: component.introduction,
    theme: component.themeId ?? '',
    ...typeMoment('ouverture', component.opensAt),
    ...typeMoment('cloture', component.closesAt),
    ...typeSettings(component.settings),
  }) as TypedComponent;

const EMPTY = typeComponent({
  title: '',
  introduction: '',
  themeId: null,
  opensAt: null,
  closesAt: null,
  settings: USUAL_SETTINGS,
});

const readTyped = (form: Form): TypedComponent => ({
  ...(Object.fromEntries(
    Object.keys(EMPTY).map((name) => [name, form.text(name)]),
  ) as TypedComponent),
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
});

/** Names of fields, where they are not those of the rules. */
const NAMES = {
  title: 'titre',
  closesAt: 'cloture',
  mostSupports: 'soutiens-max',
  mostIdeas: 'idees-max',
  editMinutes: 'minutes',
  depth: 'profondeur',
};

function readComponent(
  typed: TypedComponent,
  kind: ComponentKind,
  themes: readonly Theme[],
): { ok: true; written: WrittenComponent } | { ok: false; problems: Problems } {
  const opensAt = readMoment(typed, 'ouverture', '00:00');
  const closesAt = readMoment(typed, 'cloture', '23:59');
  // what the kind has not is neither asked for nor wrong
  const asked = fieldsOfKind(kind, SETTINGS_OF);
  const usual = typeSettings(USUAL_SETTINGS);
  const settled = Object.fromEntries(
    Object.entries(usual).map(([name, value]) => {
      const field = name as keyof typeof usual;
      return [field, asked.includes(field) ? typed[field] : value];
    }),
  );
  const written: WrittenComponent = {
    title: typed.titre,
    introduction: typed.introduction,
    themeId: typed.theme === '' ? null : typed.theme,
    opensAt: opensAt instanceof Date ? opensAt : null,
    closesAt: closesAt instanceof Date ? closesAt : null,
    settings: readSettings({ ...typed, ...settled }, USUAL_SETTINGS),
  };
  const problems: Problems = {
    ...problemsOf(checkTexts(written), NAMES),
    ...problemsOf(checkComponent(written), NAMES),
    ...(typeof opensAt === 'string' && { ouverture: sayRefusal(opensAt) }),
    ...(typeof closesAt === 'string' && { cloture: sayRefusal(closesAt) }),
    ...(written.themeId !== null &&
      !themes.some(({ id }) => id === written.themeId) && { theme: sayRefusal('theme-unknown') }),
  };
  return Object.keys(problems).length === 0 ? { ok: true, written } : { ok: false, problems };
}

/** A moment of the clock in Paris; null: nothing typed. Without a time, the day's first or last minute. */
function readMoment(
  typed: TypedComponent,
  name: 'ouverture' | 'cloture',
  usual: string,
): Date | null | 'no-day' | 'no-time' {
  const part = (of: 'day' | 'month' | 'year' | 'time') => typed[`${name}-${of}`];
  if (['day', 'month', 'year', 'time'].every((of) => part(of as 'day') === '')) return null;
  const day = readDay({ day: part('day'), month: part('month'), year: part('year') });
  if (!day) return 'no-day';
  const time = part('time') === '' ? usual : readTime(part('time'));
  return (time && toInstant({ day, time })) || 'no-time';
}

/** Both values beside each other; a moment is told once, under its first field. */
function sayConflict(typed: TypedComponent, saved: Component): Problems {
  const said = (one: TypedComponent) => ({ titre: one.titre, introduction: one.introduction });
  const now = typeComponent(saved);
  const words = conflictsOf(said(typed), said(now));
  return 'form' in words ? { form: m.spaceoffice_conflict_settings() } : words;
}

async function showForm(
  visit: SignedInVisit,
  shown: { space: Space; kind: ComponentKind; component: Component | null },
  typed: TypedComponent,
  said: { problems?: Problems; version?: number; conflict?: boolean; formKey?: string } = {},
): Promise<Answer> {
  const { problems = {}, conflict = false, formKey = randomUUID() } = said;
  const version = said.version ?? shown.component?.version ?? 0;
  const themes = await themesOf(visit, shown.space);
  const form = { ...shown, themes, typed, problems, conflict, formKey, version };
  return answerForm(
    componentTitle(shown.component),
    { problems, conflict },
    <ComponentFormPage {...form} />,
  );
}
