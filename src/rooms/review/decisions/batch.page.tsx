import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section, Stack } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { DecisionBatch } from './batch.store.ts';
import { sayBatch } from './batch-lines.page.tsx';
import { decisionCrumbs } from './words.page.tsx';

interface Props {
  edition: Edition;
  batch: DecisionBatch;
  /** Names of those told on paper, and when that was done. */
  papers: readonly { name: string; toldAt: Date | null }[];
  mayAct: boolean;
}

/** One batch: planned, under way, or gone, with who is still to be told on paper. */
export function BatchPage({ edition, batch, papers, mayAct }: Props) {
  const at = { edition: edition.slug, publication: batch.id };
  const isWriting = batch.publishedAt !== null && batch.notified < batch.decisions;
  const progress = m.decide_batch_progress({
    done: formatNumber(batch.notified),
    total: formatNumber(batch.decisions),
  });
  return (
    <Stack>
      <PageHeader
        title={m.decide_batch_number({ number: batch.number })}
        lead={sayBatch(batch)}
        breadcrumb={decisionCrumbs(edition)}
      />
      {isWriting && (
        <fresh-part data-seconds="1">
          <NextStep
            title={m.decide_batch_writing()}
            actions={
              <ButtonLink href={urls.adminDecisionBatch(at)} kind="secondary">
                {m.decide_refresh()}
              </ButtonLink>
            }
          >
            <p role="status">{progress}</p>
          </NextStep>
        </fresh-part>
      )}
      {batch.publishedAt && !isWriting && (
        <Notice tone="success">{m.decide_batch_all_told({ count: batch.decisions })}</Notice>
      )}
      <DescriptionList
        items={[
          { term: m.decide_batch_decisions(), detail: formatNumber(batch.decisions) },
          { term: m.decide_batch_mails(), detail: formatNumber(batch.mails) },
          { term: m.decide_batch_papers(), detail: formatNumber(batch.papers) },
        ]}
      />
      {mayAct && batch.publishedAt === null && batch.cancelledAt === null && (
        <Section title={m.decide_batch_cancel_title()} lead={m.decide_batch_cancel_lead()}>
          <ButtonForm action={urls.adminCancelDecisionBatch(at)} kind="secondary">
            {m.decide_batch_cancel()}
          </ButtonForm>
        </Section>
      )}
      {mayAct && papers.length > 0 && (
        <Section title={m.decide_papers_title()} lead={m.decide_papers_lead()}>
          <ul>
            {papers.map(({ name, toldAt }, index) => (
              <li key={index}>
                <bdi>{name}</bdi>
                {toldAt && ` (${m.decide_paper_told({ date: formatDate(toldAt, 'day') })})`}
              </li>
            ))}
          </ul>
          <div class="actions">
            <ButtonLink href={urls.adminDecisionPapers(at)} icon="download" download>
              {m.decide_papers_print({ count: papers.length })}
            </ButtonLink>
            {papers.some(({ toldAt }) => toldAt === null) && (
              <ButtonForm action={urls.adminDecisionPapersTold(at)} kind="secondary">
                {m.decide_papers_mark()}
              </ButtonForm>
            )}
          </div>
        </Section>
      )}
    </Stack>
  );
}
