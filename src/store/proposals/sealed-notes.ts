/** What the sealed words about a pair are bound to, so that each opens in its own row only. */

export function decisionNoteContext(proposal: string, participant: string, pairVersion: number): string {
  return `decisions/${proposal}/${pairVersion}/${participant}`;
}

export function answerContext(proposal: string, participant: string): string {
  return `answers/${proposal}/${participant}`;
}

export function caseContext(which: 'question' | 'answer', proposal: string, participant: string): string {
  return `cases/${which}/${proposal}/${participant}`;
}

export function inputContext(proposal: string, participant: string): string {
  return `proposal_inputs/${proposal}/${participant}`;
}
