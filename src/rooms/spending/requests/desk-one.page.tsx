import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, Hidden, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatMoney } from '../../../ui/format.ts';
import { Actions, Grid, Panel, Section, Stack } from '../../../ui/layout.tsx';
import { List } from '../../../ui/list.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Money } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import type { Group } from '../../groups/index.ts';
import type { RequestAct } from '../request.store.ts';
import { canTake, type PersonRefusal } from '../request.ts';
import { REQUEST_LENGTHS } from '../request-form.ts';
import { shareGroupExpense } from '../share.ts';
import { ShareTable, shareOf } from './amount.page.tsx';
import type { SameDocument } from './desk-list.store.ts';
import type { ShownDocument } from './documents.page.tsx';
import { RequestBadge } from './frame.page.tsx';
import { RequestHistory } from './history.page.tsx';
import { listFacts, type SheetProps } from './sheet.page.tsx';
import { kindWords, requestProblems, requestStateWords, titleOf } from './words.page.ts';

interface Props {
  group: Group;
  sheet: SheetProps;
  acts: readonly RequestAct[];
  same: readonly SameDocument[];
  /** Why this person of the desk does not decide. */
  barred: PersonRefusal | null;
  typed: { decision: string; words: string };
  problems: Problems;
}

/** A request with all that its decision rests on: facts, papers side by side, who pays what. */
export function DeskRequestPage(props: Props) {
  const { group, sheet, acts, same, problems } = props;
  const { request, documents, expense } = sheet;
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={titleOf(request)}
        breadcrumb={[
          { label: m.requests_desk_home(), href: urls.finances() },
          { label: m.requests_desk_title(), href: urls.financeRequests() },
        ]}
        meta={
          <>
            <RequestBadge request={request} />{' '}
            <a href={urls.group({ group: group.slug })}>
              <bdi>{group.name}</bdi>
            </a>
          </>
        }
      />
      {same.length > 0 && <SameDocuments same={same} />}
      <DescriptionList items={listFacts(sheet)} />
      {request.explanation && <p class="kept-lines">{request.explanation}</p>}
      <ShareTable share={shareOf(request, expense)} source={request.source} />
      <Section title={m.requests_desk_documents()}>
        <Grid min="large">
          {documents.map((document) => (
            <Paper key={document.id} document={document} />
          ))}
        </Grid>
        <p>
          {m.requests_documents_total()} : <Money cents={expense.receipts} />
        </p>
      </Section>
      <Decision {...props} />
      <RequestHistory acts={acts} nicknames={sheet.nicknames} />
    </Stack>
  );
}

function SameDocuments({ same }: Pick<Props, 'same'>) {
  return (
    <Notice tone="warning" title={m.requests_desk_duplicates()}>
      <List label={m.requests_desk_duplicates()}>
        {same.map(({ title, number, state }) => (
          <p key={`${title}-${number}`}>
            {m.requests_desk_duplicate({
              title,
              number: String(number),
              state: requestStateWords[state](),
            })}{' '}
            <a href={urls.financeRequest({ request: String(number) })}>
              {m.requests_desk_duplicate_link({ number: String(number) })}
            </a>
          </p>
        ))}
      </List>
    </Notice>
  );
}

/** A picture is seen at once; a PDF is opened. */
function Paper({ document }: { document: ShownDocument }) {
  const { title, kind, amount, href, isPicture } = document;
  return (
    <Panel>
      <p>
        <strong>
          <bdi>{title}</bdi>
        </strong>
        <br />
        {kindWords[kind]()}
        {amount !== null && (
          <>
            {' · '}
            <Money cents={amount} />
          </>
        )}
      </p>
      {isPicture && <img src={href} alt={title} loading="lazy" class="paper" />}
      <p>
        <a href={href}>{m.requests_document_open({ title })}</a>
      </p>
    </Panel>
  );
}

export const DESK_DECISIONS = ['valider', 'preciser', 'refuser'] as const;

function Decision({ sheet, barred, typed, problems }: Props) {
  const { request, expense } = sheet;
  if (!canTake(request, 'approve')) return null;
  if (barred)
    return (
      <Section title={m.requests_desk_decision()}>
        <Notice tone="info">{requestProblems[barred]()}</Notice>
      </Section>
    );
  const share = shareOf(request, expense);
  const waits = request.source === 'group' && !shareGroupExpense(expense);
  const both = { fund: formatMoney(share.fund), group: formatMoney(share.group) };
  const agree = share.fund === 0 ? m.requests_desk_approve_group : m.requests_desk_approve;
  const approve = waits ? m.requests_desk_approve_wait() : agree(both);
  return (
    <Section title={m.requests_desk_decision()}>
      <Form action={urls.financeRequestDecision({ request: String(request.number) })}>
        <Hidden name="version" value={request.version} />
        <Radios
          name="decision"
          label={m.requests_desk_decision()}
          value={typed.decision}
          problems={problems}
          required
          options={[
            { value: 'valider', label: approve },
            { value: 'preciser', label: m.requests_desk_info() },
            { value: 'refuser', label: m.requests_desk_refuse() },
          ]}
        />
        <TextArea
          name="message"
          label={m.requests_desk_words()}
          hint={m.requests_desk_words_hint()}
          value={typed.words}
          limit={REQUEST_LENGTHS.words}
          rows={4}
          problems={problems}
        />
        <Actions>
          <SubmitButton>{m.requests_desk_save()}</SubmitButton>
        </Actions>
      </Form>
    </Section>
  );
}
