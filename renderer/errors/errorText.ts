import type { CodedError } from '#shared/ipc/errors.ts';
import { currentLocale, type Translate } from '../i18n/index.ts';
import { formatsFor } from '../wording/formats.ts';

/** The one place that turns a code into a sentence: what happened, and what to do. */
export function errorText(error: CodedError, t: Translate): string {
  switch (error.code) {
    case 'unsentWork': {
      const count = error.count ?? 1;
      return t('errors.unsentWork', { n: formatsFor(currentLocale()).number(count) }, count);
    }
    case 'nothingToUndo':
      return t('errors.nothingToUndo');
    case 'undoImpossible':
      return t('errors.undoImpossible');
    case 'undoInUse':
      return t('errors.undoInUse');
    case 'invalidInput':
      return t('errors.invalidInput');
    case 'serverAddressInvalid':
      return t('errors.serverAddressInvalid');
    case 'serverAddressInsecure':
      return t('errors.serverAddressInsecure');
    case 'columnNameInvalid':
      return t('errors.columnNameInvalid');
    case 'columnIsMainField':
      return t('errors.columnIsMainField');
    case 'mainFieldMissing':
      return t('errors.mainFieldMissing');
    case 'mainFieldTaken':
      return t('errors.mainFieldTaken');
    case 'cannotCarry':
      return t('errors.cannotCarry');
    case 'groupNameMissing':
      return t('errors.groupNameMissing');
    case 'countryUnknown':
      return t('errors.countryUnknown');
    case 'viewNameTaken':
      return t('errors.viewNameTaken');
    case 'patternInvalid':
      return t('errors.patternInvalid');
    case 'patternTooSlow':
      return t('errors.patternTooSlow');
    case 'noAccount':
      return t('errors.noAccount');
    case 'accountUnknown':
      return t('errors.accountUnknown');
    case 'accountExists':
      return t('errors.accountExists');
    case 'groupUnknown':
      return t('errors.groupUnknown');
    case 'groupExists':
      return t('errors.groupExists');
    case 'groupHasNoServerId':
      return t('errors.groupHasNoServerId');
    case 'contactUnknown':
      return t('errors.contactUnknown');
    case 'viewUnknown':
      return t('errors.viewUnknown');
    case 'entryUnknown':
      return t('errors.entryUnknown');
    case 'entryInFlight':
      return t('errors.entryInFlight');
    case 'settlementDoesNotFit':
      return t('errors.settlementDoesNotFit');
    case 'busy':
      return t('errors.busy');
    case 'wrongPassword':
      return t('errors.wrongPassword');
    case 'passwordNeeded':
      return t('errors.passwordNeeded');
    case 'keychainAsking':
      return t('errors.keychainAsking');
    case 'offline':
      return t('errors.offline');
    case 'forcedOffline':
      return t('errors.forcedOffline');
    case 'serverUnreachable':
      return t('errors.serverUnreachable');
    case 'certificate':
      return t('errors.certificate');
    case 'timeout':
      return t('errors.timeout');
    case 'htmlInstead':
      return t('errors.htmlInstead');
    case 'serverFault':
      return t('errors.serverFault');
    case 'tooManyRequests':
      return t('errors.tooManyRequests');
    case 'redirected':
      return t('errors.redirected');
    case 'replyNotUnderstood':
      return error.raw === '' || error.serverCode === 'empty-reply'
        ? t('errors.replyEmpty')
        : t('errors.replyNotUnderstood');
    case 'groupNotYours':
      return t('errors.groupNotYours');
    case 'contactGone':
      return t('errors.contactGone');
    case 'rejectedByServer':
      return error.serverCode === undefined
        ? t('errors.rejectedByServer')
        : t('errors.rejectedWithCode', { code: error.serverCode });
    case 'requestTooLong':
      return t('errors.requestTooLong');
    case 'cancelled':
      return t('errors.cancelled');
    case 'noKeychain':
      return t('errors.noKeychain');
    case 'diskFull':
      return t('errors.diskFull');
    case 'readOnly':
      return t('errors.readOnly');
    case 'databaseBusy':
      return t('errors.databaseBusy');
    case 'databaseFromNewerVersion':
      return t('errors.databaseFromNewerVersion');
    case 'databaseDamaged':
      return t('errors.databaseDamaged');
    case 'refusedSender':
      return t('errors.refusedSender');
    case 'internal':
      return t('errors.internal');
  }
}
