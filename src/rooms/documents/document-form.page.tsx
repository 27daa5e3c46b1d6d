import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Checkbox, Radios } from '../../ui/choices.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Fieldset, type Problems } from '../../ui/form.tsx';
import { Grid } from '../../ui/layout.tsx';
import type { MapGround } from '../../ui/map.tsx';
import { PointFields } from '../../ui/point-fields.tsx';
import { LENGTHS } from './checks.ts';
import {
  DETAILS_OF,
  type DocumentDetail,
  type DocumentKind,
  type DocumentType,
  detailsOfKind,
  LEVELS,
  REACHES,
  RESULTS,
  TYPES_OF,
} from './document.ts';
import {
  levelWords,
  reachHints,
  reachIcons,
  reachWords,
  resultWords,
  typeWords,
} from './words.page.ts';

export interface TypedDay {
  day: string;
  month: string;
  year: string;
}

/** As it was typed, by field of the form. */
export interface TypedDocument {
  type: string;
  titre: string;
  resume: string;
  texte: string;
  portee: string;
  assemblee: string;
  niveau: string;
  seance: TypedDay;
  resultat: string;
  theme: string;
  etiquettes: string;
  modele: string;
  territoire: string;
  debut: TypedDay;
  fin: TypedDay;
  lieu: string;
  latitude: string;
  longitude: string;
  contact: string;
  lien: string;
  changement: string;
  dossier: string;
  /** Number of the document that it proposes to change; '': none. */
  amende: string;
}

interface Props {
  kind: DocumentKind;
  typed: TypedDocument;
  problems: Problems;
  /** Types that may be chosen here; one alone is not asked for. */
  types: readonly DocumentType[];
  ground: MapGround;
  /** Whether there is a network to share with. */
  hasFamily: boolean;
  /** What stands between the title and the details: file and text. */
  children?: ComponentChildren;
}

/** What is said of a document: only what some type of this kind of component has. */
export function DocumentFields(props: Props) {
  const { typed, problems, types } = props;
  return (
    <>
      {types.length > 1 && (
        <Select
          name="type"
          label={m.documents_type()}
          empty
          value={typed.type}
          options={types.map((value) => ({ value, label: typeWords[value]() }))}
          width="medium"
          problems={problems}
          required
        />
      )}
      <Field
        name="titre"
        label={m.documents_title()}
        value={typed.titre}
        problems={problems}
        required
      />
      {props.children}
      <TextArea
        name="resume"
        label={m.documents_summary()}
        hint={m.documents_summary_hint()}
        value={typed.resume}
        limit={LENGTHS.summary}
        rows={3}
        problems={problems}
      />
      <Details {...props} />
      <Radios
        name="portee"
        label={m.documents_reach()}
        value={typed.portee}
        options={REACHES.filter((reach) => reach !== 'network' || props.hasFamily).map((value) => ({
          value,
          label: reachWords[value](),
          hint: reachHints[value](),
          icon: reachIcons[value],
        }))}
        problems={problems}
        required
      />
    </>
  );
}

function Details({ kind, typed, problems, types, ground }: Props) {
  // of a document that is there, its own type alone says what it has
  const own = types.length === 1 && TYPES_OF[kind].length > 1 ? types[0]! : null;
  const details = own ? new Set(DETAILS_OF[own]) : detailsOfKind(kind);
  const has = (detail: DocumentDetail) => details.has(detail);
  const line = (
    name: 'assemblee' | 'theme' | 'territoire' | 'lieu',
    label: string,
    hint?: string,
  ) => <Field name={name} label={label} hint={hint} value={typed[name]} problems={problems} />;
  return (
    <>
      {(has('assembly') || has('adoptedOn')) && (
        <Fieldset legend={m.documents_council()} id="seance-conseil">
          {has('assembly') &&
            line('assemblee', m.documents_assembly(), m.documents_assembly_hint())}
          {has('adoptedOn') && (
            <DateField
              name="seance"
              label={has('result') ? m.documents_adopted_on() : m.documents_statutes_on()}
              value={typed.seance}
              problems={problems}
            />
          )}
          {has('result') && (
            <Select
              name="resultat"
              label={m.documents_result()}
              empty={m.documents_result_none()}
              value={typed.resultat}
              options={RESULTS.map((value) => ({ value, label: resultWords[value]() }))}
              width="medium"
              problems={problems}
            />
          )}
        </Fieldset>
      )}
      {has('territory') &&
        line('territoire', m.documents_territory(), m.documents_territory_hint())}
      {has('period') && (
        <Fieldset legend={m.documents_period_title()} id="periode">
          <Grid min="small">
            <DateField
              name="debut"
              label={m.documents_began_on()}
              value={typed.debut}
              problems={problems}
            />
            <DateField
              name="fin"
              label={m.documents_ended_on()}
              value={typed.fin}
              problems={problems}
            />
          </Grid>
        </Fieldset>
      )}
      {has('level') && (
        <Select
          name="niveau"
          label={m.documents_level()}
          empty={m.documents_level_none()}
          value={typed.niveau}
          options={LEVELS.map((value) => ({ value, label: levelWords[value]() }))}
          width="medium"
          problems={problems}
        />
      )}
      {has('place') && (
        <Fieldset legend={m.documents_place_title()} id="lieu-solution">
          {line('lieu', m.documents_place(), m.documents_place_hint())}
          <PointFields
            typed={{ ...typed, place: typed.lieu }}
            problems={problems}
            ground={ground}
            label={m.documents_map_pick()}
            caption={m.documents_map_pick_caption()}
          />
        </Fieldset>
      )}
      {has('contact') && (
        <Field
          name="contact"
          label={m.documents_contact()}
          hint={m.documents_contact_hint()}
          value={typed.contact}
          problems={problems}
        />
      )}
      {has('theme') && line('theme', m.documents_theme(), m.documents_theme_hint())}
      {has('tags') && (
        <Field
          name="etiquettes"
          label={m.documents_tags()}
          hint={m.documents_tags_hint()}
          value={typed.etiquettes}
          problems={problems}
        />
      )}
      {has('link') && (
        <Field
          name="lien"
          label={kind === 'reports' ? m.documents_link_event() : m.documents_link()}
          hint={kind === 'reports' ? m.documents_link_event_hint() : m.documents_link_hint()}
          value={typed.lien}
          inputMode="url"
          problems={problems}
        />
      )}
      {has('isTemplate') && (
        <Checkbox
          name="modele"
          label={m.documents_template()}
          hint={m.documents_template_hint()}
          checked={typed.modele === 'oui'}
          problems={problems}
        />
      )}
    </>
  );
}
