import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, FileField } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { KeptMapSettings, MapField, MapRefusal, MapSettings } from './map-settings.ts';
import type { TilesFileRefusal } from './pmtiles.geo.ts';

/** `{z}`, `{x}` and `{y}` as they are typed: messages would take them for their own. */
const PARTS = { z: '{z}', x: '{x}', y: '{y}' };

const words: Record<MapRefusal, () => string> = {
  'template-missing': m.territory_settings_refused_template_missing,
  'template-unreadable': () => m.territory_settings_refused_template_unreadable(PARTS),
  'template-without-places': () => m.territory_settings_refused_template_without_places(PARTS),
  'attribution-missing': m.territory_settings_refused_attribution_missing,
  'not-https': m.territory_settings_refused_not_https,
  'file-missing': m.territory_settings_refused_file_missing,
  'provider-unreadable': m.territory_settings_refused_provider_unreadable,
  'too-long': m.territory_settings_refused_too_long,
};

export function mapSettingsProblems(refusals: Partial<Record<MapField, MapRefusal>>): Problems {
  return Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [field, words[refusal]()]),
  );
}

/** What somebody else saved while the form was open, beside each field that differs. */
export function mapSettingsConflict(typed: MapSettings, saved: MapSettings): Problems {
  const fields: MapField[] = ['background', 'tileTemplate', 'attribution', 'addressProvider'];
  return Object.fromEntries(
    fields
      .filter((field) => typed[field] !== saved[field])
      .map((field) => {
        const said = field === 'background' ? backgroundWords[saved.background]() : saved[field];
        return [
          field,
          said === ''
            ? m.territory_settings_conflict_empty()
            : m.territory_settings_conflict_field({ saved: said }),
        ];
      }),
  );
}

const backgroundWords: Record<MapSettings['background'], () => string> = {
  none: m.territory_settings_none,
  server: m.territory_settings_server,
  file: m.territory_settings_file,
};

const fileWords: Record<TilesFileRefusal | 'no-file', (layers: string) => string> = {
  'no-file': m.territory_file_refused_no_file,
  'not-pmtiles': m.territory_file_refused_not_pmtiles,
  'unknown-layers': (layers) =>
    layers === ''
      ? m.territory_file_refused_no_layers()
      : m.territory_file_refused_unknown_layers({ layers }),
  'other-tiles': m.territory_file_refused_other_tiles,
};

interface RefusedFile {
  refusal: TilesFileRefusal | 'no-file';
  /** That it holds, where none of them is known. */
  layers?: readonly string[];
}

const SHOWN_LAYERS = 6;

export function tilesFileProblems({ refusal, layers = [] }: RefusedFile): Problems {
  const named = layers.slice(0, SHOWN_LAYERS).map((layer) => [...layer].slice(0, 40).join(''));
  const more = layers.length > SHOWN_LAYERS ? ['…'] : [];
  return { file: fileWords[refusal]([...named, ...more].join(', ')) };
}

interface Props {
  kept: KeptMapSettings;
  typed: MapSettings;
  version: number;
  problems: Problems;
  conflict: boolean;
}

/** What lies behind maps, and who answers where an address lies. */
export function MapSettingsPage({ kept, typed, version, problems, conflict }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.territory_settings_title()}
        lead={m.territory_settings_lead()}
        breadcrumb={[{ label: m.site_nav_admin(), href: urls.admin() }]}
      />
      {conflict && <Notice tone="warning">{m.territory_settings_conflict()}</Notice>}
      <Form action={urls.adminMapSettings()}>
        <Hidden name="version" value={version} />
        <Radios
          name="background"
          label={m.territory_settings_background()}
          value={typed.background}
          problems={problems}
          options={[
            {
              value: 'none',
              label: m.territory_settings_none(),
              hint: m.territory_settings_none_hint(),
            },
            {
              value: 'server',
              label: m.territory_settings_server(),
              hint: m.territory_settings_server_hint(),
            },
            {
              value: 'file',
              label: m.territory_settings_file(),
              hint: m.territory_settings_file_hint(),
            },
          ]}
        />
        <Field
          name="tileTemplate"
          label={m.territory_settings_template()}
          hint={m.territory_settings_template_hint(PARTS)}
          value={typed.tileTemplate}
          problems={problems}
          autocomplete="off"
          spellcheck={false}
        />
        <Field
          name="attribution"
          label={m.territory_settings_attribution()}
          hint={m.territory_settings_attribution_hint()}
          value={typed.attribution}
          problems={problems}
          autocomplete="off"
        />
        <Field
          name="addressProvider"
          label={m.territory_settings_provider()}
          hint={m.territory_settings_provider_hint()}
          value={typed.addressProvider}
          problems={problems}
          autocomplete="off"
          spellcheck={false}
        />
        <SubmitButton size="large">{m.territory_settings_save()}</SubmitButton>
      </Form>
      <Section title={m.territory_file_title()}>
        <p>
          {kept.file
            ? m.territory_file_kept({
                name: kept.file.name,
                size: m.territory_megabytes({
                  count: formatNumber(Math.max(0.1, Math.round(kept.file.bytes / 1e5) / 10)),
                }),
                lowest: kept.file.lowestZoom,
                highest: kept.file.highestZoom,
              })
            : m.territory_file_none()}
        </p>
        <Form action={urls.adminMapFile()} upload>
          <FileField
            name="file"
            label={m.territory_file_field()}
            hint={m.territory_file_field_hint()}
            accept=".pmtiles"
            problems={problems}
          />
          <SubmitButton kind="secondary" icon="upload">
            {m.territory_file_button()}
          </SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}
