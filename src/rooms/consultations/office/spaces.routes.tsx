import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { get, holdsRight, mayInSpace, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { loadSpaceForTeam } from '../load.routes.ts';
import { listSpaces } from '../space.store.ts';
import { checkTexts, SPACE_KINDS, type Space, type WrittenSpace } from '../space.ts';
import { changeSpace } from '../space-writing.store.ts';
import { actOf, answerForm, listServedKinds, readFormKey, readVersion } from './office.routes.ts';
import { componentWords, conflictsOf, problemsOf, sayRefusal } from './office-words.page.ts';
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

  get(urls.adminNewSpace, 'officer', () => showForm(null, EMPTY)),

  post(urls.adminNewSpace, 'officer', async (visit) => {
    const form = await visit.form();
    const typed = readTyped(form);
    const formKey = readFormKey(form);
    const read = readSpace(typed);
    if (!read.ok) return showForm(null, typed, { problems: read.problems, formKey });
    const served = listServedKinds(visit);
    const preset = PRESETS.find((one) => one === typed.modele) ?? 'empty';
    const space = await createSpaceWith(visit.db, actOf(visit), read.written, formKey, {
      theme: preset === 'empty' ? '' : m.spaceoffice_first_theme(),
      components: KINDS_OF_PRESET[preset]
        .filter((kind) => served.includes(kind))
        .map((kind) => ({ kind, title: componentWords[kind].name() })),
    });
    return seeOther(visit, urls.adminSpace({ space: space.slug }), 'space-made');
  }),

  get(urls.adminSpaceSettings, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    return showForm(space, typeSpace(space));
  }),

  post(urls.adminSpaceSettings, 'space-organiser', async (visit) => {
    const space = await loadSpaceForTeam(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const version = readVersion(form);
    const read = readSpace(typed);
    if (!read.ok) return showForm(space, typed, { problems: read.problems, version });
    const changed = await changeSpace(
      visit.db,
      actOf(visit),
      { id: space.id, version },
      read.written,
    );
    if (changed.ok) return seeOther(visit, urls.adminSpace({ space: space.slug }), 'space-changed');
    // sent once more, it is what was typed here that counts
    return showForm(changed.space, typed, {
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
};

const typeSpace = (space: Space): TypedSpace => ({
  genre: space.kind,
  titre: space.title,
  resume: space.summary,
  introduction: space.introduction,
  prive: space.isPrivate ? 'oui' : '',
  modele: '',
});

const readTyped = (form: Form): TypedSpace => ({
  genre: form.text('genre'),
  titre: form.text('titre').replaceAll(/\s+/g, ' '),
  resume: form.text('resume').replaceAll(/\s+/g, ' '),
  introduction: form.text('introduction'),
  prive: form.text('prive') === 'oui' ? 'oui' : '',
  modele: form.text('modele'),
});

function readSpace(
  typed: TypedSpace,
): { ok: true; written: WrittenSpace } | { ok: false; problems: Problems } {
  const kind = SPACE_KINDS.find((one) => one === typed.genre);
  const texts = { title: typed.titre, summary: typed.resume, introduction: typed.introduction };
  const problems = {
    ...problemsOf(checkTexts(texts), { title: 'titre', summary: 'resume' }),
    ...(!kind && { genre: sayRefusal('kind-missing') }),
  };
  return kind && Object.keys(problems).length === 0
    ? { ok: true, written: { kind, ...texts, isPrivate: typed.prive === 'oui' } }
    : { ok: false, problems };
}

/** Both values stand beside each other; a box that is ticked or not is said in words. */
function sayConflict(typed: TypedSpace, saved: Space): Problems {
  const said = ({ modele: _, prive, genre, ...words }: TypedSpace) => ({
    ...words,
    genre: genre === '' ? '' : m.spaceoffice_kind_said({ kind: genre }),
    prive: prive === 'oui' ? m.spaceoffice_seen_members() : m.spaceoffice_seen_everybody(),
  });
  return conflictsOf(said(typed), said(typeSpace(saved)));
}

function showForm(
  space: Space | null,
  typed: TypedSpace,
  shown: { problems?: Problems; version?: number; conflict?: boolean; formKey?: string } = {},
): Answer {
  const { problems = {}, version = space?.version ?? 0, conflict = false } = shown;
  const { formKey = randomUUID() } = shown;
  return answerForm(
    space ? m.spaceoffice_settings() : m.spaceoffice_new(),
    { problems, conflict },
    <SpaceFormPage
      space={space}
      typed={typed}
      problems={problems}
      formKey={formKey}
      version={version}
      conflict={conflict}
    />,
  );
}
