/**
 * Solvers of others that are not engines of this project. `yalps` is installed for development; `glpk` and `or-tools`
 * take part where the user has installed them (see bench/README.md).
 */
import { glpk } from './glpk.ts';
import { orTools } from './or-tools.ts';
import type { Peer } from './peer.ts';
import { yalps } from './yalps.ts';

export const peerNames = ['yalps', 'glpk', 'or-tools'] as const;
export type PeerName = (typeof peerNames)[number];

export const peers: Readonly<Record<PeerName, Peer>> = { yalps, glpk, 'or-tools': orTools };

export function isPeer(name: string): name is PeerName {
  return peerNames.some((peer) => peer === name);
}
