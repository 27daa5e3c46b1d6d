import * as m from '../../../paraglide/messages.js';
import { Field } from '../../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatNumber, formatTime } from '../../../ui/format.ts';
import { Grid, Section, Stack } from '../../../ui/layout.tsx';
import { NextStep } from '../../../ui/next-step.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import { DeskKiosks } from '../kiosk/desk-kiosks.page.tsx';
import type { StandingKiosk } from '../kiosk/kiosk.store.ts';
import { CODE_MINUTES } from '../kiosk/kiosk.ts';
import type { VotePoint } from '../points/point.ts';
import { FoundPeople, type FoundProps } from './found-people.page.tsx';

/** What was just done for the person who is leaving the desk. */
export type LastAct =
  | { kind: 'paper'; names: string; withdrew: boolean; envelope: string | null }
  | { kind: 'code'; names: string; code: string };

interface Props {
  point: VotePoint;
  /** When the point closes. */
  until: Date;
  counts: { paper: number; kiosk: number };
  kiosks: readonly StandingKiosk[];
  typed: { name: string; birthDate: string };
  last: LastAct | null;
  /** null: nothing was searched yet. */
  found: FoundProps | null;
  problems: Problems;
}

/** « Bureau de vote » : the next person is searched, found and served on this one screen (R53). */
export function DeskPage(props: Props) {
  const { point, found, problems } = props;
  const at = { point: point.id };
  const faulty = Object.keys(problems).length > 0;
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.desk_title()}
        kicker={<bdi>{point.name}</bdi>}
        meta={<Counts {...props} />}
      />
      {props.last && <LastDone last={props.last} point={point.id} />}
      <Form action={urls.desk(at)} label={m.desk_search_label()}>
        <Grid>
          <Field
            name="nom"
            label={m.desk_search_name()}
            hint={m.desk_search_name_hint()}
            value={props.typed.name}
            autocomplete="off"
            spellcheck={false}
            problems={problems}
            focused={!faulty && (found === null || found.people.length === 0)}
          />
          <Field
            name="naissance"
            label={m.desk_search_birth()}
            hint={m.desk_search_birth_hint()}
            value={props.typed.birthDate}
            autocomplete="off"
            inputMode="numeric"
            width="medium"
            problems={problems}
          />
        </Grid>
        <div>
          <SubmitButton icon="search">{m.desk_search()}</SubmitButton>
        </div>
      </Form>
      {found && <FoundPeople {...found} />}
      <DeskKiosks point={point.id} kiosks={props.kiosks} />
      <Section title={m.desk_end_title()}>
        <p>{m.desk_end({ time: formatTime(props.until) })}</p>
        <div class="actions">
          <ButtonForm action={urls.deskClose(at)} kind="secondary" icon="sign-out">
            {m.desk_close()}
          </ButtonForm>
        </div>
      </Section>
    </Stack>
  );
}

function Counts({ counts }: Pick<Props, 'counts'>) {
  return (
    <p>
      {m.desk_counts_paper({ count: counts.paper, number: formatNumber(counts.paper) })}
      {' · '}
      {m.desk_counts_kiosk({ count: counts.kiosk, number: formatNumber(counts.kiosk) })}
    </p>
  );
}

function LastDone({ last, point }: { last: LastAct; point: string }) {
  if (last.kind === 'code') {
    return (
      <Notice tone="success" title={m.desk_code_title({ names: last.names })}>
        <p class="kiosk-code" translate={false}>
          {last.code.slice(0, 3)} {last.code.slice(3)}
        </p>
        <p>{m.desk_code_words({ count: CODE_MINUTES })}</p>
      </Notice>
    );
  }
  return (
    <Notice
      tone="success"
      title={m.desk_paper_done({ names: last.names })}
      actions={
        <ButtonForm action={urls.deskTakeBack({ point })} kind="secondary">
          {m.desk_take_back()}
        </ButtonForm>
      }
    >
      {last.envelope && <p>{m.desk_paper_envelope({ number: last.envelope })}</p>}
      {last.withdrew && <p>{m.desk_paper_withdrew()}</p>}
      <p>{m.desk_take_back_words()}</p>
    </Notice>
  );
}

/** Before anything: who serves, where, until when. */
export function OpenDeskPage({ point, until }: Pick<Props, 'point' | 'until'>) {
  return (
    <Stack>
      <PageHeader title={m.desk_title()} kicker={<bdi>{point.name}</bdi>} />
      <NextStep
        title={m.desk_open_title()}
        deadline={m.desk_open_until({ time: formatTime(until) })}
        actions={
          <ButtonForm action={urls.deskOpen({ point: point.id })} size="large">
            {m.desk_open()}
          </ButtonForm>
        }
      >
        <p>{m.desk_open_words()}</p>
      </NextStep>
    </Stack>
  );
}
