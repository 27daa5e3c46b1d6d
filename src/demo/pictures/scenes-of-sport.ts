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
  paper,
  park,
  person,
  rect,
  shape,
  skins,
  terracotta,
  tree,
  wood,
  yellow,
} from './parts.ts';

/** Sport, outdoors and in a hall. */
export const scenesOfSport = {
  football: {
    alt: 'Trois jeunes jouent au ballon sur un petit terrain devant un but',
    drawing:
      park() +
      rect(60, 250, 300, 170, '#E6D2B5') +
      each([90, 160, 230, 300], (x) => rect(x, 285, 40, 50, '#DCE9F2', 3)) +
      rect(50, 236, 320, 18, terracotta) +
      tree(900, 430, 80, darkGreen) +
      shape('M90 640L240 430h480l150 210Z', '#5F9A5B') +
      line('M90 640L240 430h480l150 210M165 535h630', paper, 6) +
      line('M380 430v-130h220v130', paper, 12) +
      line(
        'M400 300v130M440 300v130M480 300v130M520 300v130M560 300v130M380 345h220M380 390h220',
        '#E9EFE6',
        3,
      ) +
      person(300, 590, 210, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'out' }) +
      person(640, 560, 200, { shirt: blue, skin: skins[3], hair: '#8C4A2F', arms: 'out' }) +
      person(490, 480, 150, { shirt: yellow, skin: skins[2], arms: 'up' }) +
      circle(420, 580, 30, paper) +
      shape('M420 566l14 10l-5 16h-18l-5 -16Z', ink) +
      line('M420 566v-14M434 576l14 -5M429 592l9 12M411 592l-9 12M406 576l-14 -5', ink, 4),
  },
  skate: {
    alt: 'Une jeune fille sur sa planche, en haut d’une rampe de béton',
    drawing:
      rect(0, 0, 960, 640, '#F6E3C8') +
      circle(200, 150, 70, '#F0B77A') +
      shape('M0 400h60v-70h70v40h60v-90h80v120h90v-60h70v60h530v240H0Z', '#E7C9A2') +
      shape('M0 470h330q200 0 330 -190h300v360H0Z', '#B9B4A8') +
      shape('M660 280h300v26H642Z', '#8F8B82') +
      line('M330 470q200 0 330 -190', '#DAD6CB', 10) +
      line('M700 280v-60h180v60', grey, 8) +
      line('M470 470l150 -112', terracotta, 20) +
      circle(500, 472, 15, ink) +
      circle(606, 390, 15, ink) +
      `<g transform="rotate(-36 545 410)">${person(545, 402, 220, { shirt: green, skin: skins[1], hair: ink, arms: 'out', trousers: '#2F3B52' })}</g>` +
      person(180, 470, 190, { shirt: blue, skin: skins[3], arms: 'up' }) +
      person(800, 280, 150, { shirt: yellow, skin: skins[2] }),
  },
  rink: {
    alt: 'Des enfants patinent sous des guirlandes, un sapin derrière eux',
    drawing:
      rect(0, 0, 960, 640, '#27415E') +
      each(
        [
          [80, 70],
          [210, 130],
          [390, 60],
          [560, 110],
          [720, 50],
          [880, 120],
          [470, 190],
          [140, 220],
          [820, 230],
        ] as const,
        ([x, y]) => circle(x, y, 5, paper),
      ) +
      shape('M130 430l110 -270l110 270Z', darkGreen) +
      shape('M150 340l90 -200l90 200Z', green) +
      each(
        [
          [220, 260],
          [260, 330],
          [200, 380],
          [290, 400],
        ] as const,
        ([x, y]) => circle(x, y, 10, yellow),
      ) +
      line('M380 150Q560 260 940 130', '#E7D9B0', 4) +
      each(
        [
          [440, 180],
          [520, 200],
          [600, 206],
          [680, 200],
          [760, 186],
          [840, 164],
        ] as const,
        ([x, y]) => circle(x, y + 10, 12, x % 80 ? terracotta : yellow),
      ) +
      ellipse(480, 520, 470, 116, '#CFE3EC') +
      ellipse(480, 520, 430, 96, '#E6F2F6') +
      line('M220 540q80 -40 160 0M560 500q100 50 200 0M420 580q60 -20 120 0', '#BFD8E3', 6) +
      person(400, 560, 200, { shirt: terracotta, skin: skins[3], arms: 'out' }) +
      person(580, 540, 170, { shirt: yellow, skin: skins[1], hair: ink, arms: 'up' }) +
      person(740, 530, 190, { shirt: '#6C5BA8', skin: skins[2], arms: 'out' }),
  },
  pingpong: {
    alt: 'Deux voisins jouent sur une table de ping-pong en béton, au pied d’un immeuble',
    drawing:
      rect(0, 0, 960, 640, '#E1ECF3') +
      rect(140, 110, 320, 330, '#E6D2B5') +
      each([170, 250, 330, 400], (x) =>
        each([140, 220, 300], (y) => rect(x, y, 42, 54, '#F4FAFB', 3)),
      ) +
      rect(520, 170, 300, 270, '#D8C3A2') +
      each([550, 630, 710], (x) => each([200, 290], (y) => rect(x, y, 46, 56, '#F4FAFB', 3))) +
      tree(60, 450, 90) +
      tree(900, 450, 90, darkGreen) +
      rect(0, 440, 960, 200, '#C9BFAC') +
      shape('M280 470h400l50 60H230Z', '#3E7A8C') +
      line('M480 470v60', paper, 5) +
      line('M255 500h450', paper, 4) +
      rect(230, 530, 500, 20, '#9A9488') +
      rect(300, 550, 60, 70, '#8F897D') +
      rect(600, 550, 60, 70, '#8F897D') +
      rect(466, 445, 28, 46, '#F4FAFB') +
      person(170, 610, 260, { shirt: terracotta, skin: skins[3], hair: '#D8D2C8', arms: 'out' }) +
      person(800, 610, 250, { shirt: green, skin: skins[1], hair: ink, arms: 'out' }) +
      circle(252, 418, 24, '#A1201B') +
      circle(722, 424, 24, '#A1201B') +
      circle(560, 380, 10, paper),
  },
  fitness: {
    alt: 'Des agrès de bois et de métal dans un parc, deux personnes s’y exercent',
    drawing:
      park() +
      tree(110, 450, 110) +
      tree(860, 440, 95, darkGreen) +
      ellipse(480, 570, 400, 54, '#E2C9A0') +
      line('M230 570V250h200v320M430 330h180v240', wood, 20) +
      line('M240 250h180M440 330h160', grey, 10) +
      line('M680 570v-120h150v120M680 450h150', wood, 16) +
      person(330, 520, 230, { shirt: blue, skin: skins[1], hair: ink, arms: 'up' }) +
      person(755, 450, 190, { shirt: terracotta, skin: skins[3], hair: '#D8D2C8', arms: 'out' }) +
      person(540, 585, 210, { shirt: yellow, skin: skins[2], arms: 'down' }),
  },
  climbing: {
    alt: 'Deux jeunes grimpent sur un mur couvert de prises de couleur',
    drawing:
      rect(0, 0, 960, 640, '#E9DFCF') +
      shape('M120 560L180 40h330l60 520Z', '#D6C3A2') +
      shape('M510 40h260l80 520H570Z', '#C6B08B') +
      rect(0, 560, 960, 80, '#3E6B8C') +
      line('M330 0v200M660 0v260', ink, 5) +
      each(
        Array.from({ length: 34 }, (_, at) => at),
        (at) =>
          circle(
            190 + ((at * 227) % 590),
            70 + ((at * 131) % 460),
            13 + (at % 3) * 4,
            [terracotta, green, yellow, blue, '#6C5BA8'][at % 5]!,
          ),
      ) +
      person(330, 400, 230, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'up' }) +
      person(665, 470, 230, { shirt: green, skin: skins[3], hair: '#8C4A2F', arms: 'up' }),
  },
} as const;
