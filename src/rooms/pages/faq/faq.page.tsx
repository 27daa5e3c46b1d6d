import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { MarkedText } from '../../../ui/marked-text.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { pickWords, type Written } from '../languages.ts';
import { anchorOf, type FaqEntry, type FaqHeading, readEntry } from './faq.ts';

interface Props {
  headings: readonly FaqHeading[];
  /** Those that are published. */
  entries: readonly FaqEntry[];
  locale: Written;
}

/** Questions under their headings, each closed until it is asked; a script opens the one that the address names. */
export function FaqPage({ headings, entries, locale }: Props) {
  const ask = (
    <ButtonLink kind="secondary" icon="mail" href={urls.contact()}>
      {m.pages_faq_ask()}
    </ButtonLink>
  );
  return (
    <Column>
      <PageHeader title={m.pages_faq_title()} lead={m.pages_faq_lead()} actions={ask} />
      {entries.length === 0 && (
        <EmptyState icon="help" title={m.pages_faq_none_title()}>
          <p>{m.pages_faq_none()}</p>
        </EmptyState>
      )}
      {headings
        .map((heading) => ({
          heading,
          own: entries.filter(({ headingId }) => headingId === heading.id),
        }))
        .filter(({ own }) => own.length > 0)
        .map(({ heading, own }) => {
          const { words, lang } = pickWords(locale, heading.title, heading.titleEn);
          return (
            <Section
              key={heading.id}
              title={<span lang={lang === locale ? undefined : lang}>{words}</span>}
            >
              {own.map((entry) => (
                <Question key={entry.id} entry={entry} locale={locale} />
              ))}
            </Section>
          );
        })}
    </Column>
  );
}

function Question({ entry, locale }: { entry: FaqEntry; locale: Written }) {
  const { question, answer, lang } = readEntry(entry, locale);
  const anchor = anchorOf(entry);
  return (
    <details class="faq-entry" id={anchor} lang={lang === locale ? undefined : lang}>
      <summary>{question}</summary>
      <MarkedText text={answer} />
      <p class="hint">
        <a href={`#${anchor}`} lang={locale}>
          {m.pages_faq_address()}
          <span class="visually-hidden"> {question}</span>
        </a>
      </p>
    </details>
  );
}
