import type { Transport } from '#shared/ipc/views.ts';
import type { Translate } from '../i18n/index.ts';

export interface TransportText {
  readonly value: string;
  readonly label: string;
  readonly note: string;
  readonly available: boolean;
}

export function transportName(transport: Transport, t: Translate): string {
  switch (transport) {
    case 'post':
      return t('signIn.post');
    case 'basicPost':
      return t('signIn.basicPost');
    case 'basicGet':
      return t('signIn.basicGet');
    case 'get':
      return t('signIn.get');
  }
}

function transportNote(transport: Transport, t: Translate): string {
  switch (transport) {
    case 'post':
      return t('signIn.postNote');
    case 'basicPost':
      return t('signIn.basicPostNote');
    case 'basicGet':
      return t('signIn.basicGetNote');
    case 'get':
      return t('signIn.getNote');
  }
}

const offered: readonly Transport[] = ['post', 'basicPost', 'basicGet', 'get'];

/** The ways of sending that Afilnet names, with those that cannot be had because no address is published. */
export function transportTexts(t: Translate): TransportText[] {
  const missing = { note: t('signIn.notAvailable'), available: false };
  return [
    ...offered.map((value) => ({
      value,
      label: transportName(value, t),
      note: transportNote(value, t),
      available: true,
    })),
    { value: 'soap', label: t('signIn.soap'), ...missing },
    { value: 'oauth', label: t('signIn.oauth'), ...missing },
  ];
}
