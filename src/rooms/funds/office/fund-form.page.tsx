import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { Field, TextArea } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Grid } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { type Fund, LENGTHS, VISIBILITIES } from '../fund.ts';
import { visibleOptions } from '../fund-words.page.ts';

/** A fund as it was typed. */
export interface TypedFund {
  name: string;
  period: string;
  summary: string;
  presentation: string;
  rules: string;
  cap: string;
  /** Of a new one only: changed later by an act of its own. */
  threshold: string;
  visibleTo: string;
  countProposer: boolean;
  allowRepeats: boolean;
  steps: readonly { below: string; threshold: string }[];
  links: readonly { label: string; address: string }[];
}

interface Props {
  /** null: a new one. */
  fund: Fund | null;
  typed: TypedFund;
  problems: Problems;
}

export const formTitle = (fund: Fund | null): string =>
  fund ? m.funds_settings_title({ name: fund.name }) : m.funds_new_title();

/** What a fund says and allows: each ambiguity of the source texts is a setting here (R9, R13, R17, R18, R30). */
export function FundFormPage({ fund, typed, problems }: Props) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={formTitle(fund)}
        breadcrumb={[
          { label: m.site_nav_admin(), href: urls.admin() },
          { label: m.funds_office_title(), href: urls.adminFunds() },
          ...(fund ? [{ label: fund.name, href: urls.adminFund({ fund: fund.slug }) }] : []),
        ]}
      />
      <Form action={fund ? urls.adminFundSettings({ fund: fund.slug }) : urls.adminNewFund()}>
        {fund && <Hidden name="version" value={fund.version} />}
        <Said typed={typed} problems={problems} />
        <Bounds fund={fund} typed={typed} problems={problems} />
        <Steps typed={typed} problems={problems} />
        <Links typed={typed} problems={problems} />
        <SubmitButton size="large">{fund ? m.funds_save() : m.funds_create()}</SubmitButton>
      </Form>
    </Column>
  );
}

type Part = Pick<Props, 'typed' | 'problems'>;

function Said({ typed, problems }: Part) {
  return (
    <>
      <Field
        name="nom"
        label={m.funds_name()}
        hint={m.funds_name_hint()}
        value={typed.name}
        problems={problems}
        required
      />
      <Field
        name="exercice"
        label={m.funds_period()}
        hint={m.funds_period_hint()}
        value={typed.period}
        problems={problems}
        width="medium"
        required
      />
      <TextArea
        name="resume"
        label={m.funds_summary()}
        hint={m.funds_summary_hint()}
        value={typed.summary}
        limit={LENGTHS.summary}
        rows={2}
        problems={problems}
      />
      <TextArea
        name="presentation"
        label={m.funds_presentation()}
        hint={m.funds_marks_hint()}
        value={typed.presentation}
        limit={LENGTHS.presentation}
        rows={8}
        problems={problems}
      />
      <TextArea
        name="regles"
        label={m.funds_rules()}
        hint={m.funds_rules_hint()}
        value={typed.rules}
        limit={LENGTHS.rules}
        rows={8}
        problems={problems}
      />
    </>
  );
}

function Bounds({ fund, typed, problems }: Props) {
  return (
    <>
      <Field
        name="plafond"
        label={m.funds_cap_field()}
        hint={m.funds_cap_hint()}
        value={typed.cap}
        inputMode="decimal"
        width="short"
        suffix="€"
        problems={problems}
        required
      />
      {!fund && (
        <Field
          name="seuil"
          label={m.funds_threshold_field()}
          hint={m.funds_threshold_hint()}
          value={typed.threshold}
          inputMode="numeric"
          width="short"
          problems={problems}
          required
        />
      )}
      <Radios
        name="visibilite"
        label={m.funds_visible_field()}
        hint={m.funds_visible_hint()}
        value={typed.visibleTo}
        problems={problems}
        required
        options={VISIBILITIES.map((one) => ({ value: one, label: visibleOptions[one]() }))}
      />
      <Checkbox
        name="proposant"
        label={m.funds_proposer_field()}
        hint={m.funds_proposer_hint()}
        checked={typed.countProposer}
      />
      <Checkbox
        name="plusieurs-fois"
        label={m.funds_repeats_field()}
        hint={m.funds_repeats_hint()}
        checked={typed.allowRepeats}
      />
    </>
  );
}

function Steps({ typed, problems }: Part) {
  return (
    <Fieldset legend={m.funds_steps_field()} hint={m.funds_steps_hint()}>
      {typed.steps.map((step, at) => (
        <Grid key={at} min="small">
          <Field
            name={`palier-${at + 1}-part`}
            label={m.funds_step_below({ row: at + 1 })}
            value={step.below}
            inputMode="numeric"
            width="short"
            suffix="%"
            problems={problems}
          />
          <Field
            name={`palier-${at + 1}-seuil`}
            label={m.funds_step_threshold({ row: at + 1 })}
            value={step.threshold}
            inputMode="numeric"
            width="short"
            problems={problems}
          />
        </Grid>
      ))}
    </Fieldset>
  );
}

function Links({ typed, problems }: Part) {
  return (
    <Fieldset legend={m.funds_links_field()} hint={m.funds_links_hint()}>
      {typed.links.map((link, at) => (
        <Grid key={at} min="small">
          <Field
            name={`lien-${at + 1}-titre`}
            label={m.funds_link_label({ row: at + 1 })}
            value={link.label}
            problems={problems}
          />
          <Field
            name={`lien-${at + 1}-adresse`}
            label={m.funds_link_address({ row: at + 1 })}
            type="url"
            value={link.address}
            problems={problems}
          />
        </Grid>
      ))}
    </Fieldset>
  );
}
