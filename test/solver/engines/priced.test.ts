import { priced } from '../../../solver/engines/priced.ts';
import { passesSharedSuite } from './shared-suite.ts';

passesSharedSuite(priced, { exact: true, keepsHardRows: true });
