import type { Messages } from '../schema.ts';

export const first: Messages['first'] = {
  label: 'Primeros pasos',
  what: 'Los contactos de Afilnet, con o sin conexión',
  whatText:
    'Libreta guarda una copia de los grupos en este equipo. Se edita al instante, en cualquier lugar, y cada cambio se envía a Afilnet una sola vez.',
  signIn: 'Iniciar sesión o practicar',
  signInText:
    'Con el usuario de Afilnet, o con contactos inventados que nunca salen de este equipo.',
  addGroup: 'Añadir un grupo',
  addGroupText: 'Uno existente por su identificador, o uno nuevo. Eso es todo.',
};
