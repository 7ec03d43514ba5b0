/** One invented contact with everything a group may ask of it. */
import type { ContactFields } from '#shared/domain/contact.ts';
import { arabic, catalan, portuguese, spanish, type Region } from './regions.ts';
import type { Draw } from './random.ts';

const companies = [
  'Ferretería López, S.L.',
  'Hnos. Núñez e Hijos, S.A.',
  'Café del Mar',
  'Clínica Dental Sonrisa',
  'Óptica Ribera',
  'Peluquería «El Rizo»',
  'Transports Puig, SCCL',
  'Padaria Gonçalves, Lda.',
  'Librería "La Ñ"',
  'Autoescuela Turia',
  'Fruites i Verdures Empar',
  'Taller Mecánico Peña, S.L.U.',
  'مخبز السلام',
  'Floristería 🌷 Begoña',
] as const;
const notes = [
  'Prefiere que le escriban por la tarde',
  'Cliente desde 2019',
  'Horario: 9:00 a 14:00',
  '🌟 VIP',
  'Llamar antes: tiene portero',
  'Vol rebre les ofertes en valencià',
  'Ha pedido factura; enviar copia, por favor',
  'Prefere SMS',
  'يفضل الاتصال صباحا',
  'Cumple el mismo día que su hermana 🎂',
  'Alérgico a los frutos secos',
  'Paga a 30 días',
] as const;
const longNote =
  'Visita del comercial: le interesa la gama de verano, pero quiere ver antes las muestras; la reunión se aplaza dos veces. ' +
  'Acordamos volver a hablar cuando cierre el trimestre, con precios cerrados, portes incluidos y un plazo de entrega de diez días. ';
const mailDomains = ['example.com', 'example.org', 'example.net'] as const;

/** Mostly Spanish, as such an account would be. */
function drawRegion(draw: Draw): Region {
  const at = draw.next();
  if (at < 0.6) return spanish;
  if (at < 0.83) return catalan;
  return at < 0.94 ? portuguese : arabic;
}

/** International digits as Afilnet's document writes them; now and then the bare national number. */
function mobileOf(region: Region, draw: Draw): string {
  const start = draw.pick(region.mobileStart);
  const national = start + draw.digits(region.mobileLength - start.length);
  return region === spanish && draw.chance(0.12) ? national : region.callingCode + national;
}

function inAddress(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[^a-z0-9]+/gu, '.').replace(/^\.|\.$/gu, '');
}

/** `serial` tells apart the e-mail addresses of people of the same name. */
export function drawPerson(draw: Draw, serial: number): ContactFields {
  const region = drawRegion(draw);
  const name = draw.pick(region.names);
  const surname =
    `${draw.pick(region.surnames)} ${draw.chance(0.7) ? draw.pick(region.surnames) : ''}`.trim();
  const latin =
    region.latin === undefined
      ? `${inAddress(name)}.${inAddress(surname)}`
      : draw.pick(region.latin);
  const [city, postcode] = draw.pick(region.cities);
  const flat = draw.chance(0.6)
    ? `, ${draw.whole(1, 9)}º ${draw.pick(['A', 'B', 'C', 'izda.', 'dcha.'])}`
    : '';
  const birthday = [draw.whole(1940, 2006), draw.whole(1, 12), draw.whole(1, 28)];
  const maybe = (probability: number, value: string): string =>
    draw.chance(probability) ? value : '';
  return {
    mobile: mobileOf(region, draw),
    email: `${latin}${serial}@${draw.pick(mailDomains)}`,
    name: draw.chance(0.01) ? `${name} 🌻` : name,
    surname: maybe(0.96, surname),
    company: maybe(0.35, draw.pick(companies)),
    address: maybe(0.8, `${draw.pick(region.streets)}, ${draw.whole(1, 240)}${flat}`),
    city: maybe(0.9, city),
    postcode: maybe(0.9, postcode),
    birthday: maybe(0.55, birthday.map((part) => String(part).padStart(2, '0')).join('-')),
    member: String(serial).padStart(5, '0'),
    language: maybe(0.7, draw.pick(['es', 'ca', 'pt', 'ar'])),
    notes: draw.chance(0.01) ? longNote.repeat(3).trim() : maybe(0.3, draw.pick(notes)),
  };
}
