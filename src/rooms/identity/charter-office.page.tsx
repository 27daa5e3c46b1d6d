import * as m from '../../paraglide/messages.js';
import { Differences } from '../../ui/differences.tsx';
import { TextArea } from '../../ui/field.tsx';
import {
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { Actions, Column, Section } from '../../ui/layout.tsx';
import { List, Pagination } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DateText, Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import { CHARTER_LENGTHS } from '../organisations/index.page.ts';
import type {
  CharterDraft,
  CharterRefusal,
  CharterRefusals,
  CharterVersion,
} from '../organisations/index.ts';

/** Name of each field of the form. */
export const CHARTER_FIELDS = {
  body: 'texte',
  summary: 'changements',
  /** The version that the text was written from. */
  base: 'depuis',
  act: 'acte',
} as const;

const refusalWords: Record<CharterRefusal, () => string> = {
  'body-missing': m.charter_refused_body,
  'body-too-long': () => m.charter_refused_long({ max: CHARTER_LENGTHS.body }),
  'body-same': m.charter_refused_same,
  'summary-missing': m.charter_refused_summary,
  'summary-too-long': () => m.charter_refused_long({ max: CHARTER_LENGTHS.summary }),
};

const problemsOf = (refusals: CharterRefusals): Problems =>
  Object.fromEntries(
    (['summary', 'body'] as const).flatMap((field) => {
      const refusal = refusals[field];
      return refusal ? [[CHARTER_FIELDS[field], refusalWords[refusal]()]] : [];
    }),
  );

interface OfficeProps {
  versions: readonly CharterVersion[];
  inForce: number;
  /** By id of person. */
  nicknames: ReadonlyMap<string, string>;
  nextHref: string | undefined;
}

/** The history of the charter as the office sees it: each version with its author. */
export function CharterOfficePage({ versions, inForce, nicknames, nextHref }: OfficeProps) {
  return (
    <Column>
      <PageHeader
        title={m.charter_office_title()}
        lead={m.charter_office_lead()}
        breadcrumb={[{ label: m.admin_title(), href: urls.admin() }]}
        actions={
          <ButtonLink icon="edit" href={urls.adminNewCharter()}>
            {m.charter_office_new()}
          </ButtonLink>
        }
      />
      <List label={m.charter_versions_title()}>
        {versions.map(({ version, publishedAt, summary, publishedBy }) => (
          <div key={version} class="card-words">
            <p>
              <a href={urls.charterVersion({ version: String(version) })}>
                {m.charter_version({ version })}
              </a>
              {version === inForce && <strong> {m.charter_in_force()}</strong>}
              <br />
              <DateText at={publishedAt} shape="moment" />
              {publishedBy && (
                <>
                  {', '}
                  {m.charter_office_by({
                    nickname: nicknames.get(publishedBy) ?? m.admin_someone(),
                  })}
                </>
              )}
            </p>
            {summary && <Prose text={summary} />}
          </div>
        ))}
      </List>
      <Pagination {...(nextHref && { nextHref })} />
    </Column>
  );
}

const breadcrumb = () => [
  { label: m.admin_title(), href: urls.admin() },
  { label: m.charter_office_title(), href: urls.adminCharter() },
];

interface FormProps {
  typed: CharterDraft;
  /** The version that the text was written from. */
  base: number;
  refusals: CharterRefusals;
  /** The text in force when somebody published one meanwhile; what is typed stands against it. */
  meanwhile: string | null;
}

/** Where a new version is written, beginning from the one in force. */
export function NewCharterPage({ typed, base, refusals, meanwhile }: FormProps) {
  const problems = problemsOf(refusals);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.charter_new_title()}
        lead={m.charter_new_lead()}
        breadcrumb={breadcrumb()}
      />
      {meanwhile !== null && (
        <Notice tone="warning" title={m.charter_meanwhile_title()}>
          <p>{m.charter_meanwhile()}</p>
          <Differences before={meanwhile} after={typed.body} />
        </Notice>
      )}
      <Form action={urls.adminNewCharter()}>
        <Hidden name={CHARTER_FIELDS.base} value={base} />
        <TextArea
          name={CHARTER_FIELDS.summary}
          label={m.charter_new_summary()}
          hint={m.charter_new_summary_hint()}
          value={typed.summary}
          rows={4}
          limit={CHARTER_LENGTHS.summary}
          problems={problems}
          required
        />
        <TextArea
          name={CHARTER_FIELDS.body}
          label={m.charter_new_body()}
          hint={m.charter_new_body_hint()}
          value={typed.body}
          rows={24}
          limit={CHARTER_LENGTHS.body}
          problems={problems}
          required
        />
        <SubmitButton size="large" name={CHARTER_FIELDS.act} value="apercu">
          {m.charter_new_preview()}
        </SubmitButton>
      </Form>
    </Column>
  );
}

interface PreviewProps {
  typed: CharterDraft;
  inForce: { version: number; body: string };
}

/** What everyone will be shown, before it is published: the summary, what changed, the whole text. */
export function CharterPreviewPage({ typed, inForce }: PreviewProps) {
  return (
    <Column>
      <PageHeader
        title={m.charter_preview_title()}
        lead={m.charter_preview_lead()}
        breadcrumb={breadcrumb()}
      />
      <Section title={m.charter_changes_title()}>
        <Prose text={typed.summary} />
        <p class="hint">{m.charter_changes_hint({ version: inForce.version })}</p>
        <Differences before={inForce.body} after={typed.body} />
      </Section>
      <Section title={m.charter_whole_title()}>
        <Prose text={typed.body} />
      </Section>
      <Notice tone="warning">{m.charter_preview_warning()}</Notice>
      <Form action={urls.adminNewCharter()}>
        <Hidden name={CHARTER_FIELDS.base} value={inForce.version} />
        <Hidden name={CHARTER_FIELDS.summary} value={typed.summary} />
        <Hidden name={CHARTER_FIELDS.body} value={typed.body} />
        <Actions>
          <SubmitButton size="large" name={CHARTER_FIELDS.act} value="publier">
            {m.charter_publish({ version: inForce.version + 1 })}
          </SubmitButton>
          <SubmitButton kind="secondary" name={CHARTER_FIELDS.act} value="corriger">
            {m.charter_correct()}
          </SubmitButton>
        </Actions>
      </Form>
    </Column>
  );
}
