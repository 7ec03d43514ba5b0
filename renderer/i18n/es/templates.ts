import type { Messages } from '../schema.ts';

export const templates: Messages['templates'] = {
  field: 'Empezar con',
  hint: 'Solo es un comienzo: más abajo se quitan y se añaden columnas.',
  onlyName: 'Solo un nombre',
  people: 'Personas',
  companies: 'Empresas',
  members: 'Socios de un club',
  appointments: 'Citas',
  none: 'Ninguna columna más',
  name: 'nombre',
  surname: 'apellidos',
  city: 'ciudad',
  notes: 'notas',
  company: 'empresa',
  address: 'dirección',
  memberNumber: 'número_de_socio',
  since: 'alta',
  date: 'fecha',
  time: 'hora',
};
