import * as m from '../../../paraglide/messages.js';
import { Checkbox } from '../../../ui/choices.tsx';
import { DateField } from '../../../ui/date-field.tsx';
import { Field, FileField, OutputField, TextArea } from '../../../ui/field.tsx';
import { Fieldset } from '../../../ui/form.tsx';
import { Panel, Section } from '../../../ui/layout.tsx';
import { dateOf } from '../calendar-fields.page.tsx';
import type { FieldsProps } from '../edition-form-words.page.ts';
import { LONGEST } from '../edition-settings.ts';
import { ArticleSection } from '../rules/article.page.tsx';
import type { RulesArticle } from '../rules/rules-words.page.ts';

/** The règlement as it is written from everything above and before: what residents will read. */
export function RulesPreview({ articles }: { articles: readonly RulesArticle[] }) {
  return (
    <Section title={m.setup_rules_preview()} lead={m.setup_rules_preview_lead()} id="apercu">
      <Panel>
        {articles.map((article) => (
          <ArticleSection key={article.key} article={article} level={3} />
        ))}
      </Panel>
    </Section>
  );
}

/** What founds the edition, who answers for it, and what the organisation adds in its own words (R35). */
export function RulesFields({
  typed,
  problems,
  decisionFile,
}: FieldsProps & { decisionFile: { name: string; href: string } | null }) {
  return (
    <>
      <Fieldset legend={m.spaces_form_decision()} hint={m.setup_decision_hint()} id="deliberation">
        <Field
          name="councilDecision"
          label={m.setup_decision_number()}
          hint={m.spaces_form_decision_hint()}
          value={typed.councilDecision}
          problems={problems}
          width="medium"
        />
        <DateField
          name="councilDecisionOn"
          label={m.spaces_form_decision_on()}
          value={dateOf(typed, 'councilDecisionOn')}
          problems={problems}
        />
        {decisionFile && (
          <OutputField label={m.setup_decision_kept()}>
            <a href={decisionFile.href}>
              <bdi>{decisionFile.name}</bdi>
            </a>
          </OutputField>
        )}
        <FileField
          name="decisionFile"
          label={decisionFile ? m.setup_decision_other_file() : m.setup_decision_file()}
          hint={m.setup_decision_file_hint()}
          accept="application/pdf"
          problems={problems}
        />
        {decisionFile && (
          <Checkbox
            name="removeDecisionFile"
            label={m.setup_decision_remove()}
            problems={problems}
          />
        )}
      </Fieldset>
      <Field
        name="responsibleOfficial"
        label={m.spaces_form_official()}
        hint={m.spaces_form_official_hint()}
        value={typed.responsibleOfficial}
        problems={problems}
        width="medium"
      />
      <TextArea
        name="rulesText"
        label={m.spaces_form_rules_text()}
        hint={m.spaces_form_rules_text_hint()}
        value={typed.rulesText}
        problems={problems}
        rows={8}
        limit={LONGEST.rulesText}
      />
    </>
  );
}
