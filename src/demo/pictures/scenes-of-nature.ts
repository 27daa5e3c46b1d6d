import {
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
  terracotta,
  tree,
  water,
  wood,
  yellow,
} from './parts.ts';

const reed = (x: number) =>
  line(`M${x} 520q-6 -60 4 -120M${x + 22} 525q8 -50 0 -90`, darkGreen, 6) +
  ellipse(x + 4, 392, 9, 26, ochre);

/** Gardens, water, animals. */
export const scenesOfNature = {
  garden: {
    alt: 'Des carrés de légumes en fleurs devant une petite serre',
    drawing:
      park('#E7F1F4') +
      shape('M600 260l120 -80l120 80v180h-240Z', '#F4FAFB') +
      line(
        'M600 260l120 -80l120 80v180h-240ZM660 220v220M720 180v260M780 220v220M600 330h240',
        '#8FA7A0',
        7,
      ) +
      each(
        [
          [70, 470],
          [370, 470],
          [70, 560],
          [370, 560],
          [670, 560],
        ] as const,
        ([x, y]) =>
          rect(x, y, 250, 58, wood, 6) +
          rect(x + 10, y - 10, 230, 22, '#5B3B1E', 6) +
          each(
            [0, 1, 2, 3, 4],
            (at) =>
              bush(x + 35 + at * 45, y - 4, 15, at % 2 ? leaf : green) +
              (at % 2 ? circle(x + 35 + at * 45, y - 22, 9, terracotta) : ''),
          ),
      ) +
      person(250, 470, 210, { shirt: yellow, skin: skins[2], arms: 'out' }),
  },
  pond: {
    alt: 'Une mare bordée de roseaux, un ponton et des nénuphars',
    drawing:
      park() +
      tree(130, 440, 95) +
      tree(850, 430, 105, darkGreen) +
      ellipse(480, 530, 400, 92, '#5E9FB3') +
      ellipse(480, 522, 372, 76, water) +
      each(
        [
          [330, 510],
          [420, 555],
          [610, 505],
        ] as const,
        ([x, y]) => ellipse(x, y, 44, 14, green) + circle(x + 8, y - 8, 10, '#F3C8D2'),
      ) +
      shape('M640 640l40 -150h150l90 150Z', wood) +
      line('M668 540h190M655 590h226', '#7A5126', 6) +
      each([160, 215, 300], reed) +
      person(750, 520, 190, { shirt: terracotta, skin: skins[3], arms: 'out' }) +
      person(825, 530, 130, { shirt: green, skin: skins[3] }) +
      line('M520 470q14 -18 28 0M560 450q12 -16 24 0', grey, 5),
  },
  nestbox: {
    alt: 'Un nichoir de bois dans un arbre, une mésange à l’entrée',
    drawing:
      rect(0, 0, 960, 640, '#E4EEDC') +
      circle(160, 140, 170, '#D3E2C4') +
      circle(820, 520, 220, '#D3E2C4') +
      rect(560, 0, 120, 640, '#6B4A1E') +
      line('M590 40q10 120 -6 260t8 320M640 0q-8 160 4 300', '#57391A', 8) +
      line('M600 150Q360 90 120 190M640 420Q800 360 940 400', '#6B4A1E', 26) +
      each(
        [
          [140, 170],
          [230, 120],
          [330, 150],
          [420, 100],
          [860, 350],
          [780, 400],
          [920, 420],
        ] as const,
        ([x, y]) => ellipse(x, y, 52, 26, leaf) + ellipse(x + 26, y + 26, 44, 20, green),
      ) +
      rect(400, 250, 200, 240, '#C08A4A', 8) +
      shape('M375 260l125 -80l125 80Z', terracotta) +
      circle(500, 345, 42, '#3A2613') +
      line('M500 425v0M455 418h90', ochre, 12) +
      circle(360, 408, 44, '#E6C84B') +
      circle(332, 366, 28, ink) +
      circle(324, 368, 13, paper) +
      shape('M305 362l-24 8l24 8Z', ochre) +
      shape('M390 400l78 36l-62 18Z', '#54708F') +
      line('M350 450v24M372 450v24', grey, 5),
  },
  hedgehog: {
    alt: 'Un hérisson devant son abri de bois et de feuilles mortes',
    drawing:
      rect(0, 0, 960, 640, '#2E4A52') +
      circle(770, 120, 56, '#F6E3B4') +
      each(
        [
          [120, 90],
          [300, 60],
          [480, 130],
          [620, 70],
          [880, 220],
        ] as const,
        ([x, y]) => circle(x, y, 4, paper),
      ) +
      shape('M0 330Q300 260 560 320T960 300V640H0Z', '#24503B') +
      shape('M0 450Q300 400 600 440T960 430V640H0Z', '#3F6B45') +
      shape('M160 470l150 -150l150 150v40h-300Z', wood) +
      shape('M140 470l170 -180l170 180l-40 0l-130 -132l-130 132Z', '#7A5126') +
      shape('M250 510v-60q60 -60 120 0v60Z', '#23180D') +
      each(
        [
          [180, 520],
          [240, 534],
          [420, 530],
          [480, 520],
          [380, 544],
        ] as const,
        ([x, y]) => ellipse(x, y, 40, 15, x % 40 ? '#B4691F' : '#8A5A00'),
      ) +
      shape('M560 550q0 -110 120 -110q110 0 130 74q30 6 46 26q-10 18 -60 18Z', '#5A4630') +
      each([580, 615, 650, 685, 720, 755], (x) =>
        line(`M${x} ${520 - Math.abs(690 - x) * -0.1 - 40}l-18 -44`, '#8D7552', 8),
      ) +
      shape('M745 470q70 20 112 66q-8 22 -60 22h-60Z', '#D9B68A') +
      circle(858, 536, 10, ink) +
      circle(800, 506, 8, ink) +
      line('M620 552v14M760 556v12', ink, 12),
  },
  meadow: {
    alt: 'Une prairie fleurie au bord d’un chemin, des papillons au-dessus',
    drawing:
      park('#E7F1F4', '#9DBB80') +
      tree(120, 430, 90) +
      tree(840, 425, 100, darkGreen) +
      shape('M420 640Q500 520 460 425l40 0Q570 520 660 640Z', '#E2D7BE') +
      each(
        Array.from({ length: 44 }, (_, at) => at),
        (at) => {
          const x = (at * 229) % 960;
          const y = 450 + ((at * 89) % 150);
          if (x > 410 && x < 660) return '';
          return (
            line(`M${x} ${y}v42`, green, 5) +
            circle(x, y, 13, [terracotta, yellow, '#6C5BA8', paper][at % 4]!) +
            circle(x, y, 5, ochre)
          );
        },
      ) +
      each(
        [
          [300, 380],
          [700, 350],
        ] as const,
        ([x, y]) =>
          ellipse(x - 14, y, 15, 22, '#D98324') +
          ellipse(x + 14, y, 15, 22, '#D98324') +
          line(`M${x} ${y - 16}v34`, ink, 5),
      ) +
      person(530, 560, 200, { shirt: blue, skin: skins[2] }),
  },
  boat: {
    alt: 'Une barque verte le long d’une chaîne, entre deux rives boisées',
    drawing:
      rect(0, 0, 960, 640, '#E7F1F4') +
      circle(720, 120, 56, '#F6E3B4') +
      shape('M0 320Q260 250 520 310T960 290V400H0Z', '#A9C08E') +
      each(
        [
          [110, 360, 80],
          [260, 350, 70],
          [680, 350, 85],
          [860, 355, 75],
        ] as const,
        ([x, y, r]) => tree(x, y, r, x % 20 ? green : darkGreen),
      ) +
      rect(0, 360, 960, 280, water) +
      line('M60 430h120M700 420h140M120 560h160M560 590h200M340 400h90', '#A9D2DE', 7) +
      line('M0 470Q480 520 960 450', grey, 6) +
      shape('M270 480h430l-60 100h-310Z', green) +
      shape('M270 480h430l-10 22H282Z', darkGreen) +
      rect(350, 500, 260, 12, wood) +
      person(420, 500, 180, { shirt: terracotta, skin: skins[3], arms: 'out' }) +
      person(560, 500, 190, { shirt: yellow, skin: skins[1], hair: ink, arms: 'out' }),
  },
} as const;
