import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { ButtonLink } from '../../ui/form.tsx';
import { Column, Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Prose } from '../../ui/text.tsx';

interface StandingPageProps {
  title: string;
  lead?: string;
  sections?: readonly { title: string; text: string }[];
  /** Where one writes to: a button at the end. */
  contact?: string;
  /** What one can do about it by oneself: a button before that one. */
  act?: { label: string; href: string };
  children?: ComponentChildren;
}

/** A page of plain text that the organisation stands by: charter, accessibility, privacy, legal notice. */
export function StandingPage({
  title,
  lead,
  sections = [],
  contact,
  act,
  children,
}: StandingPageProps) {
  return (
    <Column>
      <PageHeader title={title} {...(lead && { lead })} />
      {children}
      {sections.map((section) => (
        <Section key={section.title} title={section.title}>
          <Prose text={section.text} />
        </Section>
      ))}
      {act && (
        <p>
          <ButtonLink icon="user" href={act.href}>
            {act.label}
          </ButtonLink>
        </p>
      )}
      {contact && (
        <p>
          <ButtonLink kind="secondary" icon="mail" href={`mailto:${contact}`}>
            {m.organisations_write()}
          </ButtonLink>
        </p>
      )}
    </Column>
  );
}
