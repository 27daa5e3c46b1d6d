import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, Select, TextArea } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import type { MapGround } from '../../../ui/map.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { PointFields } from '../../../ui/point-fields.tsx';
import { urls } from '../../../urls.ts';
import { languageName } from '../../spaces/index.page.ts';
import { KINDS, LENGTHS, type Meeting } from '../meeting.ts';
import { kindWords, meetingSegment } from '../meeting-words.page.ts';
import { meetingProblems } from '../office/meeting-problems.page.ts';
import { type TypedMoment, WhenFields } from '../when-fields.page.tsx';

/** An event of a space as it was typed. */
export interface TypedHosted {
  title: string;
  kind: string;
  description: string;
  lang: string;
  /** Id of a category. */
  category: string;
  starts: TypedMoment;
  ends: TypedMoment;
  place: string;
  address: string;
  videoLink: string;
  access: string;
  latitude: string;
  longitude: string;
  registration: string;
  externalUrl: string;
  capacity: string;
  /** What registrants are told with the change. */
  message: string;
}

/** What is wrong with a field of the form. */
export const hostedProblems = {
  ...meetingProblems,
  'place-missing': m.meetings_problem_place_or_video,
  'not-https': m.meetings_problem_https,
  'language-unknown': m.meetings_problem_language,
  'category-missing': m.meetings_problem_category,
  'registration-missing': m.meetings_problem_registration,
};

interface Props {
  /** null: a new one. */
  meeting: Meeting | null;
  space: { slug: string; title: string };
  component: { slug: string; title: string };
  typed: TypedHosted;
  problems: Problems;
  /** Of the form that makes one. */
  madeFrom: string;
  /** Of the version that the form was made from. */
  version: number;
  categories: readonly { id: string; name: string }[];
  languages: readonly string[];
  ground: MapGround;
  /** Whether addresses are looked up where no pin is put. */
  findsAddresses: boolean;
  /** Somebody saved meanwhile. */
  conflict: boolean;
}

export const hostedTitle = (meeting: Meeting | null): string =>
  meeting ? m.meetings_change_title({ title: meeting.title }) : m.meetings_propose_title();

/** What is proposed, when, where and how one comes in: one page, nothing of it lost when something is missing. */
export function HostedFormPage(props: Props) {
  const { meeting, space, component, typed, problems } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ debut: m.meetings_starts(), fin: m.meetings_ends() }}
        {...(props.conflict && { title: m.meetings_conflict() })}
      />
      <PageHeader
        title={hostedTitle(meeting)}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          { label: component.title, href: urls.spaceEvents(at) },
          ...(meeting
            ? [{ label: meeting.title, href: urls.meeting({ meeting: meetingSegment(meeting) }) }]
            : []),
        ]}
        {...(!meeting && { lead: m.meetings_propose_lead() })}
      />
      <Form
        action={meeting ? urls.meetingChange({ meeting: meeting.number }) : urls.proposeEvent(at)}
      >
        {meeting ? (
          <Hidden name="version" value={props.version} />
        ) : (
          <Hidden name="formulaire" value={props.madeFrom} />
        )}
        <WordsFields {...props} />
        <WhenFields typed={typed} problems={problems} />
        <PlaceFields {...props} />
        <ComingFields {...props} />
        {meeting && (
          <TextArea
            name="message"
            label={m.meetings_message()}
            hint={m.meetings_message_hint({ count: meeting.seated + meeting.waiting })}
            value={typed.message}
            limit={LENGTHS.message}
            rows={3}
            problems={problems}
          />
        )}
        <SubmitButton size="large">
          {meeting ? m.meetings_save() : m.meetings_propose_submit()}
        </SubmitButton>
        {!meeting && <p class="hint">{m.meetings_propose_stays()}</p>}
      </Form>
    </Column>
  );
}

function WordsFields({ typed, problems, categories, languages }: Props) {
  return (
    <>
      <Field
        name="titre"
        label={m.meetings_field_title()}
        hint={m.meetings_field_title_hint()}
        value={typed.title}
        problems={problems}
        required
      />
      <TextArea
        name="description"
        label={m.meetings_description()}
        hint={m.meetings_description_hint()}
        value={typed.description}
        limit={LENGTHS.description}
        problems={problems}
      />
      {categories.length > 0 && (
        <Select
          name="categorie"
          label={m.meetings_category()}
          empty
          value={typed.category}
          options={categories.map(({ id, name }) => ({ value: id, label: name }))}
          problems={problems}
          required
        />
      )}
      <Select
        name="genre"
        label={m.meetings_kind()}
        value={typed.kind}
        options={KINDS.map((kind) => ({ value: kind, label: kindWords[kind]() }))}
        problems={problems}
        required
      />
      <Select
        name="langue"
        label={m.meetings_language()}
        value={typed.lang}
        options={languages.map((lang) => ({ value: lang, label: languageName(lang) }))}
        width="medium"
        problems={problems}
        required
      />
    </>
  );
}

function PlaceFields({ typed, problems, ground, findsAddresses }: Props) {
  return (
    <Fieldset legend={m.meetings_where()} hint={m.meetings_where_hint()}>
      <Field
        name="lieu"
        label={m.meetings_room()}
        hint={m.meetings_room_hint()}
        value={typed.place}
        problems={problems}
      />
      <Field
        name="adresse"
        label={m.meetings_address()}
        hint={findsAddresses ? m.meetings_address_found_hint() : m.meetings_address_hint()}
        value={typed.address}
        problems={problems}
      />
      <PointFields
        typed={typed}
        problems={problems}
        ground={ground}
        label={m.meetings_map_pick()}
        caption={m.meetings_map_pick_caption()}
      />
      <TextArea
        name="acces"
        label={m.meetings_how_to_come()}
        hint={m.meetings_how_to_come_hint()}
        value={typed.access}
        limit={LENGTHS.access}
        rows={3}
        problems={problems}
      />
      <Field
        name="visio"
        type="url"
        label={m.meetings_video()}
        hint={m.meetings_video_hint()}
        value={typed.videoLink}
        problems={problems}
      />
    </Fieldset>
  );
}

function ComingFields({ typed, problems }: Props) {
  return (
    <>
      <Radios
        name="inscription"
        label={m.meetings_registrations()}
        value={typed.registration}
        problems={problems}
        required
        options={[
          { value: 'none', label: m.meetings_registration_none() },
          { value: 'external', label: m.meetings_registration_external() },
          { value: 'platform', label: m.meetings_registration_platform() },
        ]}
      />
      <Field
        name="lien"
        type="url"
        label={m.meetings_external()}
        hint={m.meetings_external_hint()}
        value={typed.externalUrl}
        problems={problems}
      />
      <Field
        name="places"
        label={m.meetings_capacity()}
        hint={m.meetings_capacity_hosted_hint()}
        value={typed.capacity}
        inputMode="numeric"
        width="short"
        problems={problems}
      />
    </>
  );
}
