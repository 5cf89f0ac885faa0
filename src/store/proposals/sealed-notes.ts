/** What the sealed words about a pair are bound to, so that each opens in its own row only. */

export function decisionNoteContext(proposal: string, participant: string, pairVersion: number): string {
  return `decisions/${proposal}/${participant}/${pairVersion}`;
}

export function answerContext(proposal: string, participant: string): string {
  return `answers/${proposal}/${participant}`;
}

export function caseQuestionContext(proposal: string, participant: string): string {
  return `cases/question/${proposal}/${participant}`;
}

export function caseAnswerContext(proposal: string, participant: string): string {
  return `cases/answer/${proposal}/${participant}`;
}

export function toldContext(proposal: string, participant: string): string {
  return `proposal_told/${proposal}/${participant}`;
}

export function inputContext(proposal: string, participant: string): string {
  return `proposal_inputs/${proposal}/${participant}`;
}
