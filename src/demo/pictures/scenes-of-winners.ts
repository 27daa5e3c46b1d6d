import {
  blue,
  green,
  ink,
  ochre,
  park,
  person,
  skins,
  square,
  terracotta,
  tree,
  yellow,
} from './parts.ts';

/** What became of those that won. */
export const scenesOfWinners = {
  tent: {
    alt: 'Une tente rouge et blanche sur une place, des cageots de légumes devant elle',
    drawing: `${square()}
    <path d="M230 250 L480 130 L730 250 L730 300 L230 300Z" fill="#B4491F"/>
    <path d="M313 210 L397 170 L397 300 L313 300Z M563 170 L647 210 L647 300 L563 300Z" fill="#FBF9F4"/>
    <path d="M250 300 V500 M710 300 V500" stroke="#4C5652" stroke-width="12"/>
    ${person(400, 490, 200, { shirt: green, skin: skins[1], hair: ink })}${person(560, 490, 190, { shirt: blue, skin: skins[3] })}
    <rect x="290" y="410" width="380" height="24" fill="#8A5A00"/>
    <g fill="#8A5A00"><rect x="250" y="480" width="130" height="70"/><rect x="410" y="500" width="130" height="70"/><rect x="580" y="480" width="130" height="70"/></g>
    <g fill="#1B6B3A"><circle cx="280" cy="476" r="22"/><circle cx="325" cy="470" r="24"/><circle cx="600" cy="476" r="20"/></g>
    <g fill="#B4491F"><circle cx="440" cy="496" r="18"/><circle cx="480" cy="492" r="20"/><circle cx="650" cy="472" r="22"/><circle cx="520" cy="497" r="16"/></g>`,
  },
  compost: {
    alt: 'Trois bacs de bois côte à côte, du broyat et une fourche devant',
    drawing: `${park()}${tree(90, 440, 90)}${tree(900, 430, 85)}
    <g fill="#8A5A00"><rect x="140" y="250" width="210" height="260"/><rect x="375" y="250" width="210" height="260"/><rect x="610" y="250" width="210" height="260"/></g>
    <g stroke="#5F3E00" stroke-width="8"><path d="M140 315h210M140 380h210M140 445h210M375 315h210M375 380h210M375 445h210M610 315h210M610 380h210M610 445h210"/></g>
    <path d="M130 250 L360 220 L360 250Z M365 250 L595 220 L595 250Z M600 250 L830 220 L830 250Z" fill="#4C5652"/>
    ${person(520, 610, 240, { shirt: terracotta, skin: skins[2], arms: 'out' })}<path d="M180 590 q90 -80 190 0Z" fill="#C9A35B"/><path d="M640 600 L780 420" stroke="#4C5652" stroke-width="10"/>
    <path d="M620 560 L660 600 M606 578 L646 618 M640 545 L676 582" stroke="#4C5652" stroke-width="7"/>`,
  },
  trap: {
    alt: 'Un piège transparent accroché à une branche fleurie',
    drawing: `${park()}${tree(140, 480, 80)}${tree(820, 470, 90)}<path d="M0 150 Q420 90 960 210" stroke="#6B4A1E" stroke-width="34" fill="none"/>
    <g fill="#F6D7DE"><circle cx="170" cy="110" r="30"/><circle cx="270" cy="150" r="26"/><circle cx="620" cy="110" r="30"/><circle cx="740" cy="190" r="26"/><circle cx="850" cy="150" r="30"/></g>
    <path d="M470 140 V240" stroke="#4C5652" stroke-width="8"/><rect x="400" y="240" width="140" height="50" rx="16" fill="#8A5A00"/>
    <rect x="375" y="290" width="190" height="220" rx="40" fill="#FFFFFF" fill-opacity="0.75" stroke="#4C5652" stroke-width="8"/>
    <path d="M381 420 h178 v50 q0 36 -40 36 h-98 q-40 0 -40 -36Z" fill="#D99A2B"/>
    <g fill="#1D2321"><ellipse cx="440" cy="400" rx="16" ry="9"/><ellipse cx="510" cy="440" rx="16" ry="9"/></g>`,
  },
  cafe: {
    alt: 'Une camionnette jaune ouverte sur le côté, une table et quatre chaises dehors',
    drawing: `${square()}
    <path d="M150 210 h430 l90 110 h60 v170 H150Z" fill="#D9A400"/><rect x="200" y="250" width="260" height="130" fill="#FBF9F4"/>
    <path d="M180 250 h300 l30 -50 H210Z" fill="#B4491F"/>${person(270, 382, 150, { shirt: blue, skin: skins[1], hair: ink })}<rect x="190" y="340" width="280" height="44" fill="#8A5A00"/>${person(870, 600, 210, { shirt: terracotta, hair: '#D8D2C8' })}<path d="M575 230 l72 92 h-72Z" fill="#DCE9F2"/>
    <g fill="#1D2321"><circle cx="260" cy="490" r="48"/><circle cx="620" cy="490" r="48"/></g><g fill="#D9D4C7"><circle cx="260" cy="490" r="20"/><circle cx="620" cy="490" r="20"/></g>
    <g stroke="#4C5652" stroke-width="9" fill="none"><path d="M770 500 V600 M720 500 h110"/><path d="M700 530 v70 M700 560 h40 v40 M860 530 v70 M860 560 h-40 v40"/></g>`,
  },
  pool: {
    alt: 'Quatre jets d’eau devant un bassin, de jeunes arbres au fond',
    drawing: `<rect width="960" height="640" fill="#E7F1F4"/><rect y="330" width="960" height="150" fill="#7FB7C9"/><rect y="480" width="960" height="160" fill="#E2D7BE"/>
    ${tree(120, 350, 60)}${tree(300, 340, 50)}${tree(690, 345, 55)}${tree(860, 350, 65)}
    ${person(270, 600, 150, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'up' })}${person(660, 610, 170, { shirt: yellow, skin: skins[3], arms: 'up' })}<g stroke="#FFFFFF" stroke-width="12" fill="none" stroke-linecap="round"><path d="M180 560 q30 -190 60 0M360 570 q30 -230 60 0M540 570 q30 -210 60 0M720 560 q30 -180 60 0"/></g>`,
  },
  ribbon: {
    alt: 'Trois personnes coupent un ruban rouge',
    drawing: `${square()}
    <path d="M180 210 L480 90 L780 210 L780 260 L180 260Z" fill="#B4491F"/><path d="M200 260 V470 M760 260 V470" stroke="#4C5652" stroke-width="12"/>
    ${person(330, 590, 250, { shirt: green, skin: skins[1], hair: ink })}${person(480, 600, 270, { shirt: blue, skin: skins[3] })}${person(620, 590, 240, { shirt: ochre, hair: '#D8D2C8' })}
    <path d="M120 430 H440 M520 430 H840" stroke="#D92D20" stroke-width="22"/><path d="M440 430 l24 26 M520 430 l-24 26" stroke="#D92D20" stroke-width="18"/>
    <g stroke="#4C5652" stroke-width="9" fill="none"><path d="M462 400 L500 452 M498 400 L460 452"/><circle cx="455" cy="462" r="11"/><circle cx="505" cy="462" r="11"/></g>`,
  },
  crates: {
    alt: 'Trois cageots de légumes et de fruits',
    drawing: `<rect width="960" height="640" fill="#F3E9D6"/><rect y="430" width="960" height="210" fill="#CFC2AC"/>
    <g fill="#8A5A00"><rect x="120" y="330" width="220" height="150"/><rect x="370" y="350" width="220" height="150"/><rect x="620" y="330" width="220" height="150"/></g>
    <g stroke="#5F3E00" stroke-width="8"><path d="M120 380h220M120 430h220M370 400h220M370 450h220M620 380h220M620 430h220"/></g>
    <g fill="#1B6B3A"><circle cx="165" cy="316" r="34"/><circle cx="230" cy="306" r="38"/><circle cx="295" cy="316" r="34"/></g>
    <g fill="#B4491F"><circle cx="415" cy="338" r="30"/><circle cx="480" cy="328" r="32"/><circle cx="545" cy="338" r="30"/></g>
    <g fill="#D9A400"><circle cx="665" cy="318" r="28"/><circle cx="728" cy="308" r="32"/><circle cx="795" cy="318" r="28"/></g>`,
  },
  oven: {
    alt: 'Un four à pain de brique, le feu allumé',
    drawing: `<rect width="960" height="640" fill="#EADFD0"/><rect y="500" width="960" height="140" fill="#C7B79C"/>
    ${tree(120, 480, 80)}${person(820, 520, 250, { shirt: blue, skin: skins[3], hair: '#D8D2C8', arms: 'out' })}<path d="M250 520 V330 Q250 180 480 180 Q710 180 710 330 V520Z" fill="#B4491F"/><path d="M225 520 h510 v50 H225Z" fill="#4C5652"/>
    <path d="M370 500 V400 Q370 320 480 320 Q590 320 590 400 V500Z" fill="#1D2321"/><path d="M410 500 q10 -90 70 -130 q60 40 70 130Z" fill="#D9A400"/><path d="M445 500 q8 -50 35 -75 q27 25 35 75Z" fill="#F3E9D6"/>
    <rect x="600" y="120" width="60" height="110" fill="#4C5652"/><path d="M630 110 q-30 -30 0 -55 q30 -25 0 -50" stroke="#FBF9F4" stroke-width="16" fill="none"/>
    <g fill="#8A5A00"><ellipse cx="150" cy="540" rx="52" ry="26"/><ellipse cx="800" cy="545" rx="56" ry="26"/><ellipse cx="870" cy="575" rx="50" ry="24"/></g>`,
  },
  street: {
    alt: 'Des enfants jouent dans une rue fermée aux voitures, sous des fanions',
    drawing: `<rect width="960" height="640" fill="#E1ECF3"/><g fill="#D9C8A5"><rect x="0" y="120" width="230" height="330"/><rect x="730" y="90" width="230" height="360"/></g>
    <g fill="#FBF9F4"><rect x="50" y="180" width="50" height="70"/><rect x="140" y="180" width="50" height="70"/><rect x="780" y="160" width="50" height="70"/><rect x="870" y="160" width="50" height="70"/></g>
    <path d="M230 450 h500 l230 190 H0Z" fill="#8B938E"/><g stroke="#FBF9F4" stroke-width="8" fill="none"><path d="M440 470 h70 v40 h-70Z M430 510 h90 v44 h-90Z M415 554 h120 v52 h-120Z"/></g>
    ${person(330, 570, 170, { shirt: terracotta, skin: skins[1], hair: ink, arms: 'up' })}${person(640, 550, 160, { shirt: green, skin: skins[3] })}${person(740, 600, 150, { shirt: yellow, skin: skins[2], arms: 'up' })}<path d="M230 170 Q480 260 730 150" stroke="#4C5652" stroke-width="5" fill="none"/>
    <g fill="#A1201B"><path d="M300 194 l34 10 l-22 34Z M440 214 l36 2 l-16 36Z M580 200 l36 -6 l-12 38Z"/></g>`,
  },
  orchard: {
    alt: 'Quatre arbres fruitiers chargés au bord de la rivière',
    drawing: `<rect width="960" height="640" fill="#E7F1F4"/><path d="M0 430 Q300 360 560 420 T960 400 V640 H0Z" fill="#A9C08E"/><path d="M0 560 Q400 500 960 570 V640 H0Z" fill="#7FB7C9"/>
    ${tree(170, 440, 80)}${tree(400, 430, 84)}${tree(630, 435, 78)}${tree(850, 430, 76)}${person(520, 520, 190, { shirt: terracotta, skin: skins[2], arms: 'up' })}
    <g fill="#B4491F"><circle cx="140" cy="250" r="12"/><circle cx="195" cy="285" r="12"/><circle cx="380" cy="225" r="12"/><circle cx="430" cy="275" r="12"/><circle cx="610" cy="280" r="12"/><circle cx="655" cy="240" r="12"/><circle cx="840" cy="240" r="12"/></g>`,
  },
} as const;
