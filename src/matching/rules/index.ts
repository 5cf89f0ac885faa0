import type { Rule } from './rule.ts';
import { sharedLanguage } from './shared-language.ts';

/** Every hard rule. The order is the one in which a person without options is told why: the first rule that leaves nothing. */
export const rules: readonly Rule[] = [sharedLanguage];
