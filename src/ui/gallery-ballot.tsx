/** Gallery: the ballot in the making, in every state. */
import { BallotBar } from './ballot-bar.tsx';
import { BallotLine, Mentions, Stepper } from './ballot-line.tsx';
import { ChoiceLinks, Limits, Ranked } from './ballot-parts.tsx';
import { ButtonForm, ButtonLink } from './form.tsx';
import { Section, Stack } from './layout.tsx';
import { List } from './list.tsx';

const review = <ButtonLink href="#verifier">Vérifier et déposer</ButtonLink>;
const place = { label: 'Nature', icon: 'nature', tint: 1 } as const;
const mentions = ['Coup de cœur', 'J’aime bien', 'Pourquoi pas', 'Je ne suis pas convaincu·e'].map(
  (label, at) => ({ value: String(3 - at), label }),
);

export function GalleryBallot() {
  return (
    <>
      <Section title="Le pied du bulletin" id="panier">
        <Stack>
          <BallotBar
            label="Rien n’est choisi"
            count="0 projet choisi sur 3"
            left="choisissez au moins un projet"
            state="missing"
            gauge={{ value: 0, total: 3 }}
            action={review}
          />
          <BallotBar
            label="En cours"
            count="2 projets choisis sur 3"
            left="vous pouvez en choisir encore 1"
            gauge={{ value: 2, total: 3 }}
            warning="Votre vote n’est pas encore déposé"
            action={review}
          />
          <BallotBar
            label="Trop de points"
            count="14 points donnés sur 10"
            left="4 points de trop"
            state="over"
            gauge={{ value: 14, total: 10 }}
            warning="Votre vote n’est pas encore déposé"
            action={review}
          />
        </Stack>
      </Section>
      <Section title="Les lignes du bulletin" id="lignes-bulletin">
        <List label="Lignes du bulletin">
          <GradeLine value="2" />
          <GradeLine value="" />
          <PointsLine name="points-libres" value="3" />
          <PointsLine
            name="points-faux"
            value="douze"
            problem="Écrivez un nombre entier de points."
          />
        </List>
      </Section>
      <Section title="Le classement" id="classement">
        <List ordered label="Mon classement">
          <Ranked
            place="1er choix"
            title="Un verger partagé derrière la médiathèque"
            href="#verger"
            figure="24 000 €"
            actions={<Gestures of={['Descendre', 'Retirer']} />}
          />
          <Ranked
            place="2e choix"
            title="Adèle Fontaine"
            actions={<Gestures of={['Monter', 'Retirer']} />}
          />
        </List>
      </Section>
      <Section title="Ce qu’un bulletin doit respecter" id="limites">
        <Limits
          title="Ce que votre bulletin doit respecter"
          items={[
            {
              id: 'un',
              limit: 'Toute la ville : de 1 à 3 projets',
              words: 'vous pouvez en choisir encore 2',
              state: 'left',
            },
            {
              id: 'deux',
              limit: 'Thème « Nature » : 2 projets au moins',
              words: 'il manque 1 projet',
              state: 'missing',
            },
            {
              id: 'trois',
              limit: 'de 2 000 € à 6 000 € de projets',
              words: 'dépassement de 1 000 €',
              state: 'over',
            },
          ]}
        />
      </Section>
      <Section title="Le choix d’un quartier" id="choix-quartier">
        <ChoiceLinks
          label="Quartiers"
          items={[
            { title: 'Centre', href: '#centre', facts: '12 projets · 90 000 €' },
            { title: 'Nord', href: '#nord', facts: '1 projet · 90 000 €', current: 'le vôtre' },
            { title: 'Saint-Jean-des-Mauvrets-sur-Loire', href: '#sud', facts: '3 projets' },
          ]}
        />
      </Section>
    </>
  );
}

function GradeLine({ value }: { value: string }) {
  return (
    <BallotLine
      wide
      mark="12"
      title="Un verger partagé derrière la médiathèque"
      href="#verger"
      category={place}
      facts={['24 000 €']}
      excerpt="Vingt arbres fruitiers, plantés avec les écoles et entretenus par le voisinage."
      chosen={value !== ''}
      control={
        <Mentions
          name={`mention-${value}`}
          label="Votre mention pour « Un verger partagé »"
          options={mentions}
          none="Sans avis"
          value={value}
        />
      }
    />
  );
}

function PointsLine({ problem, ...field }: { name: string; value: string; problem?: string }) {
  return (
    <BallotLine
      mark="7"
      title="La mare aux hérissons"
      href="#mare"
      category={place}
      facts={['12 500 €']}
      chosen={problem === undefined}
      control={
        <Stepper
          {...field}
          label="Points pour « La mare aux hérissons »"
          unit="points"
          about="« La mare aux hérissons »"
          minus={{ name: 'moins', value: '7', label: 'Un point de moins' }}
          plus={{ name: 'plus', value: '7', label: 'Un point de plus' }}
          problem={problem}
        />
      }
    />
  );
}

function Gestures({ of }: { of: readonly ('Monter' | 'Descendre' | 'Retirer')[] }) {
  const icons = { Monter: 'arrow-up', Descendre: 'arrow-down', Retirer: 'close' } as const;
  return (
    <>
      {of.map((words) => (
        <ButtonForm key={words} action="#" kind="quiet" size="small" icon={icons[words]}>
          {words}
        </ButtonForm>
      ))}
    </>
  );
}
