import * as m from '../../../paraglide/messages.js';
import { answerFile, findFile, openStorage, takePicture } from '../../../platform/files/index.ts';
import { PICTURE_LIMITS } from '../../../platform/files/upload.ts';
import { type Form, UPLOAD_LIMIT } from '../../../platform/http/form.ts';
import { found, notFound } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Page, page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { sayPictureProblems } from '../../../ui/picture-fields.tsx';
import { urls } from '../../../urls.ts';
import { countFollowers } from '../../notifications/index.ts';
import { deliveryCrumbs } from '../office/crumbs.page.ts';
import { type DeliveryAt, loadDelivery } from '../office/load-delivery.routes.ts';
import { actOf } from '../office/office.routes.tsx';
import { sayTheirs } from '../office/words.page.ts';
import { REALISATION } from '../realisation.ts';
import { findPost } from './post.store.ts';
import { checkPost, MOST_PICTURES, type Post, type PostText } from './post.ts';
import { PostFormPage } from './post-form.page.tsx';
import {
  actOnPost,
  addPicture,
  removePicture,
  rewritePost,
  writePost,
} from './post-writing.store.ts';
import { sayPostProblems } from './words.page.ts';

type AtProject = SignedInVisit<'edition' | 'project'>;
type AtPost = SignedInVisit<'edition' | 'project' | 'post'>;

/** The news of a realisation, for those who advance it (R62). */
export const postRoutes: readonly Route[] = [
  get(urls.adminNewPost, 'agent', async (visit) =>
    showPost(visit, await loadDelivery(visit), null),
  ),

  post(urls.adminNewPost, 'agent', async (visit) => {
    const at = await loadDelivery(visit);
    const typed = readTyped(await visit.form());
    const problems = checkPost(typed);
    if (Object.keys(problems).length > 0)
      return showPost(visit, at, null, { typed, problems: sayPostProblems(problems) });
    const id = await writePost(visit.db, actOf(visit), at.realisation.id, typed);
    return seeOther(visit, addressOf(at, id), 'delivery-post-saved');
  }),

  get(urls.adminPost, 'agent', async (visit) => {
    const { at, told } = await loadPost(visit);
    return showPost(visit, at, told);
  }),

  post(urls.adminPost, 'agent', async (visit) => {
    const { at, told } = await loadPost(visit);
    const form = await visit.form();
    const typed = readTyped(form);
    const problems = checkPost(typed);
    if (Object.keys(problems).length > 0)
      return showPost(visit, at, told, { typed, problems: sayPostProblems(problems) });
    const version = Number(form.text('version')) || 0;
    const saved = await rewritePost(visit.db, actOf(visit), told.id, typed, version);
    if (saved.ok) return seeOther(visit, addressOf(at, told.id), 'delivery-post-saved');
    const theirs = found(saved.post, 'post');
    const fields = (['title', 'body'] as const).filter((field) => typed[field] !== theirs[field]);
    return showPost(visit, at, theirs, {
      typed,
      problems: Object.fromEntries(fields.map((field) => [field, sayTheirs(theirs[field])])),
      conflict: true,
    });
  }),

  post(urls.adminPublishPost, 'agent', async (visit) => {
    const { at, told } = await loadPost(visit);
    const done = await actOnPost(visit.db, actOf(visit), at.named, told.id, 'publish');
    return seeOther(visit, addressOf(at, told.id), done ? 'delivery-post-published' : undefined);
  }),

  post(urls.adminWithdrawPost, 'agent', async (visit) => {
    const { at, told } = await loadPost(visit);
    const done = await actOnPost(visit.db, actOf(visit), at.named, told.id, 'withdraw');
    return seeOther(visit, addressOf(at, told.id), done ? 'delivery-post-withdrawn' : undefined);
  }),

  post(
    urls.adminPostPictures,
    'agent',
    async (visit) => {
      const { at, told } = await loadPost(visit);
      const refused = await keepPicture(visit, told);
      return refused
        ? showPost(visit, at, told, refused)
        : seeOther(visit, `${addressOf(at, told.id)}#images`, 'delivery-picture-added');
    },
    { bodyLimit: UPLOAD_LIMIT },
  ),

  // also what is not published yet, which nobody else may see
  get(urls.adminPostPicture, 'agent', async (visit) => {
    const { db, organisation, config, request, params } = visit;
    const { told } = await loadPost(visit);
    found(
      told.pictures.find(({ fileId }) => fileId === params.file),
      'file',
    );
    const file = found(await findFile(db, organisation.id, params.file), 'file');
    return answerFile(request, openStorage(config), file, 'small');
  }),

  post(urls.adminRemovePostPicture, 'agent', async (visit) => {
    const { at, told } = await loadPost(visit);
    const { db, config, params } = visit;
    found(
      told.pictures.find(({ fileId }) => fileId === params.file),
      'file',
    );
    await removePicture(db, openStorage(config), actOf(visit), told.id, params.file);
    return seeOther(visit, `${addressOf(at, told.id)}#images`, 'delivery-picture-removed');
  }),
];

const addressOf = ({ edition, number }: DeliveryAt, postId: string): string =>
  urls.adminPost({ edition: edition.slug, project: number, post: postId });

const readTyped = (form: Form): PostText => ({
  title: form.text('title').replaceAll(/\s+/g, ' '),
  body: form.text('body'),
});

/** A post of the realisation that the address names, and of no other. */
async function loadPost(visit: AtPost): Promise<{ at: DeliveryAt; told: Post }> {
  const at = await loadDelivery(visit);
  const told = await findPost(visit.db, visit.organisation.id, visit.params.post);
  return { at, told: found(told?.realisationId === at.realisation.id ? told : null, 'post') };
}

/** Nothing is kept unless the picture is good and has its words; what was typed comes back where it does not pass. */
async function keepPicture(
  visit: AtPost,
  told: Post,
): Promise<{ alt: string; problems: Problems } | null> {
  const sent = await takePicture(visit);
  const { alt } = sent;
  if (!sent.ok) return { alt, problems: sayPictureProblems(sent.refusals, PICTURE_LIMITS) };
  const storage = openStorage(visit.config);
  const added = await addPicture(visit.db, storage, actOf(visit), told.id, sent.upload, alt);
  if (added.ok) return null;
  if (added.refusal === 'not-found') throw notFound('post');
  return { alt, problems: { file: m.deliver_picture_too_many({ max: MOST_PICTURES }) } };
}

async function showPost(
  { db, organisation }: AtProject,
  { edition, number, project, realisation, isOfficer }: DeliveryAt,
  told: Post | null,
  shown: { typed?: PostText; alt?: string; problems?: Problems; conflict?: boolean } = {},
): Promise<Page> {
  const { problems = {}, conflict = false } = shown;
  const target = { kind: REALISATION, id: realisation.id };
  const followers = await countFollowers(db, organisation.id, target);
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: told ? m.deliver_post_page() : m.deliver_post_new(),
    section: isOfficer ? 'admin' : 'tasks',
    ...(faulty && { status: conflict ? 409 : 422, faulty: true }),
    body: (
      <PostFormPage
        at={{ edition: edition.slug, project: number }}
        project={project.title}
        post={told}
        typed={shown.typed ?? { title: told?.title ?? '', body: told?.body ?? '' }}
        alt={shown.alt ?? ''}
        followers={followers}
        problems={problems}
        conflict={conflict}
        breadcrumb={deliveryCrumbs(edition, isOfficer, { number, title: project.title })}
      />
    ),
  });
}
