import type { ComponentProps } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Checkbox } from '../../ui/choices.tsx';
import { Select } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column, Panel } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { sizeWords } from '../guides/index.page.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import type { Document, DocumentKind, VersionFile } from './document.ts';
import { DocumentFields, type TypedDocument } from './document-form.page.tsx';
import { FileFields } from './file-fields.page.tsx';
import type { Quota } from './quota.ts';

interface Props {
  source: Document;
  /** File of the version that is adapted; null: it has none. */
  sourceFile: VersionFile | null;
  sourceVersion: number;
  /** Whether the file of the source goes along. */
  keepsFile: boolean;
  /** Where it may go, by id of component. */
  targets: readonly { id: string; label: string }[];
  target: string;
  kind: DocumentKind;
  typed: TypedDocument;
  file: VersionFile | null;
  quota: Quota;
  problems: Problems;
  madeFrom: string;
  ground: ComponentProps<typeof DocumentFields>['ground'];
  hasFamily: boolean;
}

/** An adapted copy: what the source says, to be rewritten for one's own council (R150). */
export function ReusePage(props: Props) {
  const { source, sourceFile, targets, typed, problems, file } = props;
  const segment = numberedSegment(source.number, source.title);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.documents_reuse_title()}
        lead={m.documents_reuse_lead()}
        breadcrumb={[{ label: source.title, href: urls.document({ document: segment }) }]}
      />
      <Panel tone="quiet">
        <p>
          {m.documents_adapted_from()}{' '}
          <a href={urls.document({ document: segment })}>
            <bdi>{source.title}</bdi>
          </a>
        </p>
      </Panel>
      <Form action={urls.documentReuse({ document: source.number })} upload>
        <Hidden name="formulaire" value={props.madeFrom} />
        <Hidden name="type" value={source.type} />
        <Hidden name="version-source" value={props.sourceVersion} />
        {targets.length > 1 ? (
          <Select
            name="destination"
            label={m.documents_reuse_target()}
            value={props.target}
            options={targets.map(({ id, label }) => ({ value: id, label }))}
            problems={problems}
            required
          />
        ) : (
          <Hidden name="destination" value={props.target} />
        )}
        <DocumentFields
          kind={props.kind}
          typed={typed}
          problems={problems}
          types={[source.type]}
          ground={props.ground}
          hasFamily={props.hasFamily}
        >
          {sourceFile && !file && (
            <Checkbox
              name="garder"
              label={m.documents_reuse_keep_file({
                name: sourceFile.name,
                size: sizeWords(sourceFile.bytes),
              })}
              hint={m.documents_reuse_keep_file_hint()}
              checked={props.keepsFile}
            />
          )}
          <FileFields file={file} text={typed.texte} quota={props.quota} problems={problems} />
        </DocumentFields>
        <SubmitButton size="large" icon="copy">
          {m.documents_reuse_submit()}
        </SubmitButton>
      </Form>
    </Column>
  );
}
