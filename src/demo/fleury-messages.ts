/** What people wrote to the town through its form (R65): two wait, one is answered, one is closed. */
import { randomUUID } from 'node:crypto';
import {
  insertMessage,
  insertReply,
  type MessageTopic,
  setClosed,
} from '../rooms/contact/index.ts';
import type { Member, Place } from './place.ts';
import { setFrench } from './typography.ts';

const HOUR = 3_600_000;

interface Written {
  /** Before `now`. */
  hours: number;
  topic: MessageTopic;
  name: string;
  email: string;
  body: string;
  /** What the office answered, so many hours later. */
  answer?: { hours: number; body: string; closed: boolean };
}

const MESSAGES: readonly Written[] = [
  {
    hours: 190,
    topic: 'accessibility',
    name: 'Odile Brisset',
    email: 'odile.brisset@exemple.fr',
    body: 'Je vois très mal. Y aura-t-il des bulletins en gros caractères à la Maison des jeunes, pour accompagner ma petite-fille ?',
    answer: {
      hours: 20,
      body: 'Bonjour Madame,\n\nOui : des bulletins en grands caractères attendent à l’accueil, et une loupe. Quelqu’un peut aussi lire la liste avec vous.',
      closed: true,
    },
  },
  {
    hours: 74,
    topic: 'vote',
    name: '',
    email: 'famille.maupetit@exemple.fr',
    body: 'Mon fils aura 11 ans mercredi prochain. Peut-il voter cette semaine, ou doit-il attendre son anniversaire ?',
    answer: {
      hours: 5,
      body: 'Bonjour,\n\nIl pourra voter dès le jour de ses 11 ans, et le vote sera encore ouvert : il n’a rien à demander avant.',
      closed: false,
    },
  },
  {
    hours: 26,
    topic: 'question',
    name: 'Comité de quartier de la Chênaie',
    email: 'comite.chenaie@exemple.fr',
    body: 'Nous aimerions afficher les projets du quartier dans notre local. Pouvez-vous nous envoyer dix affiches, ou faut-il les imprimer nous-mêmes ?',
  },
  {
    hours: 3,
    topic: 'personal-data',
    name: 'Hugo Charpentreau',
    email: 'hugo.charpentreau@exemple.fr',
    body: 'J’ai déposé une idée avec mon surnom. Est-ce que mon vrai nom est visible quelque part ?',
  },
];

/** Letters were sent at the time: nobody waits for them any more. */
export async function liveMessages(place: Place, officer: Member, now: Date): Promise<void> {
  const { db, organisation } = place;
  const organisationId = organisation.id;
  const act = { organisationId, by: officer.id };
  for (const { hours, answer, ...written } of MESSAGES) {
    const receivedAt = now.getTime() - hours * HOUR;
    place.travel(new Date(receivedAt));
    const message = await db.transaction().execute((tx) =>
      insertMessage(tx, {
        ...written,
        organisationId,
        body: setFrench(written.body),
        lang: 'fr',
        formId: randomUUID(),
      }),
    );
    if (!message || !answer) continue;
    place.travel(new Date(receivedAt + answer.hours * HOUR));
    await db.transaction().execute(async (tx) => {
      const reply = { id: randomUUID(), body: setFrench(answer.body) };
      await insertReply(tx, act, message, reply);
      if (answer.closed) await setClosed(tx, act, message, true);
    });
  }
  place.travel(now);
}
