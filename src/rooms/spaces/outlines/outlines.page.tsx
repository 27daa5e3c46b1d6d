import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { FileField } from '../../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate, formatList } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { MapFigure, type MapGround } from '../../../ui/map.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { KeptOutline } from './outline.store.ts';
import { OUTLINE_KINDS, type OutlineKind } from './outline.ts';
import { kindWords, nameList } from './outline-words.page.ts';

interface Props {
  outlines: readonly KeptOutline[];
  ground: MapGround;
  /** Editions whose districts are not all drawn, with those that are missing. */
  unmatched: readonly { title: string; districts: readonly string[] }[];
  kind: string;
  problems: Problems;
  administrator: boolean;
}

/** What is kept of the territory, and the form that takes a file. */
export function OutlinesPage(props: Props) {
  const { outlines, ground, unmatched, kind, problems } = props;
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.territory_outlines_title()}
        lead={m.territory_outlines_lead()}
        breadcrumb={[{ label: m.site_nav_admin(), href: urls.admin() }]}
        {...(props.administrator && {
          actions: (
            <ButtonLink kind="quiet" icon="settings" href={urls.adminMapSettings()}>
              {m.territory_settings_title()}
            </ButtonLink>
          ),
        })}
      />
      {outlines.length === 0 ? (
        <EmptyState icon="place" title={m.territory_outlines_empty_title()}>
          <p>{m.territory_outlines_empty()}</p>
        </EmptyState>
      ) : (
        <div class="map-beside">
          <MapFigure
            ground={ground}
            label={m.territory_outlines_map_label({ names: nameList(outlines) })}
            caption={m.territory_outlines_map_caption()}
          />
          <div class="stack">
            {OUTLINE_KINDS.map((one) => (
              <KeptKind
                key={one}
                kind={one}
                outlines={outlines.filter((outline) => outline.kind === one)}
              />
            ))}
          </div>
        </div>
      )}
      {unmatched.map(({ title, districts }) => (
        <Notice key={title} tone="warning" title={m.territory_outlines_unmatched_title()}>
          <p>
            {m.territory_outlines_unmatched({ edition: title, names: formatList([...districts]) })}
          </p>
        </Notice>
      ))}
      <Section title={m.territory_upload_title()}>
        <Form action={urls.adminOutlines()} upload>
          <Radios
            name="kind"
            label={m.territory_upload_kind()}
            value={kind}
            problems={problems}
            required
            options={OUTLINE_KINDS.map((value) => ({
              value,
              label: kindWords[value].name(),
              hint: kindWords[value].hint(),
            }))}
          />
          <FileField
            name="file"
            label={m.territory_upload_file()}
            hint={m.territory_upload_file_hint()}
            accept=".geojson,.json,application/geo+json,application/json"
            problems={problems}
            required
          />
          <SubmitButton icon="upload">{m.territory_upload_button()}</SubmitButton>
        </Form>
      </Section>
    </Stack>
  );
}

function KeptKind({ kind, outlines }: { kind: OutlineKind; outlines: readonly KeptOutline[] }) {
  const [first] = outlines;
  return (
    <Section title={kindWords[kind].name()}>
      {first ? (
        <>
          <p>
            {kind !== 'commune' && (
              <>
                <bdi>{nameList(outlines)}</bdi>
                {'. '}
              </>
            )}
            {m.territory_outlines_kept_on({ date: formatDate(first.keptAt, 'day') })}
          </p>
          <p>
            <ButtonLink
              kind="quiet"
              size="small"
              icon="delete"
              href={urls.adminRemoveOutlines({ kind })}
              about={kindWords[kind].name()}
            >
              {m.territory_outlines_remove()}
            </ButtonLink>
          </p>
        </>
      ) : (
        <p class="hint">{m.territory_outlines_none()}</p>
      )}
    </Section>
  );
}

/** Asked once more before outlines go. */
export function OutlinesRemovalPage(props: {
  kind: OutlineKind;
  outlines: readonly KeptOutline[];
  mark: string;
  /** Other outlines were kept since the question was asked. */
  conflict: boolean;
}) {
  const { kind, outlines, mark, conflict } = props;
  return (
    <ConfirmPage
      question={m.territory_remove_question()}
      form={
        <Form action={urls.adminRemoveOutlines({ kind })}>
          <Hidden name="mark" value={mark} />
          <SubmitButton kind="danger" size="large" icon="delete">
            {m.territory_remove_button()}
          </SubmitButton>
        </Form>
      }
      cancelHref={urls.adminOutlines()}
      cancelLabel={m.territory_preview_cancel()}
    >
      {conflict && <Notice tone="warning">{m.territory_preview_changed_title()}</Notice>}
      <p>
        <strong>{kindWords[kind].name()}</strong>
      </p>
      <p>{m.territory_remove_words({ names: nameList(outlines) })}</p>
      {kind === 'commune' && <p>{m.territory_remove_commune()}</p>}
    </ConfirmPage>
  );
}
