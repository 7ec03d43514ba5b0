/** On a Mac the command key does what Control does elsewhere. */
export const isMac = (): boolean => /mac/iu.test(navigator.userAgent);
