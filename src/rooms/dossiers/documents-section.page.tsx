import * as m from '../../paraglide/messages.js';
import { Field } from '../../ui/field.tsx';
import { ButtonForm, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { urls } from '../../urls.ts';
import { numberedSegment } from '../spaces/index.page.ts';
import { type Addressed, partsOf } from './dossier-words.page.ts';

export interface AttachedDocument {
  id: string;
  number: number;
  title: string;
}

interface Props extends Addressed {
  documents: readonly AttachedDocument[];
  mayAct: boolean;
  typed: string;
  problems: Problems;
}

/** The documents that a dossier works with, as far as the reader may read them. */
export function DocumentsSection({ documents, mayAct, typed, problems, ...at }: Props) {
  if (documents.length === 0 && !mayAct) return null;
  const action = urls.dossierDocuments(partsOf(at));
  return (
    <Section title={m.dossiers_documents()}>
      {documents.length > 0 && (
        <List label={m.dossiers_documents()}>
          {documents.map(({ id, number, title }) => (
            <div key={id}>
              <p>
                <a href={urls.document({ document: numberedSegment(number, title) })}>
                  <bdi>{title}</bdi>
                </a>
              </p>
              {mayAct && (
                <ButtonForm
                  kind="quiet"
                  size="small"
                  action={action}
                  values={{ document: id, geste: 'retirer' }}
                  about={title}
                >
                  {m.dossiers_document_detach()}
                </ButtonForm>
              )}
            </div>
          ))}
        </List>
      )}
      {mayAct && (
        <Form action={action} label={m.dossiers_document_attach()}>
          <Field
            name="document"
            label={m.dossiers_document_which()}
            hint={m.dossiers_document_hint()}
            value={typed}
            problems={problems}
            autocomplete="off"
          />
          <SubmitButton kind="secondary">{m.dossiers_document_attach()}</SubmitButton>
        </Form>
      )}
    </Section>
  );
}
