import type { Messages } from '../schema.ts';

export const recovery: Messages['recovery'] = {
  title: 'Los datos de esta cuenta estaban dañados y se han recuperado ({when})',
  backup: 'Se han rehecho con la copia de seguridad del {when} y con lo que aún se podía leer.',
  noBackup: 'Se han rehecho con lo que aún se podía leer.',
  contacts: 'Se ha rescatado {n} contacto. | Se han rescatado {n} contactos.',
  groups:
    '{n} grupo se vuelve a descargar de Afilnet. | {n} grupos se vuelven a descargar de Afilnet.',
  entries:
    '{n} cambio sin enviar vuelve a estar en los cambios pendientes. | {n} cambios sin enviar vuelven a estar en los cambios pendientes.',
  noEntries: 'No se ha encontrado ningún cambio sin enviar.',
  skipped:
    '{n} línea del registro de cambios sin enviar no se ha podido leer: comprueba si están tus últimos cambios. | {n} líneas del registro de cambios sin enviar no se han podido leer: comprueba si están tus últimos cambios.',
  journalTitle: 'El registro de cambios sin enviar estaba dañado y se ha escrito de nuevo',
  journalText:
    '{n} línea no se ha podido leer. Los contactos y los cambios pendientes no estaban dañados. | {n} líneas no se han podido leer. Los contactos y los cambios pendientes no estaban dañados.',
  setAside: 'Los archivos dañados se han apartado, no eliminado: {path}',
  details: 'Qué se encontró',
  dismiss: 'Entendido',
};
