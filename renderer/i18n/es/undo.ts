import type { Messages } from '../schema.ts';

export const undo: Messages['undo'] = {
  undo: 'Deshacer: {what}',
  redo: 'Rehacer: {what}',
  nothingToUndo: 'Nada que deshacer',
  nothingToRedo: 'Nada que rehacer',
  undone: 'Deshecho: {what}',
  redone: 'Rehecho: {what}',
  left: '{n} contacto ha cambiado desde entonces y se queda como está. | {n} contactos han cambiado desde entonces y se quedan como están.',
  refused:
    '{n} contacto no se ha podido recuperar: {why} | {n} contactos no se han podido recuperar. El primero: {why}',
  columnsKept:
    '{n} columna se queda porque tiene valores. | {n} columnas se quedan porque tienen valores.',
  progress: '{done} de {total} contactos',
  stop: 'Parar',
  settled: 'Respuesta a: {change}',
  discarded: 'Descartar: {change}',
  groupLooks: 'Cambiar cómo se ve aquí «{group}»',
  groupOrder: 'Cambiar el orden de los grupos',
  notDuplicates: 'Marcar {n} contacto como distinto | Marcar {n} contactos como distintos',
  bulkAdd: 'Añadir {n} contacto | Añadir {n} contactos',
  bulkDelete: 'Eliminar {n} contacto | Eliminar {n} contactos',
  bulkEdit: 'Cambiar {n} contacto | Cambiar {n} contactos',
  bulkReplace: 'Reemplazar texto en {n} contacto | Reemplazar texto en {n} contactos',
  bulkNormalise: 'Normalizar el número de {n} contacto | Normalizar los números de {n} contactos',
  bulkCopy: 'Copiar {n} contacto | Copiar {n} contactos',
  bulkMove: 'Mover {n} contacto | Mover {n} contactos',
  bulkPaste: 'Pegar en {n} contacto | Pegar en {n} contactos',
  bulkMerge: 'Fusionar {n} contacto | Fusionar {n} contactos',
};
