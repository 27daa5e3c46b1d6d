import * as m from '../../../paraglide/messages.js';
import { ButtonLink, Form, SubmitButton } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { ConfirmPage, NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { type CodeBatch, listRanges, stateOf } from './batch.ts';
import { codesCrumbs, kindWords, stateWords } from './codes.page.tsx';

interface Props {
  edition: Edition;
  batch: CodeBatch;
}

/** One batch: its letters as long as they can be printed, and the two acts that end it. */
export function BatchPage({ edition, batch }: Props) {
  const at = { edition: edition.slug, batch: batch.id };
  const state = stateOf(batch);
  return (
    <Stack>
      <PageHeader
        title={m.codes_batch_title({ number: String(batch.number) })}
        lead={kindWords[batch.kind]()}
        breadcrumb={[
          ...codesCrumbs(edition),
          { label: m.codes_title(), href: urls.adminCodes({ edition: edition.slug }) },
        ]}
      />
      {state === 'making' && (
        <fresh-part data-seconds="1">
          <NextStep
            title={m.codes_state_making()}
            actions={
              <ButtonLink href={urls.adminCodeBatch(at)} kind="secondary">
                {m.codes_refresh()}
              </ButtonLink>
            }
          >
            <p role="status">{m.codes_making()}</p>
          </NextStep>
        </fresh-part>
      )}
      {state === 'sent' && <Notice tone="success">{m.codes_sent_words()}</Notice>}
      {state === 'revoked' && <Notice tone="warning">{m.codes_revoked_words()}</Notice>}
      <Facts batch={batch} />
      {state === 'ready' && <Letters edition={edition} batch={batch} />}
      {state !== 'revoked' && (
        <Section title={m.codes_revoke_title()} lead={m.codes_revoke_lead()}>
          <p>
            <ButtonLink href={urls.adminCodesRevoke(at)} kind="secondary" icon="alert">
              {m.codes_revoke()}
            </ButtonLink>
          </p>
        </Section>
      )}
    </Stack>
  );
}

function Facts({ batch }: { batch: CodeBatch }) {
  const { madeAt, sentAt, revokedAt } = batch;
  const day = (term: string, at: Date | null) => (at ? [{ term, detail: formatDate(at) }] : []);
  return (
    <DescriptionList
      items={[
        { term: m.codes_column_state(), detail: stateWords[stateOf(batch)]() },
        ...(madeAt ? [{ term: m.codes_column_made(), detail: formatNumber(batch.made) }] : []),
        ...day(m.codes_made_on(), madeAt),
        ...day(m.codes_sent_on(), sentAt),
        ...day(m.codes_revoked_on(), revokedAt),
        ...(batch.inPerson === ''
          ? []
          : [
              {
                term: m.codes_in_person(),
                detail: batch.inPerson.split('\n').map((line) => <div key={line}>{line}</div>),
              },
            ]),
      ]}
    />
  );
}

function Letters({ edition, batch }: Props) {
  const at = { edition: edition.slug, batch: batch.id };
  return (
    <>
      <Section title={m.codes_letters_title()} lead={m.codes_letters_lead()}>
        <ul class="office-links">
          {listRanges(batch.made).map(({ from, to }) => (
            <li key={from}>
              <a href={urls.adminCodeLetters(at, { de: from })} download>
                {m.codes_letters_range({ from: formatNumber(from), to: formatNumber(to) })}
              </a>
            </li>
          ))}
        </ul>
        <p>{m.codes_letters_paper()}</p>
      </Section>
      <Section title={m.codes_sent_title()} lead={m.codes_sent_lead()}>
        <p>
          <ButtonLink href={urls.adminCodesSent(at)}>{m.codes_sent()}</ButtonLink>
        </p>
      </Section>
    </>
  );
}

/** Asked once more before nobody can print a letter of it again. */
export function SentPage({ edition, batch }: Props) {
  const at = { edition: edition.slug, batch: batch.id };
  const ready = stateOf(batch) === 'ready';
  return (
    <ConfirmPage
      question={m.codes_sent_question()}
      form={
        ready && (
          <Form action={urls.adminCodesSent(at)}>
            <SubmitButton>{m.codes_sent()}</SubmitButton>
          </Form>
        )
      }
      cancelHref={urls.adminCodeBatch(at)}
      cancelLabel={m.codes_back()}
    >
      {ready ? (
        <p>{m.codes_sent_confirm({ count: batch.made, number: formatNumber(batch.made) })}</p>
      ) : (
        <Notice tone="warning">{stateWords[stateOf(batch)]()}</Notice>
      )}
    </ConfirmPage>
  );
}

/** Asked once more before all its codes are refused. */
export function RevokePage({ edition, batch }: Props) {
  const at = { edition: edition.slug, batch: batch.id };
  const revoked = stateOf(batch) === 'revoked';
  return (
    <ConfirmPage
      question={m.codes_revoke_question()}
      form={
        !revoked && (
          <Form action={urls.adminCodesRevoke(at)}>
            <SubmitButton kind="danger">{m.codes_revoke()}</SubmitButton>
          </Form>
        )
      }
      cancelHref={urls.adminCodeBatch(at)}
      cancelLabel={m.codes_back()}
    >
      {revoked ? (
        <Notice tone="warning">{m.codes_revoked_words()}</Notice>
      ) : (
        <p>{m.codes_revoke_confirm({ count: batch.made, number: formatNumber(batch.made) })}</p>
      )}
    </ConfirmPage>
  );
}
