import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
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
import { KINDS, LENGTHS, type Meeting } from '../meeting.ts';
import { kindIcons, kindWords } from '../meeting-words.page.ts';
import { type TypedMoment, WhenFields } from '../when-fields.page.tsx';

/** A meeting as it was typed. */
export interface TypedMeeting {
  kind: string;
  title: string;
  description: string;
  starts: TypedMoment;
  ends: TypedMoment;
  place: string;
  access: string;
  latitude: string;
  longitude: string;
  edition: string;
  /** `project:UUID`; '': nothing in particular. */
  target: string;
  /** 'oui' or ''. */
  registration: string;
  capacity: string;
  /** What registrants are told with the change. */
  message: string;
}

/** Something that a meeting can be about. */
interface TargetChoice {
  value: string;
  label: string;
}

interface Props {
  /** null: a new one. */
  meeting: Meeting | null;
  typed: TypedMeeting;
  problems: Problems;
  /** Of the version that the form was made from. */
  version: number;
  /** Somebody saved meanwhile: their words stand beside the fields that differ. */
  conflict: boolean;
  editions: readonly { id: string; title: string }[];
  /** Whether it may stand in no edition. */
  everywhere: boolean;
  targets: readonly TargetChoice[];
  ground: MapGround;
}

export function formTitle(meeting: Meeting | null): string {
  return meeting ? m.meetings_change_title({ title: meeting.title }) : m.meetings_new_title();
}

export function MeetingFormPage(props: Props) {
  const { meeting, typed, problems, version, conflict } = props;
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        labels={{ debut: m.meetings_starts(), fin: m.meetings_ends() }}
        {...(conflict && { title: m.meetings_conflict() })}
      />
      <PageHeader
        title={formTitle(meeting)}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.meetings_office_title(), href: urls.adminMeetings() },
        ]}
      />
      <Form
        action={
          meeting ? urls.adminMeetingChange({ meeting: meeting.number }) : urls.adminNewMeeting()
        }
      >
        {meeting && <Hidden name="version" value={version} />}
        <WordsFields typed={typed} problems={problems} />
        <WhenFields typed={typed} problems={problems} />
        <PlaceFields {...props} />
        <AboutFields {...props} />
        <Fieldset legend={m.meetings_registrations()}>
          <Checkbox
            name="inscription"
            label={m.meetings_takes_registrations()}
            hint={m.meetings_takes_registrations_hint()}
            checked={typed.registration === 'oui'}
            problems={problems}
          />
          <Field
            name="places"
            label={m.meetings_capacity()}
            hint={m.meetings_capacity_hint()}
            value={typed.capacity}
            inputMode="numeric"
            width="short"
            problems={problems}
          />
        </Fieldset>
        {meeting?.publishedAt && (
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
          {meeting ? m.meetings_save() : m.meetings_save_draft()}
        </SubmitButton>
      </Form>
    </Column>
  );
}

function WordsFields({ typed, problems }: Pick<Props, 'typed' | 'problems'>) {
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
      <Radios
        name="genre"
        label={m.meetings_kind()}
        look="cards"
        value={typed.kind}
        problems={problems}
        required
        options={KINDS.map((kind) => ({
          value: kind,
          label: kindWords[kind](),
          icon: kindIcons[kind],
        }))}
      />
      <TextArea
        name="description"
        label={m.meetings_description()}
        hint={m.meetings_description_hint()}
        value={typed.description}
        limit={LENGTHS.description}
        problems={problems}
      />
    </>
  );
}

function PlaceFields({ typed, problems, ground }: Props) {
  return (
    <Fieldset legend={m.meetings_where()}>
      <Field
        name="lieu"
        label={m.meetings_place()}
        hint={m.meetings_place_hint()}
        value={typed.place}
        problems={problems}
        required
      />
      <TextArea
        name="acces"
        label={m.meetings_access()}
        hint={m.meetings_access_hint()}
        value={typed.access}
        limit={LENGTHS.access}
        rows={3}
        problems={problems}
      />
      <PointFields
        typed={typed}
        problems={problems}
        ground={ground}
        label={m.meetings_map_pick()}
        caption={m.meetings_map_pick_caption()}
      />
    </Fieldset>
  );
}

function AboutFields({ typed, problems, editions, everywhere, targets }: Props) {
  return (
    <Fieldset legend={m.meetings_about()}>
      <Select
        name="edition"
        label={m.meetings_edition()}
        empty={everywhere ? m.meetings_no_edition() : true}
        value={typed.edition}
        options={editions.map(({ id, title }) => ({ value: id, label: title }))}
        problems={problems}
      />
      {targets.length > 0 && (
        <Select
          name="sujet"
          label={m.meetings_target()}
          hint={m.meetings_target_hint()}
          empty={m.meetings_no_target()}
          value={typed.target}
          options={[...targets]}
          problems={problems}
        />
      )}
    </Fieldset>
  );
}
