import type { EmailProblem } from '#shared/domain/email.ts';
import type { PhoneProblem } from '#shared/domain/phone.ts';
import type { FieldHint } from '../domain/fieldHint.ts';
import type { Locale, Translate } from '../i18n/index.ts';
import { countryName } from './countries.ts';

export interface HintText {
  readonly text: string;
  /** `note` says something good to know, `warn` something to look at. */
  readonly tone: 'note' | 'warn';
  /** The value that one click puts in its place. */
  readonly suggestion: string | null;
}

interface Words {
  readonly t: Translate;
  readonly locale: Locale;
}

/** A hint in plain words. `country`: the group's, alpha-3. */
export function fieldHintText(hint: FieldHint, country: string | null, words: Words): HintText {
  const { t, locale } = words;
  const warn = (text: string, suggestion: string | null = null): HintText => ({
    text,
    tone: 'warn',
    suggestion,
  });
  const home = country === null ? null : countryName(country, locale);
  switch (hint.kind) {
    case 'phoneInvalid':
      return warn(phoneProblem(hint.why, home, t));
    case 'phoneOtherwise':
      return { text: t('contact.phoneSuggestion'), tone: 'note', suggestion: hint.number };
    case 'phoneAmbiguous':
      return warn(
        t('contact.phoneAmbiguous', {
          international: hint.international.display,
          national: hint.national.display,
          country: home ?? '',
        }),
        hint.national.number,
      );
    case 'phoneLandline':
      return warn(t('contact.phoneLandline'));
    case 'phoneShown': {
      const { display } = hint;
      const of = hint.country === null ? null : countryName(hint.country, locale);
      const text = of === null ? display : t('contact.phoneShown', { display, country: of });
      return { text, tone: 'note', suggestion: null };
    }
    case 'emailInvalid':
      return warn(emailProblem(hint.why, t));
    case 'emailOtherwise':
      return { text: t('contact.emailOtherwise'), tone: 'note', suggestion: hint.address };
    case 'emailTypo':
      return warn(t('contact.emailTypo'), hint.address);
  }
}

function phoneProblem(why: PhoneProblem, country: string | null, t: Translate): string {
  switch (why) {
    case 'noNumber':
      return t('contact.phoneNoNumber');
    case 'tooShort':
      return country === null
        ? t('contact.phoneTooShortAnywhere')
        : t('contact.phoneTooShort', { country });
    case 'tooLong':
      return t('contact.phoneTooLong');
    case 'noCountry':
      return t('contact.phoneNoCountry');
    case 'unknown':
      return country === null
        ? t('contact.phoneUnknownAnywhere')
        : t('contact.phoneUnknown', { country });
  }
}

function emailProblem(why: EmailProblem, t: Translate): string {
  switch (why) {
    case 'noAt':
      return t('contact.emailNoAt');
    case 'severalAts':
      return t('contact.emailSeveralAts');
    case 'space':
      return t('contact.emailSpace');
    case 'noName':
      return t('contact.emailNoName');
    case 'dots':
      return t('contact.emailDots');
    case 'noDomain':
      return t('contact.emailNoDomain');
  }
}
