import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Select } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column, Panel, Section, Stack } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Tag } from '../../../ui/tag.tsx';
import { DateText, Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { type Article, QUEUE_SLUGS } from '../moderation.ts';
import { FIELDS } from '../reporting.page.tsx';
import { articleOptions, kindWords } from '../words.page.ts';
import type { HeldBatch, HeldText } from './held.ts';
import { titleOfBatch, whyWords } from './held-words.page.ts';

/** How many texts the form said that it publishes. */
export const CONFIRMED = 'nombre';

const queue = (apres?: string) => urls.moderation({ etat: QUEUE_SLUGS.held, apres });

interface QueueProps {
  waves: readonly HeldBatch[];
  /** Those that wait alone. */
  texts: readonly HeldText[];
  isFirst: boolean;
  more: boolean;
}

/** What new accounts wrote and nobody else has read: waves first, each one act. */
export function HeldList({ waves, texts, isFirst, more }: QueueProps) {
  if (waves.length + texts.length === 0)
    return (
      <EmptyState icon="check" title={m.moderation_none_title()}>
        <p>{m.moderation_held_none()}</p>
      </EmptyState>
    );
  return (
    <>
      {waves.length > 0 && (
        <List label={m.moderation_held_waves()}>
          {waves.map((wave) => (
            <Card
              key={wave.id}
              level={2}
              title={titleOfBatch(wave)}
              href={urls.heldWave({ held: wave.id })}
              excerpt={whyWords[wave.why](wave)}
              meta={[<DateText key="at" at={wave.since} shape="moment" />]}
            />
          ))}
        </List>
      )}
      {texts.length > 0 && (
        <List label={m.moderation_held_alone()}>
          {texts.map((text) => (
            <Card
              key={text.id}
              level={2}
              title={text.title}
              href={urls.heldText({ held: text.id })}
              excerpt={text.words.slice(0, 300)}
              meta={[
                kindWords[text.targetKind](),
                whyWords[text.why]({ people: 1 }),
                <DateText key="at" at={text.writtenAt} shape="moment" />,
              ]}
            />
          ))}
        </List>
      )}
      <Pagination
        previousHref={isFirst ? undefined : queue()}
        nextHref={more ? queue(texts.at(-1)?.id) : undefined}
      />
    </>
  );
}

interface BatchProps {
  batch: HeldBatch;
  samples: readonly HeldText[];
  nicknames: ReadonlyMap<string, string>;
  articles: readonly Article[];
  problems: Problems;
}

/** What waits, why, and the two acts: each says how many texts it is about. */
export function HeldBatchPage({ batch, samples, nicknames, articles, problems }: BatchProps) {
  const at = { held: batch.id };
  const isWave = batch.kind === 'wave';
  const count = { count: batch.texts };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={titleOfBatch(batch)}
        lead={whyWords[batch.why](batch)}
        breadcrumb={[
          { label: m.moderation_title(), href: urls.moderation() },
          { label: m.moderation_held_title(), href: queue() },
        ]}
      />
      <Section
        title={
          samples.length < batch.texts
            ? m.moderation_held_samples({ count: samples.length })
            : m.moderation_held_all()
        }
      >
        <Stack>
          {samples.map((text) => (
            <Panel key={text.id}>
              <p>
                <Tag>{kindWords[text.targetKind]()}</Tag>{' '}
                <strong>
                  <bdi>{text.title}</bdi>
                </strong>
              </p>
              <Prose text={text.words} />
              <p class="hint">
                {m.moderation_held_by({ nickname: nicknames.get(text.personId) ?? '–' })},{' '}
                <DateText at={text.writtenAt} shape="moment" />
              </p>
            </Panel>
          ))}
        </Stack>
      </Section>
      <Section
        title={isWave ? m.moderation_held_publish_all(count) : m.moderation_held_publish()}
        lead={isWave ? m.moderation_held_publish_all_lead() : m.moderation_held_publish_lead()}
      >
        <Form action={isWave ? urls.publishHeldWave(at) : urls.publishHeldText(at)}>
          <Hidden name={CONFIRMED} value={batch.texts} />
          <SubmitButton kind="secondary">
            {isWave ? m.moderation_held_publish_all(count) : m.moderation_held_publish()}
          </SubmitButton>
        </Form>
      </Section>
      <Section
        title={isWave ? m.moderation_held_hide_all(count) : m.moderation_held_hide()}
        lead={isWave ? m.moderation_held_hide_all_lead() : m.moderation_held_hide_lead()}
      >
        <Form action={isWave ? urls.hideHeldWave(at) : urls.hideHeldText(at)}>
          <Select
            name={FIELDS.article}
            label={m.moderation_article()}
            options={articleOptions(articles)}
            empty
            value=""
            problems={problems}
            required
          />
          <SubmitButton kind="danger">
            {isWave ? m.moderation_held_hide_all(count) : m.moderation_held_hide()}
          </SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}
