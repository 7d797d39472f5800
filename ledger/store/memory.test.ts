import { storeContract } from '../testing/contract.ts';
import { memoryStore } from './memory.ts';

storeContract('memory', async () => memoryStore());
