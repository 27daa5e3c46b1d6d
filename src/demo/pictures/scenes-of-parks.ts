import {
  bench,
  blue,
  bush,
  circle,
  darkGreen,
  each,
  ellipse,
  green,
  grey,
  ink,
  leaf,
  line,
  ochre,
  paper,
  park,
  person,
  rect,
  shape,
  skins,
  stone,
  terracotta,
  tree,
  water,
  wood,
  yellow,
} from './parts.ts';

/** Benches, paths and what stands in a park. */
export const scenesOfParks = {
  bench: {
    alt: 'Deux personnes sur un banc de bois, à l’ombre de deux arbres',
    drawing:
      park() +
      tree(220, 470, 120) +
      tree(740, 480, 130, darkGreen) +
      ellipse(480, 560, 330, 28, '#9DB682') +
      bench(280, 560, 400) +
      person(400, 560, 190, { shirt: terracotta, hair: '#D8D2C8', arms: 'down' }) +
      person(560, 560, 200, { shirt: blue, skin: skins[1], hair: ink }),
  },
  picnic: {
    alt: 'Une table de pique-nique au bord de la rivière, un panier et des verres dessus',
    drawing:
      park() +
      shape('M0 400Q300 360 600 410T960 380V470Q600 500 300 450T0 480Z', water) +
      line('M120 430h90M420 445h110M720 430h120', '#A9D2DE', 6) +
      tree(150, 560, 130) +
      tree(880, 540, 105, darkGreen) +
      line('M360 610L430 470M640 610L570 470M330 540h340', '#7A5126', 18) +
      rect(310, 440, 380, 30, wood, 8) +
      rect(250, 530, 180, 22, wood, 8) +
      rect(570, 530, 180, 22, wood, 8) +
      rect(430, 390, 100, 54, '#C08A4A', 12) +
      line('M440 392q40 -60 80 0', ochre, 8) +
      each([565, 605], (x) => rect(x, 406, 22, 36, '#E6D2B5', 4)) +
      circle(380, 428, 16, terracotta) +
      circle(355, 430, 14, green),
  },
  playground: {
    alt: 'Une aire de jeux : toboggan, balançoire et cabane, avec une rampe pour fauteuil',
    drawing:
      park() +
      tree(90, 440, 100) +
      tree(900, 440, 95, darkGreen) +
      ellipse(480, 560, 430, 66, '#E2C9A0') +
      rect(240, 300, 150, 20, wood) +
      line('M255 320v240M375 320v240', wood, 16) +
      shape('M225 230l90 -80l90 80Z', terracotta) +
      line('M255 230v70M375 230v70M240 270h150', wood, 8) +
      line('M240 560L130 560M245 320L120 560', ochre, 0) +
      shape('M390 312h40q60 10 100 230h60v24h-80Q440 340 390 340Z', yellow) +
      shape('M240 318L60 560h40L240 372Z', '#C08A4A') +
      line('M66 520L240 280', grey, 6) +
      line('M620 560l40 -290h170l40 290M660 270h170', blue, 14) +
      line('M705 270v180M775 270v180', grey, 5) +
      rect(690, 448, 100, 14, terracotta, 6) +
      person(740, 500, 160, { shirt: green, skin: skins[1], hair: ink, arms: 'up' }) +
      person(315, 300, 120, { shirt: paper, skin: skins[3], arms: 'up' }),
  },
  kiosk: {
    alt: 'Un kiosque à musique dans un square, trois musiciennes et du public',
    drawing:
      park() +
      tree(80, 450, 100) +
      tree(890, 450, 100, darkGreen) +
      rect(470, 90, 20, 50, ochre) +
      shape('M220 260Q480 60 740 260Z', terracotta) +
      rect(220, 256, 520, 20, '#8C4A2F') +
      line('M260 276V480M400 276V480M560 276V480M700 276V480', '#2F6E62', 12) +
      rect(220, 480, 520, 60, stone, 4) +
      rect(250, 540, 460, 30, '#A89D88') +
      line('M260 430h140M560 430h140', '#2F6E62', 6) +
      person(350, 480, 170, { shirt: blue, skin: skins[1], hair: ink, arms: 'out' }) +
      person(480, 480, 180, { shirt: yellow, skin: skins[3], hair: '#8C4A2F', arms: 'up' }) +
      person(610, 480, 170, { shirt: green, skin: skins[2], arms: 'out' }) +
      ellipse(610, 410, 26, 34, ochre) +
      line('M610 410l46 -66', ochre, 8) +
      each(
        [
          [170, terracotta],
          [300, green],
          [440, yellow],
          [580, blue],
          [720, '#6C5BA8'],
          [830, terracotta],
        ] as const,
        ([x, c]) => circle(x, 590, 26, '#4A2F1B') + rect(x - 34, 612, 68, 60, c, 22),
      ),
  },
  outing: {
    alt: 'Une joëlette sur un chemin de forêt : deux personnes guident un enfant assis',
    drawing:
      park() +
      each(
        [
          [90, 430, 100],
          [240, 400, 80],
          [740, 410, 90],
          [890, 440, 110],
        ] as const,
        ([x, y, r]) => tree(x, y, r, x % 20 ? darkGreen : green),
      ) +
      shape('M0 640Q300 500 960 520v120Z', '#E2D0A8') +
      person(220, 590, 260, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'out' }) +
      person(740, 580, 250, { shirt: blue, skin: skins[3], hair: '#8C4A2F', arms: 'out' }) +
      line('M285 470h390', grey, 12) +
      shape('M400 360h34l14 90h110v34H410Z', yellow) +
      person(470, 500, 180, { shirt: green, skin: skins[2], arms: 'up' }) +
      line('M480 484v40', grey, 12) +
      `<circle cx="480" cy="556" r="46" fill="none" stroke="${ink}" stroke-width="14"/>` +
      circle(480, 556, 8, grey),
  },
  phone: {
    alt: 'Deux amies sous un arbre regardent un téléphone, une borne à côté d’elles',
    drawing:
      park() +
      tree(220, 500, 140) +
      tree(880, 430, 90, darkGreen) +
      bush(760, 440, 40) +
      rect(640, 330, 60, 230, '#3E7A8C', 14) +
      circle(670, 370, 14, paper) +
      line('M620 300q50 -50 100 0M590 268q80 -80 160 0M648 330q22 -20 44 0', blue, 12) +
      bench(300, 580, 300) +
      person(400, 580, 210, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'out' }) +
      person(500, 580, 200, { shirt: yellow, skin: skins[3], hair: '#8C4A2F', arms: 'out' }) +
      rect(434, 430, 34, 54, ink, 6) +
      rect(439, 438, 24, 38, '#9FD3C7', 2),
  },
  cinema: {
    alt: 'Un écran tendu dans un parc à la tombée de la nuit, des spectateurs de dos',
    drawing:
      rect(0, 0, 960, 640, '#33385C') +
      shape('M0 300Q240 250 480 290T960 280V640H0Z', '#2B4A45') +
      each(
        [
          [90, 60],
          [260, 110],
          [720, 70],
          [880, 140],
          [60, 190],
        ] as const,
        ([x, y]) => circle(x, y, 4, paper),
      ) +
      rect(230, 90, 500, 290, ink, 8) +
      rect(246, 106, 468, 258, '#F3E9D6') +
      circle(600, 180, 40, '#F0B77A') +
      shape('M246 364v-80q110 -90 220 -20t248 -30v130Z', leaf) +
      person(400, 350, 150, { shirt: terracotta, arms: 'out' }) +
      line('M260 380v70M700 380v70', ink, 12) +
      shape('M0 640v-90q480 -60 960 0v90Z', '#1F3A33') +
      each(
        [
          [120, 34],
          [250, 30],
          [370, 36],
          [500, 30],
          [620, 36],
          [750, 32],
          [870, 34],
        ] as const,
        ([x, r]) =>
          circle(x, 530 + (x % 3) * 10, r, ['#14201C', '#3A2A20', '#51413A'][x % 3]!) +
          rect(
            x - r * 1.3,
            556 + (x % 3) * 10,
            r * 2.6,
            90,
            [terracotta, blue, ochre, green][x % 4]!,
            30,
          ),
      ),
  },
} as const;
