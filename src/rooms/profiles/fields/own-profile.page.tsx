import * as m from '../../../paraglide/messages.js';
import type { Locale } from '../../../platform/locale/locale.ts';
import { Radios } from '../../../ui/choices.tsx';
import { Select } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { Actions, Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { urls } from '../../../urls.ts';
import { DECLINED, type ProfileField } from './field.ts';
import { sayChoice, sayChoices, sayQuestion } from './field-words.page.tsx';

/** The name of a field in the form. */
export const fieldName = ({ id }: ProfileField): string => `champ-${id}`;

/** An answer as the form sends it. */
export const asSent = (choice: number | undefined): string =>
  choice === undefined ? '' : choice === DECLINED ? 'refus' : String(choice);

interface OwnProfilePageProps {
  asked: readonly ProfileField[];
  /** Asked no more, and answered once. */
  former: readonly ProfileField[];
  answers: ReadonlyMap<string, number>;
  /** As typed, by name of field. */
  typed: Readonly<Record<string, string>>;
  problems: Problems;
  /** Where the person was going, at the end of a sign-up. */
  next: string | undefined;
  /** How others see them; null: they have no public name, or are signing up. */
  shown: { nickname: string; isClosed: boolean } | null;
  locale: Locale;
}

export function OwnProfilePage(props: OwnProfilePageProps) {
  const { asked, former, answers, typed, problems, next, shown, locale } = props;
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.profiles_own_title()}
        lead={m.profiles_own_lead()}
        {...(next === undefined && {
          breadcrumb: [{ label: m.identity_account_back(), href: urls.account() }],
        })}
      />
      {asked.length === 0 ? (
        <p>{m.profiles_own_none()}</p>
      ) : (
        <>
          <Notice title={m.profiles_own_apart_title()}>
            <p>{m.profiles_own_apart()}</p>
          </Notice>
          <Form action={urls.ownProfile({ vers: next })}>
            {asked.map((field) => (
              <Question
                key={field.id}
                field={field}
                value={typed[fieldName(field)] ?? ''}
                problems={problems}
                locale={locale}
              />
            ))}
            <Actions>
              <SubmitButton size="large">{m.profiles_own_save()}</SubmitButton>
              {next !== undefined && (
                <ButtonLink kind="secondary" href={next}>
                  {m.profiles_own_skip()}
                </ButtonLink>
              )}
            </Actions>
          </Form>
        </>
      )}
      {former.length > 0 && (
        <Section title={m.profiles_own_former()}>
          <DescriptionList
            items={former.map((field) => ({
              term: sayQuestion(field, locale),
              detail: sayChoice(field, answers.get(field.id) ?? DECLINED, locale),
            }))}
          />
        </Section>
      )}
      {answers.size > 0 && next === undefined && (
        <Section title={m.profiles_own_erase()} lead={m.profiles_own_erase_lead()}>
          <ButtonForm action={urls.eraseOwnProfile()} kind="danger" icon="delete">
            {m.profiles_own_erase()}
          </ButtonForm>
        </Section>
      )}
      {shown && <PublicPart {...shown} />}
    </Column>
  );
}

function PublicPart({ nickname, isClosed }: { nickname: string; isClosed: boolean }) {
  return (
    <Section title={m.profiles_public_title()} lead={m.profiles_public_lead()}>
      {isClosed && <p>{m.profiles_public_is_closed()}</p>}
      <Actions>
        <ButtonLink kind="secondary" icon="eye" href={urls.publicProfile({ person: nickname })}>
          {m.profiles_public_see()}
        </ButtonLink>
        <ButtonForm
          action={urls.closeOwnProfile()}
          values={{ profil: isClosed ? 'ouvert' : 'ferme' }}
          kind="secondary"
          icon={isClosed ? 'unlock' : 'lock'}
        >
          {isClosed ? m.profiles_public_open() : m.profiles_public_close()}
        </ButtonForm>
      </Actions>
    </Section>
  );
}

/** Few answers stay in view; many are a list. Nothing is chosen beforehand. */
function Question(props: {
  field: ProfileField;
  value: string;
  problems: Problems;
  locale: Locale;
}) {
  const { field, value, problems, locale } = props;
  const options = [
    ...sayChoices(field, locale).map((label, at) => ({ value: String(at + 1), label })),
    { value: 'refus', label: m.profiles_declined() },
  ];
  const basics = { name: fieldName(field), label: sayQuestion(field, locale), problems, value };
  return options.length <= 8 ? (
    <Radios {...basics} options={options} />
  ) : (
    <Select {...basics} options={options} empty={m.profiles_no_answer()} />
  );
}
