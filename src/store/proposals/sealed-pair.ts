/** What a sealed row of a proposal is bound to, so that it opens in its own row only. */

export function pairContext(proposal: string, participant: string): string {
  return `pairs/${proposal}/${participant}`;
}

export function unplacedContext(proposal: string, participant: string): string {
  return `unplaced/${proposal}/${participant}`;
}
