import * as m from '../../../paraglide/messages.js';
import { ATTACHMENTS_ACCEPT, FILE_LIMIT } from '../../../platform/files/upload.ts';
import { Checkboxes, Radios } from '../../../ui/choices.tsx';
import { Field, FileField, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Column, Panel, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { stepWords } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { sizeWords } from '../file-words.page.ts';
import type { DownloadDay } from './kit.store.ts';
import { KIT_AUDIENCES, type Kit, LONGEST_KIT, SHEETS, SHOWN_TO, type WrittenKit } from './kit.ts';
import {
  kitAudienceWords,
  sayAudiences,
  saySteps,
  sheetWords,
  shownToWords,
} from './kit-words.page.ts';
import { type FileNames, sayItem } from './kits.page.tsx';

import { crumbs, ShownBadge } from './office-kits.page.tsx';

interface FormProps {
  edition: Edition;
  /** null: a kit that is not there yet. */
  kit: Kit | null;
  typed: WrittenKit;
  problems: Problems;
  version: number;
  /** What somebody saved while this was being written. */
  conflict: Kit | null;
  files: FileNames;
  downloads: ReadonlyMap<string, number>;
  days: readonly DownloadDay[];
}

export function KitFormPage(props: FormProps) {
  const { edition, kit, typed, problems, conflict } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.guides_conflict_title() })} />
      <PageHeader
        title={kit ? kit.title : m.guides_kit_new()}
        breadcrumb={[...crumbs(edition), { label: m.guides_kits(), href: urls.adminKits(at) }]}
        {...(kit && { meta: <ShownBadge shownTo={kit.shownTo} /> })}
      />
      {conflict && <Conflict saved={conflict} />}
      {kit && <Items {...props} kit={kit} />}
      <Section title={kit ? m.guides_kit_settings() : m.guides_kit_what()}>
        <Form action={kit ? urls.adminKit({ ...at, kit: kit.slug }) : urls.adminNewKit(at)}>
          <Hidden name="version" value={props.version} />
          <Fields typed={typed} problems={problems} />
          <SubmitButton size="large">{m.guides_kit_save()}</SubmitButton>
        </Form>
      </Section>
      {kit && props.days.length > 0 && <Days {...props} kit={kit} />}
    </Column>
  );
}

function Fields({ typed, problems }: Pick<FormProps, 'typed' | 'problems'>) {
  return (
    <>
      <Field
        name="title"
        label={m.guides_field_title()}
        value={typed.title}
        problems={problems}
        required
      />
      <TextArea
        name="summary"
        label={m.guides_field_summary()}
        hint={m.guides_kit_summary_hint()}
        value={typed.summary}
        problems={problems}
        rows={2}
        limit={LONGEST_KIT.summary}
      />
      <Checkboxes
        name="audiences"
        label={m.guides_kit_audiences()}
        values={[...typed.audiences]}
        problems={problems}
        required
        options={KIT_AUDIENCES.map((one) => ({ value: one, label: kitAudienceWords[one]() }))}
      />
      <Checkboxes
        name="steps"
        label={m.guides_kit_steps()}
        hint={m.guides_kit_steps_hint()}
        values={[...typed.steps]}
        options={Object.entries(stepWords).map(([step, { name }]) => ({
          value: step,
          label: name(),
        }))}
      />
      <Radios
        name="shownTo"
        label={m.guides_kit_shown_to()}
        value={typed.shownTo}
        options={SHOWN_TO.map((one) => ({
          value: one,
          label: shownToWords[one].label(),
          hint: shownToWords[one].hint(),
        }))}
      />
    </>
  );
}

function Conflict({ saved }: { saved: Kit }) {
  return (
    <>
      <Notice tone="warning">{m.guides_conflict_words()}</Notice>
      <Section title={m.guides_conflict_saved()}>
        <Panel>
          <p>
            <strong>
              <bdi>{saved.title}</bdi>
            </strong>
          </p>
          <p>{saved.summary}</p>
          <p>
            {[
              sayAudiences(saved.audiences),
              saySteps(saved.steps),
              shownToWords[saved.shownTo].label(),
            ].join(' · ')}
          </p>
        </Panel>
      </Section>
    </>
  );
}

function Items({ edition, kit, files, downloads, problems }: FormProps & { kit: Kit }) {
  const at = { edition: edition.slug, kit: kit.slug };
  const missing = SHEETS.filter((sheet) => !kit.items.some((item) => item.sheet === sheet));
  return (
    <Section title={m.guides_kit_content()} id="documents">
      {kit.items.length === 0 && <p>{m.guides_kit_empty()}</p>}
      {kit.items.length > 0 && (
        <List>
          {kit.items.map((item) => {
            const { title, hint } = sayItem(item, files);
            const count = downloads.get(`${kit.id} ${item.number}`) ?? 0;
            return (
              <div key={item.number} class="office-step">
                <p>
                  <a href={urls.kitItem({ ...at, item: item.number })}>
                    <bdi>{title}</bdi>
                  </a>
                </p>
                <p class="hint">{[hint, m.guides_kit_downloads({ count })].join(' · ')}</p>
                <ButtonForm
                  action={urls.adminRemoveKitItem({ ...at, item: item.number })}
                  kind="quiet"
                  size="small"
                  icon="delete"
                  about={title}
                >
                  {m.guides_document_remove()}
                </ButtonForm>
              </div>
            );
          })}
        </List>
      )}
      {missing.length > 0 && (
        <div class="actions">
          {missing.map((sheet) => (
            <ButtonForm
              key={sheet}
              action={urls.adminKitItems(at)}
              values={{ sheet }}
              kind="secondary"
              icon="plus"
            >
              {m.guides_kit_add_sheet({ title: sheetWords[sheet].title() })}
            </ButtonForm>
          ))}
        </div>
      )}
      <Form action={urls.adminKitItems(at)} upload label={m.guides_document_add()}>
        <Field
          name="itemTitle"
          label={m.guides_kit_item_title()}
          hint={m.guides_kit_item_title_hint()}
          problems={problems}
        />
        <FileField
          name="file"
          label={m.guides_document_add()}
          hint={m.guides_document_hint({ size: sizeWords(FILE_LIMIT) })}
          accept={ATTACHMENTS_ACCEPT}
          problems={problems}
        />
        <SubmitButton kind="secondary" icon="upload">
          {m.guides_document_send()}
        </SubmitButton>
      </Form>
    </Section>
  );
}

function Days({ kit, files, days }: FormProps & { kit: Kit }) {
  const titles = new Map(kit.items.map((item) => [item.number, sayItem(item, files).title]));
  return (
    <Section title={m.guides_kit_days()} lead={m.guides_kit_days_lead()}>
      <Table
        caption={m.guides_kit_days()}
        captionHidden
        columns={[
          { key: 'day', label: m.guides_column_day() },
          { key: 'title', label: m.guides_column_document() },
          { key: 'count', label: m.guides_column_downloads(), numeric: true },
        ]}
        rows={days.map(({ number, day, downloads }) => ({
          day: formatDate(new Date(`${day}T12:00:00Z`), 'short'),
          title: <bdi>{titles.get(number)}</bdi>,
          count: formatNumber(downloads),
        }))}
      />
    </Section>
  );
}
