import * as m from '../../../paraglide/messages.js';
import { Field, FileField, TextArea } from '../../../ui/field.tsx';
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
import { urls } from '../../../urls.ts';
import { ageWords } from '../people-chapters.page.ts';
import {
  AGE_BANDS,
  type PopulationOddity,
  type PopulationRefusal,
  type TypedPopulation,
} from '../population.ts';

/** Names of the fields: ages by their band, districts by their place in the list. */
export const POPULATION_FIELDS = {
  inhabitants: 'habitants',
  source: 'source',
  year: 'annee',
  age: (band: string) => `age-${band}`,
  district: (at: number) => `quartier-${at}`,
  file: 'fichier',
  pasted: 'lignes',
} as const;

export const populationRefusalWords: Record<PopulationRefusal, () => string> = {
  'inhabitants-missing': m.evaluation_refused_inhabitants,
  'not-a-number': m.evaluation_refused_number,
  'source-missing': m.evaluation_refused_source,
  'source-too-long': m.evaluation_refused_source_long,
  'year-wrong': m.evaluation_refused_year,
  'more-than-all': m.evaluation_refused_more,
};

const oddWords: Record<PopulationOddity['odd'], (said: { cell: string; row: number }) => string> = {
  'unknown-name': m.evaluation_odd_name,
  'not-a-number': m.evaluation_odd_number,
  twice: m.evaluation_odd_twice,
  'across-bands': m.evaluation_odd_bands,
};

interface Props {
  typed: TypedPopulation;
  /** Names, in order. */
  districts: readonly string[];
  version: number;
  problems: Problems;
  /** What was read of a file and not saved yet; null: nothing was. */
  read: { filled: number; oddities: readonly PopulationOddity[] } | null;
  pasted: string;
}

/** Who lives here, band by band and district by district: for the editions of today and those to come (R88). */
export function PopulationPage({ typed, districts, version, problems, read, pasted }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.evaluation_population_title()}
        lead={m.evaluation_population_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
      />
      {read && <ReadNotice {...read} />}
      <Form action={urls.adminPopulation()} label={m.evaluation_population_title()}>
        <Hidden name="version" value={version} />
        <Field
          name={POPULATION_FIELDS.inhabitants}
          label={m.evaluation_population_inhabitants()}
          value={typed.inhabitants}
          inputMode="numeric"
          width="short"
          autocomplete="off"
          problems={problems}
          required
        />
        <Field
          name={POPULATION_FIELDS.source}
          label={m.evaluation_population_source_label()}
          hint={m.evaluation_population_source_hint()}
          value={typed.source}
          autocomplete="off"
          problems={problems}
          required
        />
        <Field
          name={POPULATION_FIELDS.year}
          label={m.evaluation_population_year()}
          hint={m.evaluation_population_year_hint()}
          value={typed.year}
          inputMode="numeric"
          width="short"
          autocomplete="off"
          problems={problems}
          required
        />
        <Fieldset
          id="ages"
          legend={m.evaluation_population_ages()}
          hint={m.evaluation_population_parts_hint()}
        >
          {AGE_BANDS.map(({ key }) => (
            <Field
              key={key}
              name={POPULATION_FIELDS.age(key)}
              label={ageWords[key]()}
              value={typed.ages[key] ?? ''}
              inputMode="numeric"
              width="short"
              autocomplete="off"
              problems={problems}
            />
          ))}
        </Fieldset>
        {districts.length > 0 && (
          <Fieldset
            id="quartiers"
            legend={m.evaluation_population_districts()}
            hint={m.evaluation_population_parts_hint()}
          >
            {districts.map((name, at) => (
              <div key={name}>
                <Hidden name={`${POPULATION_FIELDS.district(at)}-nom`} value={name} />
                <Field
                  name={POPULATION_FIELDS.district(at)}
                  label={<bdi>{name}</bdi>}
                  value={typed.districts[name] ?? ''}
                  inputMode="numeric"
                  width="short"
                  autocomplete="off"
                  problems={problems}
                />
              </div>
            ))}
          </Fieldset>
        )}
        <SubmitButton size="large">{m.evaluation_population_save()}</SubmitButton>
      </Form>
      <Section title={m.evaluation_population_read()} lead={m.evaluation_population_read_lead()}>
        <Form action={urls.adminReadPopulation()} label={m.evaluation_population_read()} upload>
          <FileField
            name={POPULATION_FIELDS.file}
            label={m.evaluation_population_file()}
            hint={m.evaluation_population_file_hint()}
            accept=".csv,.xlsx,.txt"
            problems={problems}
          />
          <TextArea
            name={POPULATION_FIELDS.pasted}
            label={m.evaluation_population_pasted()}
            hint={m.evaluation_population_pasted_hint()}
            value={pasted}
            rows={8}
            problems={problems}
          />
          <SubmitButton kind="secondary">{m.evaluation_population_fill()}</SubmitButton>
        </Form>
      </Section>
    </Column>
  );
}

function ReadNotice({ filled, oddities }: NonNullable<Props['read']>) {
  return (
    <Notice
      tone={oddities.length > 0 ? 'warning' : 'success'}
      title={m.evaluation_population_filled({ count: filled })}
    >
      <p>{m.evaluation_population_to_save()}</p>
      {oddities.length > 0 && (
        <ul>
          {oddities.map(({ row, cell, odd }) => (
            <li key={`${row}`}>{oddWords[odd]({ row, cell })}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}
