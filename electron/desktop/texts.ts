/** What the desktop says outside the page: menu, message boxes, notifications. */
import type { Language } from './language.ts';

export interface MenuTexts {
  readonly file: string;
  readonly newContact: string;
  readonly newGroup: string;
  readonly palette: string;
  readonly syncNow: string;
  readonly shortcuts: string;
  readonly groups: string;
  readonly pendingChanges: string;
  readonly settings: string;
  readonly quit: string;
  readonly edit: string;
  readonly undo: string;
  readonly redo: string;
  readonly cut: string;
  readonly copy: string;
  readonly paste: string;
  readonly selectAll: string;
  readonly view: string;
  readonly actualSize: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly fullScreen: string;
  readonly developerTools: string;
  readonly window: string;
  readonly minimize: string;
  readonly close: string;
  readonly help: string;
  readonly afilnet: string;
  readonly about: string;
  readonly services: string;
  readonly hide: string;
  readonly hideOthers: string;
  readonly showAll: string;
}

export interface Texts {
  readonly menu: MenuTexts;
  /** Why the app could not start. */
  readonly start: {
    readonly title: string;
    readonly newer: string;
    readonly damaged: string;
    readonly diskFull: string;
    readonly readOnly: string;
    readonly busy: string;
    readonly other: string;
    /** Followed by the folder. */
    readonly folder: string;
  };
  readonly fault: {
    readonly title: string;
    /** Followed by the file. */
    readonly detail: string;
  };
  readonly pageGone: {
    readonly title: string;
    readonly detail: string;
    readonly reload: string;
    readonly quit: string;
  };
  readonly allSent: {
    readonly title: string;
    readonly body: (count: number) => string;
  };
  readonly needsYou: {
    readonly title: string;
    readonly body: (count: number) => string;
  };
}

export const texts: Record<Language, Texts> = {
  en: {
    menu: {
      file: '&File',
      newContact: '&New contact',
      newGroup: 'C&reate a group…',
      palette: 'S&earch everything…',
      syncNow: 'S&ync now',
      shortcuts: '&Keyboard shortcuts',
      groups: '&Groups',
      pendingChanges: '&Pending changes',
      settings: '&Settings…',
      quit: '&Quit Libreta',
      edit: '&Edit',
      undo: '&Undo',
      redo: '&Redo',
      cut: 'Cu&t',
      copy: '&Copy',
      paste: '&Paste',
      selectAll: 'Select &all',
      view: '&View',
      actualSize: '&Actual size',
      zoomIn: 'Zoom &in',
      zoomOut: 'Zoom &out',
      fullScreen: '&Full screen',
      developerTools: '&Developer tools',
      window: '&Window',
      minimize: '&Minimize',
      close: '&Close window',
      help: '&Help',
      afilnet: '&Afilnet on the web',
      about: 'A&bout Libreta',
      services: 'Services',
      hide: 'Hide Libreta',
      hideOthers: 'Hide others',
      showAll: 'Show all',
    },
    start: {
      title: 'Libreta cannot open your data',
      newer:
        'Your data was last used by a newer version of Libreta. Install that version or a later one to open it. Nothing has been changed.',
      damaged:
        'A file of your data is damaged and could not be repaired. It has been left as it is; ask for help before you delete anything, because it may hold changes that Afilnet has not received.',
      diskFull: 'The disk is full. Make some room and start Libreta again. Nothing has been lost.',
      readOnly:
        'Libreta is not allowed to write in its data folder. Correct the permissions of the folder and start Libreta again.',
      busy: 'Another program is using your data. Close it and start Libreta again.',
      other: 'Something unexpected happened. Your data has been left as it is.',
      folder: 'Data folder:',
    },
    fault: {
      title: 'Libreta has to close',
      detail:
        'Something unexpected happened. Changes that were shown as saved are safe on this computer. What happened is written, without names or passwords, in:',
    },
    pageGone: {
      title: 'The window stopped working',
      detail: 'Changes that were shown as saved are safe on this computer.',
      reload: 'Reload',
      quit: 'Quit',
    },
    allSent: {
      title: 'All saved on Afilnet',
      body: (count) =>
        count === 1
          ? 'The change made offline has arrived.'
          : `All ${count} changes made offline have arrived.`,
    },
    needsYou: {
      title: 'Libreta needs you',
      body: (count) =>
        count === 1
          ? 'One change waits for your decision.'
          : `${count} changes wait for your decision.`,
    },
  },
  es: {
    menu: {
      file: '&Archivo',
      newContact: '&Nuevo contacto',
      newGroup: '&Crear un grupo…',
      palette: '&Buscar en todo…',
      syncNow: 'Sincronizar &ahora',
      shortcuts: 'Atajos de &teclado',
      groups: '&Grupos',
      pendingChanges: 'Cambios &pendientes',
      settings: 'A&justes…',
      quit: '&Salir de Libreta',
      edit: '&Edición',
      undo: '&Deshacer',
      redo: '&Rehacer',
      cut: 'Cor&tar',
      copy: '&Copiar',
      paste: '&Pegar',
      selectAll: 'Seleccionar t&odo',
      view: '&Ver',
      actualSize: '&Tamaño real',
      zoomIn: '&Acercar',
      zoomOut: 'A&lejar',
      fullScreen: '&Pantalla completa',
      developerTools: '&Herramientas de desarrollo',
      window: 'Ve&ntana',
      minimize: '&Minimizar',
      close: '&Cerrar ventana',
      help: 'Ay&uda',
      afilnet: '&Afilnet en la web',
      about: 'A&cerca de Libreta',
      services: 'Servicios',
      hide: 'Ocultar Libreta',
      hideOthers: 'Ocultar los demás',
      showAll: 'Mostrar todo',
    },
    start: {
      title: 'Libreta no puede abrir tus datos',
      newer:
        'Tus datos se usaron por última vez con una versión más reciente de Libreta. Instala esa versión u otra posterior para abrirlos. No se ha cambiado nada.',
      damaged:
        'Un archivo de tus datos está dañado y no se ha podido reparar. Se ha dejado como estaba; pide ayuda antes de borrar nada, porque puede contener cambios que Afilnet no ha recibido.',
      diskFull:
        'El disco está lleno. Libera espacio y vuelve a abrir Libreta. No se ha perdido nada.',
      readOnly:
        'Libreta no tiene permiso para escribir en su carpeta de datos. Corrige los permisos de la carpeta y vuelve a abrir Libreta.',
      busy: 'Otro programa está usando tus datos. Ciérralo y vuelve a abrir Libreta.',
      other: 'Ha ocurrido algo inesperado. Tus datos se han dejado como estaban.',
      folder: 'Carpeta de datos:',
    },
    fault: {
      title: 'Libreta tiene que cerrarse',
      detail:
        'Ha ocurrido algo inesperado. Los cambios que aparecían como guardados están a salvo en este equipo. Lo ocurrido queda escrito, sin nombres ni contraseñas, en:',
    },
    pageGone: {
      title: 'La ventana ha dejado de funcionar',
      detail: 'Los cambios que aparecían como guardados están a salvo en este equipo.',
      reload: 'Volver a cargar',
      quit: 'Salir',
    },
    allSent: {
      title: 'Todo guardado en Afilnet',
      body: (count) =>
        count === 1
          ? 'El cambio hecho sin conexión ha llegado.'
          : `Los ${count} cambios hechos sin conexión han llegado.`,
    },
    needsYou: {
      title: 'Libreta te necesita',
      body: (count) =>
        count === 1 ? 'Un cambio espera tu decisión.' : `${count} cambios esperan tu decisión.`,
    },
  },
};
