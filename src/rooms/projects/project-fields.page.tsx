import * as m from '../../paraglide/messages.js';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Fieldset, type Problems } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { MapFigure, type MapGround } from '../../ui/map.tsx';
import type { Edition } from '../spaces/index.ts';
import { LONGEST } from './project.ts';

/** Values as they were typed. */
export interface TypedProject {
  title: string;
  summary: string;
  categoryId: string;
  cost: string;
  place: string;
  /** '': the whole town. */
  district: string;
  /** Degrees; '': nowhere in particular. */
  latitude: string;
  longitude: string;
  /** Numbers of the ideas it comes from: « 12, 45 ». */
  ideas: string;
}

export interface FieldsProps {
  edition: Edition;
  typed: TypedProject;
  problems: Problems;
  ground: MapGround;
}

/** What an officer writes of a project. */
export function ProjectFields({ edition, typed, problems, ground }: FieldsProps) {
  return (
    <>
      <Field
        name="ideas"
        label={m.projects_form_ideas()}
        hint={m.projects_form_ideas_hint()}
        value={typed.ideas}
        problems={problems}
        width="medium"
      />
      <Field
        name="title"
        label={m.projects_form_title()}
        value={typed.title}
        problems={problems}
        required
      />
      <TextArea
        name="summary"
        label={m.projects_form_summary()}
        hint={m.projects_form_summary_hint()}
        value={typed.summary}
        problems={problems}
        rows={8}
        limit={LONGEST.summary}
        required
      />
      <Select
        name="categoryId"
        label={m.projects_category()}
        options={edition.categories.map(({ id, name }) => ({ value: id, label: name }))}
        value={typed.categoryId}
        empty
        problems={problems}
        required
        width="medium"
      />
      <Field
        name="cost"
        label={m.projects_form_cost()}
        hint={m.projects_form_cost_hint({ amount: formatMoney(edition.envelope) })}
        value={typed.cost}
        problems={problems}
        inputMode="decimal"
        width="medium"
        suffix="€"
        required
      />
      <Field
        name="place"
        label={m.projects_place()}
        hint={m.projects_form_place_hint()}
        value={typed.place}
        problems={problems}
      />
      {(edition.districts.length > 0 || typed.district !== '') && (
        <Select
          name="district"
          label={m.projects_district()}
          options={edition.districts.map((name) => ({ value: name, label: name }))}
          value={typed.district}
          empty={m.projects_whole_town()}
          problems={problems}
          width="medium"
        />
      )}
      <Fieldset
        legend={m.territory_project_point()}
        hint={m.territory_project_point_hint()}
        id="point"
      >
        <MapFigure
          ground={ground}
          label={m.territory_place_map_label_project()}
          picks={{
            longitude: 'longitude',
            latitude: 'latitude',
            caption: m.territory_place_map_caption(),
          }}
        />
        <Field
          name="latitude"
          label={m.territory_place_latitude()}
          value={typed.latitude}
          problems={problems}
          inputMode="decimal"
          width="medium"
        />
        <Field
          name="longitude"
          label={m.territory_place_longitude()}
          value={typed.longitude}
          problems={problems}
          inputMode="decimal"
          width="medium"
        />
      </Fieldset>
    </>
  );
}
