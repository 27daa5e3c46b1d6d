import * as m from '../../paraglide/messages.js';
import { Field, Select } from '../../ui/field.tsx';
import {
  ButtonForm,
  ButtonLink,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Actions, Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { sayNickname } from '../identity/index.page.ts';
import { isIn, isLate, LENGTHS, type Task } from './dossier.ts';
import { type Addressed, hrefOf, partsOf } from './dossier-words.page.ts';
import type { Member } from './member.store.ts';

export interface TypedTask {
  words: string;
  assignee: string;
  dueOn: string;
}

interface Listed extends Addressed {
  tasks: readonly Task[];
  nicknames: ReadonlyMap<string, string>;
  today: string;
  mayAct: boolean;
}

const nameOf = (nicknames: ReadonlyMap<string, string>, personId: string): string =>
  sayNickname(nicknames.get(personId) ?? '');

/** What is to be done, in order: by whom, until when; `arranged`: with what changes the list itself. */
export function TaskLines(props: Listed & { arranged?: boolean }) {
  const { tasks, mayAct, arranged = false } = props;
  if (tasks.length === 0) return <p>{m.dossiers_tasks_none()}</p>;
  return (
    <List ordered label={m.dossiers_tasks()}>
      {tasks.map((task, at) => (
        <div key={task.id}>
          <p>
            {task.doneAt && (
              <s>
                <bdi>{task.words}</bdi>
              </s>
            )}
            {!task.doneAt && (
              <strong>
                <bdi>{task.words}</bdi>
              </strong>
            )}
          </p>
          <TaskState {...props} task={task} />
          {mayAct && (
            <Actions>
              <TaskAct {...props} task={task} act={task.doneAt ? 'a-faire' : 'fait'} />
              {arranged && (
                <>
                  <ButtonLink
                    kind="quiet"
                    size="small"
                    icon="edit"
                    about={task.words}
                    href={urls.dossierTask({ ...partsOf(props), task: task.id })}
                  >
                    {m.dossiers_task_change()}
                  </ButtonLink>
                  {at > 0 && <TaskAct {...props} task={task} act="monter" />}
                  {at < tasks.length - 1 && <TaskAct {...props} task={task} act="descendre" />}
                  <TaskAct {...props} task={task} act="retirer" />
                </>
              )}
            </Actions>
          )}
        </div>
      ))}
    </List>
  );
}

function TaskState({ task, nicknames, today }: Listed & { task: Task }) {
  const { doneAt, doneBy, assigneeId, dueOn } = task;
  if (doneAt)
    return (
      <p class="hint">
        <StateBadge tone="success">{m.dossiers_task_is_done()}</StateBadge>{' '}
        {m.dossiers_task_done_by({
          name: nameOf(nicknames, doneBy!),
          date: formatDate(doneAt),
        })}
      </p>
    );
  return (
    <p class="hint">
      {isLate(task, today) && (
        <>
          <StateBadge tone="warning">{m.dossiers_task_late()}</StateBadge>{' '}
        </>
      )}
      {assigneeId
        ? m.dossiers_task_for({ name: nameOf(nicknames, assigneeId) })
        : m.dossiers_task_nobody()}
      {dueOn && <> · {m.dossiers_task_until({ date: sayDay(dueOn) })}</>}
    </p>
  );
}

/** A day of Paris, at its noon: the same day everywhere. */
const sayDay = (day: string): string => formatDate(new Date(`${day}T12:00:00Z`));

const acts = {
  fait: { words: m.dossiers_task_do, kind: 'secondary', icon: 'check' },
  'a-faire': { words: m.dossiers_task_undo, kind: 'quiet', icon: 'pending' },
  monter: { words: m.dossiers_task_up, kind: 'quiet', icon: 'arrow-up' },
  descendre: { words: m.dossiers_task_down, kind: 'quiet', icon: 'arrow-down' },
  retirer: { words: m.dossiers_task_remove, kind: 'quiet', icon: 'delete' },
} as const;
export type TaskGesture = keyof typeof acts;
export const isTaskGesture = (word: string): word is TaskGesture => Object.hasOwn(acts, word);

function TaskAct({
  task,
  act,
  arranged = false,
  ...at
}: Addressed & { task: Task; act: TaskGesture; arranged?: boolean }) {
  const { words, kind, icon } = acts[act];
  return (
    <ButtonForm
      kind={kind}
      size="small"
      icon={icon}
      about={task.words}
      action={urls.dossierTaskAct({ ...partsOf(at), task: task.id })}
      values={{ geste: act, ...(arranged && { retour: 'taches' }) }}
    >
      {words()}
    </ButtonForm>
  );
}

interface PageProps extends Listed {
  members: readonly Member[];
  typed: TypedTask;
  problems: Problems;
  madeFrom: string;
}

/** The tasks of a dossier: added, changed, put in order. */
export function TasksPage(props: PageProps) {
  return (
    <Stack>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={m.dossiers_tasks()}
        breadcrumb={[{ label: props.dossier.title, href: hrefOf(props) }]}
      />
      <TaskLines {...props} arranged />
      <Section title={m.dossiers_task_add()}>
        <Form action={urls.dossierTasks(partsOf(props))}>
          <Hidden name="formulaire" value={props.madeFrom} />
          <TaskFields {...props} />
          <SubmitButton>{m.dossiers_task_add()}</SubmitButton>
        </Form>
      </Section>
    </Stack>
  );
}

/** One task, to be said anew. */
export function TaskPage(
  props: Omit<PageProps, 'tasks' | 'madeFrom' | 'mayAct'> & { task: Task; version: number },
) {
  return (
    <Stack>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={m.dossiers_task_change()}
        breadcrumb={[
          { label: props.dossier.title, href: hrefOf(props) },
          { label: m.dossiers_tasks(), href: urls.dossierTasks(partsOf(props)) },
        ]}
      />
      <Form action={urls.dossierTask({ ...partsOf(props), task: props.task.id })}>
        <Hidden name="version" value={props.version} />
        <TaskFields {...props} />
        <SubmitButton>{m.dossiers_save()}</SubmitButton>
      </Form>
    </Stack>
  );
}

function TaskFields({
  typed,
  problems,
  members,
  nicknames,
}: Pick<PageProps, 'typed' | 'problems' | 'members' | 'nicknames'>) {
  return (
    <>
      <Field
        name="tache"
        label={m.dossiers_task_words()}
        hint={m.dossiers_task_words_hint({ count: LENGTHS.task })}
        value={typed.words}
        problems={problems}
        required
      />
      <Select
        name="qui"
        label={m.dossiers_task_who()}
        value={typed.assignee}
        problems={problems}
        options={[
          { value: '', label: m.dossiers_task_nobody() },
          ...members
            .filter(({ standing }) => isIn(standing))
            .map(({ personId }) => ({ value: personId, label: nameOf(nicknames, personId) })),
        ]}
      />
      <Field
        name="echeance"
        type="date"
        label={m.dossiers_task_due()}
        value={typed.dueOn}
        problems={problems}
        autocomplete="off"
        width="medium"
      />
    </>
  );
}
