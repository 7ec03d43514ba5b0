/**
 * Ways to send that Afilnet names but that cannot be built: no public source gives their address,
 * their token grant or their body for contacts. Settings list them so that nobody searches for them.
 */
export interface UnavailableTransport {
  readonly name: 'soap' | 'jsonOAuth';
  readonly reason: 'noPublishedAddress';
}

export const unavailableTransports: readonly UnavailableTransport[] = [
  { name: 'soap', reason: 'noPublishedAddress' },
  { name: 'jsonOAuth', reason: 'noPublishedAddress' },
];
