import type { Messages } from '../schema.ts';

export const palette: Messages['palette'] = {
  title: 'Buscar en todo',
  open: 'Buscar en todo y ver las órdenes',
  label: 'Buscar contactos, grupos y órdenes',
  placeholder: 'Un nombre, parte de un número, un grupo o qué hacer',
  results: 'Resultados',
  commands: 'Órdenes',
  groups: 'Grupos',
  inList: 'Ver en la lista todos los contactos con «{text}»',
  more: 'Más en «{group}»',
  found: '{n} resultado | {n} resultados',
  nothing: 'Nada se llama «{text}» y ningún contacto lo contiene.',
  keyMove: 'Moverse',
  keyOpen: 'Abrir',
  keyClose: 'Cerrar',
};
