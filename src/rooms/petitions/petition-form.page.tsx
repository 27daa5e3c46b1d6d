import * as m from '../../paraglide/messages.js';
import { Checkboxes, Radios } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Differences } from '../../ui/differences.tsx';
import { Field, TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Version } from './petition.store.ts';
import { KINDS, LENGTHS, type Petition, REACHES } from './petition.ts';
import { kindWords, petitionSegment, reachWords } from './petition-words.page.ts';
import { PicturePart } from './picture.page.tsx';

export type TypedPetition = Record<
  | 'genre'
  | 'titre'
  | 'appel'
  | 'texte'
  | 'destinataires'
  | 'partage'
  | 'lien'
  | 'objectif'
  | 'day'
  | 'month'
  | 'year'
  | 'portee',
  string
> & { evenements: string[] };

interface Props {
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  /** null: a new one. */
  petition: Petition | null;
  typed: TypedPetition;
  problems: Problems;
  madeFrom: string;
  /** To come, in the same space. */
  events: readonly { id: string; title: string; startsAt: Date }[];
  versions: readonly Version[];
  /** What a refused picture was described with. */
  alt: string;
}

export const formTitle = (petition: Petition | null): string =>
  petition ? m.petitions_change_title({ title: petition.title }) : m.petitions_new();

/** A call, a text to sign, to whom, how many, until when: one page. */
export function PetitionFormPage(props: Props) {
  const { space, component, petition, typed, problems, events } = props;
  const at = { space: space.slug, component: component.slug };
  const isSigned = (petition?.signatures ?? 0) > 0;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={formTitle(petition)}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          { label: component.title, href: urls.mobilisations(at) },
        ]}
      />
      {isSigned && <Notice title={m.petitions_frozen()}>{m.petitions_frozen_words()}</Notice>}
      <Form
        action={
          petition
            ? urls.changePetition({ petition: petitionSegment(petition) })
            : urls.newPetition(at)
        }
      >
        {petition ? (
          <Hidden name="version" value={petition.version} />
        ) : (
          <Hidden name="formulaire" value={props.madeFrom} />
        )}
        {!isSigned && <SignedFields {...props} />}
        <TextArea
          name="appel"
          label={m.petitions_field_call()}
          hint={m.petitions_field_call_hint()}
          value={typed.appel}
          limit={LENGTHS.call}
          rows={4}
          problems={problems}
        />
        <Radios
          name="portee"
          label={m.petitions_field_reach()}
          value={typed.portee}
          problems={problems}
          required
          options={REACHES.map((value) => ({ value, label: reachWords[value]() }))}
        />
        <Field
          name="objectif"
          label={m.petitions_field_goal()}
          value={typed.objectif}
          inputMode="numeric"
          width="short"
          problems={problems}
        />
        <DateField
          name="fin"
          label={m.petitions_field_end()}
          hint={m.petitions_field_end_hint()}
          value={typed}
          problems={problems}
        />
        {events.length > 0 && (
          <Checkboxes
            name="evenements"
            label={m.petitions_field_events()}
            values={typed.evenements}
            options={events.map(({ id, title, startsAt }) => ({
              value: id,
              label: `${title} (${formatDateTime(startsAt)})`,
            }))}
          />
        )}
        <Field
          name="lien"
          type="url"
          label={m.petitions_field_link()}
          hint={m.petitions_field_link_hint()}
          value={typed.lien}
          problems={problems}
        />
        <TextArea
          name="partage"
          label={m.petitions_field_share()}
          hint={m.petitions_field_share_hint()}
          value={typed.partage}
          limit={LENGTHS.shareWords}
          rows={2}
          problems={problems}
        />
        <SubmitButton size="large">{m.petitions_save()}</SubmitButton>
        {!petition && <p class="hint">{m.petitions_save_hint()}</p>}
      </Form>
      {petition && <PicturePart petition={petition} alt={props.alt} problems={problems} />}
      <Versions {...props} />
    </Column>
  );
}

/** What stays as it is once somebody has signed it. */
function SignedFields({ typed, problems }: Props) {
  return (
    <>
      <Radios
        name="genre"
        label={m.petitions_field_kind()}
        value={typed.genre}
        problems={problems}
        required
        options={KINDS.map((value) => ({ value, label: kindWords[value]() }))}
      />
      <Field
        name="titre"
        label={m.petitions_field_title()}
        value={typed.titre}
        problems={problems}
        required
      />
      <TextArea
        name="texte"
        label={m.petitions_field_body()}
        hint={m.petitions_field_body_hint()}
        value={typed.texte}
        limit={LENGTHS.body}
        rows={12}
        problems={problems}
        required
      />
      <Field
        name="destinataires"
        label={m.petitions_field_addressees()}
        hint={m.petitions_field_addressees_hint()}
        value={typed.destinataires}
        problems={problems}
      />
    </>
  );
}

/** What each version changed in the text. */
function Versions({ versions, petition }: Props) {
  if (versions.length < 2) return null;
  return (
    <Section title={m.petitions_versions()}>
      {versions.slice(0, -1).map((version, index) => (
        <details key={version.version}>
          <summary>{m.petitions_version({ date: formatDateTime(version.at) })}</summary>
          <Differences
            before={versions[index + 1]!.body}
            after={version.body}
            {...(petition && { lang: petition.lang })}
          />
        </details>
      ))}
    </Section>
  );
}
