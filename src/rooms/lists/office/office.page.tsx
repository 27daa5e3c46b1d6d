import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { Field, NumberField } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import { officeCrumbs } from '../../consultations/index.page.ts';
import type { Component, Space } from '../../consultations/index.ts';
import type { ListFigures } from '../archive/archive.store.ts';
import { type Delivery, type MailingList, MODERATIONS, STRANGERS } from '../list.ts';
import { moderationWords, strangersWords } from '../list-words.page.ts';

/** Names of the fields. */
export const LIST_NAMES = {
  localPart: 'adresse',
  prefix: 'marque',
  strangers: 'non-abonnes',
  moderation: 'lecture',
  mostBytes: 'taille',
} as const;

export interface TypedList {
  localPart: string;
  prefix: string;
  strangers: string;
  moderation: string;
  /** Megabytes. */
  most: string;
}

interface Props {
  space: Pick<Space, 'slug' | 'title'>;
  component: Component;
  /** null: not made yet. */
  list: MailingList | null;
  domain: string | null;
  typed: TypedList;
  problems: Problems;
  figures: (ListFigures & { subscribers: Record<Delivery | 'paused', number> }) | null;
}

/** A list as who runs its space sets it: its address, who writes, what is read first; and how it goes. */
export function OfficeListPage(props: Props) {
  const { space, component, list, domain, typed, problems, figures } = props;
  const at = { space: space.slug, component: component.slug };
  return (
    <Column>
      <PageHeader
        title={component.title}
        kicker={m.lists_office_kicker()}
        lead={m.lists_office_lead()}
        breadcrumb={officeCrumbs(space, [
          { label: m.spaceoffice_components(), href: urls.adminComponents({ space: space.slug }) },
        ])}
        {...(list?.closedAt && {
          meta: <StateBadge icon="archive">{m.lists_closed()}</StateBadge>,
        })}
        actions={
          list && (
            <>
              <ButtonLink kind="secondary" icon="eye" href={urls.spaceList(at)}>
                {m.lists_office_archive()}
              </ButtonLink>
              {figures && figures.waiting > 0 && (
                <ButtonLink kind="secondary" icon="clock" href={urls.listQueue(at)}>
                  {m.lists_to_queue({ count: figures.waiting })}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <ErrorSummary problems={problems} />
      {!domain && (
        <Notice tone="warning" title={m.lists_no_domain_title()}>
          <p>{m.lists_no_domain_words()}</p>
        </Notice>
      )}
      <Form action={urls.adminList(at)}>
        <Hidden name="version" value={list?.version ?? 0} />
        <Field
          name={LIST_NAMES.localPart}
          label={m.lists_local_label()}
          hint={m.lists_local_hint()}
          value={typed.localPart}
          problems={problems}
          width="medium"
          {...(domain && { suffix: `@${domain}` })}
          spellcheck={false}
          required
        />
        <Field
          name={LIST_NAMES.prefix}
          label={m.lists_prefix_label()}
          hint={m.lists_prefix_hint()}
          value={typed.prefix}
          problems={problems}
          width="medium"
        />
        <Radios
          name={LIST_NAMES.strangers}
          label={m.lists_strangers_label()}
          value={typed.strangers}
          options={STRANGERS.map((value) => ({ value, label: strangersWords[value]() }))}
          problems={problems}
          required
        />
        <Radios
          name={LIST_NAMES.moderation}
          label={m.lists_moderation_label()}
          value={typed.moderation}
          options={MODERATIONS.map((value) => ({ value, label: moderationWords[value]() }))}
          problems={problems}
          required
        />
        <NumberField
          name={LIST_NAMES.mostBytes}
          label={m.lists_size_label()}
          hint={m.lists_size_hint()}
          value={typed.most}
          problems={problems}
          suffix={m.lists_size_unit()}
        />
        <SubmitButton>{list ? m.lists_office_save() : m.lists_office_make()}</SubmitButton>
      </Form>
      {figures && <Figures figures={figures} />}
      {list && (
        <Section title={list.closedAt ? m.lists_reopen_title() : m.lists_close_title()}>
          <p>{list.closedAt ? m.lists_reopen_words() : m.lists_close_words()}</p>
          <ButtonForm
            action={urls.adminListClose(at)}
            values={{ close: list.closedAt ? 'non' : 'oui' }}
            kind="secondary"
          >
            {list.closedAt ? m.lists_reopen() : m.lists_close()}
          </ButtonForm>
        </Section>
      )}
    </Column>
  );
}

/** How it goes, in numbers: never who reads. */
function Figures({ figures }: { figures: NonNullable<Props['figures']> }) {
  const { subscribers } = figures;
  const lines: [string, number][] = [
    [m.lists_figure_each(), subscribers.each],
    [m.lists_figure_digest(), subscribers.digest],
    [m.lists_figure_archive(), subscribers.archive],
    [m.lists_figure_paused(), subscribers.paused],
    [m.lists_figure_messages(), figures.messages],
    [m.lists_figure_recent(), figures.recent],
    [m.lists_figure_threads(), figures.threads],
    [m.lists_figure_writers(), figures.writers],
    [m.lists_figure_waiting(), figures.waiting],
    [m.lists_figure_unproven(), figures.unproven],
    [m.lists_figure_bounced(), figures.bounced],
  ];
  return (
    <Section title={m.lists_figures_title()}>
      <DescriptionList
        items={lines.map(([term, value]) => ({ term, detail: formatNumber(value) }))}
      />
    </Section>
  );
}
