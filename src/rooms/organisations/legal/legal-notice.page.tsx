import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { Section } from '../../../ui/layout.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { StandingPage } from '../standing.page.tsx';
import type { LegalNotice } from './legal-notice.ts';

interface Props {
  organisation: Pick<VisitedOrganisation, 'name' | 'contactEmail'>;
  notice: LegalNotice;
}

/** Who publishes and hosts this site, and whom to write to: what is not known yet is asked of the team. */
export function LegalNoticePage({ organisation, notice }: Props) {
  const names = { organisation: organisation.name, contact: organisation.contactEmail };
  return (
    <StandingPage title={m.organisations_legal_title()} contact={names.contact}>
      <Section title={m.organisations_legal_publisher()}>
        <Facts
          facts={[
            [m.legal_says_publisher(), notice.publisher || organisation.name],
            [m.legal_says_address(), notice.publisherAddress],
            [m.legal_says_phone(), phone(notice.publisherPhone)],
            [m.legal_says_email(), names.contact && mailbox(names.contact)],
            [m.legal_director(), notice.director || m.legal_says_director_by_law(names)],
          ]}
        />
      </Section>
      <Section title={m.organisations_legal_host()}>
        {notice.hostName === '' ? (
          <Prose text={m.legal_says_host_unknown(names)} />
        ) : (
          <Facts
            facts={[
              [m.legal_says_host(), notice.hostName],
              [m.legal_says_address(), notice.hostAddress],
              [m.legal_says_phone(), phone(notice.hostPhone)],
            ]}
          />
        )}
        <Prose text={m.legal_says_nobody_else()} />
      </Section>
      {notice.dpoContact !== '' && (
        <Section title={m.legal_group_dpo()}>
          <Facts
            facts={[
              [m.legal_dpo(), notice.dpo],
              [m.legal_says_write(), mailbox(notice.dpoContact)],
            ]}
          />
          <p>
            <a href={urls.privacy()}>{m.legal_says_privacy()}</a>
          </p>
        </Section>
      )}
      <Section title={m.organisations_legal_words()}>
        <Prose text={m.organisations_legal_words_text(names)} />
      </Section>
      <Section title={m.organisations_legal_software()}>
        <Prose text={m.organisations_legal_software_text()} />
      </Section>
    </StandingPage>
  );
}

function Facts({ facts }: { facts: readonly (readonly [string, ComponentChildren])[] }) {
  const said = facts.filter(([, detail]) => detail !== '' && detail !== null);
  return (
    <DescriptionList
      items={said.map(([term, detail]) => ({
        term,
        detail: typeof detail === 'string' ? <Prose text={detail} /> : detail,
      }))}
    />
  );
}

const phone = (number: string): ComponentChildren =>
  number === '' ? '' : <a href={`tel:${number.replaceAll(/[^\d+]/g, '')}`}>{number}</a>;

/** A mailbox is a link; a postal address or a page is text. */
const mailbox = (words: string): ComponentChildren =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(words) ? (
    <a href={`mailto:${encodeURI(words).replaceAll(/[?&]/g, encodeURIComponent)}`}>{words}</a>
  ) : (
    words
  );
