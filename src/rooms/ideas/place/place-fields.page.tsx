import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, Select } from '../../../ui/field.tsx';
import { Fieldset, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { MapFigure, type MapGround } from '../../../ui/map.tsx';
import { Notice } from '../../../ui/notice.tsx';
import type { AddressChoice } from '../../spaces/index.ts';
import {
  PLACE_LENGTH,
  type PlaceField,
  type PlaceProblem,
  type Point,
  type TypedPlace,
  writeChoice,
} from './place.ts';

const problemWords: Record<PlaceProblem, () => string> = {
  'too-long': () => m.territory_place_refused_too_long({ count: PLACE_LENGTH }),
  'not-a-point': m.territory_place_refused_not_a_point,
  missing: m.territory_place_refused_missing,
};

export function placeProblems(problems: Partial<Record<PlaceField, PlaceProblem>>): Problems {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, problemWords[problem]()]),
  );
}

/** What a search of an address brought. */
export type Searched =
  | { kind: 'found'; choices: readonly AddressChoice[] }
  | { kind: 'nothing' | 'no-answer' | 'too-often' };

export interface PlaceFieldsProps {
  typed: TypedPlace;
  /** Where the pin stands now. */
  point: Point | null;
  ground: MapGround;
  addressSearch: boolean;
  searched: Searched | null;
  /** Districts whose middle is known. */
  districts: readonly string[];
  outside: boolean;
  required: boolean;
  problems: Problems;
}

/** Where an idea is: words, an address, a district or a pin. Each is enough, and none needs scripts but the last. */
export function PlaceFields(props: PlaceFieldsProps) {
  const { typed, point, districts, problems } = props;
  return (
    <>
      {props.outside && (
        <>
          <Notice tone="warning" title={m.territory_place_outside_title()}>
            {m.territory_place_outside()}
          </Notice>
          <Hidden name="seen" value={`${point?.longitude} ${point?.latitude}`} />
        </>
      )}
      <Field
        name="place"
        label={m.territory_place_words()}
        hint={m.territory_place_words_hint()}
        value={typed.place}
        problems={problems}
        required={props.required}
        autocomplete="off"
      />
      {props.addressSearch && <AddressFields {...props} />}
      <MapFigure
        ground={props.ground}
        pins={point ? [{ ...point, key: 'pin', mark: '', label: m.territory_place_on_map() }] : []}
        label={m.territory_place_map_label()}
        caption={m.territory_place_map_plain()}
        picks={{
          longitude: 'longitude',
          latitude: 'latitude',
          caption: m.territory_place_map_caption(),
        }}
      />
      {districts.length > 0 && (
        <Select
          name="district"
          label={m.territory_place_district()}
          hint={m.territory_place_district_hint()}
          value={typed.district}
          empty={m.territory_place_district_none()}
          width="medium"
          problems={problems}
          options={districts.map((name) => ({ value: name, label: name }))}
        />
      )}
      <Fieldset
        legend={m.territory_place_coordinates()}
        hint={m.territory_place_coordinates_hint()}
        id="coordinates"
      >
        <Field
          name="latitude"
          label={m.territory_place_latitude()}
          value={typed.latitude}
          problems={problems}
          inputMode="decimal"
          width="medium"
          autocomplete="off"
        />
        <Field
          name="longitude"
          label={m.territory_place_longitude()}
          value={typed.longitude}
          problems={problems}
          inputMode="decimal"
          width="medium"
          autocomplete="off"
        />
      </Fieldset>
    </>
  );
}

function AddressFields({ typed, searched, problems }: PlaceFieldsProps) {
  return (
    <>
      <Field
        name="address"
        type="search"
        label={m.territory_place_address()}
        hint={m.territory_place_address_hint()}
        value={typed.address}
        problems={problems}
        autocomplete="street-address"
      />
      <div>
        <SubmitButton kind="secondary" icon="search" name="act" value="search">
          {m.territory_place_address_button()}
        </SubmitButton>
      </div>
      {searched?.kind === 'found' && (
        <Radios
          name="choice"
          label={m.territory_place_choices()}
          value={searched.choices[0] ? writeChoice(searched.choices[0]) : ''}
          options={[
            ...searched.choices.map((choice) => ({
              value: writeChoice(choice),
              label: <bdi>{choice.label}</bdi>,
            })),
            { value: '', label: m.territory_place_choice_none() },
          ]}
        />
      )}
      {searched && searched.kind !== 'found' && (
        <Notice tone={searched.kind === 'nothing' ? 'info' : 'warning'}>
          {searched.kind === 'nothing'
            ? m.territory_place_nothing({ words: typed.address })
            : searched.kind === 'too-often'
              ? m.territory_place_too_often()
              : m.territory_place_no_answer()}
        </Notice>
      )}
    </>
  );
}
