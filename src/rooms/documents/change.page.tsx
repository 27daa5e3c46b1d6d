import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Field } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column, Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import { FolderField } from './deposit.page.tsx';
import type { Document, DocumentKind, VersionFile } from './document.ts';
import { DocumentFields, type TypedDocument } from './document-form.page.tsx';
import { FileFields } from './file-fields.page.tsx';
import type { Folder } from './folder.ts';
import type { Quota } from './quota.ts';

interface ChangeProps {
  document: Document;
  kind: DocumentKind;
  typed: TypedDocument;
  folders: readonly Folder[];
  problems: Problems;
  version: number;
  conflict: boolean;
  ground: ComponentProps<typeof DocumentFields>['ground'];
  hasFamily: boolean;
}

const crumbsOf = ({ number, title }: Document) => [
  { label: title, href: urls.document({ document: numberedSegment(number, title) }) },
];

/** What is said of a document, and where it is put. */
export function ChangePage(props: ChangeProps) {
  const { document, typed, problems, folders } = props;
  const at = { document: document.number };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        {...(props.conflict && { title: m.documents_conflict_title() })}
      />
      <PageHeader title={m.documents_change_title()} breadcrumb={crumbsOf(document)} />
      <Form action={urls.documentChange(at)}>
        <Hidden name="version" value={props.version} />
        <Hidden name="type" value={document.type} />
        <DocumentFields
          kind={props.kind}
          typed={typed}
          problems={problems}
          types={[document.type]}
          ground={props.ground}
          hasFamily={props.hasFamily}
        />
        <SubmitButton size="large">{m.documents_save()}</SubmitButton>
      </Form>
      {folders.length > 0 && (
        <Section title={m.documents_move_title()}>
          <Form action={urls.documentMove(at)}>
            <FolderField folders={folders} value={typed.dossier} problems={{}} />
            <SubmitButton kind="secondary">{m.documents_move()}</SubmitButton>
          </Form>
        </Section>
      )}
    </Column>
  );
}

interface NewVersionProps {
  document: Document;
  file: VersionFile | null;
  typed: Pick<TypedDocument, 'texte' | 'changement'>;
  quota: Quota;
  problems: Problems;
  madeFrom: string;
}

/** A new state of a document: its file, its text or both, and what changed. */
export function NewVersionPage({
  document,
  file,
  typed,
  quota,
  problems,
  madeFrom,
}: NewVersionProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.documents_new_version_title()}
        lead={m.documents_new_version_lead()}
        breadcrumb={crumbsOf(document)}
      />
      <Form action={urls.documentNewVersion({ document: document.number })} upload>
        <Hidden name="formulaire" value={madeFrom} />
        <Field
          name="changement"
          label={m.documents_note()}
          hint={m.documents_note_hint()}
          value={typed.changement}
          problems={problems}
          required
        />
        <FileFields file={file} text={typed.texte} quota={quota} problems={problems} />
        <SubmitButton size="large">{m.documents_new_version_submit()}</SubmitButton>
      </Form>
    </Column>
  );
}
