import * as m from '../../../paraglide/messages.js';
import { TextArea } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import {
  type LetterWords,
  LONGEST_WORDS,
  WORD_KEYS,
  WORD_LOCALES,
  type WordKey,
  type WordLocale,
} from './letter-words.ts';
import { decisionCrumbs } from './words.page.tsx';

export const wordField = (locale: WordLocale, key: WordKey | 'meeting') => `${locale}-${key}`;

const keyLabels: Record<WordKey | 'meeting', () => string> = {
  toVoteIntro: m.decide_words_kept_intro,
  toVoteClosing: m.decide_words_kept_closing,
  refusedIntro: m.decide_words_refused_intro,
  refusedClosing: m.decide_words_refused_closing,
  meeting: m.decide_words_meeting,
};

const localeLabels: Record<WordLocale, () => string> = {
  fr: m.decide_words_in_french,
  en: m.decide_words_in_english,
};

interface Props {
  edition: Edition;
  words: LetterWords;
  version: number;
  problems: Problems;
  conflict: boolean;
  /** Letters of an invented idea, with these words. */
  samples: readonly { label: string; text: string }[];
}

/** What an edition writes around each decision, with what the letters then say. */
export function LetterWordsPage(props: Props) {
  const { edition, words, version, problems, conflict, samples } = props;
  const at = { edition: edition.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} {...(conflict && { title: m.decide_conflict_title() })} />
      {conflict && <Notice tone="warning">{m.decide_conflict_words()}</Notice>}
      <PageHeader
        title={m.decide_words_title()}
        lead={m.decide_words_lead()}
        breadcrumb={decisionCrumbs(edition)}
      />
      <Form action={urls.adminDecisionWords(at)}>
        <Hidden name="version" value={version} />
        {WORD_LOCALES.map((locale) => (
          <Fieldset key={locale} legend={localeLabels[locale]()}>
            {([...WORD_KEYS, 'meeting'] as const).map((key) => (
              <TextArea
                key={key}
                name={wordField(locale, key)}
                label={keyLabels[key]()}
                {...(key === 'meeting' && { hint: m.decide_words_meeting_hint() })}
                value={words[locale][key]}
                problems={problems}
                rows={3}
                limit={LONGEST_WORDS}
                lang={locale}
              />
            ))}
          </Fieldset>
        ))}
        <SubmitButton size="large">{m.decide_words_submit()}</SubmitButton>
      </Form>
      <Section title={m.decide_words_preview()} lead={m.decide_words_preview_lead()}>
        {samples.map(({ label, text }) => (
          <details key={label}>
            <summary>{label}</summary>
            <Prose text={text} />
          </details>
        ))}
      </Section>
    </Column>
  );
}
