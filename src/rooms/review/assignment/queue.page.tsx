import * as m from '../../../paraglide/messages.js';
import { Card } from '../../../ui/card.tsx';
import { Select, TextArea } from '../../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../../ui/form.tsx';
import { formatDate, formatNumber } from '../../../ui/format.ts';
import { Column } from '../../../ui/layout.tsx';
import { EmptyState, List, Pagination } from '../../../ui/list.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge, Tag } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Department } from '../../organisations/index.ts';
import { categoryLook } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { type AssignedIdea, type Assignment, RETURN_LENGTH } from './assignment.ts';
import type { QueueCounts } from './queue.store.ts';
import { QUEUE_STATES, type QueueState, type Task } from './queue.ts';
import { DueBadge, departmentOptions, nameOf, opinionLooks, sayDay } from './words.page.tsx';

/** How states stand in addresses. */
export const QUEUE_WORDS: Record<QueueState, { key: string; words: () => string }> = {
  asked: { key: '', words: m.assign_queue_asked },
  given: { key: 'rendus', words: m.assign_queue_given },
  returned: { key: 'renvoyes', words: m.assign_queue_returned },
};

interface QueueProps {
  /** Departments whose queue this is. */
  departments: readonly Department[];
  /** The department asked for in the address; of an officer always one. */
  service: string | null;
  state: QueueState;
  counts: QueueCounts;
  tasks: readonly Task[];
  editions: ReadonlyMap<string, Edition>;
  nicknames: ReadonlyMap<string, string>;
  /** `YYYY-MM-DD` */
  today: string;
  reader: string;
  /** Departments that an officer may look at; of an agent none. */
  choices: readonly Department[];
  nextHref?: string | undefined;
}

/** What a department is asked, the most urgent first (R43). */
export function QueuePage(props: QueueProps) {
  const { departments, service, state, counts, tasks, choices } = props;
  const query = (key: string) =>
    urls.tasks({ ...(service && { service }), ...(key && { voir: key }) });
  return (
    <Column>
      <PageHeader
        title={m.assign_queue_title()}
        kicker={departments.map(({ name }) => name).join(' · ')}
        lead={
          counts.late > 0
            ? m.assign_queue_lead_late({ count: counts.late })
            : m.assign_queue_lead({ count: counts.asked })
        }
      />
      {choices.length > 0 && (
        <form class="form stack" method="get" action={urls.tasks()}>
          <Select
            name="service"
            label={m.assign_queue_of()}
            options={choices.map(({ id, name }) => ({ value: id, label: name }))}
            value={service ?? undefined}
            empty
            width="medium"
          />
          <p>
            <SubmitButton kind="secondary">{m.assign_queue_see()}</SubmitButton>
          </p>
        </form>
      )}
      {departments.length > 0 && (
        <ul class="chips" aria-label={m.assign_queue_kinds()}>
          {QUEUE_STATES.map((one) => (
            <li key={one}>
              <Tag href={query(QUEUE_WORDS[one].key)} {...(one === state && { icon: 'check' })}>
                {QUEUE_WORDS[one].words()} <strong>{formatNumber(counts[one])}</strong>
              </Tag>
            </li>
          ))}
        </ul>
      )}
      {departments.length > 0 && tasks.length === 0 && <NothingHere state={state} />}
      {tasks.length > 0 && (
        <List label={QUEUE_WORDS[state].words()}>
          {tasks.map((task) => (
            <TaskLine key={task.id} task={task} {...props} />
          ))}
        </List>
      )}
      <Pagination nextHref={props.nextHref} />
      <p>
        <a href={urls.ownDeliveries()}>{m.deliver_own_title()}</a>
      </p>
    </Column>
  );
}

function TaskLine({
  task,
  editions,
  departments,
  nicknames,
  today,
  reader,
}: QueueProps & { task: Task }) {
  const edition = editions.get(task.editionId);
  const category = edition ? categoryLook(edition, task.categoryId) : null;
  const isToDo = task.state === 'asked';
  const { tone, words } = opinionLooks[task.state];
  const about = m.assign_about_idea({ number: task.number });
  return (
    <Card
      title={task.title}
      href={urls.task({ opinion: task.id })}
      lang={task.lang}
      level={2}
      mark={String(task.number)}
      {...(category && { category })}
      state={
        isToDo ? (
          <DueBadge dueOn={task.dueOn} today={today} />
        ) : (
          <StateBadge tone={tone}>{words()}</StateBadge>
        )
      }
      meta={[
        ...(departments.length > 1 ? [nameOf(departments, task.departmentId)] : []),
        ...(edition ? [edition.title] : []),
        isToDo || task.settledAt === null
          ? m.assign_until({ date: sayDay(task.dueOn) })
          : m.assign_settled_on({ date: formatDate(task.settledAt, 'day') }),
        ...(task.hasBegun ? [m.assign_begun()] : []),
        ...(isToDo && task.agentId !== null
          ? [
              task.agentId === reader
                ? m.assign_taken_by_you()
                : m.assign_taken_by({ nickname: nicknames.get(task.agentId) ?? '' }),
            ]
          : []),
      ]}
      {...(isToDo && {
        action: (
          <div class="actions">
            <ButtonForm
              action={urls.taskTake({ opinion: task.id })}
              values={{ prendre: task.agentId === reader ? 'non' : 'oui' }}
              kind="quiet"
              size="small"
              about={about}
            >
              {task.agentId === reader ? m.assign_let_go() : m.assign_take()}
            </ButtonForm>
            <ButtonLink
              href={urls.taskReturn({ opinion: task.id })}
              kind="quiet"
              size="small"
              about={about}
            >
              {m.assign_return_title()}
            </ButtonLink>
          </div>
        ),
      })}
    />
  );
}

/** An empty queue says what will be here, and what to do then. */
function NothingHere({ state }: { state: QueueState }) {
  const words: Record<QueueState, { title: string; words: string }> = {
    asked: { title: m.assign_queue_empty_title(), words: m.assign_queue_empty() },
    given: { title: m.assign_queue_no_given_title(), words: m.assign_queue_no_given() },
    returned: { title: m.assign_queue_no_returned_title(), words: m.assign_queue_no_returned() },
  };
  return (
    <EmptyState icon={state === 'asked' ? 'check-check' : 'document'} title={words[state].title}>
      <p>{words[state].words}</p>
    </EmptyState>
  );
}

interface ReturnProps {
  opinion: Assignment & AssignedIdea;
  departments: readonly Department[];
  typed: { comment: string; service: string };
  problems: Problems;
}

/** « Pas mon service »: why, and whose it may be. */
export function ReturnPage({ opinion, departments, typed, problems }: ReturnProps) {
  const here = { opinion: opinion.id };
  return (
    <Column>
      <PageHeader
        title={m.assign_return_title()}
        kicker={nameOf(departments, opinion.departmentId)}
        lead={
          <>
            {m.assign_number({ number: opinion.number })}{' '}
            <bdi lang={opinion.lang}>{opinion.title}</bdi>
          </>
        }
        breadcrumb={[{ label: m.assign_queue_title(), href: urls.tasks() }]}
      />
      <ErrorSummary problems={problems} />
      <Form action={urls.taskReturn(here)}>
        <Hidden name="version" value={opinion.version} />
        <TextArea
          name="commentaire"
          label={m.assign_return_why()}
          hint={m.assign_return_why_hint()}
          value={typed.comment}
          rows={4}
          limit={RETURN_LENGTH}
          required
          problems={problems}
        />
        <Select
          name="service"
          label={m.assign_return_whose()}
          options={departmentOptions(departments.filter(({ id }) => id !== opinion.departmentId))}
          value={typed.service}
          empty={m.assign_return_unknown()}
          width="medium"
          problems={problems}
        />
        <div class="actions">
          <SubmitButton>{m.assign_return_send()}</SubmitButton>
          <ButtonLink kind="quiet" href={urls.task(here)}>
            {m.assign_return_cancel()}
          </ButtonLink>
        </div>
      </Form>
    </Column>
  );
}
