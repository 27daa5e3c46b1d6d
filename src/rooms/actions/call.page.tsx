import * as m from '../../paraglide/messages.js';
import { TextArea } from '../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { Column, Section } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { urls } from '../../urls.ts';
import type { Fund } from '../funds/index.ts';
import { nameCounty } from '../groups/index.page.ts';
import type { Group } from '../groups/index.ts';
import type { Action } from './action.ts';
import { actionSegment } from './action-address.ts';
import { CALL_LENGTH } from './call.ts';

interface Props {
  fund: Fund;
  action: Action;
  group: Group;
  /** Who is written to. */
  near: readonly Group[];
  /** The group wrote today already. */
  hasCalled: boolean;
  words: string;
  problems: Problems;
}

/** Where a group writes to those near it, so that they commit too (R19). */
export function CallPage({ fund, action, group, near, hasCalled, words, problems }: Props) {
  const at = { fund: fund.slug, action: actionSegment(action), group: group.slug };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.commit_call_title()}
        kicker={<bdi>{group.name}</bdi>}
        lead={<bdi>{action.title}</bdi>}
        breadcrumb={[
          { label: m.commit_catalogue_title(), href: urls.fundActions({ fund: fund.slug }) },
          { label: action.title, href: urls.fundAction(at) },
        ]}
      />
      {near.length === 0 ? (
        <Notice tone="info">{m.commit_refused_nobody()}</Notice>
      ) : hasCalled ? (
        <Notice tone="info">{m.commit_refused_today()}</Notice>
      ) : (
        <>
          <p>{m.commit_call_lead({ count: near.length })}</p>
          <Form action={urls.actionCall(at)}>
            <TextArea
              name="mots"
              label={m.commit_call_words()}
              hint={m.commit_call_hint()}
              value={words}
              limit={CALL_LENGTH}
              rows={6}
              problems={problems}
              required
            />
            <SubmitButton icon="mail">{m.commit_call_send()}</SubmitButton>
          </Form>
          <Section title={m.commit_call_to()}>
            <List label={m.commit_call_to()}>
              {near.map((one) => (
                <p key={one.id}>
                  <a href={urls.group({ group: one.slug })}>
                    <bdi>{one.name}</bdi>
                  </a>
                  {one.county && <span class="hint"> · {nameCounty(one.county)}</span>}
                </p>
              ))}
            </List>
          </Section>
        </>
      )}
    </Column>
  );
}
