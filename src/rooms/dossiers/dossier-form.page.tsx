import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { MarksHelp } from '../../ui/marked-field.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { type Dossier, LENGTHS, REACHES } from './dossier.ts';
import { type Addressed, hrefOf, partsOf, reachWords } from './dossier-words.page.ts';

export interface TypedDossier {
  title: string;
  purpose: string;
  reach: string;
}

interface Props extends Omit<Addressed, 'dossier'> {
  component: { slug: string; title: string };
  /** null: a new one. */
  dossier: Dossier | null;
  typed: TypedDossier;
  problems: Problems;
  madeFrom: string;
  version: number;
}

/** A dossier is opened, or said anew. */
export function DossierFormPage(props: Props) {
  const { space, component, dossier, typed, problems } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={dossier ? m.dossiers_change_title() : m.dossiers_open()}
        breadcrumb={[
          { label: component.title, href: urls.dossiers(at) },
          ...(dossier
            ? [{ label: dossier.title, href: hrefOf({ space, component, dossier }) }]
            : []),
        ]}
      />
      <Form
        action={
          dossier ? urls.changeDossier(partsOf({ space, component, dossier })) : urls.newDossier(at)
        }
      >
        <Hidden name="formulaire" value={props.madeFrom} />
        <Hidden name="version" value={props.version} />
        <Field
          name="titre"
          label={m.dossiers_field_title()}
          hint={m.dossiers_field_title_hint()}
          value={typed.title}
          problems={problems}
          required
        />
        <TextArea
          name="objet"
          label={m.dossiers_field_purpose()}
          hint={m.dossiers_field_purpose_hint()}
          rows={8}
          limit={LENGTHS.purpose}
          value={typed.purpose}
          problems={problems}
          required
        />
        <MarksHelp />
        {!dossier && (
          <Radios
            name="portee"
            label={m.dossiers_field_reach()}
            hint={m.dossiers_field_reach_hint()}
            value={typed.reach}
            problems={problems}
            options={REACHES.map((reach) => ({ value: reach, label: reachWords[reach]() }))}
            required
          />
        )}
        <SubmitButton>{dossier ? m.dossiers_save() : m.dossiers_open()}</SubmitButton>
      </Form>
    </Column>
  );
}

/** What came of it, said as it is closed. */
export function ClosingPage({
  typed,
  problems,
  ...at
}: Addressed & { typed: string; problems: Problems }) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.dossiers_close_title()}
        lead={m.dossiers_close_lead()}
        breadcrumb={[{ label: at.dossier.title, href: hrefOf(at) }]}
      />
      <Form action={urls.closeDossier(partsOf(at))}>
        <TextArea
          name="resultat"
          label={m.dossiers_field_result()}
          hint={m.dossiers_field_result_hint()}
          rows={8}
          limit={LENGTHS.result}
          value={typed}
          problems={problems}
          required
        />
        <SubmitButton>{m.dossiers_close()}</SubmitButton>
      </Form>
    </Column>
  );
}
