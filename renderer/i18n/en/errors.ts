export const errors = {
  invalidInput: 'Something in this form cannot be used as it is. Check the values and try again.',
  serverAddressInvalid:
    'This is not a web address. It should look like https://www.afilnet.com, without spaces.',
  serverAddressInsecure:
    'This address would send the password unprotected. Use an address that starts with https://.',
  columnNameInvalid:
    'A column cannot have this name. Use letters, digits, spaces, dots, hyphens and underscores.',
  columnIsMainField: 'This column identifies each contact of the group, so it has to stay.',
  mainFieldMissing:
    'A contact needs a value in the main field of its group. Fill it in and save again.',
  mainFieldTaken:
    'Another contact of this group already has this value in the main field. Use another value, or edit that contact.',
  cannotCarry:
    'Afilnet cannot take a comma, a colon or a line break when a contact is changed. Change the character, or save by re-creating the contact.',
  groupNameMissing: 'The group needs a name.',
  countryUnknown: 'Afilnet does not know this country. Choose another one from the list.',
  patternInvalid: 'This pattern is not a regular expression.',
  patternTooSlow:
    'This pattern takes too long on some of the values. Write it without a repetition inside a repetition.',
  noAccount: 'There is no account open. Sign in, or start practising with sample data.',
  accountUnknown: 'This account is no longer on this computer. Sign in again to use it.',
  accountExists:
    'This account is already on this computer. Choose it in the account menu at the top left.',
  groupUnknown: 'This group is no longer on this computer. Add it again by its id if you need it.',
  viewNameTaken: 'A view with this name is there already. Choose another name.',
  viewUnknown: 'This view is not there any more.',
  groupExists: 'This group is already in your list.',
  groupHasNoServerId:
    'This group has not been created on Afilnet yet. Wait until it has been sent, then try again.',
  contactUnknown: 'This contact is no longer here. It was deleted, here or on Afilnet.',
  entryUnknown: 'This change is no longer pending: it was sent or given up in the meantime.',
  entryInFlight: 'This change is on its way to Afilnet right now. Try again in a moment.',
  settlementDoesNotFit: 'The question has changed in the meantime. Look at it again and decide.',
  unsentWork:
    'There is {n} change that Afilnet does not have yet. Send it, or give it up on purpose. | There are {n} changes that Afilnet does not have yet. Send them, or give them up on purpose.',
  nothingToUndo:
    'There is nothing left to undo here. It was undone already, or too much has happened since.',
  undoImpossible:
    'This cannot be undone: Afilnet has done it, and offers no way back. What you did before it can still be undone.',
  undoInUse:
    'This is not undone: contacts or values have come into it since, and would go with it. Delete it yourself if they are to go, too.',
  busy: 'Libreta is busy with this already. Wait until it has finished.',
  wrongPassword:
    'Afilnet does not accept this user and password. Check both; capital letters count.',
  passwordNeeded: 'The password of this account is needed. Enter it to go on sending.',
  keychainAsking:
    'The keychain of this computer has not answered yet. Answer its question, then try again.',
  offline:
    'There is no network connection. What you do is kept here and sent when there is one again.',
  forcedOffline: 'You chose to work offline. Go online from the menu of the status at the top.',
  serverUnreachable:
    'The server does not answer. Check the network and the server address, then try again.',
  certificate:
    'The server could not prove who it is, so nothing was sent. Check the date of this computer, the network and the server address.',
  timeout: 'The server took too long to answer. Try again in a moment.',
  htmlInstead:
    'A web page came instead of an answer. The Wi-Fi may want you to log in first, or the server is under maintenance.',
  serverFault: 'Afilnet has a problem at the moment. Try again in a few minutes.',
  tooManyRequests: 'Afilnet asks for a pause. Try again in a few minutes.',
  redirected:
    'The server sent Libreta on to another address. The password was not sent there. Check the server address; on a public Wi-Fi, log in to it first.',
  replyNotUnderstood:
    'The answer of the server could not be read, so nothing was changed here. Check the server address and try again; what it said is kept below.',
  groupNotYours:
    'Afilnet gives this account no access to the group. Check the id, or whether the group was deleted.',
  contactGone: 'Afilnet no longer has this contact.',
  rejectedByServer: 'Afilnet refused this. Check what you entered and try again.',
  rejectedWithCode:
    'Afilnet refused this with the code {code}. Try again later, or ask Afilnet’s support what the code means.',
  replyEmpty:
    'The answer of the server was empty, so nothing was changed here. Try again in a moment.',
  requestTooLong:
    'This is too long for the chosen way of sending. Choose POST for this account, which has no such limit.',
  cancelled: 'Stopped. Nothing was changed.',
  noKeychain:
    'The keychain of this computer does not answer, so the password cannot be kept. It is used until the app closes.',
  diskFull: 'The disk is full, so nothing was saved. Free some space and try again.',
  readOnly:
    'Libreta may not write to its data folder, so nothing was saved. Check the permissions of the folder.',
  databaseBusy:
    'Another program is using the data of Libreta. Close it, or wait a moment, and try again.',
  databaseFromNewerVersion:
    'The data was written by a newer version of Libreta. Install that version to open it.',
  databaseDamaged:
    'The data file is damaged and was left as it is. Restore it from a backup in the data folder.',
  refusedSender: 'The request did not come from the window of Libreta and was refused.',
  internal:
    'Something went wrong inside Libreta. What you had saved before is safe. Try again; if it happens again, restart the app.',
} as const;
