/** Gallery: cards, rows, filters, tables, states. */
import { Card, type CardProps } from './card.tsx';
import { Filters } from './filters.tsx';
import { ButtonForm, ButtonLink } from './form.tsx';
import { Panel, Section, Split, Stack } from './layout.tsx';
import { EmptyState, List, Pagination } from './list.tsx';
import { DescriptionList, Table } from './table.tsx';
import { StateBadge, Tag } from './tag.tsx';
import { DateText, Money } from './text.tsx';

const ideas: CardProps[] = [
  {
    title: 'Un verger partagé derrière la médiathèque',
    href: '#idee-1',
    category: { label: 'Nature en ville', icon: 'nature', tint: 1 },
    picture: { drawn: 'nature' },
    excerpt:
      'La parcelle est en friche depuis six ans. On pourrait y planter une vingtaine d’arbres fruitiers, entretenus par les voisins.',
    meta: ['Camille R.', '12 mars 2026', 'Centre'],
    state: <StateBadge tone="success">Recevable</StateBadge>,
    figure: '48 soutiens',
    action: (
      <ButtonForm
        action="#soutenir"
        kind="secondary"
        size="small"
        icon="support"
        about="l’idée du verger partagé"
      >
        Soutenir
      </ButtonForm>
    ),
  },
  {
    title: 'Des arceaux à vélos devant chaque école',
    href: '#idee-2',
    category: { label: 'Mobilités', icon: 'bike', tint: 2 },
    picture: { drawn: 'mobility' },
    excerpt: 'Aujourd’hui les vélos s’attachent aux grilles et gênent les poussettes.',
    meta: ['Idriss', '14 mars 2026', 'Tilleuls'],
    figure: '131 soutiens',
    action: (
      <ButtonForm
        action="#soutenir"
        kind="secondary"
        size="small"
        icon="check"
        pressed
        about="l’idée des arceaux"
      >
        Soutenue
      </ButtonForm>
    ),
  },
  {
    title: 'Kiosque à musique',
    href: '#idee-3',
    category: { label: 'Culture', icon: 'culture', tint: 3 },
    picture: { drawn: 'culture' },
    excerpt: 'Pour que la fanfare ne répète plus sous la pluie.',
    meta: ['Marie-Ange de la Tour', '2 avril 2026'],
    state: <StateBadge tone="warning">À préciser</StateBadge>,
    figure: '1 soutien',
  },
];

const projects: CardProps[] = [
  {
    title: 'Bancs ombragés le long du canal',
    href: '#projet-7',
    mark: '7',
    category: { label: 'Cadre de vie', icon: 'house', tint: 6 },
    meta: ['Canal', 'issu de 2 idées'],
    figure: <Money cents={1250000} />,
    chosen: true,
    picture: { drawn: 'town' },
  },
  {
    title: 'Terrain de basket couvert, quartier des Tilleuls',
    href: '#projet-12',
    mark: '12',
    category: { label: 'Sport', icon: 'sport', tint: 4 },
    quotation: {
      words: '« On y joue même quand il pleut. »',
      by: (
        <>
          Léo <a href="#temoignages">Lire son témoignage</a>
        </>
      ),
    },
    meta: ['Tilleuls'],
    figure: <Money cents={9500000} />,
    picture: { drawn: 'sport' },
  },
];

export function GalleryLists() {
  return (
    <>
      <Section
        title="Les cartes, pour comparer"
        id="cartes"
        action={<a href="#toutes">Toutes les idées</a>}
      >
        <List look="cards" label="Idées">
          {ideas.map((idea) => (
            <Card key={idea.href} {...idea} />
          ))}
        </List>
      </Section>
      <Section title="Les lignes, pour lire" id="lignes">
        <Filters
          action="#lignes"
          search={{ name: 'q', label: 'Rechercher une idée', value: 'vélo' }}
          selects={[
            {
              name: 'filtre-categorie',
              label: 'Catégorie',
              empty: 'Toutes',
              value: 'mobilites',
              options: [
                { value: 'nature', label: 'Nature en ville' },
                { value: 'mobilites', label: 'Mobilités' },
              ],
            },
            {
              name: 'filtre-quartier',
              label: 'Quartier',
              empty: 'Tous',
              options: [{ value: 'centre', label: 'Centre' }],
            },
          ]}
          sort={{
            name: 'tri',
            value: 'recentes',
            options: [
              { value: 'recentes', label: 'Les plus récentes' },
              { value: 'soutenues', label: 'Les plus soutenues' },
            ],
          }}
          active={[{ label: 'Mobilités', withoutHref: '#sans' }]}
          clearHref="#lignes"
        />
        <List label="Projets" ordered>
          {projects.map((project) => (
            <Card key={project.href} {...project} />
          ))}
          {ideas.slice(0, 2).map(({ picture, ...idea }) => (
            <Card key={idea.href} {...idea} />
          ))}
        </List>
        <Pagination previousHref="#avant" nextHref="#apres" summary="Idées 21 à 40 sur 93" />
      </Section>
      <Section title="Une liste encore vide" id="vide">
        <EmptyState
          icon="idea"
          title="Aucune idée pour le moment"
          level={3}
          actions={<ButtonLink href="#deposer">Déposer la première idée</ButtonLink>}
        >
          <p>Les idées des habitantes et habitants paraîtront ici dès le 1er mars.</p>
        </EmptyState>
      </Section>
      <Section title="Les états et les étiquettes" id="etats">
        <Stack>
          <div class="meta">
            <StateBadge>Brouillon</StateBadge>
            <StateBadge tone="info">À l’étude</StateBadge>
            <StateBadge tone="now">Vote ouvert</StateBadge>
            <StateBadge tone="success">Retenu</StateBadge>
            <StateBadge tone="warning">À préciser</StateBadge>
            <StateBadge tone="danger">Non recevable</StateBadge>
          </div>
          <div class="meta">
            <Tag icon="nature" tint={1}>
              Nature en ville
            </Tag>
            <Tag icon="bike" tint={2}>
              Mobilités
            </Tag>
            <Tag icon="culture" tint={3}>
              Culture
            </Tag>
            <Tag icon="sport" tint={4}>
              Sport
            </Tag>
            <Tag icon="heritage" tint={5}>
              Patrimoine
            </Tag>
            <Tag icon="solidarity" tint={6}>
              Solidarités
            </Tag>
            <Tag>Sans couleur</Tag>
            <Tag icon="place" href="#centre">
              Centre
            </Tag>
          </div>
        </Stack>
      </Section>
      <Section title="Les tableaux" id="tableaux">
        <Split
          aside={
            <Panel title="En bref">
              <DescriptionList
                items={[
                  { term: 'Coût estimé', detail: <Money cents={2400000} /> },
                  { term: 'Quartier', detail: 'Centre' },
                  {
                    term: 'Étudié le',
                    detail: <DateText at={new Date('2026-06-01T10:00:00Z')} shape="day" />,
                  },
                ]}
              />
            </Panel>
          }
        >
          <Table
            caption="Projets retenus"
            columns={[
              { key: 'project', label: 'Projet' },
              { key: 'votes', label: 'Votes', numeric: true },
              { key: 'cost', label: 'Coût', numeric: true },
            ]}
            rows={[
              {
                project: 'Un verger partagé derrière la médiathèque',
                votes: '214',
                cost: <Money cents={2400000} />,
              },
              {
                project: 'Des arceaux à vélos devant chaque école',
                votes: '187',
                cost: <Money cents={3800000} />,
              },
              {
                project: 'Bancs ombragés le long du canal',
                votes: '131',
                cost: <Money cents={1250000} />,
              },
            ]}
            total={{ project: 'Total', votes: '', cost: <Money cents={7450000} /> }}
          />
          <Table
            caption="Les mêmes, en grille à faire défiler"
            narrow="scroll"
            columns={[
              { key: 'project', label: 'Projet' },
              { key: 'votes', label: 'Votes', numeric: true },
              { key: 'cost', label: 'Coût', numeric: true },
            ]}
            rows={[{ project: 'Kiosque à musique', votes: '12', cost: <Money cents={6100000} /> }]}
          />
        </Split>
      </Section>
    </>
  );
}
