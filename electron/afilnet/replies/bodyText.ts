/** The bytes of a reply as text. */

const declaredCharset = /charset\s*=\s*"?([\w-]+)/iu;

function decode(body: Uint8Array, encoding: string): string | null {
  try {
    // Streaming, so that a character cut at the very end reads as a cut reply, not as a wrong encoding.
    return new TextDecoder(encoding, { fatal: true }).decode(body, { stream: true });
  } catch {
    return null;
  }
}

/**
 * The body's text: UTF-8 without its byte order mark, or else in the charset that Content-Type names.
 * Null where neither fits: replaced characters would later be written back over real names.
 */
export function bodyText(body: Uint8Array, contentType: string): string | null {
  const utf8 = decode(body, 'utf-8');
  if (utf8 !== null) return utf8;
  const charset = declaredCharset.exec(contentType)?.[1];
  return charset === undefined ? null : decode(body, charset);
}
