import * as m from '../../../paraglide/messages.js';
import type { Locale } from '../../../platform/locale/locale.ts';
import { BarChart } from '../../../ui/charts.tsx';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Section } from '../../../ui/layout.tsx';
import { EmptyState } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { DECLINED, type ProfileField } from './field.ts';
import { sayChoices, sayQuestion } from './field-words.page.tsx';

/** People by answer of one field, in order; `people` 0: fewer than five, nobody perhaps. */
export interface FieldFigures {
  field: ProfileField;
  people: ReadonlyMap<number, number>;
}

/** Each answer with its number, « Je ne souhaite pas répondre » at the end. */
export function sayFigures({ field, people }: FieldFigures, locale: Locale) {
  const labels = sayChoices(field, locale).map((label, at) => ({ label, choice: at + 1 }));
  return [...labels, { label: m.profiles_declined(), choice: DECLINED }].map(
    ({ label, choice }) => ({ label, people: people.get(choice) ?? 0 }),
  );
}

interface FiguresPageProps {
  figures: readonly FieldFigures[];
  countedOn: string | null;
  locale: Locale;
}

export function FiguresPage({ figures, countedOn, locale }: FiguresPageProps) {
  return (
    <>
      <PageHeader
        title={m.profiles_figures_title()}
        lead={m.profiles_figures_lead()}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: m.profiles_fields_title(), href: urls.profileFields() },
        ]}
        {...(countedOn && {
          actions: (
            <ButtonLink kind="secondary" icon="download" href={urls.profileFiguresCsv()} download>
              {m.profiles_figures_csv()}
            </ButtonLink>
          ),
        })}
      />
      {countedOn === null ? (
        <EmptyState icon="filter" title={m.profiles_figures_none_title()}>
          <p>{m.profiles_figures_none()}</p>
        </EmptyState>
      ) : (
        <>
          <p>
            {m.profiles_figures_counted({
              day: formatDate(new Date(`${countedOn}T12:00:00Z`), 'day'),
            })}
          </p>
          {figures.map((one) => (
            <FieldChart key={one.field.id} figures={one} locale={locale} />
          ))}
        </>
      )}
    </>
  );
}

function FieldChart({ figures, locale }: { figures: FieldFigures; locale: Locale }) {
  const question = sayQuestion(figures.field, locale);
  const told = sayFigures(figures, locale);
  const people = told.reduce((sum, one) => sum + one.people, 0);
  return (
    <Section title={question}>
      {people === 0 ? (
        <p>{m.profiles_figures_too_few()}</p>
      ) : (
        <BarChart
          id={`champ-${figures.field.id}`}
          title={question}
          titleHidden
          description={m.profiles_figures_description({ people: formatNumber(people) })}
          labelHead={m.profiles_figures_answer()}
          valueHead={m.profiles_figures_people()}
          bars={told.map((one) => ({
            label: one.label,
            value: one.people,
            ...(one.people === 0 && { unknown: m.profiles_figures_few() }),
          }))}
        />
      )}
    </Section>
  );
}
