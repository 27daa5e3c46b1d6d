/** Body of `/_ui`: every component in every state, to be looked at before a change is called done. */
import { GalleryBallot } from './gallery-ballot.tsx';
import { GalleryCharts } from './gallery-charts.tsx';
import { GalleryForms } from './gallery-forms.tsx';
import { GalleryLists } from './gallery-lists.tsx';
import { GalleryMaps } from './gallery-maps.tsx';
import { GalleryTimeAndMoney } from './gallery-time-and-money.tsx';
import { GalleryWords } from './gallery-words.tsx';
import { PageHeader } from './page-header.tsx';

/** The words of its h1, for the Shell's title. */
export const galleryTitle = 'Les composants de Palabre';

export function Gallery() {
  return (
    <>
      <PageHeader
        title={galleryTitle}
        kicker="Pour celles et ceux qui construisent"
        lead="Chaque composant dans chacun de ses états. On regarde cette page à 360 et à 1280 pixels, en clair et en sombre, avec un texte à 200 % et sur papier."
        breadcrumb={[{ label: 'Accueil', href: '/' }]}
      />
      <GalleryTimeAndMoney />
      <GalleryCharts />
      <GalleryLists />
      <GalleryMaps />
      <GalleryBallot />
      <GalleryForms />
      <GalleryWords />
    </>
  );
}
