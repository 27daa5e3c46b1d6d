import * as m from '../../../paraglide/messages.js';
import { fileSegment } from '../../../platform/files/upload.ts';
import { Field, FileField } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Column, Section } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { CoOrganiser, Space } from '../space.ts';
import { officeCrumbs } from './space-crumbs.page.ts';

/** A co-organiser as it was typed, by field of its form. */
export type TypedCoOrganiser = Record<'nom' | 'adresse' | 'role', string>;

interface Props {
  space: Space;
  coOrganisers: readonly CoOrganiser[];
  typed: TypedCoOrganiser;
  problems: Problems;
}

/** Who runs a space together, and the form of one more. */
export function CoOrganisersPage({ space, coOrganisers, typed, problems }: Props) {
  const at = { space: space.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.spaceoffice_co_organisers()}
        lead={m.spaceoffice_co_organisers_lead()}
        breadcrumb={officeCrumbs(space)}
      />
      {coOrganisers.length > 0 && (
        <List label={m.spaceoffice_co_organisers()}>
          {coOrganisers.map((one) => (
            <p key={one.id}>
              {one.logo && <Logo logo={one.logo} name={one.name} />}
              <a href={urls.adminCoOrganiser({ ...at, coOrganiser: one.id })}>
                <bdi>{one.name}</bdi>
              </a>
              {one.roleWords && (
                <>
                  <br />
                  <span class="hint" dir="auto">
                    {one.roleWords}
                  </span>
                </>
              )}
            </p>
          ))}
        </List>
      )}
      <Section title={m.spaceoffice_co_organiser_add()}>
        <CoOrganiserForm
          action={urls.adminCoOrganisers(at)}
          typed={typed}
          problems={problems}
          submit={m.spaceoffice_co_organiser_add()}
        />
      </Section>
    </Column>
  );
}

const Logo = ({ logo, name }: { logo: NonNullable<CoOrganiser['logo']>; name: string }) => (
  <>
    <img
      src={urls.file({ file: fileSegment({ ...logo, mediaType: 'image/webp' }, 'small') })}
      alt={m.spaceoffice_logo_alt({ name })}
      width={Math.round((logo.width * 48) / logo.height)}
      height={48}
    />
    <br />
  </>
);

function CoOrganiserForm(props: {
  action: string;
  typed: TypedCoOrganiser;
  problems: Problems;
  submit: string;
}) {
  const { action, typed, problems, submit } = props;
  return (
    <Form action={action} upload>
      <Field
        name="nom"
        label={m.spaceoffice_name()}
        value={typed.nom}
        autocomplete="off"
        problems={problems}
        required
      />
      <Field
        name="adresse"
        type="url"
        label={m.spaceoffice_address()}
        hint={m.spaceoffice_address_hint()}
        value={typed.adresse}
        autocomplete="off"
        problems={problems}
      />
      <Field
        name="role"
        label={m.spaceoffice_role_words()}
        hint={m.spaceoffice_role_words_hint()}
        value={typed.role}
        autocomplete="off"
        problems={problems}
      />
      <FileField
        name="logo"
        label={m.spaceoffice_logo()}
        hint={m.spaceoffice_logo_hint()}
        accept="image/png,image/jpeg,image/webp"
        problems={problems}
      />
      <SubmitButton size="large">{submit}</SubmitButton>
    </Form>
  );
}

/** One co-organiser: what is said of it, its logo, and how it leaves. */
export function CoOrganiserPage(props: {
  space: Space;
  coOrganiser: CoOrganiser;
  typed: TypedCoOrganiser;
  problems: Problems;
}) {
  const { space, coOrganiser, typed, problems } = props;
  const at = { space: space.slug, coOrganiser: coOrganiser.id };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={coOrganiser.name}
        breadcrumb={officeCrumbs(space, [
          { label: m.spaceoffice_co_organisers(), href: urls.adminCoOrganisers(at) },
        ])}
      />
      {coOrganiser.logo && (
        <p>
          <Logo logo={coOrganiser.logo} name={coOrganiser.name} />
        </p>
      )}
      <CoOrganiserForm
        action={urls.adminCoOrganiser(at)}
        typed={typed}
        problems={problems}
        submit={m.spaceoffice_save()}
      />
      <Section
        title={m.spaceoffice_co_organiser_people()}
        lead={m.spaceoffice_co_organiser_people_lead()}
        action={<a href={urls.adminSpaceTeam(at)}>{m.spaceoffice_team()}</a>}
      >
        <ButtonForm action={urls.adminCoOrganiserRemove(at)} kind="danger" icon="delete">
          {m.spaceoffice_co_organiser_remove()}
        </ButtonForm>
        <p>
          <ButtonLink kind="quiet" href={urls.adminCoOrganisers(at)}>
            {m.spaceoffice_co_organiser_keep()}
          </ButtonLink>
        </p>
      </Section>
    </Column>
  );
}
