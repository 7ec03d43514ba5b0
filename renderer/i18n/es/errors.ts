import type { Messages } from '../schema.ts';

export const errors: Messages['errors'] = {
  invalidInput:
    'Algún dato de este formulario no se puede usar tal cual. Revisa los valores y vuelve a intentarlo.',
  serverAddressInvalid:
    'Esto no es una dirección web. Debe parecerse a https://www.afilnet.com, sin espacios.',
  serverAddressInsecure:
    'Con esta dirección la contraseña viajaría sin protección. Usa una que empiece por https://.',
  columnNameInvalid:
    'Una columna no puede llamarse así. Usa letras, números, espacios, puntos, guiones y guiones bajos.',
  columnIsMainField:
    'Esta columna identifica a cada contacto del grupo, así que tiene que quedarse.',
  mainFieldMissing:
    'Un contacto necesita un valor en el campo principal de su grupo. Rellénalo y vuelve a guardar.',
  mainFieldTaken:
    'Otro contacto de este grupo ya tiene ese valor en el campo principal. Usa otro valor o edita aquel contacto.',
  cannotCarry:
    'Al modificar un contacto, Afilnet no admite comas, dos puntos ni saltos de línea. Cambia el carácter o guarda volviendo a crear el contacto.',
  groupNameMissing: 'El grupo necesita un nombre.',
  countryUnknown: 'Afilnet no conoce este país. Elige otro de la lista.',
  patternInvalid: 'Este patrón no es una expresión regular.',
  patternTooSlow:
    'Este patrón tarda demasiado con algunos valores. Prueba sin una repetición dentro de otra.',
  noAccount: 'No hay ninguna cuenta abierta. Inicia sesión o practica con datos de ejemplo.',
  accountUnknown: 'Esta cuenta ya no está en este equipo. Vuelve a iniciar sesión para usarla.',
  accountExists:
    'Esta cuenta ya está en este equipo. Elígela en el menú de cuentas, arriba a la izquierda.',
  groupUnknown:
    'Este grupo ya no está en este equipo. Si lo necesitas, vuelve a añadirlo con su identificador.',
  viewNameTaken: 'Ya hay una vista con este nombre. Elige otro.',
  viewUnknown: 'Esta vista ya no está.',
  groupExists: 'Este grupo ya está en tu lista.',
  groupHasNoServerId:
    'Este grupo todavía no se ha creado en Afilnet. Espera a que se envíe y vuelve a intentarlo.',
  contactUnknown: 'Este contacto ya no está: se eliminó aquí o en Afilnet.',
  entryUnknown: 'Este cambio ya no está pendiente: entretanto se envió o se descartó.',
  entryInFlight:
    'Este cambio va camino de Afilnet en este momento. Vuelve a intentarlo dentro de un momento.',
  settlementDoesNotFit: 'La pregunta ha cambiado entretanto. Vuelve a mirarla y decide.',
  unsentWork:
    'Hay {n} cambio que Afilnet todavía no tiene. Envíalo o descártalo expresamente. | Hay {n} cambios que Afilnet todavía no tiene. Envíalos o descártalos expresamente.',
  nothingToUndo:
    'Aquí no queda nada que deshacer: ya se ha deshecho o han pasado demasiadas cosas desde entonces.',
  undoImpossible:
    'Esto no se puede deshacer: Afilnet ya lo ha hecho y no ofrece la vuelta atrás. Lo que hiciste antes sí se puede deshacer.',
  undoInUse:
    'Esto no se deshace: desde entonces han llegado contactos o valores que desaparecerían con ello. Elimínalo tú si también deben desaparecer.',
  busy: 'Libreta ya está con ello. Espera a que termine.',
  wrongPassword:
    'Afilnet no acepta este usuario y esta contraseña. Revisa ambos; las mayúsculas cuentan.',
  passwordNeeded: 'Hace falta la contraseña de esta cuenta. Escríbela para seguir enviando.',
  keychainAsking:
    'El llavero de este equipo todavía no ha respondido. Responde a su pregunta e inténtalo de nuevo.',
  offline: 'No hay conexión. Lo que hagas se guarda aquí y se enviará cuando vuelva a haberla.',
  forcedOffline:
    'Has elegido trabajar sin conexión. Conéctate desde el menú del estado, en la parte superior.',
  serverUnreachable:
    'El servidor no responde. Comprueba la conexión y la dirección del servidor y vuelve a intentarlo.',
  certificate:
    'El servidor no ha podido demostrar quién es, así que no se ha enviado nada. Comprueba la fecha de este equipo, la red y la dirección del servidor.',
  timeout: 'El servidor ha tardado demasiado en responder. Vuelve a intentarlo en un momento.',
  htmlInstead:
    'Ha llegado una página web en lugar de una respuesta. Puede que la wifi pida identificarse o que el servidor esté en mantenimiento.',
  serverFault: 'Afilnet tiene un problema en este momento. Vuelve a intentarlo en unos minutos.',
  tooManyRequests: 'Afilnet pide una pausa. Vuelve a intentarlo en unos minutos.',
  redirected:
    'El servidor ha remitido a Libreta a otra dirección. No se ha enviado allí la contraseña. Comprueba la dirección del servidor; en una wifi pública, identifícate antes en ella.',
  replyNotUnderstood:
    'No se ha podido leer la respuesta del servidor, así que aquí no ha cambiado nada. Comprueba la dirección del servidor y vuelve a intentarlo; lo que ha dicho se conserva más abajo.',
  groupNotYours:
    'Afilnet no da acceso a este grupo con esta cuenta. Comprueba el identificador o si el grupo se ha eliminado.',
  contactGone: 'Afilnet ya no tiene este contacto.',
  rejectedByServer: 'Afilnet lo ha rechazado. Revisa lo que has escrito y vuelve a intentarlo.',
  rejectedWithCode:
    'Afilnet lo ha rechazado con el código {code}. Vuelve a intentarlo más tarde o pregunta al soporte de Afilnet qué significa.',
  replyEmpty:
    'El servidor ha dado una respuesta vacía, así que aquí no ha cambiado nada. Vuelve a intentarlo en un momento.',
  requestTooLong:
    'Es demasiado largo para la forma de envío elegida. Elige POST en esta cuenta, que no tiene ese límite.',
  cancelled: 'Detenido. No ha cambiado nada.',
  noKeychain:
    'El llavero de este equipo no responde, así que no se puede guardar la contraseña. Se usará hasta que se cierre la aplicación.',
  diskFull: 'El disco está lleno y no se ha guardado nada. Libera espacio y vuelve a intentarlo.',
  readOnly:
    'Libreta no puede escribir en su carpeta de datos y no se ha guardado nada. Revisa los permisos de la carpeta.',
  databaseBusy:
    'Otro programa está usando los datos de Libreta. Ciérralo o espera un momento y vuelve a intentarlo.',
  databaseFromNewerVersion:
    'Los datos los escribió una versión más reciente de Libreta. Instálala para abrirlos.',
  databaseDamaged:
    'El archivo de datos está dañado y se ha dejado como está. Restáuralo con una copia de seguridad de la carpeta de datos.',
  refusedSender: 'La petición no venía de la ventana de Libreta y se ha rechazado.',
  internal:
    'Algo ha fallado dentro de Libreta. Lo que ya habías guardado está a salvo. Vuelve a intentarlo; si se repite, reinicia la aplicación.',
};
