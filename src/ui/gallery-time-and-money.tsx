/** Gallery: phases, next step, envelope, charts, basket, receipt, timeline. */
import { Receipt } from './basket.tsx';
import { BarChart, Stat, Stats } from './charts.tsx';
import { EnvelopeBar } from './envelope-bar.tsx';
import { ButtonLink } from './form.tsx';
import { Grid, Panel, Section } from './layout.tsx';
import { NextStep } from './next-step.tsx';
import { type Phase, PhaseLine, Steps } from './phase-line.tsx';
import { type PictureKind, PlaceholderPicture } from './placeholder-picture.tsx';
import { DateText } from './text.tsx';
import { Timeline } from './timeline.tsx';

const day = (text: string): Date => new Date(`${text}T12:00:00Z`);

const states: Record<number, Phase['state'][]> = {
  0: ['current', 'next', 'next', 'next', 'next'],
  3: ['past', 'past', 'past', 'current', 'next'],
  5: ['past', 'past', 'past', 'past', 'past'],
};

const phasesAt = (current: number): Phase[] =>
  [
    { name: 'Appel à projets', from: day('2026-03-01'), to: day('2026-04-30') },
    { name: 'Étude', from: day('2026-05-01'), to: day('2026-08-31') },
    { name: 'Mobilisation', from: day('2026-09-01'), to: day('2026-11-06') },
    { name: 'Vote', from: day('2026-11-07'), to: day('2026-11-22') },
    { name: 'Réalisation', from: day('2027-01-01') },
  ].map((phase, index) => ({ ...phase, state: states[current]?.[index] ?? 'next' }));

const kinds: PictureKind[] = [
  'nature',
  'mobility',
  'culture',
  'sport',
  'youth',
  'solidarity',
  'heritage',
  'town',
];

export function GalleryTimeAndMoney() {
  return (
    <>
      <Section title="Le temps" id="temps">
        <PhaseLine phases={phasesAt(3)} daysLeft={12} />
      </Section>
      <Section title="Le temps, dernier jour de la première étape" level={3}>
        <PhaseLine phases={phasesAt(0)} daysLeft={0} label="Étapes de l’édition 2027" />
      </Section>
      <Section title="Le temps, en bref sur un téléphone" level={3}>
        <PhaseLine phases={phasesAt(3)} daysLeft={1} label="Étapes, en bref" compact />
      </Section>
      <Section title="Le temps, une fois tout terminé" level={3}>
        <PhaseLine phases={phasesAt(5)} label="Étapes de l’édition 2024" />
      </Section>
      <Section title="Ce que l’on peut faire maintenant" id="maintenant">
        <NextStep
          kicker="En ce moment"
          title="Choisissez les projets de votre ville"
          deadline={
            <>
              Jusqu’au <DateText at={new Date('2026-11-22T17:00:00Z')} shape="moment" />
            </>
          }
          actions={
            <>
              <ButtonLink href="#voter" size="large" icon="vote">
                Choisir mes projets
              </ButtonLink>
              <a href="#comment">Comment se passe le vote</a>
            </>
          }
        >
          <p>
            32 projets étudiés par les services attendent votre choix. Vous pouvez en retenir trois,
            et changer d’avis jusqu’à la clôture.
          </p>
        </NextStep>
      </Section>
      <Section title="L’argent" id="argent">
        <Grid min="large">
          <EnvelopeBar id="env-1" totalCents={45000000} usedCents={0} />
          <EnvelopeBar id="env-2" totalCents={45000000} usedCents={31250000} />
          <EnvelopeBar
            id="env-3"
            totalCents={45000000}
            usedCents={45000000}
            label="Enveloppe de l’édition 2025"
          />
          <EnvelopeBar
            id="env-4"
            totalCents={45000000}
            usedCents={49900050}
            label="Votre sélection"
            live
          />
        </Grid>
      </Section>
      <Section title="Les nombres expliqués" id="nombres">
        <Stats>
          <Stat value="32" label="projets soumis au vote" explanation="sur 93 idées étudiées" />
          <Stat value="600" label="votants" explanation="soit 7,5 % des personnes inscrites" />
          <Stat value="11" label="projets lauréats" explanation="pour 438 500 €" />
        </Stats>
      </Section>
      <Section title="Les votes par projet" id="votes">
        <BarChart
          id="votes-chart"
          title="Votes obtenus par projet"
          description="Le verger partagé arrive en tête avec 214 votes ; trois projets sur cinq sont retenus."
          labelHead="Projet"
          valueHead="Votes"
          extra={[
            {
              head: 'Coût',
              cells: ['24 000 €', '38 000 €', '12 500 €', '95 000 €', '61 000 €'],
              numeric: true,
            },
          ]}
          bars={[
            {
              label: 'Un verger partagé derrière la médiathèque',
              value: 214,
              outcome: { kind: 'won', words: 'Retenu' },
              href: '#1',
            },
            {
              label: 'Des arceaux à vélos devant chaque école',
              value: 187,
              outcome: { kind: 'won', words: 'Retenu' },
            },
            {
              label: 'Bancs ombragés le long du canal',
              value: 131,
              outcome: { kind: 'won', words: 'Retenu' },
            },
            {
              label: 'Terrain de basket couvert, quartier des Tilleuls',
              value: 129,
              outcome: { kind: 'lost', words: 'Non retenu' },
            },
            {
              label: 'Kiosque à musique',
              value: 12,
              outcome: { kind: 'lost', words: 'Non retenu' },
            },
          ]}
        />
      </Section>
      <Section title="Le reçu" id="recu">
        <Receipt
          title="Votre vote est déposé"
          code="7KQ2M4XPT9WD"
          items={[
            { term: 'Scrutin', detail: 'Budget participatif 2026 de Fleury' },
            { term: 'Déposé le', detail: <DateText at={day('2026-11-14')} /> },
            { term: 'Projets choisis', detail: '3' },
          ]}
          note={
            <p>
              Ce code permet de retrouver votre bulletin dans l’urne publiée après la clôture. Il ne
              dit ni votre nom ni votre choix : gardez-le pour vous.
            </p>
          }
          actions={
            <>
              <ButtonLink href="#pdf" kind="secondary" icon="download">
                Enregistrer mon reçu
              </ButtonLink>
              <a href="#changer">Changer mon vote</a>
            </>
          }
        />
      </Section>
      <Section title="Le journal d’une réalisation" id="journal">
        <Timeline
          label="Réalisation du verger partagé"
          items={[
            {
              title: 'Le projet est retenu',
              date: <DateText at={day('2026-11-26')} shape="day" />,
              state: 'done',
            },
            {
              title: 'Choix des arbres avec les habitantes et habitants',
              date: <DateText at={day('2027-01-16')} shape="day" />,
              state: 'done',
              children: <p>Vingt-deux personnes ont choisi pommiers, poiriers et cognassiers.</p>,
            },
            {
              title: 'Plantation',
              date: <DateText at={day('2027-02-20')} shape="day" />,
              state: 'current',
              children: <p>Rendez-vous à 10 h, les outils sont prêtés.</p>,
            },
            { title: 'Inauguration', date: 'printemps 2027', state: 'planned' },
          ]}
        />
      </Section>
      <Section title="L’avancée d’un parcours" id="avancee">
        <Panel>
          <Steps current={2} total={4} name="Idées proches de la vôtre" />
          <Steps current={4} total={4} name="Relire et publier" />
        </Panel>
      </Section>
      <Section title="Les images dessinées" id="dessins">
        <Grid min="small">
          {kinds.map((kind) => (
            <PlaceholderPicture key={kind} kind={kind} />
          ))}
        </Grid>
      </Section>
    </>
  );
}
