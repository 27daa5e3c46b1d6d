import * as m from '../../../paraglide/messages.js';
import { Select } from '../../../ui/field.tsx';
import { Form, Hidden, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Stack } from '../../../ui/layout.tsx';
import { MapFigure, type MapGround } from '../../../ui/map.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { KeptOutline } from './outline.store.ts';
import { countPoints, matchDistrict, type Outline, type OutlineKind } from './outline.ts';
import { kindWords, nameList } from './outline-words.page.ts';

interface Props {
  upload: string;
  kind: OutlineKind;
  /** Columns of the file, each with what it says of the first shape. */
  properties: readonly { name: string; example: string }[];
  property: string | null;
  /** What would be kept, whole. */
  outlines: readonly Outline[];
  /** The same as maps would draw it, on what is kept of other kinds. */
  ground: MapGround;
  unnamed: number;
  /** Names of the districts of the editions that are not archived. */
  districts: readonly string[];
  /** What it would replace. */
  replaced: readonly KeptOutline[];
  mark: string;
  /** Other outlines were kept since this page was made. */
  conflict: boolean;
}

/** The names and the map before anything is kept. */
export function OutlinePreviewPage(props: Props) {
  const { kind, outlines, property, replaced, conflict } = props;
  const at = { upload: props.upload };
  return (
    <Stack>
      <PageHeader
        title={m.territory_preview_title()}
        lead={
          kind === 'commune'
            ? m.territory_preview_lead_commune()
            : m.territory_preview_lead_named({
                count: formatNumber(outlines.length + props.unnamed),
              })
        }
        kicker={kindWords[kind].name()}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.territory_outlines_title(), href: urls.adminOutlines() },
        ]}
      />
      {conflict && (
        <Notice tone="warning" title={m.territory_preview_changed_title()}>
          {m.territory_preview_changed({
            names: replaced.length > 0 ? nameList(replaced) : m.territory_preview_nobody(),
          })}
        </Notice>
      )}
      {kind !== 'commune' && <ChooseColumn {...props} />}
      {outlines.length > 0 && (
        <>
          <MapFigure
            ground={props.ground}
            label={m.territory_preview_map_label({ names: nameList(outlines) })}
          />
          <Shapes {...props} />
          {props.unnamed > 0 && (
            <Notice tone="warning">
              {m.territory_preview_unnamed({ count: formatNumber(props.unnamed) })}
            </Notice>
          )}
          {replaced.length > 0 && !conflict && (
            <Notice>{m.territory_preview_replaces({ names: nameList(replaced) })}</Notice>
          )}
          <Form action={urls.adminOutlineUpload(at)}>
            <Hidden name="nom" value={property ?? ''} />
            <Hidden name="mark" value={props.mark} />
            <Actions>
              <SubmitButton size="large">{m.territory_preview_keep()}</SubmitButton>
            </Actions>
          </Form>
        </>
      )}
      <p>
        <a href={urls.adminOutlines()}>{m.territory_preview_cancel()}</a>
      </p>
    </Stack>
  );
}

function ChooseColumn({ upload, properties, property }: Props) {
  if (properties.length === 0)
    return <Notice tone="danger">{m.territory_preview_property_none()}</Notice>;
  return (
    <Form action={urls.adminOutlineUpload({ upload })} method="get">
      <Select
        name="nom"
        label={m.territory_preview_property()}
        value={property ?? undefined}
        width="medium"
        options={properties.map(({ name, example }) => ({
          value: name,
          label: example === '' ? name : `${name} (${example})`,
        }))}
      />
      <SubmitButton kind="secondary">{m.territory_preview_property_show()}</SubmitButton>
    </Form>
  );
}

function Shapes({ kind, outlines, districts }: Props) {
  const matched = kind === 'district' && districts.length > 0;
  return (
    <Table
      caption={m.territory_preview_names()}
      columns={[
        { key: 'name', label: m.territory_preview_name() },
        ...(matched ? [{ key: 'district', label: m.territory_preview_district() }] : []),
        { key: 'points', label: m.territory_preview_points(), numeric: true },
      ]}
      rows={outlines.map(({ name, polygons }) => ({
        name: <bdi>{name}</bdi>,
        district: <bdi>{matchDistrict(name, districts) ?? m.territory_preview_no_district()}</bdi>,
        points: formatNumber(countPoints(polygons)),
      }))}
    />
  );
}
