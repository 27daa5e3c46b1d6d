import * as m from '../../../paraglide/messages.js';
import { Checkbox, Radios } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Field, OptionalNumber, Select, TextArea } from '../../../ui/field.tsx';
import {
  ErrorSummary,
  Fieldset,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import {
  type Component,
  type ComponentKind,
  isDatedByContent,
  isLasting,
  isOfTeam,
  LIKENESSES,
  SETTINGS_OF,
} from '../component.ts';
import { componentWords } from '../component-words.page.ts';
import { SPACE_LENGTHS, type Space, type Theme } from '../space.ts';
import type { TypedComponent } from './component-form.ts';
import { componentHints, likenessWords } from './office-words.page.ts';
import { officeCrumbs } from './space-crumbs.page.ts';

interface Props {
  space: Space;
  themes: readonly Theme[];
  kind: ComponentKind;
  /** null: a new one. */
  component: Component | null;
  typed: TypedComponent;
  problems: Problems;
  formKey: string;
  version: number;
  conflict: boolean;
}

export const componentTitle = (component: Component | null): string =>
  component ? m.spaceoffice_component_change() : m.spaceoffice_component_new();

export function ComponentFormPage(props: Props) {
  const { space, themes, kind, component, typed, problems, conflict } = props;
  const at = { space: space.slug };
  return (
    <Column>
      <ErrorSummary
        problems={problems}
        {...(conflict && { title: m.spaceoffice_conflict_title() })}
      />
      <PageHeader
        title={componentTitle(component)}
        kicker={componentWords[kind].name()}
        lead={componentHints[kind]()}
        breadcrumb={officeCrumbs(space, [
          { label: m.spaceoffice_components(), href: urls.adminComponents(at) },
        ])}
      />
      <Form
        action={
          component
            ? urls.adminComponent({ ...at, component: component.slug })
            : urls.adminNewComponent(at)
        }
      >
        {component ? (
          <Hidden name="version" value={props.version} />
        ) : (
          <>
            <Hidden name="formulaire" value={props.formKey} />
            <Hidden name="genre" value={kind} />
          </>
        )}
        <Field
          name="titre"
          label={m.spaceoffice_title()}
          hint={m.spaceoffice_component_title_hint()}
          value={typed.titre}
          problems={problems}
          required
        />
        <TextArea
          name="introduction"
          label={m.spaceoffice_introduction()}
          hint={m.spaceoffice_introduction_hint()}
          value={typed.introduction}
          limit={SPACE_LENGTHS.introduction}
          problems={problems}
        />
        <Select
          name="theme"
          label={m.spaceoffice_theme()}
          empty={m.spaceoffice_whole_space()}
          value={typed.theme}
          options={themes.map(({ id, title }) => ({ value: id, label: title }))}
          problems={problems}
        />
        {isDatedByContent(kind) && <p class="hint">{m.spaceoffice_component_dated_there()}</p>}
        {!isLasting(kind) && !isDatedByContent(kind) && (
          <Fieldset legend={m.spaceoffice_dates()} hint={m.spaceoffice_dates_hint()} id="dates">
            <DateField
              name="ouverture"
              label={m.spaceoffice_opens()}
              value={momentOf(typed, 'ouverture')}
              problems={problems}
              withTime
            />
            <DateField
              name="cloture"
              label={m.spaceoffice_closes()}
              value={momentOf(typed, 'cloture')}
              problems={problems}
              withTime
            />
          </Fieldset>
        )}
        <Settings kind={kind} typed={typed} problems={problems} />
        <SubmitButton size="large">
          {component ? m.spaceoffice_save() : m.spaceoffice_component_add()}
        </SubmitButton>
      </Form>
    </Column>
  );
}

const momentOf = (typed: TypedComponent, name: 'ouverture' | 'cloture') => ({
  day: typed[`${name}-day`],
  month: typed[`${name}-month`],
  year: typed[`${name}-year`],
  time: typed[`${name}-time`],
});

/** Settings that this kind has, and no other. */
function Settings({ kind, typed, problems }: Pick<Props, 'kind' | 'typed' | 'problems'>) {
  const has = (name: (typeof SETTINGS_OF)[ComponentKind][number]) =>
    SETTINGS_OF[kind].includes(name);
  if (SETTINGS_OF[kind].length === 0) return null;
  const tick = (name: keyof TypedComponent, label: string, hint?: string) => (
    <Checkbox
      name={name}
      label={label}
      hint={hint}
      checked={typed[name] === 'oui'}
      problems={problems}
    />
  );
  const number = (name: keyof TypedComponent, label: string, hint: string) => (
    <OptionalNumber name={name} label={label} hint={hint} typed={typed} problems={problems} />
  );
  return (
    <>
      <Fieldset legend={m.spaceoffice_what_people_do()}>
        {has('openToProposals') &&
          tick('ouverte', m.spaceoffice_open_to_all(), m.spaceoffice_open_to_all_hint())}
        {has('supports') &&
          tick('soutiens', m.spaceoffice_supports(), m.spaceoffice_supports_hint())}
        {has('mostSupports') &&
          number('soutiens-max', m.spaceoffice_most_supports(), m.spaceoffice_most_hint())}
        {has('mostIdeas') &&
          number('idees-max', m.spaceoffice_most_ideas(), m.spaceoffice_most_hint())}
        {has('compares') &&
          tick('comparaison', m.spaceoffice_compares(), m.spaceoffice_compares_hint())}
        {has('likeness') && (
          <Select
            name="ressemblance"
            label={m.spaceoffice_likeness()}
            value={typed.ressemblance}
            options={LIKENESSES.map((one) => ({ value: one, label: likenessWords[one]() }))}
          />
        )}
        {has('editMinutes') &&
          number('minutes', m.spaceoffice_minutes(), m.spaceoffice_minutes_hint())}
        {has('mayWithdraw') &&
          tick('retrait', m.spaceoffice_withdraw(), m.spaceoffice_withdraw_hint())}
        {has('places') && tick('lieux', m.spaceoffice_places(), m.spaceoffice_places_hint())}
      </Fieldset>
      {has('comments') && (
        <Fieldset legend={m.spaceoffice_comments()}>
          {tick('commentaires', m.spaceoffice_comments_on())}
          {tick('alignes', m.spaceoffice_aligned(), m.spaceoffice_aligned_hint())}
          {tick('notes', m.spaceoffice_rated())}
          <Radios
            name="profondeur"
            label={m.spaceoffice_depth()}
            look="row"
            value={typed.profondeur}
            problems={problems}
            options={['1', '2', '3'].map((value) => ({ value, label: value }))}
          />
        </Fieldset>
      )}
      {isOfTeam(kind) && <p class="hint">{m.spaceoffice_of_team()}</p>}
    </>
  );
}
