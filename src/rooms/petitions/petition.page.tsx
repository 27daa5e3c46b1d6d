import * as m from '../../paraglide/messages.js';
import { getLocale } from '../../paraglide/runtime.js';
import { WORK_NAME } from '../../platform/http/open-form.ts';
import { Gauge } from '../../ui/ballot-bar.tsx';
import { Checkbox } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatDate, formatNumber } from '../../ui/format.ts';
import { Panel, Section, Split, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { Timeline } from '../../ui/timeline.tsx';
import { TrapField } from '../../ui/trap.tsx';
import { WorkField } from '../../ui/work-field.tsx';
import { urls } from '../../urls.ts';
import { ReportLink } from '../moderation/index.page.ts';
import type { ShownName } from './petition.store.ts';
import type { Petition, PetitionState, Signature, Step } from './petition.ts';
import {
  countWords,
  kindWords,
  noonOf,
  petitionSegment,
  pictureOf,
  stateTones,
  stateWords,
  stepWords,
} from './petition-words.page.ts';
import { NameList } from './petitions.page.tsx';
import { TeamPanel, type TypedStep } from './team-panel.page.tsx';

export type TypedSignature = Record<'nom' | 'courriel' | 'fonction' | 'commune' | 'accord', string>;

export interface PetitionProps {
  petition: Petition;
  state: PetitionState;
  space: { slug: string; title: string; isTeam: boolean };
  component: { slug: string; title: string };
  isInside: boolean;
  names: { names: readonly ShownName[]; next: number | null };
  steps: readonly Step[];
  /** Events that stand with it and that the reader sees. */
  events: readonly { title: string; href: string }[];
  /** The reader's signature. */
  own: Signature | null;
  maySign: boolean;
  isSignedIn: boolean;
  typed: TypedSignature;
  step: TypedStep | undefined;
  problems: Problems;
  /** What the browser works on; null: nothing is asked of it. */
  work: string | null;
  /** Of this page, to be passed on. */
  address: string;
}

/** A call, what is signed, how many signed, and what became of it. */
export function PetitionPage(props: PetitionProps) {
  const { petition, state, space, component, isInside, steps, names } = props;
  const at = { petition: petitionSegment(petition) };
  const lang = petition.lang === getLocale() ? {} : { lang: petition.lang };
  const picture = pictureOf(petition);
  return (
    <>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={petition.title}
        {...lang}
        kicker={kindWords[petition.kind]()}
        {...(petition.call && { lead: <bdi {...lang}>{petition.call}</bdi> })}
        breadcrumb={[
          { label: space.title, href: urls.space({ space: space.slug }) },
          ...(isInside
            ? [
                {
                  label: component.title,
                  href: urls.mobilisations({ space: space.slug, component: component.slug }),
                },
              ]
            : []),
        ]}
        meta={
          <>
            <StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>{' '}
            {petition.reach === 'members' && <Tag icon="lock">{m.petitions_members_only()}</Tag>}
          </>
        }
        // on a phone its form comes after all of the text
        {...(props.maySign &&
          !props.own && {
            actions: (
              <ButtonLink href="#signer" icon="edit">
                {m.petitions_sign()}
              </ButtonLink>
            ),
          })}
      />
      <Split
        aside={
          <>
            {state !== 'draft' && <CountPanel {...props} />}
            <SigningPanel {...props} />
            {space.isTeam && <TeamPanel {...props} />}
            <ReportLink kind="petition" id={petition.id} />
          </>
        }
      >
        {picture && <Picture {...picture} eager />}
        <Section title={m.petitions_text_title()}>
          {petition.addressees && (
            <p>
              {m.petitions_to()} <strong>{petition.addressees}</strong>
            </p>
          )}
          <MarkedText text={petition.body} {...lang} />
          {petition.link && (
            <p>
              <a href={petition.link} rel="noopener">
                {m.petitions_more()}
              </a>
            </p>
          )}
        </Section>
        {steps.length > 0 && (
          <Section title={m.petitions_steps_title()}>
            <Timeline
              label={m.petitions_steps_title()}
              items={steps.map((one) => ({
                title: stepWords[one.kind](),
                date: formatDate(noonOf(one.happenedOn)),
                state: 'done',
                children: <Prose text={one.words} />,
              }))}
            />
          </Section>
        )}
        {props.events.length > 0 && (
          <Section title={m.petitions_events_title()}>
            <List label={m.petitions_events_title()}>
              {props.events.map(({ title, href }) => (
                <p key={href}>
                  <a href={href}>{title}</a>
                </p>
              ))}
            </List>
          </Section>
        )}
        {names.names.length > 0 && (
          <Section
            title={m.petitions_names_title()}
            {...(names.next !== null && {
              action: <a href={urls.signers(at)}>{m.petitions_names_all()}</a>,
            })}
          >
            <NameList names={names.names} />
          </Section>
        )}
        {petition.reach === 'public' && state === 'open' && (
          <Section title={m.petitions_share_title()}>
            <Prose text={`${petition.shareWords || petition.title}\n${props.address}`} />
          </Section>
        )}
      </Split>
    </>
  );
}

/** How many signed, of how many are hoped for. */
function CountPanel({ petition }: PetitionProps) {
  const { goal, signatures, endsOn } = petition;
  return (
    <Panel tone="brand" title={countWords(petition)}>
      {goal !== null && (
        <>
          <Gauge value={Math.min(signatures, goal)} total={goal} />
          <p>{m.petitions_goal({ goal: formatNumber(goal) })}</p>
        </>
      )}
      {endsOn && <p>{m.petitions_until({ date: formatDate(noonOf(endsOn)) })}</p>}
    </Panel>
  );
}

function SigningPanel(props: PetitionProps) {
  const { petition, state, own, typed, problems, isSignedIn, work } = props;
  const at = { petition: petitionSegment(petition) };
  if (own)
    return (
      <Panel title={m.petitions_own_title()}>
        <Stack>
          <p>{own.isNamed ? m.petitions_own_named() : m.petitions_own_unnamed()}</p>
          <ButtonForm action={urls.unsignPetition(at)} kind="secondary">
            {m.petitions_unsign()}
          </ButtonForm>
        </Stack>
      </Panel>
    );
  if (!props.maySign)
    return state === 'closed' ? (
      <Panel title={m.petitions_closed_title()}>
        <p>{m.petitions_closed_words()}</p>
      </Panel>
    ) : null;
  return (
    <Panel title={m.petitions_sign_title()}>
      <Form action={urls.signPetition(at)} id="signer">
        <Field
          name="nom"
          label={m.petitions_name()}
          value={typed.nom}
          autocomplete="name"
          problems={problems}
          required
        />
        {!isSignedIn && (
          <Field
            name="courriel"
            type="email"
            label={m.petitions_email()}
            hint={m.petitions_email_hint()}
            value={typed.courriel}
            autocomplete="email"
            problems={problems}
            required
          />
        )}
        <Field
          name="fonction"
          label={m.petitions_office_optional()}
          value={typed.fonction}
          problems={problems}
        />
        <Field
          name="commune"
          label={m.petitions_place_optional()}
          value={typed.commune}
          problems={problems}
        />
        <Checkbox
          name="accord"
          label={m.petitions_agree()}
          hint={m.petitions_agree_hint()}
          checked={typed.accord === 'oui'}
          problems={problems}
        />
        {!isSignedIn && <TrapField label={m.contact_trap()} />}
        {work !== null && <WorkField name={WORK_NAME} challenge={work} />}
        <SubmitButton size="large">{m.petitions_sign()}</SubmitButton>
        <p class="hint">{m.petitions_privacy()}</p>
      </Form>
    </Panel>
  );
}
