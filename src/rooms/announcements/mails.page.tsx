import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { formatDateTime, formatList, formatNumber } from '../../ui/format.ts';
import { Column, Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Edition } from '../spaces/index.ts';
import { MailText } from './mail-text.page.tsx';
import { type Moment, type Part, READERS } from './moment.ts';
import { momentWords } from './moment-words.page.ts';
import type { OtherMail } from './other-mails.page.ts';
import type { Sending } from './sending.ts';

interface StepMail {
  moment: Moment;
  sending: Sending;
  silent: boolean;
  /** The office has its own words for it. */
  isOwn: boolean;
  /** In the reader's language; null: residents are not written to. */
  residents: { subject: string; text: string } | null;
  office: { subject: string; text: string };
}

interface Props {
  edition: Edition;
  steps: readonly StepMail[];
  study: readonly OtherMail[];
  decisions: readonly OtherMail[];
  vote: readonly OtherMail[];
}

const partWords: Record<Part, () => string> = {
  officers: m.announce_part_officers,
  holders: m.announce_part_holders,
  askers: m.announce_part_askers,
};

export function mailCrumbs({ slug, title }: Pick<Edition, 'slug' | 'title'>) {
  return [
    { label: m.admin_title(), href: urls.admin() },
    { label: title, href: urls.adminEdition({ edition: slug }) },
  ];
}

/** Every mail that an edition writes: when it leaves, who receives it, what it says. */
export function MailsPage({ edition, steps, study, decisions, vote }: Props) {
  return (
    <Column>
      <PageHeader
        title={m.announce_title()}
        lead={m.announce_lead()}
        breadcrumb={mailCrumbs(edition)}
        actions={
          <ButtonLink kind="secondary" icon="mail" href={urls.adminLetters()}>
            {m.announce_see_sent()}
          </ButtonLink>
        }
      />
      <Section id="etapes" title={m.announce_steps()} lead={m.announce_steps_lead()}>
        {steps.map((step) => (
          <StepEntry key={step.moment} edition={edition} step={step} />
        ))}
      </Section>
      <Others id="etude" title={m.announce_others_ideas()} mails={study} />
      <Others id="decisions" title={m.announce_others_decisions()} mails={decisions} />
      <Others id="vote" title={m.announce_others_vote()} mails={vote} />
    </Column>
  );
}

function StepEntry({ edition, step }: { edition: Edition; step: StepMail }) {
  const { moment, residents, office } = step;
  const words = momentWords[moment];
  const readers = READERS[moment].map((part) =>
    part === 'holders' && moment === 'results-out'
      ? m.announce_part_holders_result()
      : partWords[part](),
  );
  return (
    <Entry
      name={words.name()}
      action={
        residents && (
          <a href={urls.adminMailWords({ edition: edition.slug, moment: words.segment })}>
            {m.announce_change()}
            <About name={words.name()} />
          </a>
        )
      }
      items={[
        { term: m.announce_when(), detail: words.when() },
        { term: m.announce_readers(), detail: `${formatList(readers)}.` },
        { term: m.announce_state(), detail: <State step={step} /> },
      ]}
    >
      {residents && (
        <details>
          <summary>
            {m.announce_text()}
            <About name={words.name()} />
          </summary>
          <MailText {...residents} />
        </details>
      )}
      <details>
        <summary>
          {m.announce_office_text()}
          <About name={words.name()} />
        </summary>
        <MailText {...office} />
      </details>
    </Entry>
  );
}

/** Which mail a link is about, for whoever hears it among others. */
const About = ({ name }: { name: string }) => <span class="visually-hidden"> : {name}</span>;

function State({ step: { sending, silent, isOwn } }: { step: StepMail }) {
  return (
    <>
      {saySending(sending)}
      {silent && (
        <>
          {' '}
          <StateBadge tone="warning">{m.announce_state_silent()}</StateBadge>
        </>
      )}
      {isOwn && (
        <>
          {' '}
          <StateBadge tone="info">{m.announce_state_own()}</StateBadge>
        </>
      )}
    </>
  );
}

export function saySending(sending: Sending): string {
  switch (sending.kind) {
    case 'ended':
      return m.announce_state_ended({
        count: sending.written,
        people: formatNumber(sending.written),
        date: formatDateTime(sending.at),
      });
    case 'going':
      return m.announce_state_going({ count: sending.written });
    case 'expected':
      return m.announce_state_expected({ date: formatDateTime(sending.at) });
    case 'past':
      return m.announce_state_past();
    case 'unknown':
      return m.announce_state_unknown();
  }
}

function Others({ id, title, mails }: { id: string; title: string; mails: readonly OtherMail[] }) {
  return (
    <Section id={id} title={title}>
      {mails.map(({ name, when, readers, sample, href }) => (
        <Entry
          key={name}
          name={name}
          action={href && !sample && <a href={href}>{m.announce_see_decision_words()}</a>}
          items={[
            { term: m.announce_when(), detail: when },
            { term: m.announce_readers(), detail: `${readers}.` },
          ]}
        >
          {sample && (
            <details>
              <summary>
                {m.announce_text()}
                <About name={name} />
              </summary>
              <MailText {...sample} />
            </details>
          )}
        </Entry>
      ))}
    </Section>
  );
}

/** One mail: what it is, where it is changed, and what it says. */
function Entry(props: {
  name: string;
  action?: ComponentChildren;
  items: { term: string; detail: ComponentChildren }[];
  children: ComponentChildren;
}) {
  return (
    <Section level={3} title={props.name} action={props.action}>
      <DescriptionList items={props.items} />
      {props.children}
    </Section>
  );
}
