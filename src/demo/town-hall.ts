import { grantRole } from '../rooms/identity/index.ts';
import { insertDepartment } from '../rooms/organisations/index.ts';
import { demoLogins } from './accounts.ts';
import type { Town } from './people.ts';
import { enrol, type Member, type Place } from './place.ts';
import { expectOk } from './story.ts';

const { decider, cabinet, ambassador, agents } = demoLogins;

/** The services of Fleury that study ideas, each with its referent, and some with a colleague. */
const services = [
  {
    key: 'roads',
    login: agents.roads,
    name: 'Voirie et réseaux',
    referent: 'Karim Belloc',
    nickname: 'Karim · voirie',
    birthDate: '1978-03-11',
    colleague: { name: 'Odile Fournel', nickname: 'Odile · voirie', birthDate: '1969-08-24' },
  },
  {
    key: 'parks',
    login: agents.parks,
    name: 'Espaces verts',
    referent: 'Marie-Laure Quintard',
    nickname: 'Marie-Laure · espaces verts',
    birthDate: '1983-05-02',
    colleague: { name: 'Bastien Rullier', nickname: 'Bastien · jardins', birthDate: '1994-12-19' },
  },
  {
    key: 'buildings',
    login: agents.buildings,
    name: 'Bâtiments',
    referent: 'Thierry Vasseur-Lamy',
    nickname: 'Thierry · bâtiments',
    birthDate: '1971-10-30',
  },
  {
    key: 'sports',
    login: agents.sports,
    name: 'Sports',
    referent: 'Naïma Toubal',
    nickname: 'Naïma · sports',
    birthDate: '1988-01-17',
  },
  {
    key: 'culture',
    login: agents.culture,
    name: 'Culture',
    referent: 'Étienne Garances',
    nickname: 'Étienne · culture',
    birthDate: '1980-07-06',
  },
  {
    key: 'law',
    login: agents.law,
    name: 'Juridique et marchés',
    referent: 'Solène Prigent',
    nickname: 'Solène · juridique',
    birthDate: '1975-04-28',
  },
] as const;

export type ServiceKey = (typeof services)[number]['key'];

/** Those who study, decide and go out to meet people. */
export interface TownHall {
  officer: Member;
  decider: Member;
  ambassador: Member;
  services: ReadonlyMap<ServiceKey, { departmentId: string; referent: Member }>;
}

/** Services and those who decide, read and go out to meet people, before anything is studied. */
export async function openTownHall(place: Place, town: Town, officer: Member): Promise<TownHall> {
  const { db, organisation } = place;
  const organisationId = organisation.id;
  const open = new Map<ServiceKey, { departmentId: string; referent: Member }>();
  for (const service of services) {
    const { key, login, name, referent, nickname, birthDate } = service;
    const act = { organisationId, by: officer.id };
    const { id } = expectOk(await insertDepartment(db, act, { name, email: login.email }), name);
    const character = town.introduce({ name: referent, nickname, birthDate }, login.email);
    const people = [
      await enrol(place, character, { password: login.password }),
      ...('colleague' in service ? [await enrol(place, town.introduce(service.colleague))] : []),
    ];
    for (const [index, person] of people.entries())
      await grantRole(db, {
        organisationId,
        personId: person.id,
        role: 'agent',
        departmentId: id,
        isReferent: index === 0,
        grantedBy: officer.id,
      });
    open.set(key, { departmentId: id, referent: people[0]! });
  }
  const others = [
    {
      login: decider,
      name: 'Hélène Morvan',
      nickname: 'Hélène Morvan · élue',
      birthDate: '1967-02-14',
    },
    {
      login: cabinet,
      name: 'Quentin Delalande',
      nickname: 'Quentin · cabinet',
      birthDate: '1990-09-09',
    },
    {
      login: ambassador,
      name: 'Sami Kerouani',
      nickname: 'Sami · ambassadeur',
      birthDate: '2002-06-21',
    },
  ] as const;
  const enrolled: Member[] = [];
  for (const { login, ...known } of others)
    enrolled.push(
      await enrol(place, town.introduce(known, login.email), {
        password: login.password,
        roles: [login.role as 'decider' | 'cabinet' | 'ambassador'],
      }),
    );
  const [helene, , sami] = enrolled;
  return { officer, decider: helene!, ambassador: sami!, services: open };
}
