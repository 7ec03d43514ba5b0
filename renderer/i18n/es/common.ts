import type { Messages } from '../schema.ts';

export const common: Messages['common'] = {
  close: 'Cerrar',
  cancel: 'Cancelar',
  save: 'Guardar',
  undo: 'Deshacer',
  retry: 'Reintentar',
  notifications: 'Avisos',
  serverReply: 'Lo que ha dicho el servidor',
  serverCode: 'Código',
  serverRaw: 'Respuesta',
  noValue: 'sin valor',
};
