import * as m from '../../../paraglide/messages.js';
import { ATTACHMENTS_ACCEPT, FILE_LIMIT, fileSegment } from '../../../platform/files/upload.ts';
import { Field, FileField } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate, formatMoney } from '../../../ui/format.ts';
import { Actions, Panel, Section, Split, Stack } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { sizeWords } from '../../guides/index.page.ts';
import type { AlertLevel } from '../endowment.ts';
import { Allowed, type ShownDocument } from '../fund.page.tsx';
import { type Fund, fundStanding, type OpeningRefusal } from '../fund.ts';
import { openingProblems, standingTones, standingWords } from '../fund-words.page.ts';
import { FundMoneyChart, type ShownMoney } from '../money.page.tsx';
import type { ThresholdChange } from '../threshold.ts';
import { ThresholdHistory } from '../threshold-history.page.tsx';

interface Props {
  fund: Fund;
  money: ShownMoney;
  /** The highest level that is reached, and when the office was told; null: none. */
  alert: { level: AlertLevel; toldAt: Date | null } | null;
  /** What keeps it from opening. */
  missing: readonly OpeningRefusal[];
  documents: readonly ShownDocument[];
  changes: readonly ThresholdChange[];
  nicknames: ReadonlyMap<string, string>;
  typedTitle: string;
  problems: Problems;
}

/** One fund before its office: where it stands, and what can be done now. */
export function OfficeFundPage(props: Props) {
  const { fund, money, changes, nicknames, problems } = props;
  const at = { fund: fund.slug };
  const standing = fundStanding(fund);
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={fund.name}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.funds_office_title(), href: urls.adminFunds() },
        ]}
        meta={
          <>
            <StateBadge tone={standingTones[standing]}>{standingWords[standing]()}</StateBadge>
            <bdi>{m.funds_period_of({ period: fund.period })}</bdi>
          </>
        }
        actions={
          <>
            <ButtonLink kind="secondary" icon="settings" href={urls.adminFundSettings(at)}>
              {m.funds_settings()}
            </ButtonLink>
            <ButtonLink kind="secondary" icon="edit" href={urls.adminFundThreshold(at)}>
              {m.funds_threshold_change()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="eye" href={urls.fund(at)}>
              {m.funds_public_page()}
            </ButtonLink>
          </>
        }
      />
      <Alert {...props} />
      <Opening {...props} />
      <Section title={m.funds_money()}>
        <FundMoneyChart money={money} id="argent-du-fonds" />
      </Section>
      <Split aside={<Allowed fund={fund} />}>
        <Documents {...props} />
      </Split>
      <Section title={m.funds_threshold_history()} lead={m.funds_threshold_history_lead()}>
        <ThresholdHistory changes={changes} nicknames={nicknames} />
      </Section>
      {standing === 'open' && (
        <Actions>
          <ButtonLink kind="quiet" icon="lock" href={urls.adminFundClose(at)}>
            {m.funds_close()}
          </ButtonLink>
        </Actions>
      )}
    </Stack>
  );
}

function Alert({ alert, money }: Props) {
  if (!alert) return null;
  const { level, toldAt } = alert;
  const amounts = {
    remaining: formatMoney(money.remaining),
    endowed: formatMoney(money.endowed),
  };
  return (
    <Notice
      tone={level === 100 ? 'danger' : 'warning'}
      title={level === 100 ? m.funds_alert_100() : m.funds_alert_80()}
    >
      <p>{level === 100 ? m.funds_alert_100_words() : m.funds_alert_80_words(amounts)}</p>
      {toldAt && <p>{m.funds_alert_told({ date: formatDate(toldAt) })}</p>}
    </Notice>
  );
}

function Opening({ fund, missing }: Props) {
  const standing = fundStanding(fund);
  if (standing === 'open') return null;
  const again = standing === 'closed';
  return (
    <Panel tone="brand" title={again ? m.funds_reopen_title() : m.funds_open_title()}>
      <p>{again ? m.funds_reopen_words() : m.funds_open_words()}</p>
      {missing.length > 0 ? (
        <>
          <p>
            <strong>{m.funds_open_missing()}</strong>
          </p>
          <ul>
            {missing.map((one) => (
              <li key={one}>{openingProblems[one]()}</li>
            ))}
          </ul>
        </>
      ) : (
        <ButtonForm action={urls.adminFundOpen({ fund: fund.slug })} icon="unlock">
          {again ? m.funds_reopen() : m.funds_open()}
        </ButtonForm>
      )}
    </Panel>
  );
}

function Documents({ fund, documents, typedTitle, problems }: Props) {
  const at = { fund: fund.slug };
  return (
    <Section title={m.funds_documents()} id="documents" lead={m.funds_documents_lead()}>
      {documents.length === 0 && <p>{m.funds_documents_none()}</p>}
      {documents.length > 0 && (
        <List label={m.funds_documents()}>
          {documents.map(({ title, file }) => (
            <div key={file.fileId} class="office-step">
              <p>
                <a href={urls.file({ file: fileSegment(file) })}>
                  <bdi>{title}</bdi>
                </a>{' '}
                <span class="hint">{sizeWords(file.bytes)}</span>
              </p>
              <ButtonForm
                action={urls.adminFundDocumentRemove({ ...at, file: file.fileId })}
                kind="quiet"
                size="small"
                icon="delete"
                about={title}
              >
                {m.funds_document_remove()}
              </ButtonForm>
            </div>
          ))}
        </List>
      )}
      <Form action={urls.adminFundDocuments(at)} upload label={m.funds_document_add()}>
        <Field
          name="titre"
          label={m.funds_document_title()}
          value={typedTitle}
          problems={problems}
          required
        />
        <FileField
          name="file"
          label={m.funds_document_file()}
          hint={m.funds_document_hint({ size: sizeWords(FILE_LIMIT) })}
          accept={ATTACHMENTS_ACCEPT}
          problems={problems}
          required
        />
        <SubmitButton kind="secondary" icon="upload">
          {m.funds_document_send()}
        </SubmitButton>
      </Form>
    </Section>
  );
}
