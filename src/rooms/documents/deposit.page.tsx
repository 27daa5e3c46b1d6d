import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Select } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import type { DocumentKind, DocumentType, VersionFile } from './document.ts';
import { DocumentFields, type TypedDocument } from './document-form.page.tsx';
import { FileFields } from './file-fields.page.tsx';
import { type Folder, inOrder } from './folder.ts';
import type { Quota } from './quota.ts';
import { kindWords } from './words.page.ts';

export interface DepositProps {
  space: ComponentProps<typeof SpaceFrame>['space'];
  component: { id: string; slug: string; title: string; kind: DocumentKind };
  beside: Pick<ComponentProps<typeof SpaceFrame>, 'theme' | 'tabs'>;
  title: string;
  lead?: string;
  action: string;
  typed: TypedDocument;
  types: readonly DocumentType[];
  file: VersionFile | null;
  folders: readonly Folder[];
  quota: Quota;
  problems: Problems;
  madeFrom: string;
  ground: ComponentProps<typeof DocumentFields>['ground'];
  hasFamily: boolean;
  submit: string;
}

export const depositTitle = (kind: DocumentKind): string => kindWords[kind].deposit();

/** A document on one page: what it is called, its file or its text, who reads it; then what its type asks for. */
export function DepositPage(props: DepositProps) {
  const { space, component, typed, problems, folders } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <SpaceFrame space={space} {...props.beside} current={component.id}>
      <Column>
        <ErrorSummary problems={problems} />
        <PageHeader
          title={props.title}
          {...(props.lead && { lead: props.lead })}
          breadcrumb={[{ label: component.title, href: urls.spaceDocuments(at) }]}
        />
        <Form action={props.action} upload>
          <Hidden name="formulaire" value={props.madeFrom} />
          {typed.amende && <Hidden name="amende" value={typed.amende} />}
          {props.types.length === 1 && <Hidden name="type" value={props.types[0]!} />}
          <DocumentFields
            kind={component.kind}
            typed={typed}
            problems={problems}
            types={props.types}
            ground={props.ground}
            hasFamily={props.hasFamily}
          >
            <FileFields
              file={props.file}
              text={typed.texte}
              quota={props.quota}
              problems={problems}
            />
          </DocumentFields>
          {folders.length > 0 && (
            <FolderField folders={folders} value={typed.dossier} problems={problems} />
          )}
          <SubmitButton size="large">{props.submit}</SubmitButton>
        </Form>
      </Column>
    </SpaceFrame>
  );
}

/** Where it is put: every folder, each under the one that it stands in. */
export function FolderField({
  folders,
  value,
  problems,
  label = m.documents_folder(),
}: {
  folders: readonly Folder[];
  value: string;
  problems: Problems;
  label?: string;
}) {
  return (
    <Select
      name="dossier"
      label={label}
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
