import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { Field, Select, TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { spaceKindWords } from '../component-words.page.ts';
import { ADMISSIONS, SPACE_KINDS, SPACE_LENGTHS, type Space } from '../space.ts';
import { admissionWords, spaceKindHints } from './office-words.page.ts';
import { PRESETS } from './presets.ts';
import { officeCrumbs } from './space-crumbs.page.ts';

/** A space as it was typed, by field of its form. */
export type TypedSpace = Record<
  'genre' | 'titre' | 'resume' | 'introduction' | 'prive' | 'modele' | 'admission' | 'parent',
  string
>;

const presetWords: Record<(typeof PRESETS)[number], { label: () => string; hint: () => string }> = {
  empty: { label: m.spaceoffice_preset_empty, hint: m.spaceoffice_preset_empty_hint },
  consultation: {
    label: m.spaceoffice_preset_consultation,
    hint: m.spaceoffice_preset_consultation_hint,
  },
  forum: { label: m.spaceoffice_preset_forum, hint: m.spaceoffice_preset_forum_hint },
  primary: { label: m.spaceoffice_preset_primary, hint: m.spaceoffice_preset_primary_hint },
  network: { label: m.spaceoffice_preset_network, hint: m.spaceoffice_preset_network_hint },
};

interface Props {
  /** null: a new one. */
  space: Space | null;
  /** Spaces that it may stand in. */
  parents: readonly Space[];
  typed: TypedSpace;
  problems: Problems;
  /** Of a new one: what its form is known by, sent twice or not. */
  formKey: string;
  version: number;
  conflict: boolean;
}

export function SpaceFormPage(props: Props) {
  const { space, parents, typed, problems, formKey, version, conflict } = props;
  const title = space ? m.spaceoffice_settings() : m.spaceoffice_new();
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        {...(conflict && { title: m.spaceoffice_conflict_title() })}
      />
      <PageHeader title={title} breadcrumb={officeCrumbs(space)} />
      <Form action={space ? urls.adminSpaceSettings({ space: space.slug }) : urls.adminNewSpace()}>
        {space ? (
          <Hidden name="version" value={version} />
        ) : (
          <Hidden name="formulaire" value={formKey} />
        )}
        <Field
          name="titre"
          label={m.spaceoffice_title()}
          value={typed.titre}
          problems={problems}
          required
        />
        <Radios
          name="genre"
          label={m.spaceoffice_kind()}
          look="cards"
          value={typed.genre}
          problems={problems}
          required
          options={SPACE_KINDS.map((kind) => ({
            value: kind,
            label: spaceKindWords[kind](),
            hint: spaceKindHints[kind](),
          }))}
        />
        <Field
          name="resume"
          label={m.spaceoffice_summary()}
          hint={m.spaceoffice_summary_hint()}
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
        <Checkbox
          name="prive"
          label={m.spaceoffice_private()}
          hint={m.spaceoffice_private_hint()}
          checked={typed.prive === 'oui'}
          problems={problems}
        />
        <Radios
          name="admission"
          label={m.spaceoffice_admission()}
          hint={m.spaceoffice_admission_hint()}
          value={typed.admission}
          problems={problems}
          options={ADMISSIONS.map((one) => ({
            value: one,
            label: admissionWords[one](),
            ...(one === 'mandate' && { hint: m.spaceoffice_admission_mandate_hint() }),
          }))}
        />
        {parents.length > 0 && (
          <Select
            name="parent"
            label={m.spaceoffice_parent()}
            hint={m.spaceoffice_parent_hint()}
            empty={m.spaceoffice_parent_none()}
            value={typed.parent}
            options={parents.map(({ id, title }) => ({ value: id, label: title }))}
            problems={problems}
          />
        )}
        {!space && (
          <Radios
            name="modele"
            label={m.spaceoffice_preset()}
            value={typed.modele}
            problems={problems}
            options={PRESETS.map((preset) => ({
              value: preset,
              label: presetWords[preset].label(),
              hint: presetWords[preset].hint(),
            }))}
          />
        )}
        <SubmitButton size="large">
          {space ? m.spaceoffice_save() : m.spaceoffice_create()}
        </SubmitButton>
      </Form>
    </Column>
  );
}
