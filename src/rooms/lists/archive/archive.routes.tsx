import { randomUUID } from 'node:crypto';
import * as m from '../../../paraglide/messages.js';
import {
  answerFile,
  findFile,
  listFiles,
  openStorage,
  readFileSegment,
} from '../../../platform/files/index.ts';
import { UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import {
  type Answer,
  page,
  type SignedInVisit,
  seeOther,
  type Visit,
} from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import { urls } from '../../../urls.ts';
import { findContacts } from '../../identity/index.ts';
import { findMessageOfFile, listFileIds } from '../file.store.ts';
import { BODY_LENGTH, type MailingList, MOST_FILES, SUBJECT_LENGTH } from '../list.ts';
import type { SeenPlace } from '../list-frame.page.tsx';
import { loadList, loadSeen, nameAuthors } from '../load.routes.ts';
import { findMessage } from '../message.store.ts';
import type { Message } from '../message.ts';
import { oneLine } from '../post/parsing.mails.ts';
import { writeToList } from '../post/writing.mails.ts';
import { listShownAddresses } from '../subscription.store.ts';
import { ArchivePage, UnmadePage } from './archive.page.tsx';
import { listMessages, listThreads, measureList, searchMessages } from './archive.store.ts';
import { MESSAGE_NAMES, type ShownMessage, ThreadPage, type TypedMessage } from './thread.page.tsx';
import { WritePage } from './write.page.tsx';

const SECTION = 'participation';
const WORDS_LENGTH = 100;

/** The archive of a list, for the readers of its space; and what subscribers write there without a mail. */
export const archiveRoutes: readonly Route[] = [
  get(urls.spaceList, 'anyone', async (visit) => {
    const { list, seen } = await loadSeen(visit);
    const title = seen.component.title;
    if (!list) return page({ title, section: SECTION, body: <UnmadePage seen={seen} /> });
    const { db, organisation, url } = visit;
    const words = (url.searchParams.get('q') ?? '').trim().slice(0, WORDS_LENGTH);
    const after = url.searchParams.get('apres');
    const searched = words
      ? await searchMessages(db, organisation.id, list.id, words, after)
      : { messages: [], next: null };
    const { threads, next } = words
      ? { threads: [], next: searched.next }
      : await listThreads(db, organisation.id, list.id, after);
    return page({
      title,
      section: SECTION,
      body: (
        <ArchivePage
          list={list}
          seen={seen}
          names={await nameAuthors(visit, [...threads, ...searched.messages])}
          words={words}
          threads={threads}
          found={searched.messages}
          next={next}
          isFirst={after === null}
          waiting={seen.mayModerate ? (await measureList(db, organisation.id, list.id)).waiting : 0}
        />
      ),
    });
  }),

  get(urls.listThread, 'anyone', async (visit) => {
    const { list, seen } = await loadList(visit);
    return showThread(visit, seen, await loadThread(visit, list), newForm());
  }),

  post(
    urls.listThread,
    'signed-in',
    async (visit) => {
      const { list, seen } = await loadList(visit);
      const thread = await loadThread(visit, list);
      const { typed, files, answers } = await readTyped(visit);
      const refuse = (problems: TypedMessage['problems']) =>
        showThread(visit, seen, thread, { ...typed, problems });
      const problems = checkTyped(typed, files, { asksSubject: false });
      if (Object.keys(problems).length > 0) return refuse(problems);
      const answered = answers ? await findMessage(visit.db, visit.organisation.id, answers) : null;
      const written = await writeToList(visit, list, {
        authorId: visit.visitor.id,
        subject: thread.subject,
        body: typed.body,
        files,
        answers: answered?.threadId === thread.id && answered.publishedAt ? answered.id : thread.id,
        formId: typed.formId,
      });
      if (!written.ok) return refuse({ form: m.lists_not_written() });
      const to = `${urls.listThread({ ...seen.at, thread: thread.id })}`;
      return seeOther(visit, to, written.waits ? 'list-message-waits' : 'list-message-sent');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  get(urls.listWrite, 'signed-in', async (visit) => {
    const { seen } = await loadList(visit);
    return showWrite(seen, newForm());
  }),

  post(
    urls.listWrite,
    'signed-in',
    async (visit) => {
      const { list, seen } = await loadList(visit);
      const { typed, files } = await readTyped(visit);
      const problems = checkTyped(typed, files, { asksSubject: true });
      if (Object.keys(problems).length > 0) return showWrite(seen, { ...typed, problems });
      const { subject, body, formId } = typed;
      const authorId = visit.visitor.id;
      const written = await writeToList(visit, list, { authorId, subject, body, files, formId });
      if (!written.ok)
        return showWrite(seen, { ...typed, problems: { form: m.lists_not_written() } });
      return written.waits
        ? seeOther(visit, urls.spaceList(seen.at), 'list-message-waits')
        : seeOther(visit, urls.listThread({ ...seen.at, thread: written.id }), 'list-message-sent');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  get(urls.listFile, 'anyone', async (visit) => {
    const { list, seen } = await loadList(visit);
    const { db, organisation, config, request, params } = visit;
    const asked = found(readFileSegment(params.file), 'file');
    const of = await findMessageOfFile(db, organisation.id, list.id, asked.fileId);
    // what waits is its judges' alone
    found(of?.isPublished || (of && seen.mayModerate) ? of : null, 'file');
    const file = found(await findFile(db, organisation.id, asked.fileId), 'file');
    found(file.storageKey.endsWith(`.${asked.extension}`) || null, 'file');
    return answerFile(request, openStorage(config), file, asked.size);
  }),
];

/** What begins the thread of the address, in the archive of this very list. */
async function loadThread(
  { db, organisation, params }: Visit<'thread'>,
  list: MailingList,
): Promise<Message> {
  const thread = await findMessage(db, organisation.id, params.thread);
  const isHere = thread?.listId === list.id && thread.parentId === null && thread.publishedAt;
  return found(isHere ? thread : null, 'thread');
}

const newForm = (): TypedMessage => ({
  subject: '',
  body: '',
  formId: randomUUID(),
  problems: {},
});

async function readTyped(visit: SignedInVisit): Promise<{
  typed: TypedMessage;
  files: File[];
  answers: string;
}> {
  const form = await visit.form();
  const formId = form.text(MESSAGE_NAMES.form);
  return {
    typed: {
      subject: oneLine(form.text(MESSAGE_NAMES.subject)),
      body: form.text(MESSAGE_NAMES.body),
      formId: isUuid(formId) ? formId : randomUUID(),
      problems: {},
    },
    files: form.files(MESSAGE_NAMES.files),
    answers: form.text(MESSAGE_NAMES.answers),
  };
}

function checkTyped(
  { subject, body }: TypedMessage,
  files: readonly File[],
  { asksSubject }: { asksSubject: boolean },
): TypedMessage['problems'] {
  const problems: TypedMessage['problems'] = {};
  if (asksSubject && subject === '') problems[MESSAGE_NAMES.subject] = m.lists_subject_missing();
  if ([...subject].length > SUBJECT_LENGTH)
    problems[MESSAGE_NAMES.subject] = m.lists_subject_long({ most: SUBJECT_LENGTH });
  if (body === '') problems[MESSAGE_NAMES.body] = m.lists_body_missing();
  if ([...body].length > BODY_LENGTH)
    problems[MESSAGE_NAMES.body] = m.lists_body_long({ most: BODY_LENGTH });
  if (files.length > MOST_FILES)
    problems[MESSAGE_NAMES.files] = m.lists_files_many({ most: MOST_FILES });
  return problems;
}

const statusOf = ({ problems }: TypedMessage) =>
  Object.keys(problems).length > 0 && { status: 422 as const, faulty: true };

function showWrite(seen: SeenPlace, typed: TypedMessage): Answer {
  return page({
    title: m.lists_write(),
    section: SECTION,
    ...statusOf(typed),
    body: <WritePage seen={seen} typed={typed} />,
  });
}

async function showThread(
  visit: Visit<'thread'>,
  seen: SeenPlace,
  thread: Message,
  typed: TypedMessage,
): Promise<Answer> {
  const { db, organisation, url } = visit;
  const after = url.searchParams.get('apres');
  const { messages, next } = await listMessages(db, organisation.id, thread.id, after);
  return page({
    title: thread.subject || m.lists_no_subject(),
    section: SECTION,
    ...statusOf(typed),
    body: (
      <ThreadPage
        seen={seen}
        subject={thread.subject}
        messages={await showMessages(visit, thread.listId, messages)}
        names={await nameAuthors(visit, messages)}
        next={next}
        isFirst={after === null}
        threadId={thread.id}
        typed={typed}
      />
    ),
  });
}

/** Messages with their files, and the addresses that their authors chose to show. */
export async function showMessages(
  { db, organisation, visitor }: Pick<Visit, 'db' | 'organisation' | 'visitor'>,
  listId: string,
  messages: readonly Message[],
): Promise<ShownMessage[]> {
  const ids = await listFileIds(
    db,
    organisation.id,
    messages.map(({ id }) => id),
  );
  const files = new Map(
    (await listFiles(db, organisation.id, [...ids.values()].flat())).map((file) => [
      file.fileId,
      file,
    ]),
  );
  const authors = [...new Set(messages.flatMap(({ authorId }) => authorId ?? []))];
  // shown to those who are signed in: programs that gather addresses are not
  const showing = visitor ? await listShownAddresses(db, organisation.id, listId, authors) : [];
  const contacts = await findContacts(db, organisation.id, showing);
  return messages.map((message) => ({
    ...message,
    files: (ids.get(message.id) ?? []).flatMap((id) => files.get(id) ?? []),
    shownAddress: (message.authorId && contacts.get(message.authorId)?.email) ?? null,
  }));
}
