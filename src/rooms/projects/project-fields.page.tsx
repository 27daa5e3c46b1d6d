import * as m from '../../paraglide/messages.js';
import { Field, Select, TextArea } from '../../ui/field.tsx';
import { Fieldset, Hidden, type Problems } from '../../ui/form.tsx';
import { formatMoney } from '../../ui/format.ts';
import { MapFigure, type MapGround } from '../../ui/map.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { Attachment } from '../ideas/index.ts';
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
  /** Ids of the files it shows, in order: « a,b »; `ANY_FILES`: all those of its ideas. */
  files: string;
}

export const ANY_FILES = '*';

export interface FieldsProps {
  edition: Edition;
  typed: TypedProject;
  problems: Problems;
  /** Those of its ideas. */
  files: readonly Attachment[];
  ground: MapGround;
  /** What is wrong with the cost as it is kept, by the limits of its envelope. */
  warning?: string | null;
}

/** What an officer writes of a project. */
export function ProjectFields(props: FieldsProps) {
  const { edition, typed, problems, files, ground, warning } = props;
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
      {warning && <Notice tone="warning">{warning}</Notice>}
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
      {files.length > 0 && <ProjectFiles typed={typed} files={files} />}
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

/** Which pictures and documents its page shows, and in which order. */
function ProjectFiles({ typed, files }: Pick<FieldsProps, 'typed' | 'files'>) {
  const all = typed.files === ANY_FILES;
  const shown = all ? files.map(({ fileId }) => fileId) : typed.files.split(',');
  return (
    <Fieldset id="files" legend={m.decide_files()} hint={m.decide_files_hint()}>
      <Hidden name="fichiers" value="oui" />
      {files.map(({ fileId, name }) => {
        const place = shown.indexOf(fileId);
        return (
          <div class="stack" key={fileId}>
            <div class="option">
              <input
                type="checkbox"
                id={`fichier-${fileId}`}
                name="fichier"
                value={fileId}
                checked={place !== -1}
              />
              <label for={`fichier-${fileId}`}>
                <bdi>{m.decide_file_show({ name })}</bdi>
              </label>
            </div>
            <Field
              name={`ordre-${fileId}`}
              label={m.decide_file_order()}
              value={place === -1 ? '' : place + 1}
              inputMode="numeric"
              width="short"
            />
          </div>
        );
      })}
    </Fieldset>
  );
}
