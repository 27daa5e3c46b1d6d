/** Fleury's news: three that are read, one that waits for its day; and a newsletter that has left. */
import { openStorage } from '../platform/files/index.ts';
import { listRecentPosts } from '../rooms/delivery/index.ts';
import { listMeetings } from '../rooms/meetings/index.ts';
import {
  askSubscription,
  confirmSubscription,
  insertNews,
  insertNewsletter,
  keepNewsPicture,
  publishNews,
} from '../rooms/news/index.ts';
import { savePreference, settleLetters } from '../rooms/notifications/index.ts';
import { findEditionForOffice } from '../rooms/spaces/index.ts';
import { type Scene, takePicture } from './pictures/index.ts';
import type { Member, Place } from './place.ts';
import { setFrench } from './typography.ts';

const DAY = 86_400_000;

interface Written {
  /** Days from now; those to come are planned. */
  day: number;
  /** Slug; null: of the whole town. */
  edition: string | null;
  title: string;
  summary: string;
  body: string;
  picture?: { scene: Scene; alt: string };
}

const NEWS: readonly Written[] = [
  {
    day: -24,
    edition: '2020',
    title: 'Le café solidaire fête sa centième étape',
    summary:
      'Parti d’une idée déposée en 2020, le triporteur a servi son centième matin sur la place des Bruyères.',
    body: '## Cent matins\n\nTrois places, un matin chacune : le café itinérant ne paie pas de loyer, il paie des chaises. La centième fois, il a fallu en emprunter au club de boules.\n\n- 4 100 cafés servis, dont 900 suspendus\n- 26 bénévoles\n\nLes prochaines étapes sont dans [l’agenda](/agenda).',
    picture: {
      scene: 'cafe',
      alt: 'Un triporteur jaune à l’auvent rouge, deux chaises et une table sur une place',
    },
  },
  {
    day: -16,
    edition: '2026',
    title: 'Déposer une idée, mode d’emploi',
    summary:
      'Deux cents mots suffisent, et personne ne vous demandera de chiffrer. Les services s’en chargent.',
    body: 'Une idée tient en **un titre et quelques phrases**. Dites où, pour qui, et ce que cela changerait.\n\n1. Regardez d’abord si une idée proche existe : on peut la soutenir.\n2. Déposez la vôtre en ligne, ou sur papier à l’accueil de la mairie.\n3. Les services l’étudient ; une décision motivée vous est écrite, quelle qu’elle soit.',
  },
  {
    day: -6,
    edition: null,
    title: 'Visite guidée : ce que vos votes ont fait',
    summary:
      'Quatre réalisations des éditions passées, à pied, avec celles et ceux qui en ont eu l’idée.',
    body: 'Départ devant la médiathèque, deux heures de marche douce, accessible aux fauteuils.\n\n> Les places sont comptées : l’inscription est dans [l’agenda](/agenda).',
    picture: {
      scene: 'compost',
      alt: 'Trois bacs à compost de bois côte à côte, du broyat et une fourche devant',
    },
  },
  {
    day: 5,
    edition: '2026',
    title: 'La collecte se termine bientôt',
    summary: 'Encore quelques jours pour déposer une idée ou en soutenir une.',
    body: 'Après la clôture, les services étudient chaque idée. Les porteurs sont tenus au courant à chaque étape.',
  },
];

interface Told {
  officer: Member;
  /** Who ticked the newsletter. */
  readers: readonly Member[];
  now: Date;
}

export async function liveNews(place: Place, { officer, readers, now }: Told): Promise<void> {
  const { db, folders, organisation } = place;
  const act = { organisationId: organisation.id, by: officer.id };
  const after = (days: number) => new Date(now.getTime() + days * DAY);
  const shown: string[] = [];
  for (const { day, edition, picture, ...written } of NEWS) {
    place.travel(after(Math.min(day, 0)));
    const found = edition && (await findEditionForOffice(db, organisation.id, edition));
    const { id } = await insertNews(db, act, {
      title: setFrench(written.title),
      summary: setFrench(written.summary),
      body: setFrench(written.body),
      editionId: found ? found.id : null,
    });
    if (picture) {
      const upload = await takePicture(picture.scene);
      const storage = openStorage(folders);
      await keepNewsPicture(db, storage, act, id, upload, setFrench(picture.alt));
    }
    await publishNews(db, act, id, { showsAt: day > 0 ? after(day) : null });
    if (day < 0) shown.push(id);
  }

  place.travel(after(-4));
  for (const { id } of readers) await savePreference(db, organisation.id, id, 'newsletter', true);
  const email = 'lectrice@exemple.fr';
  const { id } = await db
    .transaction()
    .execute((tx) => askSubscription(tx, organisation.id, { email, mailbox: email, locale: 'fr' }));
  await confirmSubscription(db, organisation.id, id);
  const posts = await listRecentPosts(db, organisation.id, { limit: 2 });
  const { meetings } = await listMeetings(db, organisation.id, {
    when: 'coming',
    now: after(-4),
    limit: 3,
  });
  const newsletter = await insertNewsletter(db, act, {
    own: {
      fr: {
        subject: setFrench('Les nouvelles du budget participatif'),
        words: setFrench(
          'Bonjour à toutes et à tous,\n\nLa nouvelle édition est ouverte : **déposez vos idées** jusqu’à la clôture de la collecte. En attendant, voici ce que les précédentes ont changé dans la ville.',
        ),
      },
      en: {
        subject: 'News of the participatory budget',
        words:
          'Hello,\n\nThe new edition is open: **bring your ideas** until the collection closes. Meanwhile, here is what the former ones have changed in town.',
      },
    },
    news: shown.toReversed(),
    posts: posts.map((post) => post.id),
    meetings: meetings.map((meeting) => meeting.id),
    segment: { kind: 'all' },
  });
  // drawn as the site draws it: asked for only here, the story before it needs no page
  const { settleNewsletter } = await import('../rooms/news/letters/newsletter.jobs.ts');
  await settleNewsletter(db, folders, act, newsletter);
  await settleLetters(db, organisation.id);
  place.travel(now);
}
