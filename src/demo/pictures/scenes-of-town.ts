import {
  blue,
  circle,
  darkGreen,
  each,
  ellipse,
  green,
  grey,
  ink,
  line,
  ochre,
  paper,
  person,
  rect,
  shape,
  skins,
  square,
  stone,
  terracotta,
  tree,
  water,
  yellow,
} from './parts.ts';

const bicycle = (x: number, y: number, colour: string) =>
  line(
    `M${x} ${y}l36 -66h60l28 66M${x + 36} ${y - 66}l34 66h-70M${x + 96} ${y - 66}l-26 66M${x + 28} ${y - 78}h20M${x + 96} ${y - 66}l-6 -20h18`,
    colour,
    8,
  ) +
  each(
    [x, x + 124],
    (at) => `<circle cx="${at}" cy="${y}" r="42" fill="none" stroke="${ink}" stroke-width="7"/>`,
  );

/** Streets and squares. */
export const scenesOfTown = {
  fountain: {
    alt: 'Une fontaine à boire sur une place, un enfant y remplit sa gourde',
    drawing:
      square() +
      tree(420, 440, 80) +
      tree(560, 440, 70, darkGreen) +
      ellipse(480, 590, 210, 30, '#BFB192') +
      rect(425, 360, 110, 220, '#2F6E62', 12) +
      rect(405, 340, 150, 34, '#235248', 12) +
      circle(480, 420, 24, yellow) +
      line('M535 420h40q18 0 18 20', grey, 14) +
      line('M593 452v70', water, 12) +
      shape('M400 560h240l-24 36H424Z', stone) +
      rect(580, 500, 28, 52, terracotta, 8) +
      person(680, 596, 170, { shirt: yellow, skin: skins[1], hair: ink, arms: 'out' }) +
      person(280, 600, 230, { shirt: terracotta, skin: skins[3], hair: '#D8D2C8' }),
  },
  books: {
    alt: 'Une cabane à livres en bois peint sur le trottoir, une lectrice devant',
    drawing:
      square() +
      tree(420, 440, 80) +
      line('M480 600V420', '#7A5126', 26) +
      rect(350, 220, 270, 220, '#3E7A8C', 8) +
      shape('M325 230l160 -100l160 100Z', terracotta) +
      rect(370, 244, 230, 176, '#F3E9D6') +
      rect(370, 326, 230, 10, '#2B5C6B') +
      each(
        [0, 1, 2, 3, 4, 5, 6, 7, 8],
        (at) =>
          rect(
            380 + at * 23,
            268 + (at % 3) * 8,
            19,
            58 - (at % 3) * 8,
            [terracotta, green, yellow, blue, ochre][at % 5]!,
            2,
          ) +
          rect(
            380 + at * 23,
            356 + (at % 2) * 10,
            19,
            64 - (at % 2) * 10,
            [blue, ochre, '#6C5BA8', terracotta, green][at % 5]!,
            2,
          ),
      ) +
      person(730, 605, 250, { shirt: yellow, skin: skins[1], hair: ink, arms: 'out' }) +
      shape('M660 440l38 -12l38 12v34l-38 -12l-38 12Z', paper) +
      person(230, 600, 150, { shirt: green, skin: skins[3], arms: 'up' }),
  },
  bikes: {
    alt: 'Un abri à vélos au toit de verre et de bois, plusieurs vélos attachés',
    drawing:
      square('#E7F1F4', '#CFC7B5') +
      shape('M90 210L870 150v34L90 246Z', '#2F6E62') +
      line('M140 240V560M820 190V560M480 215V300', '#235248', 16) +
      `<rect x="150" y="250" width="660" height="200" fill="#BFE0E3" fill-opacity=".55"/>` +
      line('M315 240v210M480 230v220M645 215v235', '#F4FAFB', 5) +
      each(
        [
          [190, terracotta],
          [370, blue],
          [550, green],
        ] as const,
        ([x, c]) => bicycle(x, 540, c),
      ) +
      each([180, 360, 540, 720], (x) => line(`M${x - 20} 580v-90q0 -26 26 -26t26 26v90`, grey, 8)) +
      person(800, 610, 250, { shirt: yellow, skin: skins[1], hair: ink, arms: 'out' }),
  },
  toys: {
    alt: 'Une remorque à vélo pleine de jeux, ouverte sur une place',
    drawing:
      square() +
      tree(480, 440, 90, darkGreen) +
      bicycle(120, 560, terracotta) +
      line('M250 540h130', grey, 10) +
      rect(370, 380, 330, 170, '#3E7A8C', 14) +
      shape('M350 380l50 -90h270l50 90Z', yellow) +
      line('M430 290l-20 90M520 290v90M610 290l20 90', '#C28F00', 8) +
      each(
        [430, 640],
        (x) =>
          `<circle cx="${x}" cy="570" r="40" fill="${grey}" stroke="${ink}" stroke-width="10"/>`,
      ) +
      rect(396, 402, 130, 110, '#F3E9D6', 6) +
      each([0, 1, 2, 3], (col) =>
        each([0, 1, 2], (row) =>
          (col + row) % 2 ? rect(400 + col * 31, 406 + row * 34, 30, 33, terracotta) : '',
        ),
      ) +
      circle(580, 440, 34, paper) +
      circle(580, 440, 20, terracotta) +
      circle(580, 440, 8, yellow) +
      rect(626, 420, 50, 50, green, 6) +
      circle(638, 432, 5, paper) +
      circle(664, 458, 5, paper) +
      circle(651, 445, 5, paper) +
      person(820, 605, 240, { shirt: green, skin: skins[1], hair: ink, arms: 'out' }) +
      person(740, 610, 140, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'up' }),
  },
  crossing: {
    alt: 'Des enfants traversent sur un passage surélevé devant une école',
    drawing:
      rect(0, 0, 960, 640, '#E1ECF3') +
      rect(200, 140, 560, 280, '#EADBC0') +
      shape('M180 146l300 -100l300 100Z', terracotta) +
      each([240, 340, 560, 660], (x) => rect(x, 200, 64, 90, '#F4FAFB', 4)) +
      rect(440, 290, 80, 130, ochre, 6) +
      circle(480, 106, 22, paper) +
      tree(90, 430, 90) +
      tree(870, 430, 90, darkGreen) +
      rect(0, 420, 960, 40, '#D9CDB4') +
      rect(0, 460, 960, 180, '#7A807C') +
      shape('M230 460h500l70 180H160Z', '#B4614A') +
      each([0, 1, 2, 3, 4, 5], (at) =>
        shape(`M${262 + at * 78} 470h46l${(at - 2.5) * 9} 160h-58Z`, paper),
      ) +
      person(380, 580, 190, { shirt: yellow, skin: skins[1], hair: ink, arms: 'out' }) +
      person(500, 590, 150, { shirt: green, skin: skins[3], arms: 'up' }) +
      person(600, 575, 160, { shirt: blue, skin: skins[2], arms: 'down' }) +
      line('M120 600V330', grey, 12) +
      rect(84, 280, 72, 72, blue, 8) +
      shape('M120 292l26 48h-52Z', paper),
  },
  lane: {
    alt: 'Une ruelle éclairée le soir par des lanternes, une promeneuse et son chien',
    drawing:
      rect(0, 0, 960, 640, '#2D3557') +
      shape('M0 0h330v420L0 640Z', '#4A4463') +
      shape('M960 0H640v420l320 220Z', '#403B59') +
      shape('M330 420h310l320 220H0Z', '#6B6478') +
      rect(330, 150, 310, 270, '#3A4468') +
      shape('M330 150l155 -90l155 90Z', '#8C4A2F') +
      each([380, 470, 560], (x) => rect(x, 220, 40, 60, '#F6D98B', 3)) +
      each(
        [
          [230, 250],
          [730, 250],
        ] as const,
        ([x, y]) =>
          `<circle cx="${x}" cy="${y}" r="120" fill="#F6D98B" fill-opacity=".22"/>` +
          line(`M${x} ${y + 270}V${y + 30}`, ink, 12) +
          shape(`M${x - 26} ${y - 30}h52l-10 64h-32Z`, '#F6D98B') +
          rect(x - 30, y - 42, 60, 14, ink, 4),
      ) +
      each([60, 150], (x) => rect(x, 170, 50, 80, x > 100 ? '#F6D98B' : '#39375A', 3)) +
      each([790, 870], (x) => rect(x, 190, 46, 76, x > 800 ? '#F6D98B' : '#34324F', 3)) +
      person(470, 570, 230, { shirt: terracotta, skin: skins[3], hair: '#D8D2C8' }) +
      ellipse(580, 548, 46, 22, '#C08A4A') +
      circle(624, 524, 20, '#C08A4A') +
      line('M552 560v30M604 560v30M498 470l90 60', '#8A5A00', 7),
  },
  mural: {
    alt: 'Des jeunes peignent une grande fresque d’oiseaux et de feuilles sur un mur',
    drawing:
      rect(0, 0, 960, 640, '#E1ECF3') +
      rect(60, 60, 840, 440, '#EFE3D0') +
      rect(40, 40, 880, 24, grey) +
      shape('M60 500V330q180 -150 380 -30t460 -90v290Z', '#8FB8A8') +
      circle(700, 190, 84, yellow) +
      shape(
        'M180 250q110 -120 230 -20q60 -60 130 -50q-50 110 -170 130q-100 20 -190 -60Z',
        terracotta,
      ) +
      circle(500, 196, 8, paper) +
      each(
        [
          [140, 430],
          [230, 400],
          [320, 440],
          [520, 420],
          [640, 400],
          [760, 440],
          [840, 400],
        ] as const,
        ([x, y]) => shape(`M${x} ${y + 50}q-50 -60 0 -120q50 60 0 120Z`, x % 20 ? green : blue),
      ) +
      rect(0, 500, 960, 140, '#C9BFAC') +
      line('M590 600V330M700 600V330M590 390h110M590 460h110M590 530h110', ochre, 12) +
      person(645, 400, 190, { shirt: paper, skin: skins[1], hair: ink, arms: 'up' }) +
      person(250, 600, 230, { shirt: blue, skin: skins[3], hair: '#8C4A2F', arms: 'up' }) +
      person(420, 610, 210, { shirt: yellow, skin: skins[2], arms: 'out' }) +
      each(
        [
          [500, terracotta],
          [545, green],
          [790, blue],
        ] as const,
        ([x, c]) => rect(x, 570, 36, 44, grey, 4) + ellipse(x + 18, 570, 18, 7, c),
      ),
  },
} as const;
