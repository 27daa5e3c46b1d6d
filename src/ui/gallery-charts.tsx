/** Gallery: charts of votes, merit profiles, answers, and what is folded when it is long. */
import { BarChart } from './charts.tsx';
import { formatMoney } from './format.ts';
import { Section } from './layout.tsx';
import { listGradeLooks, StackChart } from './stack-chart.tsx';

const won = { kind: 'won', words: 'Retenu' } as const;
const lost = { kind: 'lost', words: 'Non retenu' } as const;

const four = ['Coup de cœur', 'J’aime bien', 'Pourquoi pas', 'Je ne suis pas convaincu·e'];
const seven = [
  'Excellent',
  'Très bien',
  'Bien',
  'Assez bien',
  'Passable',
  'Insuffisant',
  'À rejeter',
];

const partsOf = (mentions: string[]) => {
  const looks = listGradeLooks(mentions.length);
  return mentions.map((name, at) => ({ name, look: looks[at]! }));
};

export function GalleryCharts() {
  return (
    <>
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
      <Section title="Les profils de mérite" id="profils">
        <StackChart
          id="profils-4"
          title="Profils de mérite"
          description="Le verger partagé a la meilleure mention majoritaire, « Coup de cœur »."
          parts={partsOf(four)}
          middle="Le trait marque la moitié des bulletins : la mention où il tombe est la mention majoritaire."
          labelHead="Projet"
          wordsHead="Mention majoritaire"
          lines={[
            {
              label: 'Un verger partagé derrière la médiathèque',
              values: [151, 70, 20, 60],
              words: 'Coup de cœur',
              outcome: won,
              href: '#1',
            },
            {
              label: 'Terrain de basket couvert, quartier des Tilleuls',
              values: [90, 69, 88, 54],
              words: 'J’aime bien',
              outcome: lost,
            },
            {
              label: 'Kiosque à musique',
              values: [0, 10, 0, 291],
              words: 'Je ne suis pas convaincu·e',
              outcome: lost,
            },
          ]}
        />
        <StackChart
          id="profils-7"
          title="Sept mentions"
          description="Deux projets jugés sur une échelle de sept mentions."
          parts={partsOf(seven)}
          middle="Le trait marque la moitié des bulletins."
          labelHead="Projet"
          wordsHead="Mention majoritaire"
          lines={[
            { label: 'Bancs ombragés', values: [40, 30, 25, 20, 15, 10, 10], words: 'Bien' },
            { label: 'Une fontaine à eau', values: [5, 10, 15, 25, 30, 35, 30], words: 'Passable' },
          ]}
        />
      </Section>
      <Section title="Les oui et les non" id="oui-non">
        <StackChart
          id="oui-non-chart"
          title="Oui et non"
          description="La rue aux écoles l’emporte par 62 % de oui."
          parts={[
            { name: 'Oui', look: 'firm' },
            { name: 'Abstention', look: 'faint' },
            { name: 'Non', look: 'striped' },
          ]}
          labelHead="Question"
          wordsHead="Part des oui"
          lines={[
            {
              label: 'Faut-il fermer la rue des Écoles aux voitures le mercredi ?',
              values: [62, 9, 38],
              words: '62 % de oui',
              outcome: { kind: 'won', words: 'Adoptée' },
            },
          ]}
        />
      </Section>
      <Section title="Qui paie combien, et ce qui est long" id="longues">
        <StackChart
          id="longues-chart"
          title="Qui a payé chaque projet"
          description="Vingt-six projets, dont la plupart sont payés au prix plein."
          parts={[
            { name: 'Payé au prix plein', look: 'firm' },
            { name: 'Payé par qui avait moins', look: 'soft' },
          ]}
          labelHead="Projet"
          wordsHead="Prix par personne"
          formatValue={(cents) => formatMoney(cents)}
          lines={Array.from({ length: 26 }, (_, at) => ({
            label: `Projet ${at + 1}`,
            values: [2400000 - at * 70000, at * 70000],
            words: formatMoney(22200 + at * 100),
          }))}
        />
      </Section>
    </>
  );
}
