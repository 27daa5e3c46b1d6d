import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { get, holdsRight, mayInSpace, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther, type Visit } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { componentWords, spaceKindWords } from '../component-words.page.ts';
import { loadSpaceForTeam } from '../load.routes.ts';
import { listPolesOf, listSpaces } from '../space.store.ts';
import { ADMISSIONS, checkTexts, SPACE_KINDS, type Space, type WrittenSpace } from '../space.ts';
import { changeSpace } from '../space-writing.store.ts';
import { actOf, answerForm, listServedKinds, readFormKey, readVersion } from './office.routes.ts';
import { admissionWords, conflictsOf, problemsOf, sayRefusal } from './office-words.page.ts';
import { createSpaceWith } from './preset.store.ts';
import { KINDS_OF_PRESET, PRESETS } from './presets.ts';
import { SpaceFormPage, type TypedSpace } from './space-form.page.tsx';
import { OfficeSpacesPage } from './spaces.page.tsx';

/** Spaces as they are listed, made and described by who runs them. */
export const spacesRoutes: readonly Route[] = [
  get(urls.adminSpaces, 'space-organiser', async (visit) => {
    const { db, organisation, visitor } = visit;
    const spaces = await listSpaces(db, organisation.id);
    return page({
      title: m.spaceoffice_spaces(),
      section: 'admin',
      body: (
        <OfficeSpacesPage
          spaces={spaces.filter(({ id }) => mayInSpace('space-organiser', visitor, id))}
          mayCreate={holdsRight('officer', visitor)}
        />
      ),
    });
  }),

  get(urls.adminNewSpace, 'officer', (visit) => showForm(visit, null, EMPTY)),

  post(urls.adminNewSpace, 'officer', async (visit) => {
    const form = await visit.form();
    const typed = readTyped(form);
    const formKey = readFormKey(form);
    const read = readSpace(typed, await listParents(visit, null));
    if (!read.ok) return showForm(visit, null, typed, { problems: read.problems, formKey });
    const served = listServedKinds(visit);
    const preset = PRESETS.find((one) => one === typed.modele) ?? 'empty';
    const space = await createSpaceWith(visit.db, actOf(visit), read.written, formKey, {
      theme: preset === 'empty' || preset === 'network' ? '' : m.spaceoffice_first_theme(),
      components: KINDS_OF_PRESET[preset]
        .filter((kind) => served.includes(kind))
        .map((kind) => ({ kind, title: componentWords[kind].name() })),
    });
    return seeOther(visit, urls.adminSpace({ space: space.slug }), 'space-made');
  }),

  get(urls.adminSpaceSettings, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    return showForm(visit, space, typeSpace(space));
  }),

  post(urls.adminSpaceSettings, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readVersion(form);
    const read = readSpace(typed, await listParents(visit, space));
    if (!read.ok) return showForm(visit, space, typed, { problems: read.problems, version });
    const changed = await changeSpace(
      visit.db,
      actOf(visit),
      { id: space.id, version },
      read.written,
    );
    if (changed.ok) return seeOther(visit, urls.adminSpace({ space: space.slug }), 'space-changed');
    // sent once more, it is what was typed here that counts
    return showForm(visit, changed.space, typed, {
      problems: sayConflict(typed, changed.space),
      version: changed.space.version,
      conflict: true,
    });
  }),
];

const EMPTY: TypedSpace = {
  genre: '',
  titre: '',
  resume: '',
  introduction: '',
  prive: '',
  modele: 'empty',
  admission: 'team',
  parent: '',
};

const typeSpace = (space: Space): TypedSpace => ({
  genre: space.kind,
  titre: space.title,
  resume: space.summary,
  introduction: space.introduction,
  prive: space.isPrivate ? 'oui' : '',
  modele: '',
  admission: space.admission,
  parent: space.parentId ?? '',
});

const readTyped = (form: Form): TypedSpace => ({
  genre: form.text('genre'),
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
  resume: form.text('resume').replaceAll(/\s+/g, ' '),
  introduction: form.text('introduction'),
  prive: form.text('prive') === 'oui' ? 'oui' : '',
  modele: form.text('modele'),
  admission: form.text('admission'),
  parent: form.text('parent'),
});

/** Spaces that this one may stand in: those that stand in none; none where it holds some itself. */
async function listParents({ db, organisation }: Visit, space: Space | null): Promise<Space[]> {
  if (space && (await listPolesOf(db, organisation.id, space.id)).length > 0) return [];
  const all = await listSpaces(db, organisation.id);
  return all.filter(({ id, parentId }) => parentId === null && id !== space?.id);
}

function readSpace(
  typed: TypedSpace,
  parents: readonly Space[],
): { ok: true; written: WrittenSpace } | { ok: false; problems: Problems } {
  const kind = SPACE_KINDS.find((one) => one === typed.genre);
  const parent = parents.find(({ id }) => id === typed.parent);
  const admission = ADMISSIONS.find((one) => one === typed.admission) ?? 'team';
  const texts = { title: typed.titre, summary: typed.resume, introduction: typed.introduction };
  const problems = {
    ...problemsOf(checkTexts(texts), { title: 'titre', summary: 'resume' }),
    ...(!kind && { genre: sayRefusal('kind-missing') }),
    ...(typed.parent !== '' && !parent && { parent: sayRefusal('parent-wrong') }),
  };
  return kind && Object.keys(problems).length === 0
    ? {
        ok: true,
        written: {
          kind,
          ...texts,
          ...{ isPrivate: typed.prive === 'oui', admission, parentId: parent?.id ?? null },
        },
      }
    : { ok: false, problems };
}

/** Both values stand beside each other; a box that is ticked or not is said in words. */
function sayConflict(typed: TypedSpace, saved: Space): Problems {
  const said = ({ modele: _, prive, genre, admission, parent: __, ...words }: TypedSpace) => ({
    ...words,
    genre: SPACE_KINDS.filter((kind) => kind === genre)
      .map((kind) => spaceKindWords[kind]())
      .join(''),
    prive: prive === 'oui' ? m.spaceoffice_seen_members() : m.spaceoffice_seen_everybody(),
    admission: admissionWords[admission === 'mandate' ? 'mandate' : 'team'](),
  });
  return conflictsOf(said(typed), said(typeSpace(saved)));
}

async function showForm(
  visit: Visit,
  space: Space | null,
  typed: TypedSpace,
  shown: { problems?: Problems; version?: number; conflict?: boolean; formKey?: string } = {},
): Promise<Answer> {
  const { problems = {}, version = space?.version ?? 0, conflict = false } = shown;
  const { formKey = randomUUID() } = shown;
  return answerForm(
    space ? m.spaceoffice_settings() : m.spaceoffice_new(),
    { problems, conflict },
    <SpaceFormPage
      space={space}
      parents={await listParents(visit, space)}
      typed={typed}
      problems={problems}
      formKey={formKey}
      version={version}
      conflict={conflict}
    />,
  );
}
