/** Reads a request's body up to a limit. */
import type { IncomingMessage } from 'node:http';

/** The body as text, or null when it is longer than `limit` bytes. Rejects when the connection breaks. */
export async function readBody(request: IncomingMessage, limit: number): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
