import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatNumber } from '../../../ui/format.ts';
import { Actions, Section, Stack } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { LongList } from '../../../ui/long-list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { Table } from '../../../ui/table.tsx';
import type { SurveyFigures } from '../figures.ts';
import type { Place } from '../place/place.ts';
import { addressesOf } from '../place/place-address.page.ts';
import { say } from '../question.ts';
import type { Survey } from '../survey.ts';
import { QuestionResult } from '../survey-results.page.tsx';
import { SURVEY_COLUMNS } from './columns.page.ts';
import { surveyCrumbs } from './crumbs.page.ts';

interface Props {
  place: Place;
  survey: Survey;
  figures: SurveyFigures;
  /** By id of question: the first of them, in the order of chance. */
  texts: ReadonlyMap<string, readonly string[]>;
  locale: 'fr' | 'en';
}

/** Every number and every text, for those who run the edition. */
export function OfficeResultsPage({ place, survey, figures, texts, locale }: Props) {
  const to = addressesOf(place);
  return (
    <Stack>
      <PageHeader
        title={m.survey_read_title()}
        lead={m.survey_read_lead({ count: survey.answers })}
        breadcrumb={surveyCrumbs(place)}
      />
      <Actions>
        <ButtonLink href={to.xlsx()} icon="download" download>
          {m.imports_export_xlsx()}
        </ButtonLink>
        <ButtonLink href={to.csv()} kind="secondary" icon="download" download>
          {m.imports_export_csv()}
        </ButtonLink>
      </Actions>
      {figures.questions.map((question, place) => (
        <Stack key={question.id}>
          <QuestionResult question={question} at={place} locale={locale} />
          <Texts
            texts={texts.get(question.id) ?? []}
            total={question.answered ?? 0}
            label={say(question.words, locale)}
          />
        </Stack>
      ))}
      <Section title={m.imports_dictionary_title()} lead={m.imports_dictionary_lead()}>
        <Table
          caption={m.imports_dictionary_title()}
          captionHidden
          columns={[
            { key: 'name', label: m.imports_dictionary_column() },
            { key: 'meaning', label: m.imports_dictionary_meaning() },
          ]}
          rows={SURVEY_COLUMNS.map(({ name, meaning }) => ({ name: name(), meaning: meaning() }))}
        />
      </Section>
    </Stack>
  );
}

function Texts(props: { texts: readonly string[]; total: number; label: string }) {
  const { texts, total, label } = props;
  if (texts.length === 0) return null;
  return (
    <>
      <LongList
        items={[...texts]}
        wrap={(shown) => (
          <List label={label}>
            {shown.map((text, at) => (
              <p key={at} dir="auto">
                {text}
              </p>
            ))}
          </List>
        )}
      />
      {total > texts.length && (
        <p class="hint">
          {m.survey_texts_more({ shown: formatNumber(texts.length), total: formatNumber(total) })}
        </p>
      )}
    </>
  );
}
