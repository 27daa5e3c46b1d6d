import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Field, NumberField, Select } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column, Section } from '../../ui/layout.tsx';
import { EmptyState, List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { sizeWords } from '../guides/index.page.ts';
import { DEEPEST, type Folder, inOrder, listInside } from './folder.ts';
import type { Quota } from './quota.ts';

interface Frame {
  space: ComponentProps<typeof SpaceFrame>['space'];
  component: { id: string; slug: string; title: string };
  beside: Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'>;
  folders: readonly Folder[];
  problems: Problems;
}

interface FoldersProps extends Frame {
  /** As it was typed: the name of a new folder, and the number of the one it stands in. */
  typed: { nom: string; dossier: string };
  /** Ids of folders that this visitor may change. */
  tended: ReadonlySet<string>;
  quota: Quota;
  /** As the team typed it; null: somebody else reads this. */
  typedQuota: { espace: string; personne: string } | null;
}

/** The folders of a component, as whoever adds to it arranges them. */
export function FoldersPage(props: FoldersProps) {
  const { space, component, folders, typed, problems, quota, typedQuota } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <SpaceFrame space={space} {...props.beside} current={component.id}>
      <Column>
        <ErrorSummary problems={problems} />
        <PageHeader
          title={m.documents_folders_title()}
          breadcrumb={[{ label: component.title, href: urls.spaceDocuments(at) }]}
        />
        {folders.length === 0 ? (
          <EmptyState icon="archive" title={m.documents_folders_none()}>
            <p>{m.documents_folders_none_words()}</p>
          </EmptyState>
        ) : (
          <List label={m.documents_folders()}>
            {inOrder(folders).map((folder) => (
              <p key={folder.id}>
                {'— '.repeat(folder.depth - 1)}
                <a href={urls.spaceDocuments(at, { dossier: String(folder.number) })}>
                  <bdi>{folder.name}</bdi>
                </a>
                {props.tended.has(folder.id) && (
                  <>
                    {' · '}
                    <a href={urls.documentFolder({ ...at, folder: String(folder.number) })}>
                      {m.documents_folder_change()}
                      <span class="visually-hidden"> {folder.name}</span>
                    </a>
                  </>
                )}
              </p>
            ))}
          </List>
        )}
        <Section title={m.documents_folder_new()}>
          <Form action={urls.documentFolders(at)}>
            <Field
              name="nom"
              label={m.documents_folder_name()}
              value={typed.nom}
              problems={problems}
              required
            />
            <ParentField
              folders={folders.filter(({ depth }) => depth < DEEPEST)}
              value={typed.dossier}
              problems={problems}
            />
            <SubmitButton>{m.documents_folder_add()}</SubmitButton>
          </Form>
        </Section>
        <Section title={m.documents_storage()}>
          <p>
            {m.documents_storage_space({
              used: sizeWords(quota.space.used),
              most: sizeWords(quota.space.most),
            })}
          </p>
          <p>
            {m.documents_storage_person({
              used: sizeWords(quota.person.used),
              most: sizeWords(quota.person.most),
            })}
          </p>
          {typedQuota && (
            <Form action={urls.documentQuota(at)}>
              <NumberField
                name="espace"
                label={m.documents_quota_space()}
                suffix={m.documents_megabytes()}
                value={typedQuota.espace}
                problems={problems}
              />
              <NumberField
                name="personne"
                label={m.documents_quota_person()}
                suffix={m.documents_megabytes()}
                value={typedQuota.personne}
                problems={problems}
              />
              <SubmitButton kind="secondary">{m.documents_save()}</SubmitButton>
            </Form>
          )}
        </Section>
      </Column>
    </SpaceFrame>
  );
}

function ParentField({
  folders,
  value,
  problems,
}: {
  folders: readonly Folder[];
  value: string;
  problems: Problems;
}) {
  if (folders.length === 0) return null;
  return (
    <Select
      name="dossier"
      label={m.documents_folder_parent()}
      empty={m.documents_folder_none()}
      value={value}
      options={inOrder(folders).map(({ number, name, depth }) => ({
        value: String(number),
        label: `${'— '.repeat(depth - 1)}${name}`,
      }))}
      problems={problems}
    />
  );
}

interface FolderProps extends Frame {
  folder: Folder;
  typed: { nom: string; dossier: string };
  version: number;
}

/** One folder: its name, where it stands, and away with it while it is empty. */
export function FolderPage(props: FolderProps) {
  const { space, component, folder, folders, typed, problems } = props;
  const at = { space: space.slug, component: component.slug };
  const here = { ...at, folder: String(folder.number) };
  const inside = new Set([folder.id, ...listInside(folder, folders).map(({ id }) => id)]);
  return (
    <SpaceFrame space={space} {...props.beside} current={component.id}>
      <Column>
        <ErrorSummary problems={problems} />
        <PageHeader
          title={m.documents_folder_title({ name: folder.name })}
          breadcrumb={[
            { label: component.title, href: urls.spaceDocuments(at) },
            { label: m.documents_folders_title(), href: urls.documentFolders(at) },
          ]}
        />
        <Form action={urls.documentFolder(here)}>
          <Hidden name="version" value={props.version} />
          <Field
            name="nom"
            label={m.documents_folder_name()}
            value={typed.nom}
            problems={problems}
            required
          />
          <ParentField
            folders={folders.filter(({ id }) => !inside.has(id))}
            value={typed.dossier}
            problems={problems}
          />
          <SubmitButton>{m.documents_save()}</SubmitButton>
        </Form>
        <ButtonForm kind="danger" action={urls.documentFolderRemove(here)}>
          {m.documents_folder_remove()}
        </ButtonForm>
      </Column>
    </SpaceFrame>
  );
}
