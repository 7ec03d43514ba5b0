import type { Messages } from '../schema.ts';

export const groups: Messages['groups'] = {
  menu: 'Acciones del grupo',
  pull: 'Descargar de Afilnet ahora',
  stopPull: 'Detener la descarga',
  columns: 'Columnas…',
  country: 'País…',
  rename: 'Cambiar el nombre aquí…',
  forget: 'Quitar de este equipo…',
  delete: 'Eliminar en Afilnet…',
  updated: 'Actualizado {when}',
  neverUpdated: 'Aún sin descargar',
  pulling: 'Descargando…',
  pullProgress: 'Descargando: {done} de {total}',
  creating:
    'Este grupo se creará en Afilnet con la próxima sincronización. Ya puedes trabajar en él.',
  deleting:
    'Este grupo se está eliminando en Afilnet. Para conservarlo, descarta la eliminación en los cambios pendientes.',
  pullFailed: 'La última descarga no llegó a término. Lo que ves es de antes.',
  heldManyRemoved:
    'Afilnet ha enviado una lista en la que faltan {removed} de {of} contactos. Aquí aún no se ha quitado nada.',
  heldEmptied:
    'Afilnet ha enviado una lista vacía, aunque aquí hay {of} contactos. Aquí aún no se ha quitado nada.',
  heldColumnLost:
    'Afilnet ha enviado una lista sin las columnas {columns}. Aquí aún no se ha quitado nada.',
  heldIn: '«{group}»',
  heldApply: 'Aplicar la lista',
  heldApplyContacts:
    '{n} contacto desaparece de este ordenador. Si tiene cambios sin enviar, se pregunta antes. | {n} contactos desaparecen de este ordenador. Si alguno tiene cambios sin enviar, se pregunta antes.',
  heldApplyColumns:
    'Las columnas {columns} desaparecen de este ordenador, con lo que {n} contacto tiene en ellas. | Las columnas {columns} desaparecen de este ordenador, con lo que {n} contactos tienen en ellas.',
  heldKeep: 'Conservar la mía',
  heldKeepContacts:
    '{n} contacto se vuelve a añadir en Afilnet tal como está aquí. | {n} contactos se vuelven a añadir en Afilnet tal como están aquí.',
  heldKeepColumns:
    'Las columnas {columns} se vuelven a añadir en Afilnet, con lo que {n} contacto tiene en ellas. | Las columnas {columns} se vuelven a añadir en Afilnet, con lo que {n} contactos tienen en ellas.',
  heldDecidedApply: 'Has decidido aplicar la lista.',
  heldDecidedKeep: 'Has decidido conservar la tuya.',
  heldSoon: 'Se hará en un momento.',
  heldWhenOnline: 'Se hará cuando haya conexión.',
  heldWhenAllowed: 'Se hará cuando vuelvas a trabajar con conexión.',
  heldAgain: 'Si entonces a Afilnet le falta más que esto, se volverá a preguntar.',
  heldChange: 'Decidir otra cosa',
  createTitle: 'Crear un grupo',
  createText:
    'Aparece aquí al instante y se crea en Afilnet con la próxima sincronización, aunque ahora no tengas conexión.',
  name: 'Nombre',
  type: 'Tipo',
  mobile: 'Números de móvil',
  email: 'Direcciones de correo',
  mobileNote: 'Campo principal: mobile. Para SMS y voz.',
  emailNote: 'Campo principal: email. Para campañas de correo.',
  typeLater: 'El tipo no se puede cambiar después.',
  columnsField: 'Más columnas',
  columnsHint: 'Escribe un nombre y pulsa Intro. El campo principal siempre está.',
  columnName: 'Columna nueva',
  removeColumn: 'Quitar la columna {column}',
  countryField: 'País',
  countryHint: 'Sirve para comprobar los números de teléfono.',
  countrySearch: 'Buscar un país',
  countryNothing: 'Ningún país se llama así.',
  create: 'Crear grupo',
  problemEmpty: 'Una columna necesita un nombre.',
  problemTooLong: 'El nombre de una columna tiene 64 caracteres como máximo.',
  problemCharacter: 'Solo letras, números, espacios, puntos, guiones y guiones bajos.',
  problemReserved: 'Puede que Afilnet use este nombre. Elige otro.',
  problemTaken: 'Ya hay una columna con este nombre.',
  addTitle: 'Añadir un grupo por su identificador',
  addText:
    'Afilnet no permite que otros programas vean la lista de tus grupos, así que cada uno se añade una vez con su identificador.',
  addWhere:
    'Lo encontrarás en el panel de Afilnet, en Contactos, Grupos: es el número que aparece junto al nombre del grupo.',
  serverId: 'Identificador del grupo',
  serverIdProblem: 'Solo letras, números, guiones y guiones bajos.',
  label: 'Cómo llamarlo aquí',
  labelHint: 'Afilnet no dice cómo se llama un grupo, así que este nombre lo pones tú.',
  addCheck: 'Añadir grupo',
  addChecking: 'Comprobando con Afilnet…',
  added: 'Se ha añadido «{group}». Sus contactos se están descargando.',
  columnsTitle: 'Columnas de «{group}»',
  mainField: 'campo principal',
  columnAdding: 'añadiéndose',
  columnDeleting: 'eliminándose',
  addColumn: 'Añadir columna',
  deleteColumn: 'Eliminar la columna {column}',
  deleteColumnWarning:
    'Afilnet borra los valores de «{column}» en todos los contactos de este grupo. Allí no se puede deshacer.',
  deleteColumnConfirm: 'Eliminar «{column}»',
  countryTitle: 'País de «{group}»',
  countryText:
    'Afilnet guarda un país por grupo. Libreta comprueba con él los números de teléfono y nunca los reescribe.',
  assign: 'Asignar país',
  renameTitle: 'Cambiar el nombre aquí',
  renameText:
    'Afilnet no puede cambiar el nombre de un grupo, así que el nuevo solo se verá en este equipo.',
  forgetTitle: '¿Quitar «{group}» de este equipo?',
  forgetText:
    'En Afilnet no cambia nada. Aquí desaparecen los contactos y su historial; puedes volver a añadir el grupo con su identificador.',
  forgetConfirm: 'Quitar de este equipo',
  forgotten: 'Se ha quitado «{group}» de este equipo.',
  deleteTitle: '¿Eliminar «{group}» en Afilnet?',
  deleteText:
    'El grupo y su {n} contacto se eliminan en Afilnet, para todo el mundo. | El grupo y sus {n} contactos se eliminan en Afilnet, para todo el mundo.',
  deleteUnsent:
    'Se descarta {n} cambio que aún no se había enviado. | Se descartan {n} cambios que aún no se habían enviado.',
  deleteType: 'Escribe «{group}» para confirmarlo',
  deleteConfirm: 'Eliminar grupo',
  pulled: '«{group}» está al día.',
};
