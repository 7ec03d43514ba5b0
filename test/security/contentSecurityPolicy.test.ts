import { expect, it } from 'vitest';
import { contentSecurityPolicy } from '../../electron/desktop/contentSecurityPolicy.ts';

const directives = new Map(
  contentSecurityPolicy.split('; ').map((directive) => {
    const [name, ...sources] = directive.split(' ');
    return [name, sources.join(' ')] as const;
  }),
);

it('starts from nothing and allows only the page’s own files', () => {
  expect(Object.fromEntries(directives)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  });
});

it('allows no script from text, and nothing from the network', () => {
  expect(directives.get('script-src')).not.toMatch(/unsafe|data:|blob:|http|\*/);
  expect(contentSecurityPolicy).not.toMatch(/https?:|wss?:|\*|unsafe-eval/);
});
