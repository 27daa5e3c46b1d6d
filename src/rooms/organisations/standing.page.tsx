import type { ComponentChildren } from 'preact';
import { Column, Section } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Prose } from '../../ui/text.tsx';

interface StandingPageProps {
  title: string;
  lead?: string;
  sections?: readonly { title: string; text: string }[];
  children?: ComponentChildren;
}

/** A page of plain text that the organisation stands by: charter, accessibility, privacy, legal notice. */
export function StandingPage({ title, lead, sections = [], children }: StandingPageProps) {
  return (
    <Column>
      <PageHeader title={title} {...(lead && { lead })} />
      {children}
      {sections.map((section) => (
        <Section key={section.title} title={section.title}>
          <Prose text={section.text} />
        </Section>
      ))}
    </Column>
  );
}
