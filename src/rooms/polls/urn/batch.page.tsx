import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { NumberField } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import type { Poll } from '../poll.ts';
import { areBothFinished, type Batch, batchState, keyingOf, listAgreed } from './batch.ts';
import { Differences } from './differences.page.tsx';
import { stateWords } from './keyed-words.page.ts';
import { KeyingScreen } from './keying.page.tsx';
import type { PointPaper } from './point-paper.ts';
import { pointName, urnCrumbs } from './urn.page.tsx';

export interface BatchProps {
  edition: Edition;
  poll: Poll;
  batch: Batch;
  point: Pick<PointPaper, 'name'>;
  /** Who looks at it. */
  reader: string;
  /** Names of those who keyed or decided, by id of person. */
  nicknames: ReadonlyMap<string, string>;
  open: boolean;
  /** Sent back with a problem: what was typed, and at which place of the pile. */
  typed: { place: number; words: string } | null;
  problems: Problems;
}

export const batchTitle = ({ number }: Batch) => m.urn_batch_named({ number });

/** One pile, as far as it is: keyed blind, compared, agreed, signed. Nobody sees the other's papers before both have finished. */
export function BatchPage(props: BatchProps) {
  const { edition, batch, point, problems } = props;
  const ids: Record<string, string> = props.typed ? { typed: `typed-${props.typed.place}` } : {};
  return (
    <Stack>
      <ErrorSummary problems={problems} ids={ids} />
      <PageHeader
        title={batchTitle(batch)}
        meta={
          <p>
            {m.urn_batch_meta({
              point: pointName(point),
              urn: batch.urn,
              declared: formatNumber(batch.declared),
            })}
          </p>
        }
        breadcrumb={urnCrumbs(edition)}
      />
      <Standing {...props} />
    </Stack>
  );
}

function Standing(props: BatchProps): ComponentChildren {
  const { batch, poll, reader, open } = props;
  const state = batchState(batch, poll);
  if (state === 'signed') return <Signed {...props} />;
  if (!open) return <Notice>{m.urn_not_open()}</Notice>;
  const own = keyingOf(batch, reader);
  const mayKey = own ? !own.finished : batch.keyings.length < 2;
  const mend = (
    <p>
      <a href={urls.adminUrnRecount({ edition: props.edition.slug, batch: batch.id })}>
        {m.urn_mend()}
      </a>
    </p>
  );
  if (mayKey)
    return (
      <>
        <KeyingScreen {...props} />
        {mend}
      </>
    );
  if (!areBothFinished(batch))
    return (
      <>
        <Notice title={own ? m.urn_yours_done() : m.urn_others_keying()}>
          {own ? m.urn_yours_done_words() : stateWords[state]()}
        </Notice>
        {mend}
      </>
    );
  return state === 'compared' ? <Differences {...props} /> : <Agreed {...props} />;
}

function Agreed({ edition, poll, batch, reader, nicknames }: BatchProps) {
  const agreed = listAgreed(batch, poll);
  const count = (kind: string) => agreed.filter((one) => one.kind === kind).length;
  const own = keyingOf(batch, reader);
  const at = { edition: edition.slug, batch: batch.id };
  const waiting = batch.keyings.filter(({ signed }) => !signed);
  return (
    <Section title={m.urn_agreed_title()} lead={m.urn_agreed_lead()}>
      <Counts
        valid={count('valid')}
        blank={count('blank')}
        spoilt={count('void')}
        nicknames={nicknames}
        batch={batch}
      />
      {own && !own.signed ? (
        <Actions>
          <ButtonForm action={urls.adminUrnSign(at)} icon="check">
            {m.urn_sign_button()}
          </ButtonForm>
        </Actions>
      ) : (
        <Notice>
          {m.urn_sign_waiting({
            names: waiting.map(({ personId }) => nicknames.get(personId) ?? '—').join(', '),
          })}
        </Notice>
      )}
    </Section>
  );
}

function Signed({ batch, nicknames, edition }: BatchProps) {
  const signed = batch.signed!;
  return (
    <Section title={m.urn_signed_title()} lead={m.urn_signed_lead()}>
      <Counts
        valid={signed.valid}
        blank={signed.blank}
        spoilt={signed.void}
        nicknames={nicknames}
        batch={batch}
      />
      <DescriptionList
        look="stack"
        items={[{ term: m.urn_hash(), detail: <code>{signed.hash}</code> }]}
      />
      <Actions>
        <ButtonLink href={urls.adminPollUrn({ edition: edition.slug })}>{m.urn_back()}</ButtonLink>
      </Actions>
    </Section>
  );
}

interface CountsProps {
  valid: number;
  blank: number;
  spoilt: number;
  batch: Batch;
  nicknames: ReadonlyMap<string, string>;
}

function Counts({ valid, blank, spoilt, batch, nicknames }: CountsProps) {
  const names = (ids: readonly string[]) =>
    [...new Set(ids)].map((id) => nicknames.get(id) ?? '—').join(', ');
  return (
    <DescriptionList
      items={[
        { term: m.urn_valid(), detail: formatNumber(valid) },
        { term: m.urn_blank(), detail: formatNumber(blank) },
        { term: m.urn_void(), detail: formatNumber(spoilt) },
        { term: m.urn_keyers(), detail: names(batch.keyings.map(({ personId }) => personId)) },
        ...(batch.decisions.length > 0
          ? [
              {
                term: m.urn_decided(),
                detail: m.urn_decided_detail({
                  count: formatNumber(batch.decisions.length),
                  names: names(batch.decisions.map(({ by }) => by)),
                }),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Counted wrongly by hand, or opened by mistake: mended while nobody has signed. */
export function MendBatchPage({
  edition,
  batch,
  typed,
  problems,
}: Pick<BatchProps, 'edition' | 'batch' | 'problems'> & { typed: string }) {
  const at = { edition: edition.slug, batch: batch.id };
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.urn_mend_title({ number: batch.number })}
        breadcrumb={[
          ...urnCrumbs(edition),
          { label: batchTitle(batch), href: urls.adminUrnBatch(at) },
        ]}
      />
      <Section title={m.urn_recount_title()} lead={m.urn_recount_lead()}>
        <Form action={urls.adminUrnRecount(at)} label={m.urn_recount_title()}>
          <NumberField
            name="declared"
            label={m.urn_declared_number()}
            value={typed}
            problems={problems}
          />
          <SubmitButton kind="secondary">{m.urn_recount_button()}</SubmitButton>
        </Form>
      </Section>
      <Section title={m.urn_remove_title()} lead={m.urn_remove_lead()}>
        <Actions>
          <ButtonForm action={urls.adminUrnRemove(at)} kind="danger" icon="delete">
            {m.urn_remove_button()}
          </ButtonForm>
        </Actions>
      </Section>
    </Stack>
  );
}
