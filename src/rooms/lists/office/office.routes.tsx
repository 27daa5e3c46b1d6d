import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { measureList } from '../archive/archive.store.ts';
import { changeList, closeList, makeList } from '../list.store.ts';
import {
  checkList,
  type ListField,
  type MailingList,
  MEBIBYTE,
  type Moderation,
  type Strangers,
  type WrittenList,
} from '../list.ts';
import { listRefusalWords } from '../list-words.page.ts';
import { loadOffice } from '../load.routes.ts';
import { oneLine } from '../post/parsing.mails.ts';
import { countSubscribers } from '../subscription.store.ts';
import { LIST_NAMES, OfficeListPage, type TypedList } from './office.page.tsx';

/** A list, for who runs its space. */
export const officeRoutes: readonly Route[] = [
  get(urls.adminList, 'space-organiser', async (visit) => {
    const office = await loadOffice(visit);
    return show(visit, office, office.list ? typedOf(office.list) : suggest(office.component.slug));
  }),

  post(urls.adminList, 'space-organiser', async (visit) => {
    const office = await loadOffice(visit);
    const { list, component } = office;
    const form = await visit.form();
    const typed = readTyped(form);
    const written = readWritten(typed);
    const refusals = Object.entries(checkList(written)) as [
      ListField,
      keyof typeof listRefusalWords,
    ][];
    if (refusals.length > 0)
      return show(
        visit,
        office,
        typed,
        Object.fromEntries(
          refusals.map(([field, refusal]) => [LIST_NAMES[field], listRefusalWords[refusal]()]),
        ),
      );
    const { db, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    const version = Number(form.text('version')) || 0;
    const saved = list
      ? await changeList(db, act, { id: list.id, version, title: component.title }, written)
      : await makeList(db, act, component, written);
    if (saved.ok)
      return seeOther(visit, urls.adminList(visit.params), list ? 'list-saved' : 'list-made');
    return saved.refusal === 'local-taken'
      ? show(visit, office, typed, { [LIST_NAMES.localPart]: listRefusalWords['local-taken']() })
      : show(visit, await loadOffice(visit), typed, { form: m.lists_changed_meanwhile() });
  }),

  post(urls.adminListClose, 'space-organiser', async (visit) => {
    const { list, component } = await loadOffice(visit);
    const isClosed = (await visit.form()).text('close') === 'oui';
    const { db, organisation, visitor } = visit;
    const act = { organisationId: organisation.id, by: visitor.id };
    if (list) await closeList(db, act, { id: list.id, title: component.title }, isClosed);
    return seeOther(
      visit,
      urls.adminList(visit.params),
      isClosed ? 'list-closed' : 'list-reopened',
    );
  }),
];

const typedOf = (list: MailingList): TypedList => ({
  localPart: list.localPart,
  prefix: list.prefix,
  strangers: list.strangers,
  moderation: list.moderation,
  most: String(list.mostBytes / MEBIBYTE),
});

/** As most lists are. */
const suggest = (slug: string): TypedList => ({
  localPart: slug.slice(0, 24).replace(/-+$/, ''),
  prefix: '',
  strangers: 'refused',
  moderation: 'none',
  most: '10',
});

const readTyped = (form: Form): TypedList => ({
  localPart: form.text(LIST_NAMES.localPart).toLowerCase(),
  prefix: oneLine(form.text(LIST_NAMES.prefix)),
  strangers: form.text(LIST_NAMES.strangers),
  moderation: form.text(LIST_NAMES.moderation),
  most: form.text(LIST_NAMES.mostBytes),
});

const readWritten = (typed: TypedList): WrittenList => ({
  localPart: typed.localPart,
  prefix: typed.prefix,
  strangers: typed.strangers as Strangers,
  moderation: typed.moderation as Moderation,
  mostBytes: /^\d{1,4}$/.test(typed.most) ? Number(typed.most) * MEBIBYTE : 0,
});

async function show(
  { db, organisation, config }: SignedInVisit,
  { space, component, list }: Awaited<ReturnType<typeof loadOffice>>,
  typed: TypedList,
  problems: Problems = {},
): Promise<Answer> {
  const faulty = Object.keys(problems).length > 0;
  const figures = list && {
    ...(await measureList(db, organisation.id, list.id)),
    subscribers: await countSubscribers(db, organisation.id, list.id),
  };
  return page({
    title: component.title,
    ...(faulty && { status: 422, faulty }),
    body: (
      <OfficeListPage
        space={space}
        component={component}
        list={list}
        domain={config.lists.domain}
        typed={typed}
        problems={problems}
        figures={figures}
      />
    ),
  });
}
