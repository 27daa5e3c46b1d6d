import * as m from '../../../paraglide/messages.js';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { Field, FileField, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { EmptyState, List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { MoveButtons } from '../move-buttons.page.tsx';
import {
  LONGEST,
  type Partner,
  type PartnerProblem,
  type PartnerProblems,
  type PartnerTexts,
} from './partner.ts';
import { PartnerLogo } from './partners.page.tsx';

/** Names of the fields, as the forms send them. */
export const PARTNER_FIELDS: Readonly<Record<keyof PartnerTexts, string>> = {
  name: 'nom',
  role: 'role',
  roleEn: 'role-en',
  address: 'adresse',
};
export const LOGO_FIELD = 'logo';

const problemWords: Record<PartnerProblem, () => string> = {
  'name-missing': m.pages_partner_problem_name,
  'name-too-long': () => m.pages_problem_too_long({ max: LONGEST.name }),
  'role-missing': m.pages_partner_problem_role,
  'role-too-long': () => m.pages_problem_too_long({ max: LONGEST.role }),
  'address-unsafe': m.pages_partner_problem_address,
};

export const sayPartnerProblems = (problems: PartnerProblems): Problems =>
  Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [
      PARTNER_FIELDS[field as keyof PartnerTexts],
      problemWords[problem](),
    ]),
  );

export function OfficePartnersPage({ partners }: { partners: readonly Partner[] }) {
  return (
    <>
      <PageHeader
        title={m.pages_partners_office_title()}
        lead={m.pages_partners_office_lead()}
        breadcrumb={[{ label: m.spaces_office(), href: urls.admin() }]}
        actions={
          <>
            <ButtonLink icon="plus" href={urls.adminNewPartner()}>
              {m.pages_partner_new()}
            </ButtonLink>
            <ButtonLink kind="quiet" icon="eye" href={urls.partners()}>
              {m.pages_see()}
            </ButtonLink>
          </>
        }
      />
      {partners.length === 0 ? (
        <EmptyState icon="solidarity" title={m.pages_partners_office_none_title()}>
          <p>{m.pages_partners_office_none()}</p>
        </EmptyState>
      ) : (
        <List ordered>
          {partners.map((partner, at) => (
            <div key={partner.id} class="office-step">
              <p>
                <a href={urls.adminPartner({ partner: partner.id })}>
                  <bdi>{partner.name}</bdi>
                </a>
              </p>
              <p class="hint" lang="fr">
                {partner.role}
              </p>
              <div class="actions">
                <MoveButtons
                  action={urls.adminPartnerMove({ partner: partner.id })}
                  about={partner.name}
                  first={at === 0}
                  last={at === partners.length - 1}
                />
              </div>
            </div>
          ))}
        </List>
      )}
    </>
  );
}

interface FormProps {
  /** null: one that is not there yet. */
  partner: Partner | null;
  typed: PartnerTexts;
  problems: Problems;
  version: number;
  formId: string;
}

export function PartnerFormPage({ partner, typed, problems, version, formId }: FormProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={partner ? partner.name : m.pages_partner_new()}
        {...(!partner && { lead: m.pages_partner_new_lead() })}
        breadcrumb={[
          { label: m.spaces_office(), href: urls.admin() },
          { label: m.pages_partners_office_title(), href: urls.adminPartners() },
        ]}
      />
      <Form action={partner ? urls.adminPartner({ partner: partner.id }) : urls.adminNewPartner()}>
        <Hidden name="version" value={version} />
        <Hidden name="formulaire" value={formId} />
        <Field
          name={PARTNER_FIELDS.name}
          label={m.pages_partner_field_name()}
          value={typed.name}
          problems={problems}
          required
        />
        <TextArea
          name={PARTNER_FIELDS.role}
          label={m.pages_partner_field_role()}
          hint={m.pages_partner_field_role_hint()}
          value={typed.role}
          problems={problems}
          rows={2}
          limit={LONGEST.role}
          lang="fr"
          required
        />
        <TextArea
          name={PARTNER_FIELDS.roleEn}
          label={m.pages_partner_field_role_en()}
          value={typed.roleEn}
          problems={problems}
          rows={2}
          limit={LONGEST.role}
          lang="en"
        />
        <Field
          name={PARTNER_FIELDS.address}
          label={m.pages_partner_field_address()}
          hint={m.pages_partner_field_address_hint()}
          value={typed.address}
          problems={problems}
        />
        <Actions>
          <SubmitButton size="large">{m.pages_partner_save()}</SubmitButton>
        </Actions>
      </Form>
      {partner && <Rest partner={partner} problems={problems} />}
    </Column>
  );
}

/** What is done once there is a partner: its logo, its removal. */
function Rest({ partner, problems }: { partner: Partner; problems: Problems }) {
  const at = { partner: partner.id };
  return (
    <>
      <Section title={m.pages_partner_logo()} lead={m.pages_partner_logo_lead()}>
        {partner.logo && (
          <>
            <PartnerLogo logo={partner.logo} />
            <ButtonForm action={urls.adminPartnerLogoRemove(at)} kind="quiet" icon="delete">
              {m.pages_partner_logo_remove()}
            </ButtonForm>
          </>
        )}
        <Form action={urls.adminPartnerLogo(at)} upload label={m.pages_partner_logo()}>
          <FileField
            name={LOGO_FIELD}
            label={m.pages_partner_logo_file()}
            hint={m.access_logo_hint()}
            accept={PICTURE_LIMITS.types.join(',')}
            problems={problems}
          />
          <SubmitButton kind="secondary" icon="upload">
            {m.access_logo_submit()}
          </SubmitButton>
        </Form>
      </Section>
      <Section title={m.pages_partner_remove()} lead={m.pages_partner_remove_lead()}>
        <ButtonForm action={urls.adminPartnerRemove(at)} kind="danger" icon="delete">
          {m.pages_partner_remove()}
        </ButtonForm>
      </Section>
    </>
  );
}
