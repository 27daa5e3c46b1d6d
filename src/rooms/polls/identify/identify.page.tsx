import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Method } from '../../electorate/index.page.ts';
import { EditionFrame } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { voterMethodWords } from './method-words.page.ts';
import type { Step } from './steps.ts';

interface Props {
  edition: Edition;
  now: Date;
  step: Exclude<Step, { kind: 'done' }>;
  /** What was proven already, in this browser. */
  held: readonly Method[];
  /** Whether an account would do instead. */
  mayHaveAccount: boolean;
  problems: Problems;
  /** The form of the proof that is asked for now. */
  children?: ComponentChildren;
  /** Among several proofs that are enough, those whose form is short enough to stand on the page of the choice. */
  shortForms?: ReadonlyMap<Method, ComponentChildren>;
}

/** One thing to prove at a time; the choices wait in the basket meanwhile. */
export function IdentifyPage(props: Props) {
  const { edition, step, held, problems, children } = props;
  const at = { edition: edition.slug };
  const here = urls.voteIdentity(at);
  return (
    <EditionFrame edition={edition} now={props.now} current="vote">
      <Stack>
        <ErrorSummary problems={problems} />
        <PageHeader title={m.identify_title()} lead={m.identify_lead()} />
        {held.length > 0 && (
          <ul class="proven" aria-label={m.identify_held()}>
            {held.map((method) => (
              <li key={method}>
                <Icon name="check" />
                {m.identify_held_one({ proof: voterMethodWords[method].name() })}
              </li>
            ))}
          </ul>
        )}
        {step.kind === 'choose' ? (
          <Choose methods={step.methods} here={here} forms={props.shortForms ?? new Map()} />
        ) : (
          <section class="stack">
            <h2>{voterMethodWords[step.method].title()}</h2>
            {children}
            {step.others.length > 0 && (
              <p>
                <a href={here}>{m.identify_other_way()}</a>
              </p>
            )}
          </section>
        )}
        {props.mayHaveAccount && (
          <p>
            {m.identify_account()}{' '}
            <a href={urls.signIn({ vers: urls.voteReview(at) })}>{m.ui_sign_in()}</a>
          </p>
        )}
        <p>
          <a href={urls.voteReview(at)}>{m.identify_back()}</a>
        </p>
        {held.length > 0 && (
          <ButtonForm action={urls.voteIdentityForget(at)} kind="quiet">
            {m.identify_forget()}
          </ButtonForm>
        )}
      </Stack>
    </EditionFrame>
  );
}

/** Each way with its form, or with a button that leads to it: choosing is no page of its own. */
function Choose({
  methods,
  here,
  forms,
}: {
  methods: readonly Method[];
  here: string;
  forms: ReadonlyMap<Method, ComponentChildren>;
}) {
  return (
    <section class="stack">
      <h2>{m.identify_choose()}</h2>
      <ul class="proof-ways">
        {methods.map((method) => (
          <li key={method}>
            {forms.has(method) ? (
              <>
                <h3>{voterMethodWords[method].title()}</h3>
                {forms.get(method)}
              </>
            ) : (
              <>
                <ButtonLink href={`${here}?par=${method}`} kind="secondary" size="large">
                  {voterMethodWords[method].title()}
                </ButtonLink>
                <p>{voterMethodWords[method].hint()}</p>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** At a point of vote, an officer sees the person: nothing can be done from here. */
export function AtDesk({ edition }: { edition: Edition }) {
  return (
    <Notice title={m.identify_desk_title()}>
      <p>{m.identify_desk()}</p>
      <p>
        <a href={urls.votePoints({ edition: edition.slug })}>{m.identify_desk_points()}</a>
      </p>
    </Notice>
  );
}
