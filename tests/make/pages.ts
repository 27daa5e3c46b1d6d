import { randomUUID } from 'node:crypto';
import {
  addHeading,
  addPartner,
  type EditorialPage,
  type FaqEntry,
  findEntry,
  findPage,
  insertEntry,
  insertPage,
  showEntry,
  showPage,
  type WrittenEntry,
  type WrittenPage,
} from '../../src/rooms/pages/index.ts';
import type { TestSite } from '../site-client.ts';

type Of = Pick<TestSite, 'db' | 'organisationId'>;
interface Where {
  organisationId?: string;
  published?: boolean;
}

const NO_ENGLISH = { titleEn: '', summaryEn: '', bodyEn: '' };

/** A page of the organisation, in the footer and published unless told. */
export async function makePage(
  site: Of,
  options: Partial<WrittenPage> & Where = {},
): Promise<EditorialPage> {
  const { organisationId = site.organisationId, published = true, ...written } = options;
  const act = { organisationId, by: null };
  const made = await insertPage(site.db, act, randomUUID(), {
    title: 'Comment ça marche',
    summary: 'De l’idée au chantier.',
    body: '## Proposer\n\nDéposez une *idée*.\n\n- en ligne\n- sur papier',
    shownIn: 'footer',
    ...NO_ENGLISH,
    ...written,
  });
  if (!made.ok) throw new Error(made.refusal);
  const page = (await findPage(site.db, organisationId, made.slug))!;
  if (published) await showPage(site.db, act, page, true);
  return (await findPage(site.db, organisationId, made.slug))!;
}

/** A page of a component of a space, published unless told. */
export async function makeSpacePage(
  site: Of,
  component: { id: string },
  options: Partial<WrittenPage> & { published?: boolean } = {},
): Promise<EditorialPage> {
  const { published = true, ...written } = options;
  const act = { organisationId: site.organisationId, by: null };
  const texts = {
    title: 'De quoi parle-t-on ?',
    summary: 'En deux minutes.',
    body: '## Le sujet\n\nL’eau, *puis* les sols.',
    ...NO_ENGLISH,
    ...written,
    shownIn: 'nowhere' as const,
  };
  const made = await insertPage(site.db, act, randomUUID(), texts, component.id);
  if (!made.ok) throw new Error(made.refusal);
  const find = () => findPage(site.db, site.organisationId, made.slug, component.id);
  if (published) await showPage(site.db, act, (await find())!, true);
  return (await find())!;
}

/** A question under the heading « Voter » unless told, published unless told. */
export async function makeQuestion(
  site: Of,
  options: Partial<WrittenEntry> & Where & { heading?: string } = {},
): Promise<FaqEntry> {
  const {
    organisationId = site.organisationId,
    published = true,
    heading = 'Voter',
    ...written
  } = options;
  const act = { organisationId, by: null };
  const under = await addHeading(site.db, act, { title: heading, titleEn: '' });
  if (!under.ok) throw new Error(under.refusal);
  const made = await insertEntry(site.db, act, randomUUID(), {
    headingId: under.id,
    question: 'Qui peut voter ?',
    answer: 'Toute personne qui **habite** ici.',
    questionEn: '',
    answerEn: '',
    ...written,
  });
  if (!made.ok) throw new Error(made.refusal);
  const entry = (await findEntry(site.db, organisationId, made.id))!;
  if (published) await showEntry(site.db, act, entry, true);
  return (await findEntry(site.db, organisationId, made.id))!;
}

/** Returns its id. */
export async function makePartner(
  site: Of,
  options: { organisationId?: string; name?: string; role?: string } = {},
): Promise<string> {
  const {
    organisationId = site.organisationId,
    name = 'Kawaa',
    role = 'Anime les soirées.',
  } = options;
  const texts = { name, role, roleEn: '', address: 'https://kawaa.example/' };
  const made = await addPartner(site.db, { organisationId, by: null }, randomUUID(), texts);
  if (!made.ok) throw new Error(made.refusal);
  return made.id;
}
