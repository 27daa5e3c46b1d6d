import * as m from '../../../paraglide/messages.js';
import { ATTACHMENTS_ACCEPT, FILE_LIMIT } from '../../../platform/files/upload.ts';
import type { Role } from '../../../platform/http/roles.ts';
import { Checkbox, Checkboxes, Radios } from '../../../ui/choices.tsx';
import { Field, FileField, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Column, Panel, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { MarkedField, MarksHelp } from '../../../ui/marked-field.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { roleWords } from '../../identity/index.page.ts';
import { sizeWords } from '../file-words.page.ts';
import { type Guide, type GuideProblem, LONGEST } from './guide.ts';
import type { GuideDocument } from './guides.page.tsx';
import { GuideState } from './office-guides.page.tsx';

/** What was typed, as it was typed. */
export interface TypedGuide {
  title: string;
  summary: string;
  body: string;
  lang: string;
  audience: string[];
  asksAgain: boolean;
}

const problemWords: Record<GuideProblem, () => string> = {
  'title-missing': m.guides_problem_title_missing,
  'title-too-long': () => m.guides_problem_too_long({ count: LONGEST.title }),
  'summary-too-long': () => m.guides_problem_too_long({ count: LONGEST.summary }),
  'body-missing': m.guides_problem_body_missing,
  'body-too-long': () => m.guides_problem_too_long({ count: LONGEST.body }),
};

export const sayProblems = (problems: Partial<Record<string, GuideProblem>>): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([name, problem]) => [name, problemWords[problem!]()]),
  );

interface Props {
  /** Whom it may be for: roles that the organisation gives. */
  roles: readonly Role[];
  /** null: a page that is not there yet. */
  guide: Guide | null;
  typed: TypedGuide;
  problems: Problems;
  /** Of the version the form was made from. */
  version: number;
  /** What somebody saved while this was being written. */
  conflict: Guide | null;
  preview: boolean;
  documents: readonly GuideDocument[];
}

export function GuideFormPage(props: Props) {
  const { guide, typed, problems, conflict, preview } = props;
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.guides_conflict_title() })} />
      <PageHeader
        title={guide ? guide.title : m.guides_new_title()}
        {...(guide ? { lang: guide.lang } : { lead: m.guides_new_lead() })}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: m.guides_office_title(), href: urls.adminGuides() },
        ]}
        {...(guide && { meta: <GuideState guide={guide} />, actions: <Gestures guide={guide} /> })}
      />
      {conflict && <Conflict saved={conflict} />}
      {preview && <Notice title={m.guides_preview()}>{m.guides_preview_lead()}</Notice>}
      <Form action={guide ? urls.adminGuide({ page: guide.slug }) : urls.adminNewGuide()}>
        <Hidden name="version" value={props.version} />
        <Fields roles={props.roles} typed={typed} problems={problems} preview={preview} />
        {guide && (
          <Checkbox
            name="asksAgain"
            label={m.guides_asks_again()}
            hint={m.guides_asks_again_hint()}
            checked={typed.asksAgain}
          />
        )}
        <Actions>
          <SubmitButton size="large">{m.guides_save()}</SubmitButton>
          <SubmitButton size="large" kind="secondary" name="geste" value="apercu" icon="eye">
            {m.guides_see_preview()}
          </SubmitButton>
        </Actions>
      </Form>
      {guide && <Documents {...props} guide={guide} />}
    </Column>
  );
}

function Gestures({ guide }: { guide: Guide }) {
  const at = { page: guide.slug };
  const shown = guide.publishedAt !== null;
  return (
    <>
      <ButtonForm
        action={urls.adminGuideShow(at)}
        values={{ publier: shown ? 'non' : 'oui' }}
        kind={shown ? 'secondary' : 'primary'}
      >
        {shown ? m.guides_unpublish() : m.guides_publish()}
      </ButtonForm>
      <ButtonLink kind="quiet" icon="eye" href={urls.guide(at)}>
        {m.guides_see()}
      </ButtonLink>
      <ButtonLink kind="quiet" icon="member" href={urls.adminGuideReadings(at)}>
        {m.guides_readings_title()}
      </ButtonLink>
      <ButtonLink kind="quiet" icon="clock" href={urls.adminGuideVersions(at)}>
        {m.guides_versions_title()}
      </ButtonLink>
    </>
  );
}

function Fields({
  roles,
  typed,
  problems,
  preview,
}: Pick<Props, 'roles' | 'typed' | 'problems' | 'preview'>) {
  return (
    <>
      <Field
        name="title"
        label={m.guides_field_title()}
        hint={m.guides_field_title_hint()}
        value={typed.title}
        problems={problems}
        required
      />
      <TextArea
        name="summary"
        label={m.guides_field_summary()}
        hint={m.guides_field_summary_hint()}
        value={typed.summary}
        problems={problems}
        rows={2}
        limit={LONGEST.summary}
      />
      <MarkedField
        name="body"
        label={m.guides_field_body()}
        hint={m.guides_field_body_hint()}
        value={typed.body}
        lang={typed.lang}
        problems={problems}
        rows={20}
        required
        preview={preview}
        toolbarLabel={m.guides_field_body()}
      />
      <MarksHelp />
      <Radios
        name="lang"
        label={m.guides_field_lang()}
        value={typed.lang}
        options={[
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
      />
      <Checkboxes
        name="audience"
        label={m.guides_field_audience()}
        hint={m.guides_field_audience_hint()}
        values={typed.audience}
        options={roles.map((role) => ({ value: role, label: roleWords[role].name() }))}
      />
    </>
  );
}

function Conflict({ saved }: { saved: Guide }) {
  return (
    <>
      <Notice tone="warning">{m.guides_conflict_words()}</Notice>
      <Section title={m.guides_conflict_saved()}>
        <Panel>
          <p>
            <strong>{saved.title}</strong>
          </p>
          {saved.summary && <p>{saved.summary}</p>}
          <MarkedText text={saved.body} lang={saved.lang} />
        </Panel>
      </Section>
    </>
  );
}

function Documents({ guide, documents, problems }: Props & { guide: Guide }) {
  const at = { page: guide.slug };
  return (
    <Section title={m.guides_documents()} id="documents" lead={m.guides_documents_lead()}>
      {documents.length > 0 && (
        <List>
          {documents.map(({ number, name, bytes }) => (
            <div key={number} class="office-step">
              <p>
                <a href={urls.guideFile({ ...at, file: number })}>
                  <bdi>{name}</bdi>
                </a>{' '}
                <span class="hint">{bytes}</span>
              </p>
              <ButtonForm
                action={urls.adminRemoveGuideFile({ ...at, file: number })}
                kind="quiet"
                size="small"
                icon="delete"
                about={name}
              >
                {m.guides_document_remove()}
              </ButtonForm>
            </div>
          ))}
        </List>
      )}
      <Form action={urls.adminGuideFiles(at)} upload label={m.guides_documents()}>
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
