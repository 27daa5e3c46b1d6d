import {
  bench,
  blue,
  bush,
  circle,
  each,
  ellipse,
  green,
  grey,
  ink,
  leaf,
  line,
  ochre,
  paper,
  person,
  rect,
  room,
  shape,
  skins,
  terracotta,
  wood,
  yellow,
} from './parts.ts';

/** Indoors, and what people do together there. */
export const scenesOfRooms = {
  studio: {
    alt: 'Une salle de répétition : batterie, guitare et amplificateur',
    drawing:
      room('#54406B', '#8C6B4A') +
      each([0, 1, 2, 3, 4, 5, 6, 7], (at) =>
        rect(30 + at * 118, 60 + (at % 2) * 20, 90, 90, '#6A5384', 6),
      ) +
      ellipse(480, 570, 380, 50, '#A1201B') +
      circle(480, 460, 100, paper) +
      circle(480, 460, 82, terracotta) +
      circle(480, 460, 30, '#D9A88C') +
      ellipse(370, 390, 60, 18, paper) +
      rect(310, 390, 120, 54, terracotta, 8) +
      ellipse(590, 390, 60, 18, paper) +
      rect(530, 390, 120, 54, terracotta, 8) +
      line('M290 560V280M680 560V260', grey, 8) +
      ellipse(290, 278, 84, 14, yellow) +
      ellipse(680, 258, 88, 14, yellow) +
      person(480, 420, 200, { shirt: blue, skin: skins[1], hair: ink, arms: 'out' }) +
      rect(760, 420, 150, 160, ink, 10) +
      circle(835, 510, 48, grey) +
      circle(835, 510, 20, ink) +
      each([785, 815, 845, 875], (x) => circle(x, 442, 7, yellow)) +
      line('M150 600l50 -330', ochre, 14) +
      ellipse(140, 560, 52, 62, yellow) +
      ellipse(152, 500, 38, 42, yellow) +
      circle(146, 545, 18, ink),
  },
  lockers: {
    alt: 'Un mur de petits casiers de couleur, un téléphone branché dans l’un d’eux',
    drawing:
      room('#DCE6EA', '#BFAE93') +
      rect(170, 80, 620, 440, grey, 10) +
      each([0, 1, 2, 3], (col) =>
        each(
          [0, 1, 2],
          (row) =>
            rect(
              186 + col * 150,
              96 + row * 140,
              138,
              126,
              [terracotta, green, yellow, blue, '#6C5BA8', '#3E7A8C'][(col * 2 + row) % 6]!,
              6,
            ) + circle(300 + col * 150, 160 + row * 140, 8, paper),
        ),
      ) +
      rect(336, 236, 138, 126, '#23302C', 6) +
      rect(372, 252, 56, 98, ink, 8) +
      rect(378, 262, 44, 76, '#9FD3C7', 3) +
      line('M400 350q0 10 30 10q30 0 34 -60', paper, 5) +
      shape('M404 276l-14 26h10l-4 22l16 -28h-10Z', yellow) +
      person(850, 610, 250, { shirt: terracotta, skin: skins[3], hair: '#8C4A2F', arms: 'out' }) +
      person(110, 610, 230, { shirt: green, skin: skins[1], hair: ink }),
  },
  shoes: {
    alt: 'Des étagères de chaussures de sport à échanger, avec un banc devant',
    drawing:
      room('#EADFCB', '#A9B7A0') +
      rect(130, 90, 700, 380, wood, 10) +
      rect(150, 110, 660, 340, '#F3E9D6', 4) +
      each([220, 335], (y) => rect(150, y, 660, 12, wood)) +
      each([0, 1, 2, 3, 4], (col) =>
        each([0, 1, 2], (row) => {
          const x = 172 + col * 128;
          const y = 212 + row * 115;
          const c = [terracotta, blue, green, yellow, '#6C5BA8', grey][(col + row * 2) % 6]!;
          return (
            shape(`M${x} ${y}v-42h30q12 24 66 24v18Z`, c) +
            rect(x - 2, y - 4, 102, 10, paper, 4) +
            line(`M${x + 34} ${y - 32}l12 6M${x + 46} ${y - 26}l12 6`, paper, 4)
          );
        }),
      ) +
      bench(300, 600, 360) +
      shape('M380 536v-42h30q12 24 66 24v18Z', terracotta) +
      rect(378, 530, 102, 10, paper, 4) +
      person(760, 610, 230, { shirt: blue, skin: skins[1], hair: ink, arms: 'down' }),
  },
  repair: {
    alt: 'Un établi couvert d’outils, deux personnes y réparent un grille-pain',
    drawing:
      room('#DDE5DC', '#A98358') +
      rect(110, 80, 740, 220, '#C08A4A', 8) +
      each(
        [
          [170, 'M0 0v90M-22 0h44v30h-44Z'],
          [270, 'M0 0v100M-14 0v-24M14 0v-24'],
          [370, 'M0 20v90M-30 20h60'],
          [700, 'M0 0l30 90M30 0L0 90'],
          [790, 'M0 0v100M-20 100h40'],
        ] as const,
        ([x, d]) => `<g transform="translate(${x} 140)">${line(d, grey, 12)}</g>`,
      ) +
      circle(540, 180, 60, paper) +
      line('M540 180v-36M540 180l26 14', ink, 7) +
      person(290, 520, 300, { shirt: blue, skin: skins[3], hair: '#D8D2C8', arms: 'out' }) +
      person(680, 520, 290, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'out' }) +
      rect(90, 450, 780, 34, wood, 8) +
      line('M140 484v140M820 484v140', '#7A5126', 24) +
      rect(420, 370, 140, 82, '#BFC7C3', 18) +
      rect(440, 360, 42, 14, ink, 4) +
      rect(498, 360, 42, 14, ink, 4) +
      circle(540, 420, 10, terracotta) +
      line('M560 440q60 10 90 -6', ink, 6) +
      rect(180, 424, 90, 26, terracotta, 4) +
      rect(760, 420, 60, 30, yellow, 4),
  },
  consoles: {
    alt: 'Trois postes de jeu dans une salle, deux jeunes devant les écrans',
    drawing:
      room('#3D4468', '#8C7A66') +
      each(
        [120, 390, 660],
        (x) =>
          rect(x, 170, 190, 130, ink, 10) +
          rect(x + 12, 182, 166, 106, '#2C6E78', 4) +
          circle(x + 60, 236, 16, yellow) +
          rect(x + 100, 250, 60, 14, terracotta, 4) +
          rect(x + 20, 266, 60, 12, leaf, 4) +
          rect(x + 80, 300, 30, 30, ink),
      ) +
      rect(70, 330, 820, 26, wood, 6) +
      line('M110 356v200M850 356v200M480 356v200', '#7A5126', 16) +
      each(
        [215, 485],
        (x) =>
          rect(x - 60, 440, 120, 140, x > 300 ? blue : terracotta, 20) +
          circle(x, 410, 46, x > 300 ? '#4A2F1B' : ink) +
          rect(x - 70, 470, 140, 150, grey, 16),
      ) +
      person(760, 610, 240, { shirt: yellow, skin: skins[1], hair: ink, arms: 'out' }),
  },
  games: {
    alt: 'Des enfants et des adultes autour d’une table de jeux en bois',
    drawing:
      room('#E8E1CF') +
      rect(90, 90, 230, 190, '#DCE9F2', 6) +
      line('M205 90v190M90 185h230', paper, 10) +
      rect(640, 110, 230, 200, wood, 6) +
      each(
        [130, 180, 230],
        (y) =>
          rect(656, y + 26, 198, 8, '#7A5126') +
          each([670, 705, 740, 775, 810], (x) =>
            rect(
              x,
              y - 18,
              26,
              44,
              [terracotta, green, yellow, blue, '#6C5BA8'][((x / 35 + y / 50) % 5) | 0]!,
              3,
            ),
          ),
      ) +
      person(230, 520, 240, { shirt: terracotta, skin: skins[3], hair: '#D8D2C8', arms: 'out' }) +
      person(480, 490, 220, { shirt: green, skin: skins[1], hair: ink, arms: 'up' }) +
      person(740, 520, 230, { shirt: blue, skin: skins[2], arms: 'out' }) +
      ellipse(480, 500, 330, 60, '#C08A4A') +
      rect(440, 550, 80, 90, '#7A5126') +
      rect(390, 472, 180, 44, paper, 6) +
      line('M435 472v44M480 472v44M525 472v44M390 494h180', grey, 3) +
      each(
        [
          [300, terracotta],
          [330, yellow],
          [640, green],
          [670, blue],
        ] as const,
        ([x, c]) => circle(x, 492, 14, c),
      ),
  },
  calm: {
    alt: 'Un coin calme sous une pergola : bancs, plantes et un jeu d’échecs',
    drawing:
      rect(0, 0, 960, 640, '#E4EEDC') +
      rect(0, 120, 960, 330, '#EADBC0') +
      each([60, 180, 700, 820], (x) => rect(x, 180, 80, 120, '#DCE9F2', 4)) +
      rect(0, 450, 960, 190, '#CFBF9F') +
      line(
        'M260 570V170M700 570V170M220 170h520M300 170v-40M400 170v-40M500 170v-40M600 170v-40M680 170v-40',
        wood,
        16,
      ) +
      each([240, 320, 420, 520, 620, 720], (x) =>
        bush(x, 170 + (x % 40), 26, x % 80 ? green : leaf),
      ) +
      bench(290, 580, 170) +
      bench(520, 580, 170) +
      rect(430, 500, 110, 14, wood, 5) +
      rect(474, 514, 20, 80, '#7A5126') +
      each([445, 470, 495, 520], (x) => rect(x, 480, 10, 22, x % 50 ? ink : paper, 4)) +
      each([130, 830], (x) => rect(x - 50, 520, 100, 84, terracotta, 10) + bush(x, 520, 44)) +
      person(375, 580, 190, { shirt: blue, skin: skins[2] }) +
      person(600, 580, 180, { shirt: yellow, skin: skins[1], hair: ink }),
  },
} as const;
