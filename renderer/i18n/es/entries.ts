import type { Messages } from '../schema.ts';

export const entries: Messages['entries'] = {
  createGroup: 'Crear el grupo «{group}»',
  deleteGroup: 'Eliminar el grupo «{group}»',
  addColumn: 'Añadir la columna «{column}» a «{group}»',
  deleteColumn: 'Eliminar la columna «{column}» de «{group}»',
  assignCountry: 'Asignar a «{group}» el país {country}',
  addContact: 'Añadir {contact} a «{group}»',
  readdContact: 'Volver a guardar {contact} en «{group}»',
  editContact: 'Cambiar {columns} de {contact}',
  recreateContact: 'Cambiar {columns} de {contact} volviendo a crearlo',
  deleteContact: 'Eliminar {contact} de «{group}»',
  someContact: 'un contacto',
  waiting: 'En espera de enviarse',
  waitingOffline: 'Guardado aquí hasta que haya conexión',
  waitingForcedOffline: 'Guardado aquí mientras trabajas sin conexión',
  waitingHeld: 'A la espera de tu decisión',
  waitingHeldWhy:
    'No se envía nada a los contactos de este grupo hasta que decidas qué hacer con su lista retenida.',
  groupUnread: 'La última vez no se pudo leer su grupo: {why}',
  waitingSignIn: 'En espera de la contraseña',
  retrying: 'Se reintenta {when}',
  retryingWhy: 'El intento {n} no ha llegado a término: {why}',
  whyNetwork: 'no había conexión con el servidor.',
  whyCertificate: 'el servidor no ha podido demostrar quién es.',
  whyTimeout: 'no ha llegado respuesta a tiempo.',
  whyLost: 'la conexión se ha cortado.',
  whyHtml: 'ha llegado una página web en lugar de una respuesta.',
  whyPause: 'Afilnet ha pedido una pausa.',
  whyServer: 'Afilnet tenía un problema.',
  whyUnreadable: 'no se ha podido leer la respuesta.',
  whyRedirect: 'el servidor ha remitido a Libreta a otra dirección.',
  whyNotStored: 'Afilnet ha dicho que sí, pero el cambio no está.',
  whyUnknown: 'no ha llegado una respuesta clara.',
  whyCode: 'Afilnet ha respondido {code}.',
  sending: 'Camino de Afilnet',
  checkingReadBack: 'Enviado; comprobando lo que ha guardado Afilnet',
  checkingUnknown:
    'Enviado, pero sin respuesta. Libreta mira en Afilnet antes de volver a enviarlo.',
  blocked: 'Espera a otro cambio',
  blockedBy: 'Espera a: {other}',
  waitsForList: 'Espera a que decidas sobre la lista de «{group}»',
  blockedWhy: 'Se enviará sin más en cuanto eso esté hecho.',
  blockedByQuestion: 'Se enviará sin más en cuanto respondas allí.',
  needsYou: 'Te necesita',
  conflict:
    'Cambiado aquí y en Afilnet. Elige el valor correcto. | Cambiado aquí y en Afilnet. Elige los valores correctos.',
  conflictDelete:
    'Has eliminado aquí este contacto y, entretanto, alguien lo ha cambiado en Afilnet.',
  existsEdit:
    'En Afilnet, otro contacto de este grupo ya tiene este campo principal, así que el cambio no se ha enviado.',
  existsUnknown:
    'Afilnet dice que ya tiene un contacto con este campo principal, pero Libreta no lo ve allí.',
  exists: 'Afilnet ya tiene un contacto con este campo principal. Elige qué debe decir.',
  deletedThere: 'Has cambiado aquí este contacto y alguien lo ha eliminado en Afilnet.',
  rejected: 'Afilnet ha rechazado este cambio. Edítalo y se enviará de nuevo, o descártalo.',
  notStored:
    'Afilnet ha dicho que sí, pero el cambio no está. Vuelve a intentarlo o edita el cambio.',
  groupGone:
    'Afilnet ya no da acceso a este grupo. Puede que lo hayan eliminado allí; en ese caso, descarta el cambio.',
  notUnderstood:
    'Afilnet ha respondido algo que Libreta no entiende. Vuelve a intentarlo o descarta el cambio.',
  unknownCode:
    'Afilnet ha respondido con el código {code}, que Libreta no conoce. Pregunta al soporte de Afilnet qué significa, vuelve a intentarlo o descarta el cambio.',
  createdUnknown:
    'No llegó una respuesta clara al crear este grupo. Mira en el panel de Afilnet si está allí.',
  cannotCarry: 'Afilnet no admite este cambio tal cual: {fields}.',
  storedDifferently: 'Afilnet tiene algo distinto de lo que escribiste.',
  noProgress:
    '{n} intento sin una respuesta clara: {why} Vuelve a intentarlo más tarde o descarta el cambio. | {n} intentos sin una respuesta clara: {why} Vuelve a intentarlo más tarde o descarta el cambio.',
  obstacleComma: '«{column}» tiene una coma',
  obstacleColon: '«{column}» tiene dos puntos',
  obstacleLineBreak: '«{column}» tiene un salto de línea',
};
