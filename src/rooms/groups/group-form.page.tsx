import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Column } from '../../ui/layout.tsx';
import type { MapGround } from '../../ui/map.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { PointFields } from '../../ui/point-fields.tsx';
import { urls } from '../../urls.ts';
import { COUNTIES, nameCounty } from './counties.ts';
import { GROUP_KINDS, type Group, LENGTHS } from './group.ts';
import { kindIcons, kindWords } from './group-words.page.ts';

/** A description as it was typed. */
export interface TypedGroup {
  kind: string;
  name: string;
  presentation: string;
  place: string;
  county: string;
  latitude: string;
  longitude: string;
  joining: string;
}

interface Props {
  /** null: a new one. */
  group: Group | null;
  typed: TypedGroup;
  problems: Problems;
  ground: MapGround;
}

export const formTitle = (group: Group | null): string =>
  group ? m.groups_change_title({ name: group.name }) : m.groups_new_title();

export function GroupFormPage({ group, typed, problems, ground }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={formTitle(group)}
        {...(!group && { lead: m.groups_new_lead() })}
        breadcrumb={[
          { label: m.groups_title(), href: urls.groups() },
          ...(group ? [{ label: group.name, href: urls.group({ group: group.slug }) }] : []),
        ]}
      />
      <Form action={group ? urls.groupChange({ group: group.slug }) : urls.newGroup()}>
        {group && <Hidden name="version" value={group.version} />}
        <Field name="nom" label={m.groups_name()} value={typed.name} problems={problems} required />
        <Radios
          name="genre"
          label={m.groups_kind()}
          look="cards"
          value={typed.kind}
          problems={problems}
          required
          options={GROUP_KINDS.map((kind) => ({
            value: kind,
            label: kindWords[kind](),
            icon: kindIcons[kind],
          }))}
        />
        <TextArea
          name="presentation"
          label={m.groups_presentation()}
          hint={m.groups_presentation_hint()}
          value={typed.presentation}
          limit={LENGTHS.presentation}
          problems={problems}
        />
        <PlaceFields typed={typed} problems={problems} ground={ground} />
        <Radios
          name="entree"
          label={m.groups_joining()}
          value={typed.joining}
          problems={problems}
          required
          options={[
            { value: 'open', label: m.groups_joining_open() },
            { value: 'approval', label: m.groups_joining_approval() },
          ]}
        />
        <SubmitButton size="large">{group ? m.groups_save() : m.groups_found()}</SubmitButton>
      </Form>
    </Column>
  );
}

function PlaceFields({ typed, problems, ground }: Omit<Props, 'group'>) {
  return (
    <Fieldset legend={m.groups_where()} hint={m.groups_where_hint()}>
      <Field name="lieu" label={m.groups_place()} value={typed.place} problems={problems} />
      <Select
        name="departement"
        label={m.groups_county()}
        empty={m.groups_county_none()}
        value={typed.county}
        options={COUNTIES.map(({ code }) => ({ value: code, label: nameCounty(code) }))}
        problems={problems}
      />
      <PointFields
        typed={typed}
        problems={problems}
        ground={ground}
        label={m.groups_map_pick()}
        caption={m.groups_map_pick_caption()}
      />
    </Fieldset>
  );
}
