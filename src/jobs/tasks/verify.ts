/** verify: whether a proposal stands up to being recomputed from the region sent with it. */
import type { Failure } from '../../errors.ts';
import { verifyProposal } from '../../matching/verify-proposal.ts';
import { mismatchFailure } from '../../proposal-failure.ts';
import { type Answer, answer } from '../answer.ts';
import { readVerifyQuestion } from '../question.ts';
import type { Sent } from '../sent.ts';

export async function verifyClaims({ sent }: { readonly sent: Sent }): Promise<Answer | Failure> {
  const question = await readVerifyQuestion(sent);
  if (question.status === 'failed') return question;
  const { mismatches, onTrust } = verifyProposal(question.region, question.policy, question.proposal);
  return mismatchFailure(mismatches) ?? answer({ verified: true, onTrust });
}
