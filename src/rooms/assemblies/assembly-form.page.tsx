import * as m from '../../paraglide/messages.js';
import { Field, NumberField, Select, TextArea } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import { ASSEMBLY_LENGTHS } from './assembly.ts';

/** An assembly as it was typed. */
export type TypedAssembly = Record<
  'titre' | 'presentation' | 'rencontre' | 'quorum' | 'pouvoirs' | 'colleges',
  string
>;

interface Props {
  at: { space: string; component: string };
  spaceTitle: string;
  componentTitle: string;
  /** null: a new one. */
  assembly: { slug: string; title: string } | null;
  meetings: readonly { value: string; label: string }[];
  /** Where an event is announced; null: the space has none to announce it in. */
  announceHref: string | null;
  typed: TypedAssembly;
  problems: Problems;
  formKey: string;
  version: number;
}

export function AssemblyFormPage(props: Props) {
  const { at, assembly, meetings, typed, problems } = props;
  const crumbs = [
    { label: props.spaceTitle, href: urls.space({ space: at.space }) },
    { label: props.componentTitle, href: urls.assemblies(at) },
    ...(assembly
      ? [{ label: assembly.title, href: urls.assembly({ ...at, assembly: assembly.slug }) }]
      : []),
  ];
  const title = assembly ? m.assembly_settings() : m.assembly_new();
  if (meetings.length === 0)
    return (
      <Column>
        <PageHeader title={title} breadcrumb={crumbs} />
        <EmptyState
          icon="calendar-days"
          title={m.assembly_no_meeting()}
          {...(props.announceHref && {
            actions: <ButtonLink href={props.announceHref}>{m.assembly_announce()}</ButtonLink>,
          })}
        >
          <p>{props.announceHref ? m.assembly_no_meeting_words() : m.assembly_no_events_words()}</p>
        </EmptyState>
      </Column>
    );
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader title={title} breadcrumb={crumbs} />
      <Form
        action={
          assembly
            ? urls.assemblySettings({ ...at, assembly: assembly.slug })
            : urls.newAssembly(at)
        }
      >
        <Hidden name="formulaire" value={props.formKey} />
        <Hidden name="version" value={props.version} />
        <Field
          name="titre"
          label={m.assembly_field_title()}
          value={typed.titre}
          problems={problems}
          required
        />
        <Select
          name="rencontre"
          label={m.assembly_field_meeting()}
          hint={m.assembly_field_meeting_hint()}
          empty
          value={typed.rencontre}
          options={[...meetings]}
          problems={problems}
          required
        />
        <TextArea
          name="presentation"
          label={m.assembly_field_introduction()}
          hint={m.assembly_field_marked_hint()}
          value={typed.presentation}
          limit={ASSEMBLY_LENGTHS.introduction}
          rows={5}
          problems={problems}
        />
        <NumberField
          name="quorum"
          label={m.assembly_field_quorum()}
          hint={m.assembly_field_quorum_hint()}
          value={typed.quorum}
          suffix="%"
          problems={problems}
        />
        <NumberField
          name="pouvoirs"
          label={m.assembly_field_proxies()}
          hint={m.assembly_field_proxies_hint()}
          value={typed.pouvoirs}
          problems={problems}
        />
        <TextArea
          name="colleges"
          label={m.assembly_field_colleges()}
          hint={m.assembly_field_colleges_hint()}
          value={typed.colleges}
          rows={4}
          problems={problems}
        />
        <SubmitButton size="large">
          {assembly ? m.assembly_save() : m.assembly_prepare()}
        </SubmitButton>
      </Form>
    </Column>
  );
}
