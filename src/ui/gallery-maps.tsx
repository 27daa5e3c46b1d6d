import { Grid, Section } from './layout.tsx';
import { MapFigure, type MapGround } from './map.tsx';

const border = [
  [1.9, 47.9],
  [1.95, 47.895],
  [1.96, 47.94],
  [1.92, 47.95],
  [1.9, 47.9],
] as const;
const district = [
  [1.9, 47.9],
  [1.925, 47.897],
  [1.92, 47.95],
  [1.9, 47.9],
] as const;
const priority = [
  [1.935, 47.91],
  [1.945, 47.91],
  [1.943, 47.92],
  [1.935, 47.91],
] as const;

const ground: MapGround = {
  shapes: [
    { kind: 'commune', name: 'Fleury', polygons: [[border]] },
    { kind: 'district', name: 'Couchant', polygons: [[district]] },
    { kind: 'priority', name: 'Les Sources', polygons: [[priority]] },
  ],
  tiles: null,
};

/** Maps: with places, with many of them, with no outline, small. */
export function GalleryMaps() {
  const near = { key: 'a', longitude: 1.918, latitude: 47.915, mark: '1', label: 'Un kiosque' };
  const far = { key: 'b', longitude: 1.94, latitude: 47.93, mark: '12', label: 'Un verger' };
  return (
    <Section title="Les cartes" id="plans">
      <Grid min="small">
        <MapFigure
          ground={ground}
          pins={[near, { ...far, mark: '1 240', many: true, href: '#plans' }]}
          label="Carte : un kiosque et 1 240 autres idées"
          caption="Un numéro, et plusieurs idées réunies."
        />
        <MapFigure
          ground={{ shapes: [], tiles: null }}
          pins={[near, far]}
          label="Deux lieux, sans contour"
          caption="Deux lieux, sans contour."
        />
        <MapFigure
          ground={ground}
          size="small"
          pins={[{ ...near, mark: '' }]}
          label="Carte du lieu : un kiosque"
        />
      </Grid>
    </Section>
  );
}
